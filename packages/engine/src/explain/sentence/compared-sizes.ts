/** Wing 4, explain: a sign or a word that compares, before a size that opens a noun phrase: ">50% stenosis" → "a more than 50% narrowing". */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';

/** The same chunks, the comparison part of its size: as a piece of its own it would take the article of the noun. */
export function withComparedSizes(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(({ kind }) => kind === 'quantity')) return chunks;
  const out: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [sign, size] = [chunks[at], chunks[at + 1]];
    if (!sign) break;
    const plain = comparisonOf(sign, chunks[at - 1], language);
    if (plain === undefined || size?.kind !== 'quantity' || !opensNoun(chunks, at + 2, language)) {
      out.push(sign);
      continue;
    }
    const { from, start, glued } = sign;
    out.push({ ...size, from, start, glued, text: `${plain} ${size.text}` });
    at += 1;
  }
  return out;
}

/** Signs anywhere; a word only where a clause opens with it: "over 5 cm mass", not "extends over 5 cm". */
function comparisonOf(chunk: Chunk, before: Chunk | undefined, { comparisons }: Language): string | undefined {
  const plain = comparisons.get(chunk.text.toLowerCase());
  const opens = before === undefined || before.kind === 'mark';
  return chunk.kind === 'mark' || opens ? plain : undefined;
}

/** Adjectives and a finding follow the size. */
function opensNoun(chunks: readonly Chunk[], from: number, language: Language): boolean {
  let at = from;
  while (isBefore(chunks[at], language)) at += 1;
  return isFinding(chunks[at]);
}
