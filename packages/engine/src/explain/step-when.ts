/** Wing 4, explain: when a step is asked for, where that is named or counted from something else: "in May 2027", "6 weeks after surgery". */
import type { NamedTime, Recommendation } from '../document.ts';
import type { StepScene } from './step-what.ts';
import { writtenOf } from './step-words.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

/** "In May 2027", "on 3/4/2026", "after the birth" */
export function namedWhen({ kind, value, link }: NamedTime, { occasions, dates }: Templates): string {
  if (kind === 'occasion') return occasions[value] ?? '';
  if (kind === 'weekday') return fill(dates.weekday, { weekday: dates.weekdays[Number(value) - 1] ?? value });
  if (kind === 'course' || kind === 'cycle') return fill(dates[kind], { time: value });
  return fill(dates[link], { time: dateOf(kind, value, dates) });
}

function dateOf(kind: 'day' | 'month' | 'year' | 'written', value: string, dates: Templates['dates']): string {
  if (kind === 'written') return /[a-z]/i.test(value) ? fill(dates.written, { time: value }) : value;
  if (kind === 'year') return fill(dates.year, { year: value });
  const [year = '', month = '', day = ''] = value.replace(/^--/, '-').split('-');
  const monthNumber = Number(month);
  const places = { year, month: dates.months[monthNumber - 1] ?? month, monthNumber: String(monthNumber) };
  if (kind === 'month') return fill(year ? dates.monthYear : dates.month, places);
  return fill(year ? dates.dayYear : dates.day, { ...places, day: String(Number(day)) });
}

/** The frame of a time that is counted from something else than this examination. */
export const countedFrom = (min: number, max: number | null, { counted }: Templates): string =>
  max === null ? counted.atLeast : min === 0 ? counted.within : min === max ? counted.exact : counted.range;

/** "After the birth", "after stent removal" */
export function sinceWords({ span, occasion }: NonNullable<Recommendation['since']>, scene: StepScene): string {
  const { templates, words, related } = scene;
  const named = occasion === null ? undefined : templates.occasions[occasion];
  return named ?? fill(templates.counted.since, { words: words?.quoted(span) ?? writtenOf(span, related.source.text) });
}
