/** The `assert` command: presence, certainty, time and change of one named target, whether or not the lexicon knows it. */
import type { Assertion, Change, Span } from './document.ts';
import { assertTargets } from './relate/assertion.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';

export interface TargetAnswer {
  readonly assertion: Assertion;
  readonly change: Change | null;
}

/** `target`: words of the text (their first place counts) or a span in UTF-16 units. A target that is not there is asserted of nothing. */
export function assertTarget(recognized: Recognized, target: string | Span, knowledge: Knowledge): TargetAnswer {
  const span = spanOf(recognized.source.text, target);
  const [answer] = assertTargets(recognized, statementAround(recognized, span), [span], knowledge);
  return (
    answer ?? {
      assertion: {
        presence: 'present',
        certainty: 'definite',
        temporality: 'current',
        experiencer: 'patient',
        basis: [span],
      },
      change: null,
    }
  );
}

function spanOf(text: string, target: string | Span): Span {
  if (typeof target !== 'string') return target;
  const exact = text.indexOf(target);
  const at = Math.max(0, exact >= 0 ? exact : text.toLowerCase().indexOf(target.toLowerCase()));
  return [at, Math.min(text.length, at + target.length)];
}

/** The statement that holds the target; where it crosses several, or stands in a heading, all that it touches as one. */
function statementAround({ statements, tokens, sections, source }: Recognized, [start, end]: Span): SegmentedStatement {
  const touched = statements.filter(({ span }) => span[0] < end && span[1] > start);
  const [first] = touched;
  const last = touched[touched.length - 1];
  if (first && last && first.span[0] <= start) {
    if (first === last) return first;
    return { ...first, span: [first.span[0], last.span[1]], to: last.to };
  }
  const section = sections.find(({ span }) => span[0] <= start && start < span[1]);
  const next = last ?? statements.find(({ span }) => span[0] >= end && (!section || span[0] < section.span[1]));
  const from =
    section?.heading && section.heading[0] <= start && start < section.heading[1]
      ? section.heading[0]
      : lineStart(source.text, start);
  const until = next ? next.span[1] : lineEnd(source.text, end);
  const inside = tokens.flatMap((token, i) => (token.start >= from && token.end <= until ? [i] : []));
  return {
    id: first?.id ?? 'st0',
    section: section?.id ?? first?.section ?? 'sec0',
    span: [from, until],
    from: inside[0] ?? 0,
    to: (inside[inside.length - 1] ?? tokens.length - 1) + 1,
  };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
