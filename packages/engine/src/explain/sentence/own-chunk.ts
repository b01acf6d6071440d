/** Wing 4, explain: chunks for words that a frame, a request or a title tells rather than an entry of their own. */
import type { ConceptKind, Wording } from '@readingscan/knowledge';
import type { Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';

export type Place = Pick<Chunk, 'from' | 'to' | 'start' | 'end' | 'text' | 'glued'>;

/** The place of the tokens `[from, to)`. */
export function placeOf({ source, tokens }: Related, from: number, to: number): Place {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { from, to, start, end, text: source.text.slice(start, end), glued: tokens[from]?.glued ?? false };
}

/** No room of its own, right before a chunk. */
export const spotBefore = ({ from, start }: Chunk): Place => ({
  from,
  to: from,
  start,
  end: start,
  text: '',
  glued: false,
});

type Count = 'count' | 'mass' | 'plural';

/** What a short form of a request or a title names. */
export const nounChunk = (plain: string, number: Count, kind: ConceptKind, place: Place): Chunk => ({
  ...place,
  kind: 'concept',
  concept: { id: 'own', kind },
  words: { plain, number, means: '', term: false },
  plural: false,
});

export const wordingChunk = (plain: string, role: Wording['class'], place: Place): Chunk => ({
  ...place,
  kind: 'wording',
  wording: { plain, class: role },
});

/** A word that goes without saying in the report. */
export const wordChunk = (text: string, { from, to, start, end }: Place): Chunk => ({
  kind: 'word',
  norm: text,
  known: true,
  from,
  to,
  start,
  end,
  text,
  glued: false,
});

/** Told with other words: it still covers what the report wrote. */
export const phraseChunk = (plain: string, { from, to, start, end, text }: Place): Chunk => ({
  kind: 'phrase',
  plain,
  from,
  to,
  start,
  end,
  text,
  glued: false,
});

/** What stands between two things of a list that the report writes without a comma. */
export const comma = (place: Place): Chunk => ({ ...place, kind: 'mark', text: ',', glued: true });

/** What stands between two statements that the report writes without a full stop. */
export const semicolon = (place: Place): Chunk => ({ ...place, kind: 'mark', text: ';', glued: true });

/** A noun of a frame, which takes its article: "visit with a surgeon". */
export const noun = (place: Place, plain: string, number: Count): Chunk => ({
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
  ...wordingChunk(plain, 'adjective', place),
  own: true,
});
