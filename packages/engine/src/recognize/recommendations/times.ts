/** Wing 2, recognize: times of advice: in 6 to 12 months, within two weeks, at 3, 6 and 12 months, annually, today. */
import type { Interval, TimeUnit } from '../../document.ts';
import { type Bound, type Item, isA } from './items.ts';
import type { Named, NamedAt } from './named-times.ts';

export interface Time {
  /** items `[from, to)`, with the word before the number */
  readonly from: number;
  readonly to: number;
  readonly interval: Interval | null;
  readonly repeat: boolean;
  /** written as single points (3, 6 and 12), not as a range */
  readonly points: readonly number[];
  readonly bound: Bound | null;
  /** looks ahead: in, within, at, every, today; a bare "six-week" does so only beside a follow-up */
  readonly ahead: boolean;
  /** told by its name: "after birth", "in May 2027" */
  readonly named: Named | null;
}

/** Every time in the items `[from, to)`, durations and past times left out. */
export function timesIn(
  items: readonly Item[],
  { from, to }: { readonly from: number; readonly to: number },
  named: readonly NamedAt[],
  possessive: (at: number) => boolean,
): Time[] {
  const times: Time[] = [];
  let at = from;
  while (at < to) {
    const own = named.find((one) => one.from === at);
    if (own) {
      times.push({
        from: at,
        to: own.to,
        interval: null,
        repeat: false,
        points: [],
        bound: null,
        ahead: own.ahead,
        named: own.named,
      });
      at = own.to;
      continue;
    }
    if (items[at]?.mark.kinds.size === 0) {
      at += 1;
      continue;
    }
    const time = fixedAt(items, at, to, possessive) ?? numberedAt(items, at, from, to);
    if (time === 'skip') {
      at += 1;
      continue;
    }
    if (time?.kept) times.push(time.time);
    at = time ? time.time.to : at + 1;
  }
  return times.length < 2 ? times : joinBounds(withAges(times, items), items);
}

/** "At 1 week and 6 weeks of life": the age of the child is no interval, nor is one listed before it. */
function withAges(times: readonly Time[], items: readonly Item[]): readonly Time[] {
  if (!times.some(({ interval, named }) => interval === null && !named)) return times;
  const aged: Time[] = [];
  for (const time of times.toReversed()) {
    const next = aged[0];
    const listed =
      next?.interval === null && !next.named && items.slice(time.to, next.from).every(({ norm }) => JOIN.has(norm));
    aged.unshift(listed ? ageOf(time) : time);
  }
  return aged;
}

/** A time that says when, but not how long from now. */
export const ageOf = (time: Time): Time => ({ ...time, interval: null, points: [], ahead: true });

interface Read {
  readonly time: Time;
  readonly kept: boolean;
}

function fixedAt(items: readonly Item[], at: number, to: number, possessive: (at: number) => boolean): Read | null {
  const item = items[at];
  const next = items[at + 1];
  if (!item || at >= to) return null;
  if (item.mark.period) {
    const { min, max, unit, repeat } = item.mark.period;
    // "within a fortnight", "within the fortnight"
    const before = items[items[at - 1]?.norm === 'the' ? at - 2 : at - 1]?.mark.bound ?? null;
    const interval = repeat ? { min, max, unit } : bounded(before, min, max, unit);
    const time = { from: at, to: at + 1, interval, repeat, points: [], bound: null, ahead: true, named: null };
    return {
      time,
      kept:
        !isA(next, 'not-time') && !isBareNot(items[at - 1]) && (repeat || (before !== 'past' && before !== 'duration')),
    };
  }
  if (isA(item, 'now')) {
    const told =
      possessive(at) ||
      items[at - 1]?.norm === 'from' ||
      (item.norm === 'now' && next !== undefined && !isPause(next) && at + 1 < to);
    const time = {
      from: at,
      to: at + 1,
      interval: { min: 0, max: 0, unit: 'day' as const },
      repeat: false,
      points: [],
    };
    return { time: { ...time, bound: null, ahead: true, named: null }, kept: !told };
  }
  return null;
}

const isPause = ({ norm }: Item): boolean => [',', '.', ';', ')', '(', '!', '-'].includes(norm);
const JOIN: ReadonlySet<string> = new Set(['-', '–', '—', 'to', ',', 'and', 'or', '/', '&', '+']);
const RANGE: ReadonlySet<string> = new Set(['-', '–', '—', 'to']);
const WHOLE = '40'; // weeks
const WEEK = 7; // days
const SLASHED: Readonly<Record<string, TimeUnit>> = { '24': 'hour', '7': 'day', '52': 'week', '12': 'month' };

export function numberedAt(items: readonly Item[], at: number, start: number, end: number): Read | 'skip' | null {
  const first = items[at];
  if (first?.mark.number === undefined) return null;
  if (isCategory(items, at) || isCategory(items, at - 1)) return 'skip';
  const values = [first.mark.number];
  let isRange = false;
  let i = at + 1;
  if (items[i]?.norm === '/') {
    const unit = SLASHED[items[i + 1]?.norm ?? ''];
    // "3/12/2026"
    if (unit && items[i + 2]?.norm === '/' && items[i + 3]?.mark.number !== undefined) return 'skip';
    if (unit) return finish(items, at, start, i + 2, { values, isRange, unit });
    // "rescan at 32/40": weeks of a pregnancy
    if (items[i + 1]?.norm === WHOLE && first.mark.number < Number(WHOLE) + 2) {
      const { time } = finish(items, at, start, i + 2, { values, isRange, unit: 'week' });
      return { time: ageOf(time), kept: true };
    }
  }
  while (i < end) {
    let j = i;
    let ranged = false;
    while (j < end && JOIN.has(items[j]?.norm ?? '')) {
      ranged ||= RANGE.has(items[j]?.norm ?? '') || (values.length === 1 && items[j]?.norm === 'or');
      j += 1;
    }
    const next = items[j];
    if (next?.mark.unit && j < end && next.mark.number === undefined && items[j - 1]?.norm !== ',')
      return finish(items, at, start, j + 1, { values, isRange, unit: next.mark.unit });
    if (next?.mark.number === undefined || j === i || j >= end) break;
    values.push(next.mark.number);
    isRange ||= ranged;
    i = j + 1;
    const unit = items[i]?.norm === '/' ? SLASHED[items[i + 1]?.norm ?? ''] : undefined;
    if (unit && i + 1 < end) return finish(items, at, start, i + 2, { values, isRange, unit });
  }
  return 'skip';
}

