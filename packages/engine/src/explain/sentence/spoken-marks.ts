/** Wing 4, explain: a mark that was spoken and written out as a word: "unchanged comma no uptake" → "unchanged, no uptake". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

export function withSpokenMarks(chunks: readonly Chunk[], { spokenMarks, signNames }: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => chunk.kind === 'word' && spokenMarks.has(chunk.norm))) return chunks;
  return chunks.map((chunk, at): Chunk => {
    const text = chunk.kind === 'word' ? spokenMarks.get(chunk.norm) : undefined;
    const [before, next] = [chunks[at - 1], chunks[at + 1]];
    // "comma sign"
    if (text === undefined || !before || !next || chunk.glued || next.glued || signNames.has(next.text.toLowerCase()))
      return chunk;
    const { from, to, start, end } = chunk;
    return { kind: 'mark', text, glued: true, from, to, start, end };
  });
}
