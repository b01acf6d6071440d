/** Wing 4, explain, frame: are the figures, sides and denials of a statement those of its sentences in another language? */
import type { FrameWords } from '@readingscan/knowledge';
import { deniesIn, figuresIn, sidesIn } from '../../faithfulness.ts';

/** `told` and `written`: all of it; `own` and `ownWritten`: without what is told by words of its own, a step or a call. */
export interface Compared {
  readonly told: string;
  readonly own: string;
  readonly written: string;
  readonly ownWritten: string;
}

export function isTrueTo({ told, own, written, ownWritten }: Compared, { documents: { frames } }: FrameWords): boolean {
  const [said, figures] = [figuresIn(told), figuresIn(written)];
  for (const figure of figuresIn(ownWritten)) if (!said.has(figure)) return false;
  for (const figure of figuresIn(own)) if (!figures.has(figure)) return false;
  const low = told.toLowerCase();
  const { left, right, both, denials, sideless } = frames.guard;
  let placed = low;
  for (const name of sideless) placed = placed.replaceAll(name, ' ');
  const holds = (words: readonly string[], text = placed): boolean =>
    words.some((word) => holdsWord(text, word, frames.inflects));
  const sides = sidesIn(ownWritten);
  const [isLeft, isRight, isBoth] = [holds(left), holds(right), holds(both)];
  const any = sidesIn(written).any;
  if (sides.named.has('left') && !isLeft && !isBoth) return false;
  if (sides.named.has('right') && !isRight && !isBoth) return false;
  if (sides.named.has('both') && !isBoth && !(isLeft && isRight)) return false;
  if (isLeft && !any.has('left') && !any.has('both')) return false;
  if (isRight && !any.has('right') && !any.has('both')) return false;
  if (isBoth && !any.has('both') && !(any.has('left') && any.has('right'))) return false;
  return !deniesIn(ownWritten) || holds(denials, low);
}

/** A word that begins so, or, where words are not set apart, anywhere. */
export const holdsWord = (text: string, word: string, isApart: boolean): boolean => {
  if (!isApart) return text.includes(word);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (at === 0 || !/\p{L}/u.test(text[at - 1] ?? '')) return true;
  return false;
};
