/** Wing 4, explain: a size stands where plain words have it: "renal calculus 6 mm" → "a 6 mm stone in the kidney", "node 9 mm short axis" → "9 mm across the shorter side". */
import type { Chunk } from './chunk.ts';
import { type ConceptChunk, isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { comma, phraseChunk } from './own-chunk.ts';

/** The same chunks, each size before the one thing it is of, and the measure behind its figure in its own words. */
export function withSizes(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(({ kind }) => kind === 'quantity')) return chunks;
  const out: Chunk[] = [];
  chunks.forEach((chunk, at) => {
    const before = chunks[at - 1];
    const across = before?.kind === 'quantity' ? acrossAt(chunks, at, language) : undefined;
    if (across !== undefined) {
      if (across) out.push(phraseChunk(across, chunk));
      return;
    }
    if (!isSizeOf(before, chunks, at, language)) {
      out.push(chunk);
      return;
    }
    const isCounted = before.words.number === 'count' && !before.plural;
    const opens = isCounted ? openingOf(out, language) : null;
    if (opens !== null) out.splice(opens, 0, chunk);
    else if (isCounted || !endsAt(chunks, at + 1) || out.at(-2)?.kind === 'quantity') out.push(chunk);
    else out.push(comma(chunk), chunk);
  });
  return out;
}

/** What a measure is called behind its figure; nothing where "2 mm diameter lesion" is a 2 mm lesion; undefined where it stays, as in "with 5 mm diameter". */
function acrossAt(chunks: readonly Chunk[], at: number, language: Language): string | undefined {
  const across = language.across.get(plainOf(chunks[at]));
  const before = chunks[at - 2]?.text.toLowerCase() ?? '';
  const isPlain = !across?.includes(' ');
  if (across === undefined || (isPlain && (language.placing.has(before) || language.withs.has(before))))
    return undefined;
  if (!isBefore(chunks[at + 1], language) && !isFinding(chunks[at + 1])) return across;
  return isPlain ? '' : undefined;
}

function plainOf(chunk: Chunk | undefined): string {
  if (chunk === undefined) return '';
  if (chunk.kind === 'concept') return chunk.words.plain;
  return chunk.kind === 'wording' ? chunk.wording.plain : '';
}

/** Right behind one finding, and nothing that the figure could be of follows. */
function isSizeOf(
  before: Chunk | undefined,
  chunks: readonly Chunk[],
  at: number,
  language: Language,
): before is ConceptChunk {
  const [size, next] = [chunks[at], chunks[at + 1]];
  if (size?.kind !== 'quantity' || !LENGTH.test(size.text) || size.glued) return false;
  if (!isFinding(before)) return false;
  const word = next?.text.toLowerCase() ?? '';
  const isPlaced = language.placing.has(word) && !language.properties.has(chunks[at + 2]?.text.toLowerCase() ?? '');
  return endsAt(chunks, at + 1) || isPlaced || language.withs.has(word) || language.participles.has(word);
}
const LENGTH = /^\d[^a-z]*(?:x[^a-z]*)*[cm]m$/i;

const endsAt = (chunks: readonly Chunk[], at: number): boolean => {
  const next = chunks[at];
  return next === undefined || (next.kind === 'mark' && CLOSING.has(next.text));
};
const CLOSING: ReadonlySet<string> = new Set([',', '.', ';', ')', '(']);

/** Where the phrase opens whose finding stands last; null where it has a size already. */
function openingOf(chunks: readonly Chunk[], language: Language): number | null {
  let at = chunks.length - 1;
  while (at > 0 && (isBefore(chunks[at - 1], language) || isAnatomy(chunks[at - 1]))) at -= 1;
  return chunks.slice(at).some(({ kind }) => kind === 'quantity' || kind === 'number') ? null : at;
}
