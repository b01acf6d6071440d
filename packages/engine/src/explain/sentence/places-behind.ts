/** Wing 4, explain: places listed before what was found in all of them come behind it: "left upper lobe and right lower lobe nodules". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isListLink } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore, isSide } from './modifiers.ts';
import { spotBefore, wordChunk } from './own-chunk.ts';

/** The same chunks; each list of places that nothing before it holds, with a finding right behind, has changed places with that. */
export function withPlacesBehind(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => isListLink(chunk, language))) return chunks;
  const told: Chunk[] = [];
  for (let from = 0; from < chunks.length; ) {
    const first = chunks[from];
    if (!first) break;
    const to = isHeld(chunks, from, language) ? from : placesTo(chunks, from, language);
    let noun = to;
    while (to > from && describes(chunks[noun], language)) noun += 1;
    if (to === from || !isFinding(chunks[noun]) || chunks[noun]?.own) {
      // a list that nothing is found behind is passed as a whole
      const end = Math.max(to, from + 1);
      told.push(...chunks.slice(from, end));
      from = end;
      continue;
    }
    const found = chunks.slice(to, noun + 1);
    told.push(
      ...found,
      wordChunk(language.inside, spotBefore(first)),
      wordChunk(language.the, spotBefore(first)),
      { ...first, glued: false },
      ...chunks.slice(from + 1, to),
    );
    from = noun + 1;
  }
  return told;
}

/** The end of two places or more that are joined, each with its side; `from` where there are fewer, or one lends its noun. */
function placesTo(chunks: readonly Chunk[], from: number, language: Language): number {
  let end = from;
  let count = 0;
  for (let at = from; ; ) {
    while (isSide(chunks[at])) at += 1;
    const place = chunks[at];
    if (!isAnatomy(place)) break;
    count += 1;
    end = at + 1;
    at = end;
    const link = at;
    while (isListLink(chunks[at], language)) at += 1;
    if (at === link) break;
  }
  return count > 1 ? end : from;
}

/** "In the left lung and …", "mass of the liver and …": what stands before holds the place, or is another one. */
function isHeld(chunks: readonly Chunk[], from: number, language: Language): boolean {
  const at = isDeterminer(chunks[from - 1], language) ? from - 2 : from - 1;
  const before = chunks[at];
  if (before === undefined) return false;
  if (before.kind === 'concept') return true;
  return before.kind === 'word' && (language.levelHolders.has(before.norm) || language.placing.has(before.norm));
}

const isDeterminer = (chunk: Chunk | undefined, { determiners }: Language): boolean =>
  chunk?.kind === 'word' && determiners.has(chunk.norm);

const describes = (chunk: Chunk | undefined, language: Language): boolean =>
  (chunk?.kind === 'modifier' && !isSide(chunk) && isBefore(chunk, language)) || chunk?.kind === 'quantity';
