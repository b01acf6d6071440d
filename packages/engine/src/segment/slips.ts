/** Wing 1, segment: heading words that were mistyped, misread by a machine or set with spaces between their letters. */

import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import { unknownWord } from '../word.ts';
import type { HeadingWord, Vocabulary } from './vocabulary.ts';

/** A heading word with one slip (FINIDNGS, IMPRESION) or with letters taken for their likes (1NDlCATlON); true: a word beside one. */
export function slipAt(token: Token | undefined, words: Vocabulary): HeadingWord | true | null {
  if (token?.kind !== 'word' || token.norm.length < 6 || token.norm.length > 16) return null;
  const { norm } = token;
  const misread = words.misread.get(shapeOf(norm));
  if (misread) return misread;
  for (const right of words.corrigible)
    if (mayBeSlip(norm, right) && oneSlip(norm, right))
      return phraseAt(words.headings, [{ ...token, norm: right, word: unknownWord(right) }], 0, 1)?.value ?? null;
  return null;
}

/** One slip spoils the first letter or the last, not both. */
const mayBeSlip = (written: string, right: string): boolean =>
  written.charCodeAt(0) === right.charCodeAt(0) ||
  written.charCodeAt(written.length - 1) === right.charCodeAt(right.length - 1);

/** One letter more, less, other, or two neighbours swapped. */
export function oneSlip(written: string, right: string): boolean {
  if (Math.abs(written.length - right.length) > 1) return false;
  let at = 0;
  while (at < written.length && at < right.length && written[at] === right[at]) at += 1;
  const rest = written.slice(at);
  const meant = right.slice(at);
  if (rest === meant) return true;
  return (
    rest.slice(1) === meant.slice(1) ||
    rest.slice(1) === meant ||
    rest === meant.slice(1) ||
    (rest[0] === meant[1] && rest[1] === meant[0] && rest.slice(2) === meant.slice(2))
  );
}

/** Letters that a machine takes for one another, brought to one of them. */
export const shapeOf = (norm: string): string =>
  norm
    .replace(/[l1|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm');

function withMore(token: Token, more: Token): Token {
  const norm = token.norm + more.norm;
  return { ...token, norm, end: more.end, word: unknownWord(norm) };
}

const FEWEST_LETTERS = 6;

/** "I M P R E S S I O N": the heading, and the token behind its last letter. */
export function spacedAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
  words: Vocabulary,
): { readonly word: HeadingWord; readonly to: number } | null {
  const joined: Token[] = [];
  let to = from;
  for (; to < limit; to += 1) {
    const token = tokens[to];
    if (token?.kind !== 'word' || token.end - token.start !== 1) break;
    const last = joined.at(-1);
    // a wider gap parts two words
    if (last && token.start - last.end <= 1) joined[joined.length - 1] = withMore(last, token);
    else joined.push(token);
  }
  if (to - from < FEWEST_LETTERS) return null;
  const hit = phraseAt(words.headings, joined, 0, joined.length);
  return hit?.to === joined.length ? { word: hit.value, to } : null;
}
