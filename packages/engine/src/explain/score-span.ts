/** Wing 4, explain: where a score is written, without the finding that it grades: "grade III" of "grade III splenic laceration". */
import type { Score, Span } from '../document.ts';
import type { Related } from '../stages.ts';

export function scoreSpansOf({ scores, matches, source }: Related): ReadonlyMap<Score, Span> {
  if (scores.length === 0) return new Map();
  const graded = new Map(matches.concept.map(({ start, end }) => [end, start]));
  return new Map(
    scores.map((score) => {
      const [start, end] = score.span;
      const thing = graded.get(end) ?? start;
      const length = thing > start ? source.text.slice(start, thing).trimEnd().length : end - start;
      return [score, [start, start + length]] as const;
    }),
  );
}
