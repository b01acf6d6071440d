/** Wing 2, recognize, scores: whether a category belongs to this examination or to an earlier one. */
import { type Line, wordOf } from './category.ts';

const LEFT = 14;
const RIGHT = 7;

/** `from` and `to` in tokens; `start` where the category before it ends; null where no word says it. */
export function isHistorical(line: Line, from: number, to: number, start: number): boolean | null {
  const { tokens } = line;
  let first = from;
  while (first > Math.max(start, from - LEFT) && !stops(line, first - 1)) first -= 1;
  let past: boolean | null = null;
  for (let at = first; at < from; ) {
    const now = wordOf(line, at, 'now');
    const before = wordOf(line, at, 'historyBefore');
    if (now && now >= before) past = false;
    else if (before || datedExam(line, at)) past = true;
    at = Math.max(now, before, at + 1);
  }
  if (past !== null) return past;
  for (let at = to; at < Math.min(tokens.length, to + RIGHT); at += 1) {
    const token = tokens[at];
    if (!token || stops(line, at) || token.norm === ',' || wordOf(line, at, 'now')) return null;
    if (wordOf(line, at, 'historyAfter')) return true;
    if ((token.norm === 'in' || token.norm === 'on') && isYear(line, at + 1)) return true;
  }
  return null;
}

const isYear = ({ tokens }: Line, at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.norm);
};

/** "2019 MRI", "in 2019" */
const datedExam = (line: Line, at: number): boolean =>
  isYear(line, at) && (wordOf(line, at + 1, 'exams') > 0 || line.tokens[at - 1]?.norm === 'in');

function stops({ tokens }: Line, at: number): boolean {
  const token = tokens[at];
  return token?.norm === ';' || (token?.norm === '.' && !tokens[at + 1]?.glued);
}
