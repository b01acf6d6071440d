/** Wing 3, assertion: of all scopes of a statement those that may reach a target, so that long statements cost no more. */
import { firstNotBefore } from '../../order.ts';
import { FARTHEST } from './scope.ts';

/** Of what lies in order along the text, all that may reach `[from, to)`: no walk over the rest of a long statement. */
export function nearby<T extends { readonly at: number }>(all: readonly T[], from: number, to: number): readonly T[] {
  if (all.length < FEW) return all;
  const first = firstNotBefore(all, ({ at }) => at < from - FARTHEST - COMFORT);
  let end = first;
  while (end < all.length && (all[end]?.at ?? 0) <= to + FARTHEST + COMFORT) end += 1;
  return all.slice(first, end);
}

const FEW = 12;
/** the longest cue, in tokens, with room */
const COMFORT = 20;
