/** Wing 1, segment: capitals and small letters. */
import type { Token } from '../token.ts';

export type Case = 'upper' | 'title' | 'lower';

/** All capitals, a capital first, or neither; of the words of `[from, to)`. */
export function caseOf(text: string, tokens: readonly Token[], from: number, to: number): Case {
  let first: Token | null = null;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    first ??= token;
    const word = text.slice(token.start, token.end);
    if (word !== word.toUpperCase()) return startsUpper(text, first) ? 'title' : 'lower';
  }
  return first === null ? 'lower' : 'upper';
}

export function startsUpper(text: string, token: Token): boolean {
  if (token.kind !== 'word') return false;
  const c = text.charCodeAt(token.start);
  if (c < 128) return c >= 65 && c <= 90;
  const first = text.charAt(token.start);
  return first !== first.toLowerCase();
}

/** A small letter of the alphabet. */
export const isSmall = (c: number): boolean => c >= 97 && c <= 122;

const MOSTLY = 0.6;
const STEP = 256;

export function isMostlyCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; ) {
    for (const stop = Math.min(text.length, at + STEP); at < stop; at += 1) {
      const c = text.charCodeAt(at);
      if (c >= 65 && c <= 90) upper += 1;
      else if (isSmall(c)) lower += 1;
    }
    // capitals alone could not turn it any more
    const most = upper + text.length - at;
    if (most <= MOSTLY * (most + lower)) return false;
  }
  return upper > MOSTLY * (upper + lower);
}
