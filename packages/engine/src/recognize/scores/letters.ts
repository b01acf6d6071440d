/** Wing 2, recognize, scores: a letter for a measured score: "Total hip T -1.9", "T = -2.8 / Z = -1.1". */
import { EMPTY_LIST } from '../../alike.ts';
import type { Line } from './category.ts';
import type { Scale } from './scale-words.ts';

export interface Lettered {
  readonly system: string;
  /** tokens, the letter included */
  readonly at: number;
  readonly to: number;
}

const MOST = 9; // a T-score has one digit and a decimal

export function lettersIn(line: Line): readonly Lettered[] {
  const { text, tokens, words } = line;
  const found: Lettered[] = [];
  for (let at = 0; at + 2 < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.norm.length !== 1) continue;
    const scale = words.letters.get(text.slice(token.start, token.end));
    if (!scale) continue;
    const to = signedBehind(line, at + 1);
    if (to && isInReport(line, scale)) found.push({ system: scale.entry.system, at, to });
  }
  return found.length > 0 ? found : EMPTY_LIST;
}

/** Behind "-1.9", "= -1.9", ": +0.4"; 0 where no signed number stands. */
function signedBehind({ tokens }: Line, from: number): number {
  const at = tokens[from]?.norm === '=' || tokens[from]?.norm === ':' ? from + 1 : from;
  const [sign, number] = [tokens[at], tokens[at + 1]];
  const signed = sign?.kind === 'mark' && /^[-−–+‐‑]$/.test(sign.norm) && number?.glued === true;
  // "T-1" is a vertebra, "T -1.9" no range
  if (!signed || (at === from && sign.glued) || number?.kind !== 'number') return 0;
  return /^\d[.,]\d{1,2}$/.test(number.norm) && Number.parseFloat(number.norm) < MOST ? at + 2 : 0;
}

const isInReport = ({ tokens }: Line, { entry }: Scale): boolean => {
  const norms = new Set(tokens.map(({ norm }) => norm));
  return (entry.context ?? []).some((form) => form.split(/[\s-]+/).every((word) => norms.has(word)));
};
