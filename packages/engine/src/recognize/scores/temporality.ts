/** Wing 2, recognize, scores: whether a category belongs to this examination or to an earlier one. */
import { type Line, wordOf } from './category.ts';

const LEFT = 14;
const RIGHT = 9;

export interface Place {
  /** tokens of the category, its name included */
  readonly from: number;
  readonly to: number;
  /** where the category before it ends, and the next one begins */
  readonly start: number;
  readonly next: number;
  /** the scale rates what is left after treatment, so that "treated" dates nothing */
  readonly response: boolean;
}

/** null where no word says it */
export function isHistorical(line: Line, place: Place): boolean | null {
  return before(line, place) ?? behind(line, place);
}

/** Whether the sentence names an examination in front of a category, and does not only compare with it. */
export function namesEarlier(line: Line, from: number): boolean {
  let isNamed = false;
  for (let at = from - 1; at >= 0 && !stops(line, at, from); at -= 1) {
    if (wordOf(line, at, 'comparing')) return false;
    isNamed ||= wordOf(line, at, 'exams') > 0 || isYear(line, at);
  }
  return isNamed;
}

function before(line: Line, { from, start, next, response }: Place): boolean | null {
  const { tokens } = line;
  let first = from;
  while (first > Math.max(start, from - LEFT) && !stops(line, first - 1, from)) first -= 1;
  let past: boolean | null = null;
  /** the last word of the past is what the clause begins with: "At baseline, …" */
  let cue = { at: first, to: first };
  /** "compared with prior, …" tells of the past only as far as it goes */
  let compared = false;
  for (let at = first; at < from; ) {
    const found = longest(line, at, response);
    if (found.now) past = false;
    else if (found.comparing) compared = true;
    else if (found.past || found.near || datedExam(line, at)) {
      const to = Math.max(found.to, at + 1);
      const far = !compared && (!found.near || isExam(line, to));
      if (far || isSmall(line, to, from)) {
        past = true;
        cue = { at, to };
      }
    } else if (found.was && isSmall(line, at + 1, from) && nowBehind(line, from, next)) past = true;
    else if (tokens[at]?.norm === ',') {
      const carried = wordOf(line, at + 1, 'relative') > 0;
      if (past && !carried && !(leads(line, cue.at, first, start > 0) && isSmall(line, cue.to, at))) past = null;
      compared = false;
    }
    at = Math.max(found.to, at + 1);
  }
  return past;
}

function behind(line: Line, { to, next, response }: Place): boolean | null {
  const { tokens } = line;
  for (let at = to; at < Math.min(tokens.length, to + RIGHT, next); at += 1) {
    const token = tokens[at];
    // "BI-RADS 0: prior films are needed"
    if (!token || stops(line, at, -1) || token.norm === ',' || token.norm === ':') return null;
    if (wordOf(line, at, 'now') || wordOf(line, at, 'comparing')) return null;
    const cue = wordOf(line, at, 'historyAfter') || (response ? 0 : wordOf(line, at, 'treated'));
    // "4A (previously 3)": the word of the past is the next one's
    // "(previously 4 mm)"
    if (cue && tokens[cue]?.kind === 'number' && !isYear(line, cue)) return null;
    if (cue) return next < Math.min(tokens.length, to + LEFT) && isSmall(line, cue, next) ? null : true;
    if ((token.norm === 'in' || token.norm === 'on') && isYear(line, at + 1)) return true;
  }
  return null;
}

interface Cue {
  readonly to: number;
  readonly now: boolean;
  readonly comparing: boolean;
  readonly past: boolean;
  readonly near: boolean;
  readonly was: boolean;
}

/** What the longest word of time at a token says. */
function longest(line: Line, at: number, response: boolean): Cue {
  const now = wordOf(line, at, 'now');
  const comparing = wordOf(line, at, 'comparing');
  const past = wordOf(line, at, 'historyBefore');
  const near = Math.max(wordOf(line, at, 'historyNear'), response ? 0 : wordOf(line, at, 'treated'));
  const was = wordOf(line, at, 'was');
  const to = Math.max(now, comparing, past, near, was);
  return {
    to,
    now: now > 0 && now === to,
    comparing: comparing > 0 && comparing === to,
    past: past > 0 && past === to,
    near: near > 0 && near === to,
    was: was > 0,
  };
}

/** "outside mammogram", "prior ct scan": an earlier examination. */
function isExam(line: Line, at: number): boolean {
  for (let place = at; place < at + 3; place += 1) {
    if (wordOf(line, place, 'exams')) return true;
    if (line.tokens[place]?.kind !== 'word') return false;
  }
  return false;
}

/** Whether nothing of its own stands between two places: articles, dates, the name of the examination. */
function isSmall(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const token = line.tokens[at];
    if (!token || token.norm === ',' || stops(line, at, -1)) return false;
    const small = Math.max(wordOf(line, at, 'small'), wordOf(line, at, 'exams'), wordOf(line, at, 'sides'));
    const word = Math.max(small, wordOf(line, at, 'connectors'), wordOf(line, at, 'classes'));
    if (!word && token.kind === 'word') return false;
    at = Math.max(word, at + 1);
  }
  return true;
}

/** Whether a clause begins at a token, or but for "at", "on the"; what stands right behind another category belongs to that one. */
function leads(line: Line, at: number, first: number, isBehind: boolean): boolean {
  for (let place = at - 1; place >= first; place -= 1) {
    if (line.tokens[place]?.kind === 'mark') return true;
    if (!wordOf(line, place, 'small')) return false;
  }
  return !isBehind || first === 0;
}

/** "was TI-RADS 3 and is now TI-RADS 4" */
function nowBehind(line: Line, from: number, next: number): boolean {
  for (let at = from; at < next; at += 1) {
    if (line.tokens[at]?.norm !== ';' && stops(line, at, -1)) return false;
    if (wordOf(line, at, 'now')) return next < from + LEFT;
  }
  return false;
}

const isYear = ({ tokens }: Line, at: number): boolean => {
  const token = tokens[at];
  return token?.kind === 'number' && /^(?:19|20)\d\d$/.test(token.norm);
};

/** "2019 MRI", "in 2019", "MRI of 2019" */
const datedExam = (line: Line, at: number): boolean =>
  isYear(line, at) &&
  (wordOf(line, at + 1, 'exams') > 0 ||
    line.tokens[at - 1]?.norm === 'in' ||
    (wordOf(line, at - 1, 'small') === at && wordOf(line, at - 2, 'exams') === at - 1));

/** A full stop, a semicolon, or the end of the line before a category that stands first in its own. */
function stops({ text, tokens }: Line, at: number, from: number): boolean {
  const token = tokens[at];
  if (token?.norm === ';' || (token?.norm === '.' && !tokens[at + 1]?.glued)) return true;
  return at + 1 === from && text.slice(token?.end, tokens[from]?.start).includes('\n');
}
