/** Wing 4, explain: a terse denial before what it denies, in the everyday word: "nil fracture" → "no fracture". */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';

export function withTerseDenials(chunks: readonly Chunk[], { terseDenials }: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => chunk.kind === 'word' && (terseDenials.has(chunk.norm) || chunk.norm === NO)))
    return chunks;
  return chunks.map((chunk, at): Chunk => {
    if (isAnsweredNo(chunks, at)) return { ...chunk, text: NONE, norm: NONE, known: true } as Chunk;
    const plain = chunk.kind === 'word' ? terseDenials.get(chunk.norm) : undefined;
    const [before, next] = [chunks[at - 1], chunks[at + 1]];
    const isBefore = next?.kind === 'concept' || next?.kind === 'modifier';
    if (chunk.kind !== 'word' || plain === undefined || !isBefore || (before && before.kind !== 'mark')) return chunk;
    return { ...chunk, text: plain, norm: plain, known: true };
  });
}

/** "Effusion no / pneumothorax yes", "effusion - no": the answer, which denies what stands before it. */
function isAnsweredNo(chunks: readonly Chunk[], at: number): boolean {
  const [chunk, before, next] = [chunks[at], chunks[at - 1], chunks[at + 1]];
  if (chunk?.kind !== 'word' || chunk.norm !== NO || (next && next.kind !== 'mark')) return false;
  const named = before?.kind === 'mark' && before.text === '-' ? chunks[at - 2] : before;
  return named !== undefined && isFinding(named);
}
const NO = 'no';
export const NONE = 'none';
