/** Wing 4, explain: how long something has lasted, and since which year, as requests write it. */
import type { Related } from '../../stages.ts';
import type { Token } from '../../token.ts';
import type { Language } from './language.ts';
import { after, type RequestWords } from './request-words.ts';

/** Tokens `[from, to)` as plain words. */
export interface Time {
  readonly plain: string;
  readonly to: number;
  /** written as a fraction: 3/52 is three weeks, and the 52 is no number of the report */
  readonly coded: boolean;
  /** how long ago it was, rather than how long it has lasted */
  readonly past: boolean;
}

/** "x 3 months", "x3/7", "for 2 wks", "3-month history of" → "for 3 months". */
export function durationAt(
  at: number,
  to: number,
  related: Related,
  words: RequestWords,
  language: Language,
): Time | null {
  const { tokens } = related;
  const { units, fractions, plain } = words.documents.durations;
  const tied = TIED.exec(tokens[at]?.norm ?? '')?.[1];
  const begin = tied ? at : after(words.before, related, at, to);
  const count = countAt(begin, to, tokens, language);
  if (!count) return null;
  const next = tokens[count.to];
  const isFraction = next?.norm === '/' && next.glued === true;
  const unitAt = isFraction || (next?.norm === '-' && next.glued) ? count.to + 1 : count.to;
  const key = tokens[unitAt]?.norm ?? '';
  const unit = isFraction ? fractions[key] : key;
  const names = unit !== undefined && unitAt < to ? units[unit] : undefined;
  if (!names) return null;
  const past = tokens[unitAt + 1]?.norm === words.documents.durations.past && unitAt + 1 < to;
  const end = past ? unitAt + 2 : after(words.history, related, unitAt + 1, to);
  // without "for": 3/52 is no date, "3 weeks" may be an age
  if (begin === at && !tied && end === unitAt + 1 && !(isFraction && key === WEEKS)) return null;
  return {
    plain: `${plain} ${count.text} ${count.text === '1' || count.text === 'one' ? names[0] : names[1]}`,
    to: end,
    coded: isFraction,
    past,
  };
}
const TIED = /^x(\d+)$/;
const WEEKS = '52';

/** "3", "2-3", "two", "x3" */
function countAt(
  at: number,
  to: number,
  tokens: readonly Token[],
  { counts }: Language,
): { text: string; to: number } | null {
  const first = tokens[at];
  if (!first || at >= to) return null;
  const tied = TIED.exec(first.norm)?.[1];
  if (tied) return { text: tied, to: at + 1 };
  if (first.kind !== 'number') return counts.has(first.norm) ? { text: first.norm, to: at + 1 } : null;
  const last = tokens[at + 2];
  return tokens[at + 1]?.norm === '-' && last?.kind === 'number'
    ? { text: `${first.norm}-${last.norm}`, to: at + 3 }
    : { text: first.norm, to: at + 1 };
}

/** "lumpectomy 2019", "CABG in 2015" → "in 2019" */
export function yearAt(at: number, to: number, { tokens }: Related, { documents }: RequestWords): Time | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.kind !== 'number' || !YEAR.test(token.norm) || (next?.glued && at + 1 < to)) return null;
  const given = tokens[at - 1]?.norm === documents.durations.year;
  return {
    plain: given ? token.norm : `${documents.durations.year} ${token.norm}`,
    to: at + 1,
    coded: false,
    past: false,
  };
}
const YEAR = /^(?:19|20)\d\d$/;
