/** Wing 4, explain: a terse denial before what it denies, in the everyday word: "nil fracture" → "no fracture". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

export function withTerseDenials(chunks: readonly Chunk[], { terseDenials }: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => chunk.kind === 'word' && terseDenials.has(chunk.norm))) return chunks;
  return chunks.map((chunk, at): Chunk => {
    const plain = chunk.kind === 'word' ? terseDenials.get(chunk.norm) : undefined;
    const [before, next] = [chunks[at - 1], chunks[at + 1]];
    const isBefore = next?.kind === 'concept' || next?.kind === 'modifier';
    if (chunk.kind !== 'word' || plain === undefined || !isBefore || (before && before.kind !== 'mark')) return chunk;
    return { ...chunk, text: plain, norm: plain, known: true };
  });
}
