/** Ground floor: what the wings know of a word, looked up once when a text is cut into tokens: no wing asks its own table for every token again. */

import { type KeptPlaces, keptPlaces, openPlaces, type WordPlaces } from './word-places.ts';

/** British spelling → American */
export type Spelling = Readonly<Record<string, string>>;

export interface Word {
  /** lower case, American spelling, without possessive 's; a mark is itself */
  readonly norm: string;
  /** one bit of 32, by its letters: a tree of forms asks for it before it looks a word up */
  readonly trait: number;
  /** bits of segment/roles.ts */
  readonly roles: number;
  /** bits of recognize/sign.ts */
  readonly signs: number;
  /** bits of recognize/senses.ts, and those for which one number has no room */
  readonly senses: number;
  readonly moreSenses: number;
  /** bits of relate/word-kinds.ts */
  readonly kinds: number;
  /** bits of relate/assertion/word-classes.ts */
  readonly classes: number;
  /** bits of relate/findings/part.ts that it has where no concept begins with it */
  readonly parts: number;
  /** where the lexicon keeps the forms that begin with it, and where the vocabulary of advice does; -1 where none does */
  readonly first: number;
  readonly advice: number;
}

export interface WordBook {
  /** A word or mark as it is written, in any case. */
  readonly of: (written: string) => Word;
}

/** A word that no table knows. */
export const unknownWord = (norm: string): Word => ({
  norm,
  trait: traitOf(norm),
  roles: 0,
  signs: 0,
  senses: 0,
  moreSenses: 0,
  kinds: 0,
  classes: 0,
  parts: 0,
  first: -1,
  advice: -1,
});

/** Of its first letter, its last and its length; the same for every word with this normal form. */
export function traitOf(norm: string): number {
  const end = norm.length - 1;
  return end < 0 ? 1 : 1 << ((norm.charCodeAt(0) + 5 * norm.charCodeAt(end) + 3 * end) & 31);
}

/** Ways of writing that are kept at most: a text may write one word in any mixture of cases. */
const MOST = 1 << 16;

/** What the tables know of each word but where forms begin with it, side by side. */
export interface NotedWords {
  readonly places: WordPlaces;
  /** by place: a number for each of NOTED */
  readonly numbers: Int32Array;
}

/** Noted words as they are kept in a file. */
export interface KeptWords {
  readonly places: KeptPlaces;
  readonly numbers: Int32Array;
}

const NOTED = ['roles', 'signs', 'senses', 'moreSenses', 'kinds', 'classes', 'parts', 'advice'] as const;
/** of a word that none of them knows */
const UNNOTED = Int32Array.of(0, 0, 0, 0, 0, 0, 0, -1);

/** Normal form → bits or a place, by the wing that made them. */
export type WordTables = Readonly<Record<(typeof NOTED)[number], WordPlaces>>;

export function notedWords(tables: WordTables): NotedWords {
  const places = new Map<string, number>();
  for (const name of NOTED)
    for (const word of tables[name].keys()) if (!places.has(word)) places.set(word, places.size);
  const numbers = new Int32Array(places.size * NOTED.length);
  for (const [word, place] of places) {
    const at = place * NOTED.length;
    NOTED.forEach((name, i) => {
      numbers[at + i] = tables[name].get(word) ?? UNNOTED[i] ?? 0;
    });
  }
  return { places, numbers };
}

export const keptWords = ({ places, numbers }: NotedWords): KeptWords => ({
  places: keptPlaces(places.keys()),
  numbers,
});

export const openNoted = ({ places, numbers }: KeptWords): NotedWords => ({ places: openPlaces(places), numbers });

/** The words of a knowledge, put together when a text holds them. Of other words, which may be names, nothing is kept. */
export function wordBook(spelling: Spelling, first: WordPlaces, noted: () => NotedWords): WordBook {
  const table = spellingTable(spelling);
  const known = new Map<string, Word>();
  let all: NotedWords | null = null;
  const lookUp = (written: string): Word => {
    const norm = normalForm(written, table);
    all ??= noted();
    const place = all.places.get(norm);
    const begins = first.get(norm);
    if (place === undefined && begins === undefined) return unknownWord(norm);
    const at = place === undefined ? 0 : place * NOTED.length;
    const numbers = place === undefined ? UNNOTED : all.numbers;
    const word: Word = {
      norm,
      trait: traitOf(norm),
      roles: numbers[at] ?? 0,
      signs: numbers[at + 1] ?? 0,
      senses: numbers[at + 2] ?? 0,
      moreSenses: numbers[at + 3] ?? 0,
      kinds: numbers[at + 4] ?? 0,
      classes: numbers[at + 5] ?? 0,
      parts: numbers[at + 6] ?? 0,
      first: begins ?? -1,
      advice: numbers[at + 7] ?? -1,
    };
    if (known.size === MOST) known.clear();
    known.set(written, word);
    return word;
  };
  return { of: (written) => known.get(written) ?? lookUp(written) };
}

const plain = new WeakMap<Spelling, WordBook>();

/** Normal forms and nothing else: for the forms that tables are made of. */
export function plainBook(spelling: Spelling): WordBook {
  let book = plain.get(spelling);
  if (!book) {
    const table = spellingTable(spelling);
    book = { of: (written) => unknownWord(normalForm(written, table)) };
    plain.set(spelling, book);
  }
  return book;
}

const tables = new WeakMap<Spelling, ReadonlyMap<string, string>>();

/** The spelling as a table, made once. */
export function spellingTable(spelling: Spelling): ReadonlyMap<string, string> {
  let table = tables.get(spelling);
  if (!table) {
    table = new Map(Object.entries(spelling));
    tables.set(spelling, table);
  }
  return table;
}

/** "Crohn’s" → "crohn"; "OEDEMA" → "edema" (by the spelling table). */
function normalForm(written: string, spelling: ReadonlyMap<string, string>): string {
  let low = written.toLowerCase();
  const tail = low.length - 2;
  if (tail > 0 && low.charCodeAt(tail + 1) === 115 && isApostrophe(low.charCodeAt(tail))) low = low.slice(0, tail);
  return spelling.get(low) ?? low;
}

/** ' or ’ */
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;
