/** Wing 4, explain: puts a side into a noun phrase: "stone in the kidney" + left → "stone in the left kidney". */
import type { Language } from './language.ts';

export type Side = 'left' | 'right' | 'bilateral' | 'midline';

export function withSide(plain: string, side: Side, language: Language): string {
  const words = plain.split(' ');
  const at = sidedAt(words, language);
  const noun = words[at];
  // in "main lung arteries" the lung only tells which arteries
  if (at < words.length - 1 && words[at - 1] !== 'the' && !language.prepositions.has(words[at + 1] ?? ''))
    return `${plain} ${suffix(side)}`;
  if (side === 'midline' || noun === undefined) return `${plain} ${suffix(side)}`;
  // "the hip joint": the joints are two, not the hips
  if (side === 'bilateral' && words[at + 1] && !language.prepositions.has(words[at + 1] ?? ''))
    return `${plain} ${suffix(side)}`;
  const plural = language.sided.get(noun) ?? noun;
  // "index finger", "lower leg": the side stands before both
  const first = language.sidedWith.has(words[at - 1] ?? '') ? at - 1 : at;
  const article = words[first - 1] === 'the' ? first - 1 : first;
  const before = words.slice(0, article);
  const after = words.slice(at + 1);
  if (side === 'bilateral') return [...before, 'both', ...words.slice(first, at), plural, ...after].join(' ');
  return [...before, ...words.slice(article, first), side, ...words.slice(first, at), noun, ...after].join(' ');
}

/** Where the word stands that bears a side; "on the thumb side" tells which bone, not whose thumb. -1 where none does. */
export const sidedAt = (words: readonly string[], language: Language): number =>
  words.findLastIndex(
    (word, at) => (language.sided.has(word) || language.sidedPlurals.has(word)) && words[at + 1] !== language.sideWord,
  );

/** "Pneumothorax right": the side alone, behind what has it; null for any other word. */
export const sideBehind = (word: string | undefined): string | null =>
  word === 'left' || word === 'right' ? suffix(word) : null;

function suffix(side: Side): string {
  if (side === 'bilateral') return 'on both sides';
  if (side === 'midline') return 'in the midline';
  return `on the ${side}`;
}
