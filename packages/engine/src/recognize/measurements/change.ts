/** Wing 2, recognize, measurements: whether "A to B" is a change, a range, or an amount and what it came to. */
import type { Line } from './number.ts';
import type { Group } from './quantity.ts';
import { wordOfKind } from './quantity-words.ts';

const REACH = 14;

/** "decreased from 34 mm to 21 mm" is a change; "ranging from 3 mm to 6 mm" is a range. */
export function isChange(line: Line, first: Group, second: Group): boolean {
  const { text, pieces, words } = line;
  if (isRanging(line, first.from)) return false;
  const isFrom = fromBefore(line, first.from);
  const less = (first.numbers[0]?.value ?? 0) > (second.numbers[0]?.value ?? 0);
  if (!isFrom && !less) return false;
  for (let at = Math.max(0, first.from - REACH); at < first.from; at += 1)
    if (wordOfKind(words, text, pieces, at, 'changed')) return true;
  return isFrom && less;
}

/** "grown by 5 mm to 35 mm" */
export const isBy = ({ text, pieces, words }: Line, from: number): boolean =>
  wordOfKind(words, text, pieces, from - 1, 'difference-before') === from &&
  wordOfKind(words, text, pieces, from - 1, 'times') > 0;

function fromBefore({ text, pieces, words }: Line, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 3); at -= 1)
    if (wordOfKind(words, text, pieces, at, 'from')) return true;
  return false;
}

export function isRanging({ text, pieces, words }: Line, from: number): boolean {
  for (let at = Math.max(0, from - 5); at < from; at += 1)
    if (wordOfKind(words, text, pieces, at, 'ranging')) return true;
  return false;
}
