/** Wing 2, recognize: advice with the times that were found for it: counted, repeated, named, or counted from something else. */
import type { Interval, NamedTime, Recommendation, Span, TimeUnit } from '../../document.ts';
import { type Clause, endOfPurpose } from './clauses.ts';
import { type Item, isA } from './items.ts';
import { lastingIn } from './lasting.ts';
import type { Target } from './targets.ts';
import type { Time } from './times.ts';

export type Advice = Omit<Recommendation, 'id'>;

type Base = Omit<Advice, 'action' | 'interval'>;

/** Where the times of a clause stand. */
export interface Placed {
  readonly items: readonly Item[];
  readonly clause: Clause;
  readonly spanOf: (part: Clause) => Span;
}

/** One entry for the points of time together, and one for each period ("then annually") and for each named time. */
export function timedAdvice(base: Base, target: Target, times: readonly Time[], placed: Placed): readonly Advice[] {
  // of one shape with points of time and without
  const entry = (action: Advice['action'], interval: Interval | null, more: Partial<Advice> = {}): Advice => ({
    ...base,
    action,
    interval,
    times: more.times,
    repeat: more.repeat,
    lasting: more.lasting,
    on: more.on,
    since: more.since,
  });
  if (target.action === 'none-needed') return [entry('none-needed', null)];
  const counted = times.filter((time) => !time.repeat && !time.named);
  const repeated = times.filter((time) => time.repeat);
  const since = sinceOf(counted, times, placed);
  const on = times.flatMap((time) => (time === since?.time ? [] : onOf(time, placed)));
  // "at 6 to 12 months and again at 18 to 24 months"
  if (counted.length > 1 && counted.every(isSpan) && repeated.length === 0 && on.length === 0)
    return counted.map(({ interval }) => entry(target.action, interval));
  const { interval, points } = mergePoints(counted);
  const regular = target.action === 'imaging' || target.action === 'surveillance';
  const entries: Advice[] = [];
  // "annual mammogram due in October"
  const [first, ...others] = on;
  const isDated = /^\d/.test(first?.value ?? '');
  const isRound = counted.length === 0 && repeated.length === 1 && others.length === 0 && !isDated;
  if (counted.length || !repeated.length || (first && !isRound)) {
    const action = points.length > 1 && regular ? 'surveillance' : target.action;
    const more = { times: points.length > 1 ? points : undefined, since: since?.since };
    entries.push(entry(action, interval, first ? { ...more, on: first } : more));
    for (const other of others) entries.push(entry(target.action, null, { on: other }));
  }
  for (const { interval: every, to } of repeated) {
    const more = { repeat: true, lasting: goingOn(to, placed), on: isRound ? first : undefined };
    entries.push(entry(regular ? 'surveillance' : target.action, every, more));
  }
  return entries;
}

const isSpan = ({ interval, points }: Time): boolean =>
  interval !== null && interval.max !== null && interval.min > 0 && interval.min < interval.max && points.length === 0;

/** "For 5 years" behind the time; "till 5 years" may tell an age. */
function goingOn(from: number, { items, clause }: Placed): Interval | undefined {
  const lasting = lastingIn(items, from, clause.to);
  return lasting?.interval && !UNTIL.has(items[lasting.from]?.norm ?? '') ? lasting.interval : undefined;
}
const UNTIL: ReadonlySet<string> = new Set(['til', 'till', 'until']);

const onOf = ({ named, from, to }: Time, { spanOf: place }: Placed): NamedTime[] =>
  named ? [{ span: place({ from, to }), kind: named.kind, value: named.value, link: named.link }] : [];

interface Since {
  readonly since: NonNullable<Advice['since']>;
  /** the named time that it is counted from, if it is one */
  readonly time: Time | null;
}

/** "6 weeks after stent removal", "after birth at 6 weeks": what the time is counted from, unless that is this examination. */
function sinceOf(counted: readonly Time[], times: readonly Time[], placed: Placed): Since | null {
  const { items, clause, spanOf: place } = placed;
  const [only] = counted;
  if (!only?.interval) return null;
  const beside = times.find(
    ({ named, from, to }) =>
      named?.kind === 'occasion' &&
      isSince(named.value) &&
      (isBeside(items, to, only.from) || isBeside(items, only.to, from)),
  );
  if (beside?.named) return { since: { span: place(beside), occasion: beside.named.value }, time: beside };
  const last = counted.at(-1);
  if (!last || !isA(items[last.to], 'since-event') || isA(items[last.to + 1], 'this-exam')) return null;
  const part = { from: last.to, to: endOfPurpose(items, last.to, clause.to) };
  return part.to > part.from + 1 ? { since: { span: place(part), occasion: null }, time: null } : null;
}

/** Right before it, or with a comma between. */
const isBeside = (items: readonly Item[], to: number, from: number): boolean =>
  to === from || (to + 1 === from && items[to]?.norm === ',');

const isSince = (occasion: string): boolean => occasion.startsWith('after-');

const DAYS: Readonly<Record<TimeUnit, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30, year: 360 };

/** Several points of time as one span of time in the smallest unit named, with the points. */
function mergePoints(times: readonly Time[]): { interval: Interval | null; points: readonly number[] } {
  const first = times.find(({ interval }) => interval);
  if (!first) return { interval: null, points: [] };
  if (times.length === 1) return { interval: first.interval, points: first.points };
  const units = times.flatMap((time) => (time.interval ? [time.interval.unit] : []));
  const unit = units.reduce((a, b) => (DAYS[b] < DAYS[a] ? b : a));
  const points = times.flatMap(({ interval, points: own }) => {
    if (!interval) return [];
    const factor = Math.round(DAYS[interval.unit] / DAYS[unit]);
    return (own.length ? own : [interval.min]).map((value) => value * factor);
  });
  const open = times.some(({ interval }) => interval?.max === null);
  return { interval: { min: Math.min(...points), max: open ? null : Math.max(...points), unit }, points };
}
