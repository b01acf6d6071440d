/** Wing 4, explain: "and/or", which the report's tokens part in three, as one link. */
import type { Chunk } from './chunk.ts';
import { wordChunk } from './own-chunk.ts';

/** The same chunks with one for each "and/or". */
export function withAndOr(chunks: readonly Chunk[]): readonly Chunk[] {
  const isAt = (at: number): boolean =>
    chunks[at]?.text.toLowerCase() === 'and' &&
    chunks[at + 1]?.text === '/' &&
    chunks[at + 2]?.text.toLowerCase() === 'or';
  if (!chunks.some((_, at) => isAt(at))) return chunks;
  return chunks.flatMap((chunk, at) => {
    if (isAt(at - 1) || isAt(at - 2)) return [];
    return isAt(at) ? [{ ...wordChunk(AND_OR, chunk), to: chunks[at + 2]?.to ?? chunk.to }] : [chunk];
  });
}
export const AND_OR = 'and/or';
