/** Wing 2, recognize: times of advice that are named and not counted: "after birth", "on 3/4/2026", "by May 2027", "on day 14". */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { NamedTime } from '../../document.ts';
import type { Token } from '../../token.ts';
import { type Item, isA } from './items.ts';

export type Named = Omit<NamedTime, 'span'>;

export interface NamedAt {
  /** items `[from, to)`, with the word before them */
  readonly from: number;
  readonly to: number;
  readonly named: Named;
  /** still to come, whatever is said around it */
  readonly ahead: boolean;
}

/** What dates are read by. */
export interface Calendar {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: ReadingDocuments['recommendations']['dates'];
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: readonly string[];
  /** of this examination, ISO 8601 */
  readonly today: string | null;
}

/** All named times in the items `[from, to)`. */
export function namedTimesIn(items: readonly Item[], from: number, to: number, calendar: Calendar): readonly NamedAt[] {
  const found: NamedAt[] = [];
  for (let at = from; at < to; ) {
    const named = occasionAt(items, at) ?? cycleAt(items, at, to, calendar) ?? dateAt(items, at, from, to, calendar);
    if (named) found.push(named);
    at = named ? named.to : at + 1;
  }
  return found;
}

function occasionAt(items: readonly Item[], at: number): NamedAt | null {
  const occasion = items[at]?.mark.occasion;
  if (!occasion || isPast(items, at - 1)) return null;
  return {
    from: at,
    to: at + 1,
    named: { kind: 'occasion', value: occasion.occasion, link: 'in' },
    ahead: occasion.ahead,
  };
}

/** "Since January", "from the new year" */
const isPast = (items: readonly Item[], at: number): boolean => items[at]?.mark.bound === 'past';

/** "Day 5-10 of the cycle" needs no word before it. */
function cycleAt(items: readonly Item[], at: number, end: number, calendar: Calendar): NamedAt | null {
  if (!calendar.words.day.includes(items[at]?.norm ?? '')) return null;
  const read = (kind: Named['kind'], value: string, to: number): Read => ({ to, named: { kind, value, link: 'on' } });
  const course = courseAt(items, at, end, read, calendar);
  return course?.named.kind === 'cycle' ? { from: at, ...course, ahead: true } : null;
}

/** A date behind the word that places it; one that lies before this examination is none of what is asked for. */
function dateAt(items: readonly Item[], at: number, start: number, end: number, calendar: Calendar): NamedAt | null {
  const { words, today } = calendar;
  const norm = items[at]?.norm ?? '';
  const link = words.in.includes(norm) ? 'in' : words.on.includes(norm) ? 'on' : words.by.includes(norm) ? 'by' : null;
  if (!link) return null;
  if (isPast(items, at - 1) || (link === 'in' && isA(items[at - 1], 'pointing'))) return null;
  const bare = items[at + 1]?.norm === 'the' ? at + 2 : at + 1;
  const read = readAt(items, bare, end, link, calendar);
  if (!read || at < start) return null;
  const { to, named } = read;
  const isDated = today !== null && /^\d{4}/.test(named.value);
  if (isDated && named.value < today.slice(0, named.value.length)) return null;
  const ahead = isDated ? named.value > today.slice(0, named.value.length) : named.kind === 'course' && to >= end;
  return { from: at, to, named, ahead };
}

interface Read {
  readonly to: number;
  readonly named: Named;
}

