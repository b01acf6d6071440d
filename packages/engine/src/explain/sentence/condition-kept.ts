/** Wing 4, explain: what a step depends on stays in one sentence with it: "if benign on biopsy, no follow-up". */
import type { Recommendation } from '../../document.ts';
import type { Chunk } from './chunk.ts';

/** A clause that is no more than the condition of what the next one says is told with it. */
export function withConditions(
  clauses: readonly (readonly Chunk[])[],
  chunks: readonly Chunk[],
  asked: readonly Recommendation[],
): readonly (readonly Chunk[])[] {
  const spans = asked.flatMap(({ condition, span }) => (condition ? [{ condition: condition.span, span }] : []));
  if (spans.length === 0 || clauses.length < 2) return clauses;
  const kept: (readonly Chunk[])[] = [];
  for (const clause of clauses) {
    const before = kept.at(-1);
    const [first, last] = [before?.[0], before?.at(-1)];
    const [next, end] = [clause[0], clause.at(-1)];
    const isAhead =
      first &&
      last &&
      next &&
      spans.some(
        ({ condition: [from, to], span }) =>
          first.start >= from && last.end <= to && next.start >= to && next.start < span[1],
      );
    if (isAhead && end)
      kept[kept.length - 1] = chunks.filter((chunk) => chunk.from >= first.from && chunk.to <= end.to);
    else kept.push(clause);
  }
  return kept;
}
