/** Wing 4, explain: a measure or code in brackets between an adjective and its noun is told behind the noun: "moderate (50-69%) stenosis" → "a moderate narrowing (50-69%)", "paratracheal (4R) node". */
import type { Chunk } from './chunk.ts';
import { isAdjective, isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';

/** Chunks of "(50-69%)", with the brackets. */
const LONGEST = 8;

export function withAsideBehind(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(({ text }) => text === OPENS)) return chunks;
  const out: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const chunk = chunks[at];
    if (!chunk) break;
    const end = chunk.text === OPENS && describes(chunks[at - 1], language) ? closing(chunks, at) : null;
    const noun = end === null ? undefined : chunks[end + 1];
    if (end === null || noun === undefined || !(isFinding(noun) || isNamed(noun, language))) {
      out.push(chunk);
      continue;
    }
    out.push(noun, ...chunks.slice(at, end + 1));
    at = end + 1;
  }
  return out;
}
const describes = (chunk: Chunk | undefined, language: Language): boolean =>
  chunk?.kind === 'modifier' || (isAnatomy(chunk) && isAdjective(chunk, language));

/** A part of the body that no adjective names: "lymph node". */
const isNamed = (chunk: Chunk, language: Language): boolean => isAnatomy(chunk) && !isAdjective(chunk, language);

const OPENS = '(';
const CLOSES = ')';

/** Where brackets that hold a measure or a code (4R) alone close; null where they hold words. */
function closing(chunks: readonly Chunk[], from: number): number | null {
  for (let at = from + 1; at < Math.min(chunks.length, from + LONGEST); at += 1) {
    const chunk = chunks[at];
    if (chunk?.text === CLOSES) return at > from + 1 ? at : null;
    const isCode = chunk?.glued === true && chunks[at - 1]?.kind === 'number';
    if (!isCode && chunk?.kind !== 'number' && chunk?.kind !== 'quantity' && chunk?.kind !== 'mark') return null;
  }
  return null;
}
