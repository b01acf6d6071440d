/** Wing 3, assertion: of all scopes of a statement those that may reach a target, so that long statements cost no more. */
import { FARTHEST } from './scope.ts';

/** Of what lies in order along the text, all that may reach `[from, to)`: no walk over the rest of a long statement. */
export function nearby<T extends { readonly at: number }>(all: readonly T[], from: number, to: number): readonly T[] {
  if (all.length < FEW) return all;
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.at ?? 0) < from - FARTHEST - COMFORT) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < all.length && (all[end]?.at ?? 0) <= to + FARTHEST + COMFORT) end += 1;
  return all.slice(low, end);
}

const FEW = 12;
/** the longest cue, in tokens, with room */
const COMFORT = 20;
