/** Wing 4, explain: what describes a finding stands before its place: "left upper lobe spiculated nodule" → "spiculated left upper lobe nodule". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isListLink } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore, isSide } from './modifiers.ts';

/** The same chunks, in that order; what may be said of the place itself ("liver enlarged") stays behind it. */
export function withAdjectivesFirst(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  let told = chunks;
  for (let at = 1; at < chunks.length; at += 1) {
    if (!isAnatomy(chunks[at - 1]) || !describesFinding(chunks[at], language)) continue;
    let noun = at + 1;
    while (describesFinding(chunks[noun], language)) noun += 1;
    if (!isFinding(chunks[noun])) continue;
    let place = at - 1;
    while (place > 0 && (isAnatomy(chunks[place - 1]) || isSide(chunks[place - 1]))) place -= 1;
    if (isTied(chunks, place, language)) continue;
    told = [...told.slice(0, place), ...told.slice(at, noun), ...told.slice(place, at), ...told.slice(noun)];
    at = noun;
  }
  return told;
}

/** "In both lungs smooth thickening", "upper and lower lobe opacities": what stands before holds the place, or is another one. */
function isTied(chunks: readonly Chunk[], place: number, language: Language): boolean {
  const before = chunks[place - 1];
  if (before?.kind === 'word' && language.placing.has(before.norm)) return true;
  return isListLink(before, language) && before?.text !== ',';
}

/** Roles of what an organ may be as well as what is found there. */
const OF_ORGANS: ReadonlySet<string> = new Set(['normal', 'abnormal', 'side', 'position']);

const describesFinding = (chunk: Chunk | undefined, language: Language): boolean =>
  chunk?.kind === 'modifier'
    ? !OF_ORGANS.has(chunk.modifier.role) && isBefore(chunk, language)
    : chunk?.kind === 'quantity' && isBefore(chunk, language);
