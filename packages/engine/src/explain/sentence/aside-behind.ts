/** Wing 4, explain: a measure in brackets between an adjective and its noun is told behind the noun: "moderate (50-69%) stenosis" → "a moderate narrowing (50-69%)". */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';

/** Chunks of "(50-69%)", with the brackets. */
const LONGEST = 8;

export function withAsideBehind(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(({ text }) => text === OPENS)) return chunks;
  const out: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const chunk = chunks[at];
    if (!chunk) break;
    const end = chunk.text === OPENS && chunks[at - 1]?.kind === 'modifier' ? closing(chunks, at) : null;
    const noun = end === null ? undefined : chunks[end + 1];
    if (end === null || noun === undefined || !isFinding(noun)) {
      out.push(chunk);
      continue;
    }
    out.push(noun, ...chunks.slice(at, end + 1));
    at = end + 1;
  }
  return out;
}
const OPENS = '(';
const CLOSES = ')';

/** Where brackets that hold a measure alone close; null where they hold words. */
function closing(chunks: readonly Chunk[], from: number): number | null {
  for (let at = from + 1; at < Math.min(chunks.length, from + LONGEST); at += 1) {
    const chunk = chunks[at];
    if (chunk?.text === CLOSES) return at > from + 1 ? at : null;
    if (chunk?.kind !== 'number' && chunk?.kind !== 'quantity' && chunk?.kind !== 'mark') return null;
  }
  return null;
}
