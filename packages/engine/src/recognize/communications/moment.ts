/** Wing 2, recognize: when a result was passed on, as written: "14:05 on 12/03/2024", "Tuesday at 2 pm". */

import type { WrittenDate } from '../../dates.ts';
import type { Token } from '../../token.ts';

/** Tokens `[from, to)`. */
export interface Moment {
  readonly from: number;
  readonly to: number;
}

export interface Calendar {
  readonly hours: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
}

/** The longest run of dates and times of day in `[from, to)`; the later one of two equals is the passing-on. */
export function momentIn(
  tokens: readonly Token[],
  dates: readonly WrittenDate[],
  calendar: Calendar,
  from: number,
  to: number,
  /** four bare figures are a time of day: "made aware 0133" */
  bare = false,
): Moment | null {
  let best: { moment: Moment; parts: number } | null = null;
  let at = from;
  while (at < to) {
    const run = runAt(tokens, dates, calendar, at, to, bare);
    if (!run) {
      at += 1;
      continue;
    }
    if (!best || run.parts > best.parts) best = run;
    at = run.moment.to;
  }
  return best?.moment ?? null;
}

/** "0133", but not "2019", which may be a year. */
const isClock = (norm: string): boolean => /^([01]\d|2[0-3])[0-5]\d$/.test(norm) && !/^(19|20)/.test(norm);

/** "19.40" */
const isDotted = (norm: string): boolean => /^([01]?\d|2[0-4])\.[0-5]\d$/.test(norm);

/** Four figures, or a time with a dot that nothing follows, behind a comma, a dash or a word: "registrar informed, 19.40." */
function isBareClock(tokens: readonly Token[], at: number): boolean {
  const norm = tokens[at]?.norm ?? '';
  if (!isDotted(norm)) return isClock(norm);
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before?.kind === 'word') return after === undefined || after.norm === '.';
  return BEFORE.has(before?.norm ?? '') && after?.kind !== 'word';
}
const BEFORE: ReadonlySet<string> = new Set([',', '-', '–', ';', '@', '/']);

function runAt(
  tokens: readonly Token[],
  dates: readonly WrittenDate[],
  calendar: Calendar,
  at: number,
  to: number,
  bare: boolean,
): { moment: Moment; parts: number } | null {
  const first = unitAt(tokens, dates, calendar, at, bare && isBareClock(tokens, at));
  if (first === null) return null;
  let end: number = first;
  let parts = 1;
  for (;;) {
    let next: number = end;
    while (next < to && next - end < 3 && (calendar.joins.has(tokens[next]?.norm ?? '') || tokens[next]?.norm === ','))
      next += 1;
    const more: number | null = next < to ? unitAt(tokens, dates, calendar, next, true) : null;
    if (more === null) break;
    end = more;
    parts += 1;
  }
  return { moment: { from: at, to: Math.min(end, to) }, parts };
}

/** One after a single date, weekday or time of day that begins at `at`. */
function unitAt(
  tokens: readonly Token[],
  dates: readonly WrittenDate[],
  calendar: Calendar,
  at: number,
  joined: boolean,
): number | null {
  const token = tokens[at];
  if (!token) return null;
  const date = dates.find((one) => one.from === at);
  if (date) return date.to;
  if (token.kind === 'word') return dayEnd(tokens, calendar, at);
  return token.kind === 'number' ? clockAt(tokens, calendar, at, joined) : null;
}

/** Past "today", "this afternoon", "the same day". */
function dayEnd(tokens: readonly Token[], { days }: Calendar, at: number): number | null {
  for (let end = at + LONGEST_DAY; end > at; end -= 1) {
    const words = tokens.slice(at, end).map(({ norm }) => norm);
    if (words.length === end - at && days.has(words.join(' '))) return end;
  }
  return null;
}
const LONGEST_DAY = 3;

function clockAt(tokens: readonly Token[], calendar: Calendar, at: number, joined: boolean): number | null {
  const [token, colon, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return null;
  if (
    colon?.norm === ':' &&
    colon.glued &&
    minutes?.glued &&
    /^[0-5]\d$/.test(minutes.norm) &&
    Number(token.norm) < 25
  ) {
    const seconds =
      tokens[at + 3]?.norm === ':' && tokens[at + 3]?.glued && /^[0-5]\d$/.test(tokens[at + 4]?.norm ?? '');
    return hoursEnd(tokens, calendar, seconds ? at + 5 : at + 3);
  }
  const after = hoursEnd(tokens, calendar, at + 1);
  if (after > at + 1 && /^\d{1,2}([.:][0-5]\d)?$/.test(token.norm)) return after;
  const before = tokens[at - 1]?.norm;
  const four =
    /^([01]\d|2[0-4])[0-5]\d$/.test(token.norm) && (joined || before === 'at' || before === '@' || after > at + 1);
  if (four) return after;
  const dotted = isDotted(token.norm) && (before === 'at' || before === '@' || joined);
  return dotted ? at + 1 : null;
}

/** Past "am", "hrs", "p.m.", "GMT". */
function hoursEnd(tokens: readonly Token[], calendar: Calendar, at: number): number {
  let end = at;
  for (;;) {
    const norm = tokens[end]?.norm ?? '';
    const dotted = (norm === 'a' || norm === 'p') && tokens[end + 1]?.norm === '.' && tokens[end + 2]?.norm === 'm';
    if (dotted) end += tokens[end + 3]?.norm === '.' && tokens[end + 4] ? 4 : 3;
    else if (calendar.hours.has(norm)) end += 1;
    else return end;
  }
}
