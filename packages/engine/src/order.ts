/** Ground floor: looking up a place in a list that stands in the order of the text, by halving. */

/** Index in `[from, to)` of the first that does not lie before the place; `to` where all do. */
export function firstNotBefore<T>(
  list: readonly T[],
  isBefore: (one: T) => boolean,
  from = 0,
  to: number = list.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isBefore(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
