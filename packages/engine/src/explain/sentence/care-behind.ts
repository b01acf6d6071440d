/** Wing 4, explain: a finding that is told, and behind a mark advice on treatment that is quoted: "Thrombus - anticoagulation should be considered". */
import type { Recommendation, Span } from '../../document.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';

export interface CareBehind {
  readonly told: readonly Chunk[];
  /** the report's own words, from behind the mark to the end */
  readonly quoted: Span;
}

/** Cut at the last mark before the first word of a treatment, or before what it depends on ("if fever develops, start …"); null where nothing that was found stands before it, or other advice does. */
export function careBehind(
  chunks: readonly Chunk[],
  asked: readonly Recommendation[],
  { cares, subordinators }: Language,
): CareBehind | null {
  const opens = (words: ReadonlySet<string>) => chunks.findIndex(({ text }) => words.has(text.toLowerCase()));
  const [first, condition] = [opens(cares), opens(subordinators)];
  const care = condition >= 0 && condition < first ? condition : first;
  const at = chunks.findLastIndex((chunk, i) => i < care && chunk.kind === 'mark' && parts(chunk, chunks[i + 1]));
  const [mark, next, last] = [chunks[at], chunks[at + 1], chunks.at(-1)];
  if (!mark || !next || !last) return null;
  const told = chunks.slice(0, at);
  const isAsked = asked.some(({ action, span }) => action !== 'other' && span[0] < mark.start);
  return told.some(isFinding) && !isAsked ? { told, quoted: [next.start, last.end] } : null;
}

/** A comma, a semicolon or a full stop; a dash between spaces. */
const parts = (mark: Chunk, next: Chunk | undefined): boolean =>
  /^[,;.]$/.test(mark.text) || (/^[-–—]$/.test(mark.text) && !mark.glued && next?.glued === false);
