/** Wing 4, explain: a place and a smaller one within it, written without a comma: "left upper lobe inferior lingular segment". */
import type { Chunk } from './chunk.ts';
import { endsInPhrase, isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { comma, spotBefore, wordChunk } from './own-chunk.ts';

/** The same chunks, with a comma between two places whose plain names are both phrases; such names cannot stand side by side. */
export function withPlacesApart(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(isAnatomy)) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const place = chunks[at - 1];
    if (place === undefined || !isPhrase(place, language)) return [chunk];
    let next = at;
    while (isPosition(chunks[next])) next += 1;
    if (!isPhrase(chunks[next], language) || isFinding(chunks[next + 1])) return [chunk];
    const spot = spotBefore(chunk);
    return [comma(spot), wordChunk(language.the, spot), chunk];
  });
}

const isPosition = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'modifier' && chunk.modifier.role === 'position';

const isPhrase = (chunk: Chunk | undefined, language: Language): boolean =>
  isAnatomy(chunk) && !chunk.shares && endsInPhrase(chunk, language);
