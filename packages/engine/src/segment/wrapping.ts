/** Wing 1, segment: whether a text was broken into lines of a width, so that the end of a line tells nothing. */
import type { Token } from '../token.ts';
import type { Line } from './lines.ts';

const NARROW = 40;
const WIDE = 110;
/** lines of a wrapped text end this near to its width */
const RAGGED = 14;
/** so many full lines that end in the middle of a sentence tell of wrapping */
const FULL = 2;

/** The width at which a text breaks its lines; 0 where its lines end where they were meant to. */
export function widthOf(lines: readonly Line[], tokens: readonly Token[]): number {
  let longest = 0;
  for (const line of lines) longest = Math.max(longest, line.end - line.start);
  if (longest < NARROW || longest > WIDE) return 0;
  let full = 0;
  for (const line of lines) {
    const last = tokens[line.to - 1];
    if (line.end - line.start >= longest - RAGGED && last?.kind === 'word') full += 1;
  }
  return full >= FULL ? longest : 0;
}

/** "… BI-RADS 2: benign.⏎Routine screening …": the first word of the line had no room in the line before. */
export function hadNoRoom(
  { tokens, width }: { readonly tokens: readonly Token[]; readonly width: () => number },
  before: Line | undefined,
  line: Line,
): boolean {
  const first = tokens[line.from];
  if (!before || !first || line.opens || width() === 0) return false;
  return before.end - before.start + 1 + (first.end - first.start) > width();
}
