/** Wing 4, explain: chunks for words that are told by a frame rather than by an entry of their own. */
import type { Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';

type Place = Pick<Chunk, 'from' | 'to' | 'start' | 'end' | 'text' | 'glued'>;

/** The place of the tokens `[from, to)`. */
export function clip({ source, tokens }: Related, from: number, to: number): Place {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return { from, to, start, end, text: source.text.slice(start, end), glued: tokens[from]?.glued ?? false };
}

/** A noun that takes its article: "visit with a surgeon". */
export const noun = (place: Place, plain: string, number: 'count' | 'mass' | 'plural'): Chunk => ({
  ...place,
  own: true,
  kind: 'concept',
  concept: { id: '', kind: 'test' },
  words: { plain, number, means: plain, term: false },
  plural: false,
});

/** Words that stand as they are. */
export const phrase = (place: Place, plain: string): Chunk => ({ ...place, own: true, kind: 'phrase', plain });

/** A word of the grammar: no, another. */
export const word = (place: Place, text: string): Chunk => ({
  ...place,
  own: true,
  kind: 'word',
  text,
  norm: text,
  known: true,
});

/** An adjective before a noun. */
export const quality = (place: Place, plain: string): Chunk => ({
  ...place,
  own: true,
  kind: 'wording',
  wording: { plain, class: 'adjective' },
});
