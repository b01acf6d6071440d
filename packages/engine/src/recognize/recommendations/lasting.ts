/** Wing 2, recognize: how long what the person is asked to do lasts. */
import type { Item } from './items.ts';
import { numberedAt, type Time } from './times.ts';

/** How long something is to last, "for 6 weeks", "x 2 weeks": the first behind an item; `mayBeBare`: right behind it without such a word. */
export function lastingIn(
  items: readonly Item[],
  from: number,
  to: number,
  mayBeBare = false,
): Pick<Time, 'from' | 'to' | 'interval'> | null {
  for (let at = from; at < to; at += 1) {
    const { number, period } = items[at]?.mark ?? {};
    if (number === undefined && !period) continue;
    const bound = items[at - 1]?.mark.bound;
    // "NWB 6/52"
    const isBare = mayBeBare && at === from;
    if (!isBare && (at - 1 < from || (bound !== 'duration' && bound !== 'at-least'))) continue;
    if (period && !period.repeat)
      return { from: at - 1, to: at + 1, interval: { min: period.min, max: period.max, unit: period.unit } };
    const read = numberedAt(items, at, from, to);
    if (!read || read === 'skip') continue;
    const { time } = read;
    return { from: time.from, to: time.to, interval: time.interval };
  }
  return null;
}
