/** Furniture of a page: the lines about the patient and the order, and the foot of the page; no part of what a report says. */
import type { Row } from './rows.ts';

const HEAD_ROWS = 14;
const IDENTITY =
  /\b(?:mrn|dob|date of birth|accession|patient(?: name| id)?|exam date|date of (?:exam|service)|(?:ordering|referring)(?: \w+)?|phone|fax|tel)\s?[:#]/i;
const FOOT = /\bpage \d{1,2} ?(?:of|\/)|^\W*confidential\b/i;

/** For each row, whether it is furniture: all down to the last line about the patient at the head, and page feet. */
export function furnitureOf(rows: readonly Row[]): readonly boolean[] {
  const texts = rows.map((row) => row.words.map(({ text }) => text).join(' '));
  const head = texts.slice(0, HEAD_ROWS).reduce((last, text, i) => (IDENTITY.test(text) ? i : last), -1);
  return texts.map((text, i) => i <= head || IDENTITY.test(text) || FOOT.test(text));
}
