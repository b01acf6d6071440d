/** Ground floor: what the wings know of a word, looked up once when a text is cut into tokens: no wing asks its own table for every token again. */

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

/** Normal form → bits, by the wing that made them. */
export interface WordTables {
  readonly roles: ReadonlyMap<string, number>;
  readonly signs: ReadonlyMap<string, number>;
  readonly senses: ReadonlyMap<string, number>;
  readonly moreSenses: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly classes: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<string, number>;
  readonly first: ReadonlyMap<string, number>;
  readonly advice: ReadonlyMap<string, number>;
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

/** The words of a knowledge; they come from its tables when a text holds them. Of other words, which may be names, nothing is kept. */
export function wordBook(spelling: Spelling, tables: () => WordTables): WordBook {
  const table = spellingTable(spelling);
  const known = new Map<string, Word>();
  let made: WordTables | null = null;
  let noted: ReadonlySet<string> | null = null;
  const lookUp = (written: string): Word => {
    const norm = normalForm(written, table);
    made ??= tables();
    noted ??= notedIn(made);
    if (!noted.has(norm) && !made.first.has(norm)) return unknownWord(norm);
    const { roles, signs, senses, moreSenses, kinds, classes, parts, first, advice } = made;
    const word: Word = {
      norm,
      trait: traitOf(norm),
      roles: roles.get(norm) ?? 0,
      signs: signs.get(norm) ?? 0,
      senses: senses.get(norm) ?? 0,
      moreSenses: moreSenses.get(norm) ?? 0,
      kinds: kinds.get(norm) ?? 0,
      classes: classes.get(norm) ?? 0,
      parts: parts.get(norm) ?? 0,
      first: first.get(norm) ?? -1,
      advice: advice.get(norm) ?? -1,
    };
    if (known.size === MOST) known.clear();
    known.set(written, word);
    return word;
  };
  return { of: (written) => known.get(written) ?? lookUp(written) };
}

/** All words of the tables but those that forms begin with, which are many: so that a name or a number is asked for twice, not nine times. */
function notedIn({ roles, signs, senses, moreSenses, kinds, classes, parts, advice }: WordTables): ReadonlySet<string> {
  const noted = new Set<string>();
  for (const table of [roles, signs, senses, moreSenses, kinds, classes, parts, advice])
    for (const word of table.keys()) noted.add(word);
  return noted;
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
