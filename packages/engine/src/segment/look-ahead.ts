/** Wing 1, segment: what is still to come after each line: the next heading, a body heading, a list mark, the next line. */
import type { SectionCode } from '../document.ts';
import type { Heading } from './boundaries.ts';
import type { Line } from './lines.ts';

/** Sections that tell what was seen or concluded. */
export const BODY: ReadonlySet<SectionCode> = new Set(['findings', 'findings_impression', 'impression']);

export interface Ahead {
  /** next heading at the start of a later line */
  readonly heading: Heading | null;
  /** whether a heading of findings or impression is still to come */
  readonly body: boolean;
  /** whether a line with a list mark comes before the next heading */
  readonly marked: boolean;
  /** next line that is not blank */
  readonly line: number | null;
}

export function lookAhead(lines: readonly Line[], headings: readonly Heading[]): readonly Ahead[] {
  const out: Ahead[] = [];
  let at = headings.length - 1;
  let heading: Heading | null = null;
  let body = false;
  let marked = false;
  let following: number | null = null;
  for (let number = lines.length - 1; number >= 0; number -= 1) {
    out[number] = { heading, body, marked, line: following };
    if (!lines[number]?.blank) following = number;
    if (lines[number]?.mark) marked = true;
    while (at >= 0 && headings[at]?.line === number) {
      const own = headings[at];
      if (own) {
        if (own.from === lines[number]?.from) heading = own;
        if (BODY.has(own.code)) body = true;
        marked = false;
      }
      at -= 1;
    }
  }
  return out;
}