/** "BI-RADS 3, 6 month follow-up", "Lung-RADS 4A, 3 month": the number right behind a scale, whose letter may read as a number too. */
function isCategory(items: readonly Item[], at: number): boolean {
  if (items[at]?.mark.number === undefined || isA(items[at + 1], 'unit')) return false;
  let before = at - 1;
  while (BEFORE_CATEGORY.has(items[before]?.norm ?? '')) before -= 1;
  return items[before]?.mark.guideline?.classification === true;
}

const BEFORE_CATEGORY: ReadonlySet<string> = new Set(['-', ':', '(', 'category', 'score']);

interface Numbers {
  readonly values: readonly number[];
  readonly isRange: boolean;
  readonly unit: TimeUnit;
}

function finish(
  items: readonly Item[],
  at: number,
  start: number,
  to: number,
  { values, isRange, unit }: Numbers,
): Read {
  const before = at > start ? items[at - 1] : undefined;
  const bound = before?.mark.bound ?? null;
  const from = bound ? at - 1 : at;
  const outer = from > start ? items[from - 1]?.mark.bound : undefined;
  const said = outer && bound === 'exact' && outer !== 'exact' ? outer : bound;
  const min = Math.min(...values);
  const max = Math.max(...values);
  // "12 weeks 3 days", "13+6 weeks" are how old a pregnancy is
  const days = unit === 'week' && isNumbered(items[to], items[to + 1]) ? to + 2 : to;
  const isSum = unit === 'week' && values.length > 1 && (values.at(-1) ?? 0) < WEEK;
  const isGestation = days > to || (isSum && items.slice(at, to).some(({ norm }) => norm === '+'));
  // "at three-month intervals"
  const isRound = items[days]?.norm === 'intervals' && before?.norm === 'at';
  // "at the 6 month mark"
  const isPoint = items[days]?.norm === 'mark' || items[days]?.norm === 'point';
  const between = isRange || values.length === 1 || (values.length === 2 && before?.norm === 'between');
  const time: Time = {
    from: said === bound ? from : from - 1,
    to: isRound || isPoint ? days + 1 : days,
    interval: bounded(said, min, max, unit),
    repeat: said === 'every' || isRound,
    points: between ? [] : values,
    bound: said,
    ahead: said !== null || isA(items[to], 'hence'),
    named: null,
  };
  const placed = before?.norm === 'at' || JOIN.has(before?.norm ?? '');
  if (isGestation || (isA(items[to], 'age') && placed)) return { time: ageOf(time), kept: true };
  // "at least two years of yearly CT": how long it goes on
  const lasts = items[to]?.norm === 'of' && (items[to + 1]?.mark.period?.repeat || isA(items[to + 1], 'surveil'));
  // "every 2 weeks from 28 weeks": when it begins
  const starts = before?.norm === 'from' && !isRange;
  const isLater = items[days]?.norm === LATER && isA(items[start], 'imperative');
  const gone =
    starts ||
    said === 'duration' ||
    said === 'past' ||
    (isA(items[to], 'not-time') && !items[to]?.mark.occasion && !isLater) ||
    lasts;
  // "at the 20 week scan" is one that is planned already
  const isPlannedScan = items[from - 1]?.norm === 'the' && isA(items[to], 'scan', 'test') && !isA(items[to], 'follow');
  // "in 3 months, not 6 months"
  const denied = isBareNot(items[time.from - 1]);
  const kept =
    !gone && !denied && !isPlannedScan && !(unit === 'day' && at > start && items[at - 1]?.mark.unit === 'day');
  return { time, kept };
}

/** "Rescan two weeks later" */
const LATER = 'later';

const isNumbered = (number: Item | undefined, unit: Item | undefined): boolean =>
  number?.mark.number !== undefined && unit?.mark.unit === 'day';

const isBareNot = (item: Item | undefined): boolean => item?.norm === 'not' && item.to - item.from === 1;

function bounded(bound: Bound | null, min: number, max: number, unit: TimeUnit): Interval {
  if (bound === 'within' || bound === 'at-most') return { min: 0, max, unit };
  if (bound === 'at-least') return { min, max: null, unit };
  return { min, max, unit };
}

/** "Not before …, at the latest …" is one time with both ends. */
function joinBounds(times: readonly Time[], items: readonly Item[]): Time[] {
  const joined: Time[] = [];
  for (const time of times) {
    const last = joined.at(-1);
    const close =
      last && items.slice(last.to, time.from).every(({ norm }) => norm === 'and' || norm === ',' || norm === 'but');
    const opposite = last?.bound === 'at-least' && time.bound === 'at-most';
    if (last && close && opposite && last.interval && time.interval?.unit === last.interval.unit)
      joined[joined.length - 1] = { ...last, to: time.to, interval: { ...last.interval, max: time.interval.max } };
    else joined.push(time);
  }
  return joined;
}
