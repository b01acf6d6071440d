/** Wing 4, explain: what could not be read with certainty is said beside the sentence that rests on it. */
import type { Span } from '../../document.ts';
import type { Knowledge, Related } from '../../stages.ts';
import type { ToldStatement } from './statement.ts';

/** Says beside a sentence that its number, unit, side or denial could not be read with certainty. */
export function withDoubts(related: Related, told: ToldStatement, { words }: Knowledge): ToldStatement {
  const doubt = words?.documents.templates.doubt;
  if (!doubt || !related.source.doubts?.length) return told;
  const plain = told.plain.map((sentence) =>
    sentence.basis.some((span) => isDoubtful(related, span))
      ? { ...sentence, text: `${sentence.text} ${doubt}` }
      : sentence,
  );
  return { ...told, plain };
}

/** A place where a number, unit, side or denial could not be read with certainty. */
const isDoubtful = ({ source }: Related, [start, end]: Span): boolean =>
  (source.doubts ?? []).some(({ kind, span }) => kind !== 'word' && span[0] < end && start < span[1]);
