/** Ground floor: the tokens of a text, each with its place and the normal form that the lexicon knows. */
import { firstNotBefore } from './order.ts';
import type { Word, WordBook } from './word.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** lower case, American spelling, without possessive 's; a mark is itself */
  readonly norm: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** no white space stands before it */
  readonly glued: boolean;
  /** what is known of it */
  readonly word: Word;
}

/** What a character is, looked up for those below 128 and worked out for the others. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const APOSTROPHE = 4;

const ASCII = Uint8Array.from({ length: 128 }, (_, c) => {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return LETTER;
  if (c >= 48 && c <= 57) return DIGIT;
  if (c === 32 || (c >= 9 && c <= 13)) return SPACE;
  return c === 39 ? APOSTROPHE : OTHER;
});

/** 0 to 9, by character code */
export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Behind the end of a text nothing stands. */
const classAt = (text: string, at: number): number => {
  if (at < 0 || at >= text.length) return OTHER;
  const c = text.charCodeAt(at);
  return c < 128 ? (ASCII[c] ?? OTHER) : farClass(c);
};

const FAR_LETTER = /^\p{L}$/u;

function farClass(c: number): number {
  if (c === 0xa0 || (c >= 0x2000 && c <= 0x200d) || c === 0x202f || c === 0x3000 || c === 0xfeff) return SPACE;
  if (c === 0x2019) return APOSTROPHE;
  return FAR_LETTER.test(String.fromCharCode(c)) ? LETTER : OTHER;
}

/**
 * Tokens of a text in order. A word is letters with the digits after them (L4, T2); a number is digits with decimals or thousands
 * ("1.1", ".8", "1,200"); anything else but white space is a mark of one character.
 */
export function tokenize(text: string, book: WordBook): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  for (let at = 0; at < text.length; ) {
    const own = classAt(text, at);
    if (own === SPACE) {
      at += 1;
      glued = false;
      continue;
    }
    const start = at;
    let kind: Token['kind'] = 'word';
    if (own === LETTER) at = endOfWord(text, at);
    else if (own === DIGIT || beginsNumber(text, at)) {
      at = endOfNumber(text, at);
      kind = 'number';
    } else {
      at += 1;
      kind = 'mark';
    }
    const word = book.of(text.slice(start, at));
    tokens.push({ start, end: at, norm: word.norm, kind, glued, word });
    glued = true;
  }
  return tokens;
}

/** Of the tokens `[from, to)` the first that ends behind a place of the text; `to` where there is none. */
export const tokenAt = (tokens: readonly Token[], place: number, from: number, to: number): number =>
  firstNotBefore(tokens, ({ end }) => end <= place, from, to);

const POINT = 46;
const COMMA = 44;
const CLOSED = 41;

/** A full stop before a digit belongs to a number (".8 cm") unless it closes the word before it ("cyst.2"). */
function beginsNumber(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== POINT || classAt(text, at + 1) !== DIGIT) return false;
  const before = classAt(text, at - 1);
  return before !== DIGIT && before !== LETTER && !(at > 0 && text.charCodeAt(at - 1) === CLOSED);
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const own = classAt(text, at);
    if (own === LETTER || own === DIGIT) at += 1;
    else if (own === APOSTROPHE && classAt(text, at + 1) === LETTER) at += 2;
    else return at;
  }
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at += 1) {
    if (classAt(text, at) === DIGIT) continue;
    const c = text.charCodeAt(at);
    if ((c !== POINT && c !== COMMA) || classAt(text, at + 1) !== DIGIT) break;
  }
  return at;
}
