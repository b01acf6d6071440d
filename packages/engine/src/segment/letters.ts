/** Wing 1, segment: capitals and small letters. */
import type { Token } from '../token.ts';

export type Case = 'upper' | 'title' | 'lower';

/** All capitals, a capital first, or neither; of the words of `[from, to)`. */
export function caseOf(text: string, tokens: readonly Token[], from: number, to: number): Case {
  let first: string | null = null;
  let small = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const word = text.slice(token.start, token.end);
    first ??= word;
    if (word !== word.toUpperCase()) small = true;
  }
  if (first === null) return 'lower';
  if (!small) return 'upper';
  return isUpper(first) ? 'title' : 'lower';
}

export const startsUpper = (text: string, token: Token): boolean =>
  token.kind === 'word' && isUpper(text.slice(token.start, token.end));

function isUpper(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

const MOSTLY = 0.6;

export function isMostlyCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at += 1) {
    const c = text.charCodeAt(at);
    if (c >= 65 && c <= 90) upper += 1;
    else if (c >= 97 && c <= 122) lower += 1;
  }
  return upper > MOSTLY * (upper + lower);
}
