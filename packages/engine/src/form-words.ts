/** Ground floor: the words of a written form as a trie holds them. */
import { type Token, tokenize } from './token.ts';
import { plainBook, type Spelling, spellingTable } from './word.ts';

/** In normal form, without the hyphens between them. Nearly all forms are plain words with single spaces between them and need no tokenizer. */
export function wordsOfForm(form: string, spelling: Spelling): string[] {
  if (!isSimple(form)) return wordsOfAny(form, spelling);
  const table = spellingTable(spelling);
  const low = form.toLowerCase();
  const words: string[] = [];
  for (let at = 0; at <= low.length; ) {
    const space = low.indexOf(' ', at);
    const end = space < 0 ? low.length : space;
    const word = low.slice(at, end);
    words.push(table.get(word) ?? word);
    at = end + 1;
  }
  return words;
}

/** Letters with single spaces between them. */
function isSimple(form: string): boolean {
  let inWord = false;
  for (let at = 0; at < form.length; at += 1) {
    const isLetter = isPlain(form.charCodeAt(at), false);
    if (!isLetter && (!inWord || form.charCodeAt(at) !== 32)) return false;
    inWord = isLetter;
  }
  return inWord;
}

const wordsOfAny = (form: string, spelling: Spelling): string[] =>
  tokenize(form, plainBook(spelling))
    .filter((token, at, all) => !(at > 0 && isHyphen(token) && !isMark(all[at - 1]) && !isMark(all[at + 1])))
    .map(({ norm }) => norm);

const isMark = (token: Token | undefined): boolean => token?.kind === 'mark';
export const isHyphen = ({ norm }: Token): boolean => norm === '-' || norm === '‐' || norm === '‑';

/** What the tokenizer would find first; nearly all forms begin with a plain word and need no tokenizer. */
export function firstWord(form: string, spelling: Spelling): string | undefined {
  let end = 0;
  while (end < form.length && isPlain(form.charCodeAt(end), end > 0)) end += 1;
  const next = form.charCodeAt(end);
  if (end === 0 || next === 39 || next > 127) return wordsOfForm(form, spelling)[0];
  const low = form.slice(0, end).toLowerCase();
  return spellingTable(spelling).get(low) ?? low;
}

/** A letter, or a digit inside a word. */
const isPlain = (c: number, inside: boolean): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (inside && c >= 48 && c <= 57);
