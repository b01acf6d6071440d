/** Ground floor: the tokens of a text, each with its place and the normal form that the lexicon knows. */
import { firstNotBefore } from './order.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** lower case, American spelling, without possessive 's; a mark is itself */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** no white space stands before it */
  readonly glued: boolean;
}

export type Spelling = Readonly<Record<string, string>>;

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

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean =>
  c === 32 ||
  (c >= 9 && c <= 13) ||
  c === 0xa0 ||
  (c >= 0x2000 && c <= 0x200d) ||
  c === 0x202f ||
  c === 0x3000 ||
  c === 0xfeff;
const isAsciiLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
const LETTER = /^\p{L}$/u;
const isLetter = (c: number): boolean => isAsciiLetter(c) || (c > 127 && LETTER.test(String.fromCharCode(c)));
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;

/**
 * Tokens of a text in order. A word is letters with the digits after them (L4, T2); a number is digits with decimals or thousands
 * ("1.1", ".8", "1,200"); anything else but white space is a mark of one character.
 */
export function tokenize(text: string, spelling: Spelling = {}): Token[] {
  const tokens: Token[] = [];
  const table = spellingTable(spelling);
  let at = 0;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (isSpace(c)) {
      at += 1;
      continue;
    }
    const start = at;
    let kind: Token['kind'] = 'mark';
    if (isLetter(c)) {
      at = endOfWord(text, at);
      kind = 'word';
    } else if (isDigit(c) || (c === 46 && isDigit(text.charCodeAt(at + 1)) && beginsNumber(text.charCodeAt(at - 1)))) {
      at = endOfNumber(text, at);
      kind = 'number';
    } else at += 1;
    tokens.push({
      start,
      end: at,
      norm: kind === 'word' ? normal(text.slice(start, at), table) : text.slice(start, at),
      kind,
      glued: start > 0 && !isSpace(text.charCodeAt(start - 1)),
    });
  }
  return tokens;
}

/** Of the tokens `[from, to)` the first that ends behind a place of the text; `to` where there is none. */
export const tokenAt = (tokens: readonly Token[], place: number, from: number, to: number): number =>
  firstNotBefore(tokens, ({ end }) => end <= place, from, to);

/** A full stop before a digit belongs to a number (".8 cm") unless it closes the word before it ("cyst.2"). */
const beginsNumber = (before: number): boolean => !(isDigit(before) || isLetter(before) || before === 41);

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (isLetter(c) || isDigit(c)) at += 1;
    else if (isApostrophe(c) && isLetter(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    const inside = (c === 46 || c === 44) && isDigit(text.charCodeAt(at + 1));
    if (!isDigit(c) && !inside) break;
    at += 1;
  }
  return at;
}

/** "Crohn’s" → "crohn"; "OEDEMA" → "edema" (by the spelling table). */
function normal(word: string, spelling: ReadonlyMap<string, string>): string {
  let low = word.toLowerCase();
  const tail = low.length - 2;
  if (tail > 0 && low.charCodeAt(tail + 1) === 115 && isApostrophe(low.charCodeAt(tail))) low = low.slice(0, tail);
  return spelling.get(low) ?? low;
}
