/** Wing 3, assertion: what stands in brackets: does something new begin in them, and where were they opened? */
import type { Cues } from './cues.ts';
import { type Ground, normAt } from './ground.ts';
import { opensNew } from './lists.ts';

/** "(note: ganglion)", "(a small cyst)": what is added by the way is said by itself. */
export function asideIsNew(ground: Ground, cues: Cues, i: number): boolean {
  if (opensNew(ground, cues, i + 1)) return true;
  for (let k = i + 1; k < Math.min(i + 6, ground.to); k += 1) {
    const norm = normAt(ground, k);
    if (norm === ')') return false;
    if (norm === ':' || norm === '?') return true;
  }
  return false;
}

export function opensBefore(ground: Ground, from: number, close: number): boolean {
  for (let k = close - 1; k >= Math.max(ground.from, close - 30); k -= 1)
    if (normAt(ground, k) === '(') return k < from;
  return false;
}
