/** Wing 4, explain: by when a step is due, where the report states both its date and the interval. */
import type { Interval, Recommendation } from '../document.ts';
import type { NextStep } from '../explanation.ts';

/** Dates only from a date and an interval that the report states itself. */
export function dueOf({ interval, repeat, since }: Recommendation, date: string | null): NextStep['due'] {
  // what is counted from something else has no date that the report states
  if (!interval || !date || repeat || since) return null;
  return {
    from: date,
    earliest: later(date, interval.min, interval.unit),
    latest: interval.max === null ? null : later(date, interval.max, interval.unit),
  };
}

const DAYS_IN = (year: number, month: number): number =>
  [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    month
  ] ?? 31;

/** Calendar addition on ISO dates; the day is kept where the month has it. Hours count as the same day. */
export function later(date: string, amount: number, unit: Interval['unit']): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (unit === 'month' || unit === 'year') {
    const months = year * 12 + (month - 1) + Math.round(amount * (unit === 'year' ? 12 : 1));
    const [y, m] = [Math.floor(months / 12), months % 12];
    return iso(y, m, Math.min(day, DAYS_IN(y, m)));
  }
  let left = Math.round(unit === 'hour' ? Math.floor(amount / 24) : unit === 'week' ? amount * 7 : amount);
  let [y, m, d] = [year, month - 1, day];
  while (left > 0) {
    const room = DAYS_IN(y, m) - d;
    if (left <= room) {
      d += left;
      left = 0;
    } else {
      left -= room + 1;
      d = 1;
      m += 1;
      if (m === 12) [y, m] = [y + 1, 0];
    }
  }
  return iso(y, m, d);
}

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
