/** Wing 2, recognize, measurements: quantities that measure nothing in the picture: slice thickness, contrast volume, distance from a landmark. */
import { longestForm } from '../../search.ts';
import { type Line, unitAt } from './number.ts';
import { type WordKind, wordOfKind } from './quantity-words.ts';
import type { FoundQuantity } from './scan.ts';

const NEAR = 5;

/** `from` and `to`: the sentence, in pieces. */
export function isExcluded(line: Line, quantity: FoundQuantity, from: number, to: number): boolean {
  if (quantity.kind === 'length') return isTechnique(line, quantity, from, to) || isLandmark(line, quantity, from);
  const near = line.words.excluded.get(quantity.unit);
  if (!near) return false;
  for (let at = from; at < to; at += 1) if (longestForm(near, line.text, line.pieces, at)) return true;
  return false;
}

const kindBetween = (line: Line, from: number, to: number, kind: WordKind): boolean => {
  for (let at = from; at < to; at += 1) if (wordOfKind(line.words, line.text, line.pieces, at, kind)) return true;
  return false;
};

function isTechnique(line: Line, quantity: FoundQuantity, from: number, to: number): boolean {
  const left = Math.max(from, quantity.from - NEAR);
  const right = Math.min(to, quantity.to + NEAR);
  return (
    techniqueBefore(line, left, quantity.from) ||
    kindBetween(line, quantity.to, right, 'technique') ||
    kindBetween(line, quantity.to, Math.min(to, quantity.to + 2), 'device-after')
  );
}

/** "slices of 5 mm"; not the 9 mm of "the 5 mm slices show a 9 mm cyst": the slices have a figure of their own. */
function techniqueBefore(line: Line, from: number, to: number): boolean {
  const { text, pieces, words } = line;
  for (let at = from; at < to; at += 1)
    if (wordOfKind(words, text, pieces, at, 'technique') && !(isUnit(line, at - 1) && to - at > 1)) return true;
  return false;
}

const isUnit = (line: Line, at: number): boolean => unitAt(line, at)?.kind === 'length';

/** "4 cm from the nipple"; but "extends 3 mm below …" and "measures 5 mm above …" are sizes. */
function isLandmark(line: Line, quantity: FoundQuantity, from: number): boolean {
  const { text, pieces, words } = line;
  if (quantity.values.length > 1 && !quantity.range) return false;
  const found = longestForm(words.words, text, pieces, quantity.to);
  if (!found?.values.some(({ kind }) => kind === 'landmark-after')) return false;
  if (found.values.some(({ kind }) => kind === 'from')) {
    const next = pieces[found.to];
    const noun = next?.norm === 'the' || next?.norm === 'a' ? found.to + 1 : found.to;
    if (pieces[noun]?.kind === 'number' || wordOfKind(words, text, pieces, noun, 'prior-before')) return false;
    if (wordOfKind(words, text, pieces, noun, 'prior-after') || wordOfKind(words, text, pieces, noun, 'month'))
      return false;
    return true;
  }
  if (found.values.some(({ kind }) => kind === 'bound') && pieces[found.to]?.kind === 'number') return false;
  if (pieces[quantity.from - 1]?.norm === 'of') return false;
  return !kindBetween(line, Math.max(from, quantity.from - 4), quantity.from, 'measuring');
}
