/** Wing 4, explain: organs of one list share the side before them: "right upper and lower lobes" → "right upper lobe and right lower lobe". */

import { isPairedIn } from '../../sides.ts';
import type { Knowledge } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import { type ConceptChunk, isAnatomy, isListLink } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isSide } from './modifiers.ts';
import { spotBefore } from './own-chunk.ts';

/** The same chunks; each organ of such a list bears the side. */
export const withSharedSide = (chunks: readonly Chunk[], language: Language, knowledge: Knowledge): readonly Chunk[] =>
  withLentSide(withSideOfNoun(chunks, language), language, knowledge);

/** Of organs that share a noun; each is one where a side has only one of it. */
function withSideOfNoun(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => chunk.kind === 'concept' && chunk.shares)) return chunks;
  const told: Chunk[] = [];
  let side: Chunk | null = null;
  for (const [at, chunk] of chunks.entries()) {
    const sharer = chunks[at - 1] === side ? null : sharerBefore(chunks, at, language);
    if (isSide(chunk)) side = chunk;
    else if (!isAnatomy(chunk) && !isListLink(chunk, language)) side = null;
    if (!isAnatomy(chunk) || !side || !(chunk.shares || sharer)) {
      told.push(chunk);
      continue;
    }
    if (sharer && !chunk.concept.laterality) told.push({ ...side, ...spotBefore(chunk) });
    const isOne = side.kind === 'modifier' && side.modifier.value !== 'bilateral' && isOnePerSide(chunk, language);
    told.push(isOne ? { ...chunk, plural: false } : chunk);
    if (!chunk.shares) side = null;
  }
  return told;
}

/** The organ that the link right before a chunk joins to it, where the two share a noun. */
function sharerBefore(chunks: readonly Chunk[], at: number, language: Language): Chunk | null {
  let before = at - 1;
  while (isListLink(chunks[before], language)) before -= 1;
  const sharer = chunks[before];
  return before < at - 1 && isAnatomy(sharer) && sharer.shares ? sharer : null;
}

/** "upper part of the lung", but not "lymph nodes beside the windpipe" */
function isOnePerSide({ words }: ConceptChunk, { onePerSide, prepositions }: Language): boolean {
  const named = words.plain.split(' ');
  const end = named.findIndex((word) => prepositions.has(word));
  return onePerSide.has(named.at(end < 0 ? -1 : end - 1) ?? '');
}

/** "left upper lobe and lower lobe" → "left upper lobe and left lower lobe"; "left kidney and bladder" as it is. */
function withLentSide(chunks: readonly Chunk[], language: Language, knowledge: Knowledge): readonly Chunk[] {
  if (chunks.filter(isAnatomy).length < 2) return chunks;
  const told: Chunk[] = [];
  let side: Chunk | null = null;
  for (const [at, chunk] of chunks.entries()) {
    const isFirst = !isListLink(chunks[at - 1], language);
    if (!isAnatomy(chunk)) {
      if (isOneSide(chunk)) side = chunk;
      else if (!isListLink(chunk, language)) side = null;
    } else if (isFirst || chunk.concept.laterality)
      side = ownSideOf(chunk, knowledge) ?? (isOneSide(told.at(-1) ?? chunk) ? side : null);
    else if (side && takesSide(chunk, chunks[at + 1], knowledge)) told.push({ ...side, ...spotBefore(chunk) });
    else side = null;
    told.push(chunk);
  }
  return told;
}

/** the side in the name of an organ */
function ownSideOf({ concept, ...place }: ConceptChunk, { reading }: Knowledge): Chunk | null {
  const modifier = reading.modifiers.find(({ role, id }) => role === 'side' && id === concept.laterality);
  return modifier && ONE.has(modifier.value ?? '')
    ? { ...spotBefore({ concept, ...place }), kind: 'modifier', modifier }
    : null;
}

const isOneSide = (chunk: Chunk): boolean =>
  isSide(chunk) && chunk.kind === 'modifier' && ONE.has(chunk.modifier.value ?? '');
const ONE: ReadonlySet<string> = new Set(['left', 'right']);

/** One organ of a pair, with no side of its own: not the brain, of which a side is a half. */
const takesSide = ({ concept, plural }: ConceptChunk, next: Chunk | undefined, knowledge: Knowledge): boolean =>
  !plural && !isSide(next) && isPairedIn(knowledge)(concept.id);
