/** Wing 1, segment: the section that a line without a heading opens, by what stands before it and what is still to come. */
import type { SectionCode } from '../document.ts';
import { firstPhrase, phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import { type Course, wholeOf } from './course.ts';
import { isFullExamName, isTestTitle } from './exam-title.ts';
import { startsUpper } from './letters.ts';
import type { Line } from './lines.ts';
import { type Ahead, BODY } from './look-ahead.ts';
import { namesIn } from './named.ts';
import type { Page } from './page.ts';
import { EXAM, FACILITY, holds, NUMBER, PATIENT_LABEL, STATING } from './roles.ts';
import { isSigner, signsList } from './signers.ts';
import type { Unheaded } from './unheaded.ts';
import * as line from './unheaded.ts';
import { hadNoRoom } from './wrapping.ts';

/** Sections that lead up to what was seen. */
export const SMALL: ReadonlySet<SectionCode> = new Set(['history', 'technique', 'comparison', 'procedure']);
/** Sections that may begin the report of a further examination. */
export const EARLY: ReadonlySet<SectionCode> = new Set([
  'history',
  'technique',
  'comparison',
  'findings',
  'exam',
  'findings_impression',
  'procedure',
]);
const SHORT = 16;
const NARROW = 40;

/** The section that the line opens; null where it goes on with the one before. */
export function classify(course: Course, number: number, body: Unheaded): SectionCode | null {
  const { page, words, cuts, lastFindings } = course;
  const last = cuts.at(-1);
  const code = last?.code ?? null;
  const next = wholeOf(course).ahead[number] ?? { heading: null, body: false, marked: false, line: null };
  const lead = line.leadOf(page, body, words);
  const { opens } = body.line;
  const before = page.lines[number - 1];
  const anew = opens || line.endsSentence(page, before) || (lead !== null && isBrief(page, before, body));
  if (line.isEndMark(page, body)) return code === 'addendum' ? null : 'signature';
  if (code === null || code === 'patient' || code === 'other' || code === 'exam')
    return preamble(course, number, body, code, lead, next);
  if (SMALL.has(code)) {
    if (!opens && last?.heading) {
      const organ = line.isOrganLabel(page, body, words) && next.heading?.code !== 'findings';
      return organ ? 'findings' : (leadInSmall(lead, code) ?? (tellsBelow(course, number, body) ? 'findings' : null));
    }
    if (lead && lead !== code && SMALL.has(lead)) return lead;
    if (opens && line.isTitle(page, body)) return 'exam';
    if (!next.body && opens && signs(course, number, body, lead)) return 'signature';
    // "COMPARISON: None." and, behind a gap, "BREAST COMPOSITION: …"
    if (opens && code === 'comparison' && line.isOrganLabel(page, body, words)) return 'findings';
    if (!opens && !last?.heading && line.isPatientLine(page, body, words)) return 'patient';
    if (!opens || next.heading?.code === 'findings' || next.heading?.code === 'findings_impression') return null;
    if (next.heading && SMALL.has(next.heading.code) && next.body && lastFindings >= next.heading.line) return null;
    return 'findings';
  }
  if (
    code === 'recommendation' &&
    opens &&
    !last?.heading &&
    !opensStudy(course, number, body, next) &&
    !signs(course, number, body, lead) &&
    !line.isAdvice(page, body, words) &&
    !line.isCall(page, body, words, true)
  )
    return 'impression';
  if (code === 'signature') {
    if (opens && next.heading && EARLY.has(next.heading.code)) {
      if (line.isTitle(page, body)) return 'exam';
      if (line.isPatientLine(page, body, words)) return 'patient';
    }
    return null;
  }
  // findings, impression and what comes after them
  if (afterAddendum(course, number)) return preamble(course, number, body, null, lead, next);
  if (!next.body && (anew ? signs(course, number, body, lead) : signsList(page, body, before, words)))
    return 'signature';
  if (anew && !body.line.mark && line.isCall(page, body, words, opens) && (code !== 'findings' || !next.body))
    return 'communication';
  if (body.line.mark && opens && code === 'impression' && isNextStudy(course, number, body, next)) return 'exam';
  if (anew && line.isTitle(page, body) && !body.line.mark) {
    const nextEarly = next.heading !== null && EARLY.has(next.heading.code);
    if (
      code === 'findings'
        ? opens && (nextEarly || (last?.heading === null && standsAlone(course, number)))
        : nextEarly || opensStudy(course, number, body, next)
    )
      return 'exam';
  }
  if (
    code === 'impression' &&
    anew &&
    !body.line.mark &&
    !next.marked &&
    last &&
    last.body < body.line.from &&
    line.isAdvice(page, body, words) &&
    !hadNoRoom(page, before, body.line)
  )
    return 'recommendation';
  return null;
}

function preamble(
  course: Course,
  number: number,
  body: Unheaded,
  code: SectionCode | null,
  lead: SectionCode | null,
  next: Ahead,
): SectionCode | null {
  const { page, words, cuts } = course;
  const { opens } = body.line;
  const headed = cuts.at(-1)?.heading !== null && code === 'exam';
  const early = number < Math.max(wholeOf(course).titles, next.heading ? number + 1 : -1);
  if (headed && !opens && lead === null && !line.isOrganLabel(page, body, words)) return null;
  // "RE: Ann Bell, DOB 21/05/1990"
  if (lead === 'other' && !line.isPatientLine(page, body, words)) return code === 'other' ? null : 'other';
  // "(Case 0412-77 COMPLETE) CHEST 2 VIEWS"
  if (lead === 'exam') return code === 'exam' ? null : 'exam';
  const isFirst = code === null && (body.to < body.line.to || number < wholeOf(course).lastLine);
  const isTitle = line.isTitle(page, body) || (isFirst && line.isStoppedTitle(page, body));
  if (line.opensWithLabel(page, body, words)) return code === 'patient' ? null : 'patient';
  if (isTitle && !line.isFacility(page, body)) return code === 'exam' ? null : 'exam';
  if ((line.isAgeOpening(page, body) || line.endsInAge(page, body)) && asksWhy(course, body)) return 'history';
  if (line.isPatientLine(page, body, words)) return code === 'patient' ? null : 'patient';
  if (lead && SMALL.has(lead)) return lead;
  if (line.isAgeOpening(page, body) || (next.line !== null && asksByMark(page, body))) return 'history';
  if (line.isOrganLabel(page, body, words)) return 'findings';
  if (lead === 'signature' && code === 'other') return null;
  if (lead === 'signature' && !next.body) return 'signature';
  // behind a note to the doctor at the end
  if (code === 'other' && opensLast(course, next) && signs(course, number, body, lead)) return 'signature';
  const mayName = early && code !== 'exam';
  const isBare = mayName && line.isBareTitle(page, body);
  const isPlace = mayName && line.isFacility(page, body);
  // "CT IMAGING", but "Coast Imaging"
  if (isBare && isTestTitle(page, body.from, body.to, words, isPlace)) return 'exam';
  if (isBare && !isPlace && next.line !== null && asksWhy(course, body)) return 'history';
  if (isBare && !isPlace && namesIn(page, body.from, body.to, words).made) return 'exam';
  if (isBare || isPlace) return code === 'patient' || code === 'other' ? null : 'patient';
  if (line.isTitle(page, body)) return code === 'exam' ? null : 'exam';
  if (code !== 'exam' && next.line !== null && namesExam(course, body)) return 'exam';
  if (code === 'exam' && !opens && line.isBareTitle(page, body) && early && !line.isResult(page, body, words))
    return null;
  if (code === 'exam' && opens && asksOnly(course, number, body)) return 'history';
  const isAbove = number < wholeOf(course).titles || (next.heading !== null && EARLY.has(next.heading.code));
  if (
    (code === null || code === 'patient') &&
    (next.body || number < wholeOf(course).titles) &&
    isAbove &&
    isHead(course, body)
  )
    return code === null ? 'patient' : null;
  return 'findings';
}

/** What was seen has been told, and no heading is to come. */
const opensLast = ({ cuts }: Course, { heading, body }: Ahead): boolean =>
  heading === null && !body && cuts.some(({ code }) => BODY.has(code));

/** "Harrow & Sons Ltd, Opp. the Mill", "Mina Rao, 6 yrs, F  Hosp. no. X/12": above everything that was seen, and names none of it. */
function isHead({ page, words }: Course, { from, to }: Unheaded): boolean {
  if (to - from > HEAD || !holds(page.roles, NUMBER | FACILITY, from, to)) return false;
  const fine = firstPhrase(words.normal, page.tokens, from, to);
  // "Unit no 55210"
  if (fine && page.tokens[fine.from]?.norm !== 'no') return false;
  const { finding, organ, made } = namesIn(page, from, to, words);
  return !finding && !organ && !made;
}
const HEAD = 40;

/** "?torsion ?tumour", "Fall ?#NOF", "Recurrence?": what the doctor asks, in a line of its own before what was seen. */
function asksByMark({ tokens }: Page, { line: { from, to } }: Unheaded): boolean {
  if (to - from > SHORT) return false;
  for (let at = from; at < to; at += 1)
    if (tokens[at]?.norm === '?' && (at === to - 1 || tokens[at + 1]?.glued)) return true;
  return false;
}

/** "54 M, fall from a horse", "Lump in the groin, 31F": why the scan was done, with or without age and sex; never a label or a place. */
function asksWhy({ page, words }: Course, { from, to }: Unheaded): boolean {
  if (holds(page.roles, FACILITY, from, to)) return false;
  const { tokens, roles } = page;
  for (let at = from; at < to; at += 1) {
    if ((roles[at] ?? 0) & PATIENT_LABEL) continue;
    if (phraseAt(words.asked.holds, tokens, at, to)) return true;
    // "Ms" and "Mi" are names, "stroke" is none
    if (span(tokens[at]) > SIGLUM && phraseAt(words.asked.conditions, tokens, at, to)) return true;
  }
  return namesIn(page, from, to, words).finding;
}

const span = (token: Token | undefined): number => (token ? token.end - token.start : 0);
/** letters of an illness written short */
const SIGLUM = 3;

/** "US CALF": begins with an examination and tells nothing, though a part of the body is in no list of titles. */
function namesExam({ page, words }: Course, body: Unheaded): boolean {
  const { from, to } = body;
  if (((page.roles[from] ?? 0) & EXAM) === 0 || to - from > BRIEF || !line.isBareTitle(page, body)) return false;
  return !body.line.mark && !namesIn(page, from, to, words).finding;
}
const BRIEF = 5;

/** A short paragraph between the title and the rest: why the scan was done. */
function asksOnly(course: Course, number: number, body: Unheaded): boolean {
  const { page } = course;
  if (body.to - body.from > SHORT || line.isPageMark(page, body)) return false;
  if (holds(page.roles, STATING, body.from, body.to)) return false;
  const rest = wholeOf(course).ahead[number]?.line ?? null;
  if (rest === null || !page.lines[rest]?.opens) return false;
  const heading = wholeOf(course).startsLine.get(rest);
  return heading === undefined || EARLY.has(heading);
}

/** "Clinical: back pain" and, on the next line, what was seen in whole sentences, where no heading of findings is to come. */
function tellsBelow({ page, cuts, lastFindings }: Course, number: number, body: Unheaded): boolean {
  const before = page.lines[number - 1];
  const last = cuts.at(-1);
  const alone = before !== undefined && last !== undefined && before.from <= last.from;
  return (
    alone &&
    lastFindings < number &&
    !line.endsSentence(page, before) &&
    line.endsSentence(page, body.line) &&
    isBrief(page, before, body) &&
    !cuts.some(({ code }) => code === 'findings' || code === 'findings_impression')
  );
}

function leadInSmall(lead: SectionCode | null, code: SectionCode): SectionCode | null {
  return lead === 'comparison' && code !== 'comparison' ? 'comparison' : null;
}

/** A list without marks or stops: the line before is too short to have been wrapped. */
export function isBrief({ text, tokens }: Page, before: Line | undefined, { from }: Unheaded): boolean {
  const first = tokens[from];
  return before !== undefined && before.end - before.start < NARROW && first !== undefined && startsUpper(text, first);
}

function signs(course: Course, number: number, body: Unheaded, lead: SectionCode | null): boolean {
  const { page, words } = course;
  return lead === 'signature' || isSigner(page, body, words, number >= wholeOf(course).lastLine - 1);
}

/** "2) CHEST X-RAY" right above a heading of what was seen: the next of several numbered examinations. */
const isNextStudy = (course: Course, number: number, body: Unheaded, { heading, line: below }: Ahead): boolean =>
  heading !== null && heading.line === below && EARLY.has(heading.code) && heads(course, number, body);

/** "ULTRASOUND OF THE THYROID" in a line of its own behind the advice on another examination, with what was seen and concluded below it. */
const opensStudy = (course: Course, number: number, body: Unheaded, next: Ahead): boolean =>
  body.line.opens && concludesAnew(next) && heads(course, number, body);

/** A title in a paragraph of its own, or one that is nothing but an examination and its part right above what was seen. */
const heads = (course: Course, number: number, body: Unheaded): boolean =>
  line.isTitle(course.page, body) && (standsAlone(course, number) || isFullExamName(course.page, body.from, body.to));

function standsAlone(course: Course, number: number): boolean {
  const { page } = course;
  const next = page.lines[number + 1];
  return next === undefined || next.blank;
}

/** Text of a further examination, and then a heading of what it comes to. */
const concludesAnew = ({ heading, line: next }: Ahead): boolean =>
  heading?.code === 'impression' && next !== null && next < heading.line;

/** The line before said "end of addendum". */
function afterAddendum(course: Course, number: number): boolean {
  const { page, cuts } = course;
  const before = page.lines[number - 1];
  return (
    cuts.at(-1)?.code === 'addendum' &&
    before !== undefined &&
    !before.blank &&
    line.isEndMark(page, line.lineBody(page, before))
  );
}
