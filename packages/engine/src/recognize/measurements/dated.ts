/** Wing 2, recognize, measurements: dates around a number, and whose they are. */
import type { Chunk } from './chunks.ts';

/** "4.4 cm last time, 2.0 cm", "6 mm in 2019, 9 mm": the words before the comma date the quantity in front of them. */
export function isTaken(chunks: readonly Chunk[], from: number): boolean {
  for (let at = from; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null) return chunk !== undefined && at < from;
    const { kinds, norm } = chunk;
    const isOfDate =
      chunk.date || kinds.has('prior-after') || kinds.has('ago') || kinds.has('filler') || DATES.has(norm);
    // "5 mm larger than in May, 19 mm"
    if (!isOfDate && !kinds.has('difference-after')) return false;
  }
  return false;
}

/** before a date */
export const DATES: ReadonlySet<string> = new Set(['in', 'on', 'of', 'from']);
const OPENS: ReadonlySet<string> = new Set([',', '(', '[']);

/** "in 2018 -0.7": nothing but the date stands between the word before and the number. */
export function datedPlace(chunks: readonly Chunk[], first: number, place: number): boolean {
  for (let at = first; at < place; at += 1) {
    const before = chunks[at - 1];
    if (!chunks[at]?.date) continue;
    if (DATES.has(before?.norm ?? '') || chunks[at + 1]?.norm === ':') return true;
    // "today 47 mm, 06/2021 45 mm"
    if (before && OPENS.has(before.norm) && chunks[at - 2]?.quantity !== null) return true;
  }
  return false;
}

/** "On the 2021 study it was …": a date earlier in the same part of the sentence. */
export function datedClause(chunks: readonly Chunk[], first: number): boolean {
  for (let at = first - 1; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null || chunk.norm === ';') return false;
    if (chunk.date || chunk.kinds.has('prior-after') || chunk.kinds.has('prior-before')) return true;
  }
  return false;
}
