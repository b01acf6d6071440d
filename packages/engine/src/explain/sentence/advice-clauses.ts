/** Wing 4, explain: a finding and the advice behind it, cut into two sentences. */
import { longestForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import { opening } from './advice.ts';
import { adviceForms } from './advice-forms.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Manner } from './clause.ts';

export interface AdviceClause {
  readonly clause: readonly Chunk[];
  /** where it is known: what stands before the advice is told as a finding */
  readonly manner?: Manner;
}

/** "A 5 mm nodule, recommend CT", "a nodule, CT advised": what is asked for behind a comma is a sentence of its own, unless a condition stands before it. */
export function atAdvice(
  clause: readonly Chunk[],
  related: Related,
  { words, reading }: Knowledge,
): readonly AdviceClause[] {
  const advice = words?.documents.advice;
  if (!advice) return [{ clause }];
  if (isAhead(clause, related)) return [{ clause, manner: 'statement' }];
  const forms = adviceForms(advice, reading.spelling);
  const asksBehind = (i: number): boolean =>
    clause
      .slice(i + 1)
      .some(
        ({ from, to }) => longestForm(forms, related.source.text, related.tokens, from, to)?.value.ask?.after === true,
      );
  const at = clause.findIndex(
    (chunk, i) =>
      isPause(clause[i - 1]) &&
      (advice.opens.includes(opening(chunk))
        ? clause.slice(0, i).some(({ kind }) => kind === 'concept')
        : isAskedFor(chunk) && clause.slice(0, i).some(isFinding) && (asksBehind(i) || isTimed(clause.slice(i)))),
  );
  const pause = clause.slice(0, Math.max(0, at - 1)).findLastIndex(isPause);
  if (at < 0 || [clause[0], clause[pause + 1]].some((chunk) => chunk && advice.leads.includes(opening(chunk))))
    return [{ clause }];
  return [{ clause: clause.slice(0, at - 1), manner: 'statement' }, { clause: clause.slice(at) }];
}

/** "The tip is at the carina; pull back 2 cm": a clause of what was found, before all that the statement asks for. */
function isAhead(clause: readonly Chunk[], { recommendations, statements }: Related): boolean {
  const [first, last] = [clause[0], clause.at(-1)];
  const own = first && statements.find(({ from, to }) => from <= first.from && first.from < to);
  const spans = recommendations.flatMap(({ statement, span, condition }) =>
    statement === own?.id ? [span, ...(condition ? [condition.span] : [])] : [],
  );
  return (
    last !== undefined &&
    spans.length > 0 &&
    spans.every(([start]) => start >= last.end) &&
    clause.some((chunk) => (chunk.kind === 'concept' ? !isAskedFor(chunk) : chunk.kind === 'phrase'))
  );
}

const LONGEST = 5; // pieces: USS in 1 year.

/** "…, USS 1 yr": a test, its time and nothing else. */
const isTimed = (clause: readonly Chunk[]): boolean =>
  clause.length <= LONGEST &&
  clause.some(({ kind }) => kind === 'number') &&
  clause.every(({ kind, text }) => kind !== 'mark' || text === '.');

const isAskedFor = (chunk: Chunk): boolean =>
  chunk.kind === 'concept' && (chunk.concept.kind === 'test' || chunk.concept.kind === 'procedure');

const isPause = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'mark' && (chunk.text === ',' || (chunk.text === '-' && !chunk.glued));
