/** Wing 4, explain: chunks for words that only a request or a title writes so: "SOB", "ABD", "W/O". */
import type { ConceptKind, Wording } from '@readingscan/knowledge';
import type { Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';

export type Place = Pick<Chunk, 'from' | 'to' | 'start' | 'end' | 'text' | 'glued'>;

export function placeOf({ source, tokens }: Related, from: number, to: number): Place {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { from, to, start, end, text: source.text.slice(start, end), glued: tokens[from]?.glued ?? false };
}

export const nounChunk = (
  plain: string,
  number: 'count' | 'mass' | 'plural',
  kind: ConceptKind,
  place: Place,
): Chunk => ({
  kind: 'concept',
  concept: { id: 'own', kind },
  words: { plain, number, means: '', term: false },
  plural: false,
  ...place,
});

export const wordingChunk = (
  plain: string,
  role: Wording['class'],
  { from, to, start, end, text, glued }: Place,
): Chunk => ({ kind: 'wording', wording: { plain, class: role }, from, to, start, end, text, glued });

/** What stands between two things of a list that the report writes without a comma. */
export const commaAt = (at: number, related: Related): Chunk => ({
  kind: 'mark',
  ...placeOf(related, at, at),
  text: ',',
});
