/** Wing 4, explain: "no sample needed for nodules 2 and 3": which ones it is of is a number, and without it a step would seem to be denied that is asked for. */
import type { Recommendation, Span } from '../document.ts';
import { matchesWithin } from '../lexicon.ts';
import type { Related } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';

/** The statement of a denied step that tells by numbers what it is of, without the mark at its end; null where it does not. */
export function numberedDenial({ action, statement: id }: Recommendation, related: Related): Span | null {
  const statement = action === 'none-needed' ? statementsById(related).get(id) : undefined;
  if (!statement) return null;
  const { tokens, matches, measurements, source } = related;
  const isNumbered = matchesWithin(matches.concept, statement.from, statement.to).some(({ to }) => {
    const next = to < statement.to ? tokens[tokens[to]?.norm === '#' ? to + 1 : to] : undefined;
    return next?.kind === 'number' && !measurements.some(({ span }) => span[0] <= next.start && next.start < span[1]);
  });
  if (!isNumbered) return null;
  const [start, end] = statement.span;
  return [start, start + source.text.slice(start, end).replace(/[\s.;,]+$/, '').length];
}
