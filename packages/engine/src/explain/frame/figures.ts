/** Wing 4, explain, frame: figures and dates in the words of a language. */
import type { Frames } from '@readingscan/knowledge';
import { fill } from '../template.ts';
import type { Figure } from './account.ts';

/** "12 March 2025", "04/11/2022", "2019" */
export const isDate = ({ text }: Figure, { dates }: Frames): boolean =>
  dateText(text, dates) !== null || NUMERIC_DATE.test(text);
const NUMERIC_DATE = /^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}|(?:19|20)\d{2})$/;

/** "image 96" → "imagen 96": what the word beside a figure says it is. */
export function figureText(
  { text, before, behind, following }: Figure,
  { figureNames, ordinal, dates }: Frames,
): string {
  const date = dateText(text, dates);
  if (date) return date;
  const named = figureNames.find(
    (name) =>
      name.before.includes(before) || (name.behind.includes(behind) && (name.following?.includes(following) ?? true)),
  );
  const number = /^(\d+)(?:st|nd|rd|th)$/.exec(text)?.[1];
  if (named) return fill((text === '1' ? named.one : undefined) ?? named.say, { figure: number ?? text });
  return number ? fill(ordinal, { figure: number }) : text;
}

/** "12 March 2025", "March 12, 2025", "March 2025" in the words of a language; null for any other figure. */
function dateText(text: string, { day, month, months }: Frames['dates']): string | null {
  const parts = text.split(/[\s,.-]+/);
  const name = months[(parts.find((part) => /^[A-Za-z]{3,9}$/.test(part)) ?? '').slice(0, 3).toLowerCase()];
  const [number, year] = parts.filter((part) => /^\d+$/.test(part));
  if (!name || number === undefined || parts.length !== (year === undefined ? 2 : 3)) return null;
  return year === undefined
    ? fill(month, { month: name, year: number })
    : fill(day, { day: number, month: name, year });
}
