/** Wing 4, explain: how far something is to be moved: the first length behind the word, not where it is to come to lie. */
import type { Token } from '../token.ts';

const UNITS: ReadonlySet<string> = new Set(['cm', 'mm']);
const RANGE: ReadonlySet<string> = new Set(['-', '–', 'to']);

/** "2 cm", "3-4 cm" as written; null where none is told, as in "to 5 cm above the carina". */
export function lengthIn(tokens: readonly Token[], text: string): string | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (first?.kind !== 'number') continue;
    const isRange = RANGE.has(tokens[at + 1]?.norm ?? '') && tokens[at + 2]?.kind === 'number';
    const unit = tokens[at + (isRange ? 3 : 1)];
    if (!unit || !UNITS.has(unit.norm)) continue;
    return tokens[at - 1]?.norm === 'to' ? null : text.slice(first.start, unit.end);
  }
  return null;
}
