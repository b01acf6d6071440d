/** Wing 1, segment: labels inside a line: "Right lobe: …", "Heart (4 chamber): …". */
import type { Token } from '../token.ts';
import { startsUpper } from './letters.ts';
import { isColon } from './separators.ts';

const MOST_WORDS = 5;
const MOST_TOKENS = 16;
const INSIDE = new Set(['(', ')', ',', '/', '-', '&']);

/** Whether a few words with a colon behind them begin at a token, none of them the end of a sentence. */
export function beginsLabel(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first?.kind !== 'word' || !startsUpper(text, first)) return false;
  let words = 0;
  for (let at = from; at < Math.min(to, from + MOST_TOKENS) && words <= MOST_WORDS; at += 1) {
    const token = tokens[at];
    if (!token) return false;
    if (isColon(tokens, at)) return true;
    if (token.kind === 'mark' ? !INSIDE.has(token.norm) : at > from && token.start - (tokens[at - 1]?.end ?? 0) > 1)
      return false;
    if (token.kind !== 'mark') words += 1;
  }
  return false;
}
