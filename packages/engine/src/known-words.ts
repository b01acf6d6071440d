/** Ground floor: the words and marks that a knowledge knows, numbered, so that a token is looked up once and all that is known of it is found by its number. */

export type Spelling = Readonly<Record<string, string>>;

export interface KnownWords {
  /** as written in lower case → number; British spellings have the number of the American one */
  readonly written: Map<string, number>;
  /** by number, 0 for all that is not known */
  readonly norms: string[];
  /** a text was tokenized with these numbers: a new word would be missed in it */
  closed: boolean;
}

const made = new WeakMap<Spelling, KnownWords>();

/** The known words of a spelling, made once; vocabularies add theirs before the first text. */
export function knownWords(spelling: Spelling): KnownWords {
  let words = made.get(spelling);
  if (!words) {
    words = { written: new Map(), norms: [''], closed: false };
    made.set(spelling, words);
    const numbers = new Map<string, number>();
    for (const written in spelling) {
      const norm = spelling[written] ?? written;
      let number = numbers.get(norm);
      if (number === undefined) {
        number = words.norms.push(norm) - 1;
        numbers.set(norm, number);
      }
      words.written.set(written, number);
    }
    for (const [norm, number] of numbers) if (!words.written.has(norm)) words.written.set(norm, number);
  }
  return words;
}

/** The number of a word in normal form; a new word gets the next one. */
export function numberOf(words: KnownWords, norm: string): number {
  const known = words.written.get(norm);
  if (known !== undefined) return known;
  if (words.closed) throw new Error('a vocabulary was made after the first text: make it in createEngine');
  const number = words.norms.push(norm) - 1;
  words.written.set(norm, number);
  return number;
}

/** The normal form of a word in lower case. */
export const normOf = ({ written, norms }: KnownWords, low: string): string => norms[written.get(low) ?? 0] || low;

/** What a table says of each known word, by number. */
export function byNumber(table: ReadonlyMap<string, number>, spelling: Spelling): Int32Array {
  const words = knownWords(spelling);
  for (const norm of table.keys()) numberOf(words, norm);
  const bits = new Int32Array(words.norms.length);
  for (const [norm, own] of table) bits[numberOf(words, norm)] = own;
  return bits;
}
