/** Ground floor: levels of the spine: L4-L5, C5/6, T12. */
import type { Span } from './document.ts';
import { isDigit, type Token } from './token.ts';

export interface Level {
  readonly level: string;
  readonly span: Span;
  readonly from: number;
}

const MOST: Readonly<Record<string, number>> = { c: 8, t: 12, l: 6, s: 5 };

/** Levels in `[from, to)` of the tokens. T1 and T2 alone are weightings of MRI and S1 to S5 alone may be segments, so they count only in a pair. */
export function levelsIn(tokens: readonly Token[], from: number, to: number): Level[] {
  const found: Level[] = [];
  for (let at = from; at < to; at += 1) {
    const first = tokens[at];
    if (first === undefined || !isDigit(first.norm.charCodeAt(1)) || first.kind !== 'word') continue;
    const upper = vertebra(first.norm);
    if (upper === null) continue;
    const mark = tokens[at + 1];
    const second = tokens[at + 2];
    const paired = at + 2 < to && (mark?.norm === '-' || mark?.norm === '/' || mark?.norm === '–') && mark.glued;
    const lower = paired && second ? lowerOf(upper, second) : null;
    if (lower && second) {
      found.push({ level: `${upper}-${lower}`, span: [first.start, second.end], from: at });
      at += 2;
    } else if (upper !== 'T1' && upper !== 'T2' && !upper.startsWith('S'))
      found.push({ level: upper, span: [first.start, first.end], from: at });
  }
  return found;
}

/** One of the letters of the spine and one or two digits. */
function vertebra(norm: string): string | null {
  const { length } = norm;
  if (length < 2 || length > 3 || !isDigit(norm.charCodeAt(1)) || !isDigit(norm.charCodeAt(length - 1))) return null;
  const count = Number(norm.slice(1));
  return count >= 1 && count <= (MOST[norm.charAt(0)] ?? 0) ? norm.toUpperCase() : null;
}

/** The S1 of L5-S1, the 5 of L4-5. */
function lowerOf(upper: string, second: Token): string | null {
  if (second.kind === 'word') return vertebra(second.norm);
  return second.kind === 'number' && second.glued ? vertebra(`${upper[0]?.toLowerCase()}${second.norm}`) : null;
}
