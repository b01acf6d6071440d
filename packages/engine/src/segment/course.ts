/** Wing 1, segment: how far the cutting of a text into sections has come, and what is known of the whole text. */
import type { SectionCode, Span } from '../document.ts';
import type { Heading } from './boundaries.ts';
import { type Ahead, BODY, lookAhead } from './look-ahead.ts';
import type { Page } from './page.ts';
import * as line from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Cut {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  readonly heading: Span | null;
  /** tokens of the section, `[from, to)`, and the first after the heading */
  readonly from: number;
  readonly body: number;
  to: number;
}

export interface Course {
  readonly page: Page;
  readonly headings: readonly Heading[];
  readonly words: Vocabulary;
  readonly cuts: Cut[];
  /** the line of the last heading of findings; the tokens of the last firm impression and behind the last of either; -1 for none */
  readonly lastFindings: number;
  readonly lastHard: number;
  readonly lastBody: number;
  /** some heading, other than the name of an examination, opens findings or an impression */
  readonly bodied: boolean;
  /** a heading of findings has come by */
  findingsTold: boolean;
  /** the impression that the names of examinations part */
  parted: Cut | null;
  /** how far the headings were searched for one that is no examination */
  readonly firm: { at: number };
  whole: Whole | null;
}

/** What only lines without a heading ask for. */
interface Whole {
  readonly ahead: readonly Ahead[];
  /** the last line that is a title, and the last that is printed */
  readonly titles: number;
  readonly lastLine: number;
  /** headings that begin a line, by its number */
  readonly startsLine: ReadonlyMap<number, SectionCode>;
}

export const courseOf = (page: Page, headings: readonly Heading[], words: Vocabulary): Course => ({
  page,
  headings,
  words,
  cuts: [],
  lastFindings: headings.findLast(({ code }) => code === 'findings')?.line ?? -1,
  lastHard: headings.findLast(({ code, soft }) => code === 'impression' && !soft)?.from ?? -1,
  lastBody: headings.findLast(({ code }) => BODY.has(code))?.to ?? -1,
  bodied: headings.some(({ code, exam }) => BODY.has(code) && !exam),
  findingsTold: false,
  parted: null,
  firm: { at: 0 },
  whole: null,
});

/** Ends the section before and begins one. */
export function open(
  { cuts, page }: Course,
  code: SectionCode,
  from: number,
  body = from,
  heading: Span | null = null,
  loinc: string | undefined = undefined,
): void {
  const last = cuts.at(-1);
  if (last) last.to = Math.min(last.to, from);
  cuts.push({ code, loinc, heading, from, body, to: page.tokens.length });
}

export function wholeOf(course: Course): Whole {
  const { page, headings } = course;
  const { lines } = page;
  course.whole ??= {
    ahead: lookAhead(lines, headings),
    titles: lines.findLastIndex((l) => !l.blank && line.isTitle(page, line.lineBody(page, l))),
    lastLine: lines.findLastIndex((l) => !l.blank),
    startsLine: new Map(headings.filter((h) => h.from === lines[h.line]?.from).map((h) => [h.line, h.code])),
  };
  return course.whole;
}
