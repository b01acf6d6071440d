/** What a reader of an exchange format hands on: the reports it found, each with the words of the report and what the format says about it. */

export interface Found {
  /** name of the examination */
  readonly title: string | null;
  /** of the examination, ISO 8601 */
  readonly date: string | null;
  readonly status: Standing | null;
  /** the report's own words; empty where they are in a file only */
  readonly text: string;
  /** files inside, the likeliest first */
  readonly files: readonly Uint8Array[];
  /** whether a file inside is the report itself, and `text` a digest of it */
  readonly filesFirst: boolean;
  /** the conclusion as the format gives it, told where the report's words lack it */
  readonly conclusion: string;
}

export type Standing = 'preliminary' | 'corrected' | 'addendum';

export const NOTHING: Found = {
  title: null,
  date: null,
  status: null,
  text: '',
  files: [],
  filesFirst: false,
  conclusion: '',
};

export const hasContent = (found: Found): boolean =>
  found.text.trim() !== '' || found.conclusion.trim() !== '' || found.files.length > 0;

/** "20190203194330-0500", "2019-02-03T19:43:30Z" → "2019-02-03"; null for anything less than a day. */
export function isoDate(written: string | undefined): string | null {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(written?.trim() ?? '');
  if (!match) return null;
  const [, year, month, day] = match;
  const right =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && Number(year) > 1900;
  return right ? `${year}-${month}-${day}` : null;
}