function readAt(items: readonly Item[], at: number, end: number, link: Named['link'], calendar: Calendar): Read | null {
  const { words, months, weekdays } = calendar;
  const norm = (i: number): string => (i < end ? (items[i]?.norm ?? '') : '');
  const read = (kind: Named['kind'], value: string, to: number): Read => {
    const isDay = kind === 'day' || (kind === 'written' && /^\d+(?:[-.]|\/\d+\/)/.test(value));
    return { to, named: { kind, value, link: link === 'by' ? link : isDay ? 'on' : 'in' } };
  };
  const written = writtenAt(items, at, calendar);
  if (written) return written.to <= end ? read('written', written.text, written.to) : null;
  const month = months[norm(at)];
  const before = DAY.test(norm(at)) ? months[norm(at + 1)] : undefined;
  const after = month !== undefined && DAY.test(norm(at + 1)) ? at + 1 : undefined;
  if (before !== undefined || (month !== undefined && after !== undefined)) {
    const day = two(Number.parseInt(norm(after ?? at), 10));
    const behind = norm(at + 2) === ',' && YEAR.test(norm(at + 3)) ? at + 3 : at + 2;
    const year = YEAR.test(norm(behind)) ? norm(behind) : null;
    return read('day', `${year ?? '-'}-${two(before ?? month ?? 0)}-${day}`, year ? behind + 1 : at + 2);
  }
  if (month !== undefined) {
    const year = YEAR.test(norm(at + 1)) ? norm(at + 1) : null;
    return read('month', `${year ?? '-'}-${two(month)}`, year ? at + 2 : at + 1);
  }
  if (YEAR.test(norm(at))) return read('year', norm(at), at + 1);
  const weekday = weekdays.slice(0, WEEK).indexOf(norm(at));
  if (link === 'on' && weekday >= 0) return read('weekday', String(weekday + 1), at + 1);
  if (words.parts.includes(norm(at))) {
    const to = YEAR.test(norm(at + 1)) || months[norm(at + 1)] !== undefined ? at + 2 : null;
    if (to === null) return null;
    const last = YEAR.test(norm(to)) ? to + 1 : to;
    return read('written', textOf(items, at, last, calendar), last);
  }
  return link === 'on' && words.day.includes(norm(at)) ? courseAt(items, at, end, read, calendar) : null;
}

/** "Day 14", "day 5 to 9 of the cycle" */
function courseAt(
  items: readonly Item[],
  at: number,
  end: number,
  read: (kind: Named['kind'], value: string, to: number) => Read,
  calendar: Calendar,
): Read | null {
  if (!DAY.test(items[at + 1]?.norm ?? '') || at + 1 >= end) return null;
  const isRange = RANGE.has(items[at + 2]?.norm ?? '') && DAY.test(items[at + 3]?.norm ?? '') && at + 3 < end;
  const to = isRange ? at + 4 : at + 2;
  let behind = to;
  while (behind < Math.min(end, to + 3) && !isA(items[behind], 'cycle')) behind += 1;
  const isCycle = behind < end && isA(items[behind], 'cycle');
  return read(isCycle ? 'cycle' : 'course', textOf(items, at + 1, to, calendar), isCycle ? behind + 1 : to);
}

/** "3/4/2026", "12.03.27", "2027-03-12", "11/2027": which of its figures is the month is left to who reads it. */
function writtenAt(
  items: readonly Item[],
  at: number,
  { text, tokens }: Calendar,
): { to: number; text: string } | null {
  const start = tokens[items[at]?.from ?? -1]?.start;
  const found = start === undefined ? null : WRITTEN.exec(text.slice(start, start + LONGEST));
  if (!found || start === undefined) return null;
  const stop = start + found[0].length;
  let to = at;
  while (to < items.length && (tokens[(items[to]?.to ?? 0) - 1]?.end ?? stop) <= stop) to += 1;
  return to > at ? { to, text: found[0] } : null;
}

const LONGEST = 12;
const WRITTEN = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}\/20\d{2})(?![\d/])/;
const DAY = /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^20\d{2}$/;
const WEEK = 7;
const RANGE: ReadonlySet<string> = new Set(['-', '–', 'to']);

const two = (number: number): string => String(number).padStart(2, '0');

function textOf(items: readonly Item[], from: number, to: number, { text, tokens }: Calendar): string {
  const start = tokens[items[from]?.from ?? -1]?.start ?? 0;
  const end = tokens[(items[to - 1]?.to ?? 0) - 1]?.end ?? start;
  return text.slice(start, end).replace(/\s+/g, ' ');
}
