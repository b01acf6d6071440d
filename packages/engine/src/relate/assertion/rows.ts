/** Wing 3, assertion: labels with their answers in one row: "Edema: none / Effusion: small", "Edema nil | effusion small". */
import type { Knowledge } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { listed } from '../../word-lists.ts';

const DIVIDERS: ReadonlySet<string> = new Set(['/', '|']);

/** A bar or slash that stands apart. */
export const isDivider = (tokens: readonly Token[], at: number): boolean =>
  DIVIDERS.has(tokens[at]?.norm ?? '') && !tokens[at]?.glued && tokens[at + 1]?.glued === false;

/**
 * Of the tokens `[from, to)` those behind the bars of such a row; none where the first piece has no answer of its own ("fracture /
 * dislocation: none", "effusion | none") or only answers follow ("fracture: yes / no").
 */
export function rowSeams(
  tokens: readonly Token[],
  from: number,
  to: number,
  { reading }: Knowledge,
): readonly number[] {
  const bars: number[] = [];
  for (let at = from; at < to; at += 1) if (isDivider(tokens, at)) bars.push(at);
  const [first, second] = [bars[0] ?? to, bars[1] ?? to];
  const answers = listed(reading, 'row-answers');
  const isAnswered = answers.has(tokens[first - 1]?.norm ?? '') && first - from > 1;
  const isLabelled = hasColon(tokens, from, first) && hasColon(tokens, first, second);
  if (!isLabelled && !(isAnswered && namesThing(tokens, first + 1, second, answers))) return [];
  return bars.map((bar) => bar + 1);
}

function hasColon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.norm === ':') return true;
  return false;
}

/** "effusion small", "no effusion"; not "no" alone. */
function namesThing(tokens: readonly Token[], from: number, to: number, answers: ReadonlySet<string>): boolean {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first?.kind !== 'word' || to - from < 2) return false;
  return !answers.has(first.norm) || (second?.kind === 'word' && !answers.has(second.norm));
}
