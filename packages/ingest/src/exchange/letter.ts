/** A report that was found, with the words that were read for it → one extraction: what the format says about it is put where a letter would say it. */
import type { Extraction, SourceKind, Span } from '@readingscan/engine';
import { tidy } from '../text/tidy.ts';
import { says } from './alike.ts';
import type { Found } from './found.ts';
import { isHeading } from './headings.ts';

const HEAD = 1500;
const LONGEST_NAME = 200;
const STANDINGS: Readonly<Record<NonNullable<Found['status']>, readonly [line: string, said: RegExp]>> = {
  preliminary: ['PRELIMINARY REPORT', /prelim|wet read|unverified|provisional/i],
  corrected: ['CORRECTED REPORT', /correct(?:ed|ion)|amend|revis|addend/i],
  addendum: ['REPORT WITH ADDENDUM', /addend|amend|correct(?:ed|ion)/i],
};
const NAMED =
  /(?:^|\n)[ \t]*(?:exam(?:ination)?|study|procedure)(?: (?:type|title|name|description|performed))?[ \t]*:/i;
/** the name of a letter, not of an examination */
const DOCUMENT = /\b(?:report|document|summary|note|letter|consultation|befund)\b/i;
const DATED = /(?:^|\n)[^\n]{0,30}\b(?:date|performed)\b[^\n]{0,20}[:\t][^\n]{0,12}\d/i;

/** `words`: what was read of the report, with its places and doubts. */
export function letter(found: Found, words: Extraction, kind: SourceKind): Extraction {
  const { source } = words;
  const before = headOf(found, source.text);
  const after = tailOf(found.conclusion, source.text);
  const by = before.length;
  const moved = ([from, to]: Span): Span => [from + by, to + by];
  return {
    ...words,
    source: {
      ...source,
      kind,
      text: `${before}${source.text}${after}`,
      ...(source.pages ? { pages: source.pages.map((page) => ({ ...page, span: moved(page.span) })) } : {}),
      ...(source.words ? { words: source.words.map((word) => ({ ...word, span: moved(word.span) })) } : {}),
      ...(source.doubts ? { doubts: source.doubts.map((doubt) => ({ ...doubt, span: moved(doubt.span) })) } : {}),
    },
    warnings: words.warnings.map((warning) => ({ ...warning, basis: warning.basis.map(moved) })),
  };
}

/** Standing, name and date of the examination, where the report itself does not say them. */
function headOf({ title, date, status }: Found, text: string): string {
  const head = text.slice(0, HEAD);
  const lines: string[] = [];
  const standing = status === null ? null : STANDINGS[status];
  if (standing && !standing[1].test(text)) lines.push(standing[0]);
  const name = title === null ? '' : tidy(title.slice(0, LONGEST_NAME)).replaceAll('\n', ' ');
  if (name !== '' && !NAMED.test(head) && !says(head, name)) lines.push(DOCUMENT.test(name) ? name : `EXAM: ${name}`);
  if (date !== null && !DATED.test(head) && !hasDate(text, date)) lines.push(`EXAM DATE: ${date}`);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n\n`;
}

/** The conclusion under its heading, unless the report says all of it. */
function tailOf(conclusion: string, text: string): string {
  const words = tidy(conclusion).trim();
  if (words === '' || says(text, words)) return '';
  const [first = ''] = words.split(/[:\n]/, 1);
  return `${text.trim() === '' ? '' : '\n\n'}${isHeading(first) ? words : `IMPRESSION:\n${words}`}`;
}

/** Is a day said, in any of the usual orders of its figures? */
function hasDate(text: string, date: string): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  const [m, d] = [String(Number(month)), String(Number(day))];
  const forms = [date, `${year}${month}${day}`, `${year}/${month}/${day}`];
  for (const y of [year, year.slice(2)])
    for (const [one, other] of [
      [m, d],
      [month, day],
      [d, m],
      [day, month],
    ])
      for (const sign of ['/', '-', '.']) forms.push(`${one}${sign}${other}${sign}${y}`);
  return forms.some((form) => text.includes(form));
}
