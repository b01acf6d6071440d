/** Dates in words, day and month held together so that they do not break across lines. */
import type { NextStep } from '@readingscan/engine';
import type { Words } from '../words/words.ts';

const NO_BREAK = '\u00a0';

export function dateInWords(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  const written = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
  return written.split(' ').join(NO_BREAK);
}

/** Where there is little room: "May 2026". */
export function monthInWords(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** A moment, in the time of the device: "6 December 2026 at 14:05". */
export function momentInWords(time: number, language: string): string {
  const tag = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** When a step is due. */
export function dueInWords(due: NonNullable<NextStep['due']>, language: string, next: Words['result']['next']): string {
  const earliest = dateInWords(due.earliest, language);
  if (due.latest === null) return next.from(earliest);
  if (due.latest === due.earliest) return earliest;
  return next.between(earliest, dateInWords(due.latest, language));
}
