/** Wing 1, segment: headings and unheaded lines → sections that tile the text. */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import type { Heading } from './boundaries.ts';
import { classify, EARLY } from './classify.ts';
import { type Course, type Cut, courseOf, open, wholeOf } from './course.ts';
import type { Line } from './lines.ts';
import { BODY } from './look-ahead.ts';
import { narrating } from './narrating.ts';
import type { Page } from './page.ts';
import { CREDENTIAL, EXAM, LEAD } from './roles.ts';
import { isSignature } from './signers.ts';
import * as line from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

/** "Dr" is also the name of an examination. */
const SIGNS = LEAD | EXAM | CREDENTIAL;

export function sectionsOf(page: Page, headings: readonly Heading[], words: Vocabulary): readonly Cut[] {
  const course = courseOf(page, headings, words);
  const { cuts } = course;
  let resume: Cut | null = null;
  let at = 0;

  for (let number = 0; number < page.lines.length; number += 1) {
    const current = page.lines[number];
    if (!current || current.blank) continue;
    while (at < headings.length && (headings[at]?.line ?? 0) < number) at += 1;
    let heading = headings[at];
    if (heading?.line !== number) heading = undefined;
    if (heading?.from !== current.from) {
      const body = line.lineBody(page, current, heading?.from ?? current.to);
      if (line.isPageMark(page, body)) {
        const before = cuts.at(-1);
        if (before && before.code !== 'other') resume = before;
        open(course, 'other', current.from);
        continue;
      }
      const code = classify(course, number, body);
      if (code === 'impression') goOn(course, current.from);
      else if (code) open(course, code, current.from);
      else if (resume) open(course, resume.code, current.from, current.from, null, resume.loinc);
      else if (cuts.length === 0) open(course, 'findings', current.from);
    }
    resume = null;
    let told = current.from;
    for (; heading?.line === number; heading = headings[at]) {
      if (heading.exam && isSubheading(course, heading)) {
        at += 1;
        continue;
      }
      narrating(course, current, number, heading.from);
      open(course, codeOf(course, heading), heading.from, heading.to, heading.span, heading.loinc);
      if (heading.code === 'findings') course.findingsTold = true;
      told = heading.to;
      at += 1;
    }
    narrating(course, current, number, current.to);
    closing(course, current, told);
  }
  return cuts.filter(({ from, to }) => to > from);
}

/** "IMPRESSION:⏎CT HEAD:⏎1. …⏎CT NECK:⏎1. …": an examination that parts an impression, and begins no report of its own. */
function isSubheading(course: Course, heading: Heading): boolean {
  const { cuts } = course;
  const last = cuts.at(-1);
  if (!last || !PARTED.has(last.code)) return false;
  if (last.body === heading.from && codeOf(course, heading) !== 'exam') {
    course.parted = last;
    return true;
  }
  const firm = firmBehind(course, heading);
  if (last.code === 'recommendation' && course.parted !== last) return false;
  if (!firm || !(EARLY.has(firm.code) || BODY.has(firm.code))) return true;
  return course.parted === last && firm.code !== 'impression' && codeOf(course, heading) !== 'exam';
}

/** Sections that the names of examinations may part. */
const PARTED: ReadonlySet<SectionCode> = new Set(['impression', 'findings_impression', 'recommendation']);

/** The next heading that is no examination. */
function firmBehind({ headings, firm }: Course, heading: Heading): Heading | undefined {
  let at = firm.at;
  while (at < headings.length && ((headings[at]?.from ?? 0) <= heading.from || headings[at]?.exam)) at += 1;
  firm.at = at;
  return headings[at];
}

/** "CT ABDOMEN:" is a title if nothing follows it but the next heading. */
function codeOf(course: Course, heading: Heading): SectionCode {
  const { page, lastHard, findingsTold } = course;
  if (heading.soft && lastHard > heading.to && !findingsTold) return 'findings';
  if (heading.code === 'findings_impression' && wraps(course, heading)) return 'other';
  if (heading.yields && toCome(course, heading)) return heading.yields;
  if (!heading.exam) return heading.code;
  const own = page.lines[heading.line];
  if (own && heading.to < own.to && isTitleWithColon(course, heading, own)) return 'exam';
  if (!own || heading.to < own.to) return 'findings';
  const next = wholeOf(course).ahead[heading.line]?.heading;
  if (!next) return 'findings';
  for (let number = heading.line + 1; number < next.line; number += 1)
    if (!page.lines[number]?.blank) return 'findings';
  return 'exam';
}

/** "MRI WRIST: ARTHROGRAM, LEFT" above headings of its own: no sentence, and what was seen is still to come. */
function isTitleWithColon({ page, cuts, lastFindings }: Course, { line: number, to }: Heading, own: Line): boolean {
  const next = page.lines[number + 1];
  return (
    own.opens &&
    next?.blank === true &&
    lastFindings > number &&
    !cuts.some(({ code }) => code === 'exam' || BODY.has(code)) &&
    line.isBareTitle(page, { line: own, from: to, to: own.to })
  );
}

/** "Narrative & Impression" as the title of a text with headings of its own. */
function wraps(course: Course, { line: number, to }: Heading): boolean {
  const { page, lastHard } = course;
  const own = page.lines[number];
  const { ahead, startsLine } = wholeOf(course);
  const next = ahead[number]?.line ?? null;
  const below = next === null ? undefined : page.lines[next];
  if (!own || to < own.to || lastHard <= to || next === null || !below) return false;
  return startsLine.has(next) || line.isTitle(page, line.lineBody(page, below));
}

/** Whether findings are still to come; of who gets a copy, whether anything is. */
function toCome({ cuts, lastFindings, lastBody }: Course, { code, line: number, to }: Heading): boolean {
  if (code !== 'signature') return lastFindings > number;
  return lastBody > to && !cuts.some((cut) => BODY.has(cut.code));
}

/** Advice in the midst of an impression belongs to it. */
function goOn(course: Course, from: number): void {
  const { cuts, page } = course;
  const before = cuts.at(-2);
  if (before?.code !== 'impression') {
    open(course, 'impression', from);
    return;
  }
  cuts.pop();
  before.to = page.tokens.length;
}

/** A signature that begins inside the last line: "… in 12 months. Electronically signed by …", "… is normal. Dr A Name FRCR". */
function closing(course: Course, current: Line, from: number): void {
  const { page, words, lastBody } = course;
  if (
    course.cuts.at(-1)?.code === 'signature' ||
    current.to - from < 6 ||
    lastBody > from ||
    (current.holds & SIGNS) === 0
  )
    return;
  for (let i = Math.max(from + 1, current.to - 60); i < current.to; i += 1) {
    if (page.tokens[i - 1]?.norm !== '.' || page.tokens[i]?.glued || isAbbreviated(page.tokens[i - 2], words)) continue;
    const hit = (page.roles[i] ?? 0) & LEAD ? phraseAt(words.leads, page.tokens, i, current.to) : null;
    const leads = hit?.value === 'signature' && hit.to - i >= 2;
    if (!leads && !isSignature(page, { line: current, from: i, to: current.to }, words)) continue;
    open(course, 'signature', i);
    return;
  }
}

/** "H. Name" and "Dr. Name" go on behind their full stops. */
const isAbbreviated = (before: Token | undefined, { abbreviations, finalAbbreviations }: Vocabulary): boolean =>
  before?.kind === 'word' &&
  (before.end - before.start === 1 || (abbreviations.has(before.norm) && !finalAbbreviations.has(before.norm)));
