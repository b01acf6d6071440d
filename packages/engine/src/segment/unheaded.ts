/** Wing 1, segment: what a line without a heading is: the patient's details, the examination, a greeting, advice, a call, a signature. */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../search.ts';
import { holdsOther, holdsSentence, isExamTitle, isFullExamName } from './exam-title.ts';
import type { Line } from './lines.ts';
import { namesIn } from './named.ts';
import { holdsPhrase, type Page } from './page.ts';
import * as role from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A line read from its first word on, past bullets and emphasis. */
export interface Unheaded {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

export function lineBody({ tokens, roles }: Page, line: Line, to = line.to): Unheaded {
  let from = line.from;
  while (from < to - 1 && (roles[from] ?? 0) & role.MARK && tokens[from]?.norm !== '(') from += 1;
  return { line, from, to };
}

export const endsSentence = ({ tokens }: Page, line: Line | undefined): boolean => {
  const last = line ? tokens[line.to - 1]?.norm : undefined;
  return last === '.' || last === '!' || last === '?' || last === ':' || last === '。' || last === ';';
};

export function leadOf(
  { tokens, roles }: Page,
  { from, to }: Pick<Unheaded, 'from' | 'to'>,
  words: Vocabulary,
): SectionCode | null {
  if (((roles[from] ?? 0) & role.LEAD) === 0) return null;
  const hit = phraseAt(words.leads, tokens, from, to);
  // "i) …" and "I. …" count, and are not who writes
  const next = tokens[from + 1];
  if (hit?.to === from + 1 && next?.glued && (next.norm === ')' || next.norm === '.') && isInitial(tokens[from]))
    return null;
  return hit?.value ?? null;
}

const isInitial = (token: Page['tokens'][number] | undefined): boolean =>
  token !== undefined && token.end - token.start === 1;

/** "Page 2 of 3", "2/3", "- 2 -". */
export function isPageMark({ tokens }: Page, { from, to, line }: Unheaded): boolean {
  if (to - from > 5 || tokens[from]?.norm !== 'page') return false;
  return (
    line.to - line.from <= 7 && tokens.slice(from + 1, to).every(({ kind, norm }) => kind !== 'word' || norm === 'of')
  );
}

export function isEndMark({ tokens }: Page, { from, to }: Unheaded): boolean {
  return to - from <= 7 && tokens[from]?.norm === 'end' && tokens[from + 1]?.norm === 'of';
}

export function isTitle(page: Page, { line, from, to }: Unheaded): boolean {
  return (line.holds & role.EXAM) !== 0 && isExamTitle(page, from, to);
}

/** "MRI KNEE LEFT." before a heading on the same line or the text of the report. */
export const isStoppedTitle = (page: Page, { line, from, to }: Unheaded): boolean =>
  (line.holds & role.EXAM) !== 0 && page.tokens[to - 1]?.norm === '.' && isFullExamName(page, from, to - 1);

/** "LIVER: normal": a label of an organ or a region at the start of a line. */
export function isOrganLabel({ tokens, roles }: Page, { line, from, to }: Unheaded, words: Vocabulary): boolean {
  if (line.colon <= from || ((roles[from] ?? 0) & role.ORGAN_LABEL) === 0) return false;
  const hit = phraseAt(words.organLabels, tokens, from, to);
  if (!hit) return false;
  for (let at = hit.to; at < Math.min(to, hit.to + 6); at += 1) {
    const token = tokens[at];
    if (token?.norm === ':') return true;
    if (token?.norm === '.' || token?.kind === 'number') return false;
  }
  return false;
}

/** "HEART ENLARGED", "L1-L4 0.80": more than the name of an examination, with an organ before it or a value in it. */
export function isResult(page: Page, { from, to }: Unheaded, words: Vocabulary): boolean {
  const { tokens, roles } = page;
  if (!holdsOther(page, from, to)) return false;
  if ((roles[from] ?? 0) & role.ORGAN_LABEL && phraseAt(words.organLabels, tokens, from, to)) return true;
  for (let at = from; at < to; at += 1)
    if ((roles[at] ?? 0) & role.NUMBER && /^\d+\.\d+$/.test(tokens[at]?.norm ?? '')) return true;
  return false;
}

/** A sentence that tells what is seen: "There is …", "The liver is …". */
export function isTelling(page: Page, { from, to }: { from: number; to: number }, words: Vocabulary): boolean {
  const { tokens, roles } = page;
  if ((roles[from] ?? 0) & role.TELLS && phraseAt(words.tells, tokens, from, to)) return true;
  const at = tokens[from]?.norm === 'the' ? from + 1 : from;
  const organ = phraseAt(words.organLabels, tokens, at, to);
  if (organ && role.holds(roles, role.STATING, organ.to, Math.min(to, organ.to + 3))) return true;
  return at > from && isMeasured(page, at, to);
}

/** "The lump is a 12 mm cyst": states a size. */
const isMeasured = (page: Page, from: number, to: number): boolean =>
  role.holds(page.roles, role.STATING, from, Math.min(to, from + REACH)) && isSized(page, from, to);

/** "9 mm", "3.2 cm" */
export function isSized({ tokens, roles }: Page, from: number, to: number): boolean {
  for (let at = from; at + 1 < to; at += 1)
    if ((roles[at] ?? 0) & role.NUMBER && LENGTHS.has(tokens[at + 1]?.norm ?? '')) return true;
  return false;
}
const REACH = 6;
const LENGTHS = new Set(['mm', 'cm']);

/** "62F with pain", "45 year old man". */
export function isAgeOpening({ tokens }: Page, { from, to }: Pick<Unheaded, 'from' | 'to'>): boolean {
  const age = tokens[from];
  const next = tokens[from + 1];
  if (age?.kind !== 'number' || !/^\d{1,3}$/.test(age.norm) || !next || to - from < 4) return false;
  const unit = next.norm === '-' || next.norm === '‐' ? tokens[from + 2] : next;
  return unit !== undefined && AGE_UNITS.has(unit.norm);
}
const AGE_UNITS = new Set([
  'f',
  'm',
  'yo',
  'y',
  'yr',
  'yrs',
  'year',
  'years',
  'month',
  'months',
  'week',
  'weeks',
  'day',
  'days',
  'y/o',
]);

/** Name, number, birth date or visit, with a label or a sign of age and sex. */
export function isPatientLine(page: Page, { from, to }: Unheaded, words: Vocabulary): boolean {
  const { text, tokens, roles } = page;
  for (let at = from; at < to; at += 1) {
    if (((roles[at] ?? 0) & role.PATIENT_LABEL) === 0) continue;
    const hit = tokens[at]?.kind === 'word' ? phraseAt(words.patientLabels, tokens, at, to) : null;
    if (!hit) continue;
    let next = hit.to;
    if (tokens[next]?.norm === '.' || tokens[next]?.norm === '#') next += 1;
    const after = tokens[next];
    if (
      after?.norm === ':' &&
      (at === from || starts(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0, tokens[at - 1]?.norm))
    )
      return true;
    if (
      NUMBERED_LABELS.has(hit.value) &&
      after &&
      next < to &&
      (after.kind === 'number' || isCode(text, after.start, after.end)) &&
      // "LMP 12/11. Uterus 8 x 4 cm."
      !isSized(page, hit.to, to)
    )
      return true;
    at = hit.to - 1;
  }
  const line = textOf(page, from, to);
  if (holdsSentence(page, from, to) || !AGE_AND_SEX.test(line) || /\bwith\b/i.test(line)) return false;
  // "Left M1 occlusion", "Bosniak 2F cyst"; "Stone, Mary 45F" is a name
  return AGE_LAST.test(line) || !namesIn(page, from, to, words).finding;
}

/** "Date of scan 12/01/2026": a label of the head of a report and its value, though the label names an examination. */
export function opensWithLabel({ tokens, roles }: Page, { from, to }: Unheaded, words: Vocabulary): boolean {
  const hit = (roles[from] ?? 0) & role.PATIENT_LABEL ? phraseAt(words.patientLabels, tokens, from, to) : null;
  const value = hit ? tokens[tokens[hit.to]?.norm === ':' ? hit.to + 1 : hit.to] : undefined;
  return hit !== null && hit.to - from > 1 && hit.value.includes('date') && value?.kind === 'number';
}

/** "Fall downstairs, 82F": age and sex close a line; not "Bosniak 2F cyst" or "M1 occlusion". */
export const endsInAge = (page: Page, { from, to }: Unheaded): boolean => AGE_AT_END.test(textOf(page, from, to));

const textOf = ({ text, tokens }: Page, from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
const starts = (before: number, start: number, sign: string | undefined): boolean =>
  start - before > 1 || sign === '|' || sign === ';' || sign === ',' || sign === '/';
const isCode = (text: string, start: number, end: number): boolean => /^[A-Z]{1,4}\d*$/.test(text.slice(start, end));
const NUMBERED_LABELS = new Set([
  'mrn',
  'dob',
  'nhs',
  'nhs no',
  'nhs number',
  'accession',
  'acc',
  'acc no',
  'id',
  'uhid',
  'hosp',
  'hosp no',
  'hospital no',
  'visit no',
  'reg',
  'reg. no',
  'reg.',
  'reg no',
  'regd no',
  'hkid',
  'dos',
  'hn',
  'ref',
  'ref no',
  'pt',
  'lmp',
  'op no',
  'ip no',
  'case no',
  'exam date',
  'study date',
]);
const AGE_AND_SEX =
  /(?:^|[\s,|(/])(?:[MF]\s{0,2}[/,|]?\s{0,2}\d{1,3}|\d{1,3}\s?(?:y|yrs?|years?|months?|mo|days?|weeks?)?\.?\s{0,2}[/,|]?\s{0,2}[MF])(?:$|[\s,|)/])/;

const AGE_LAST = /\d\s{0,2}(?:y|yo|yrs?|years?|months?|mo)?\.?\s?[/,|]?\s?[MF]\.?$/;
const AGE_AT_END = /[,;–-]\s{0,2}\d{1,3}\s?(?:y|yo|yrs?|years?|months?|mo)?\.?\s?[/,|]?\s?[MF]\.?$/;

/** A line of the letterhead: a place, without a statement. */
export function isFacility(page: Page, { from, to }: Unheaded): boolean {
  return to - from <= 24 && role.holds(page.roles, role.FACILITY, from, to) && !holdsSentence(page, from, to);
}

/** A short line that states nothing and does not end like a sentence. */
export function isBareTitle(page: Page, body: Unheaded): boolean {
  return body.to - body.from <= 14 && !endsSentence(page, body.line) && !holdsSentence(page, body.from, body.to);
}

/** A line whose first sentence advises: "Recommend …", "A further scan is suggested", "Clinic review within 2 weeks". */
export function isAdvice(page: Page, body: Unheaded, words: Vocabulary): boolean {
  if (leadOf(page, body, words) === 'recommendation') return true;
  if ((body.line.holds & role.ADVISABLE) === 0) return false;
  const { tokens, roles } = page;
  let stop = body.from;
  while (stop < body.to && !(tokens[stop]?.norm === '.' && !tokens[stop + 1]?.glued)) stop += 1;
  if (isTimed(page, body, stop, words)) return true;
  if ((body.line.holds & role.ADVISED) === 0) return false;
  for (let at = body.from; at < Math.min(stop, body.from + 6); at += 1) {
    const own = roles[at] ?? 0;
    if (own & role.NUMBER) return false;
    if (own & role.ADVISABLE && phraseAt(words.advisable, tokens, at, stop))
      return holdsPhrase(page, words.advised, role.ADVISED, at, stop);
  }
  return false;
}

/** "Hernia clinic review within 3 weeks": a thing that is asked for and, at the end of its few words, when; nothing that was seen. */
function isTimed(page: Page, { from, line }: Unheaded, stop: number, words: Vocabulary): boolean {
  const { tokens, roles } = page;
  if (!line.opens || stop - from > TIMED || holdsSentence(page, from, stop)) return false;
  const unit = tokens[stop - 1]?.norm ?? '';
  if (!words.timeUnits.has(unit) || ((roles[stop - 2] ?? 0) & role.NUMBER) === 0) return false;
  let at = stop - 2;
  while (at > from && !words.timing.has(tokens[at]?.norm ?? '')) at -= 1;
  if (at <= from || stop - at > WHEN || namesIn(page, from, at, words).finding) return false;
  for (let thing = from; thing < at; thing += 1)
    if ((roles[thing] ?? 0) & role.ADVISABLE && phraseAt(words.advisable, tokens, thing, at)) return true;
  return false;
}
/** tokens of such a sentence, and of "within 4 to 6 weeks" */
const TIMED = 14;
const WHEN = 6;

/** A paragraph that tells that a result was passed on; a line within one that names nothing that was seen. */
export function isCall(page: Page, body: Unheaded, words: Vocabulary, paragraph: boolean): boolean {
  if (leadOf(page, body, words) === 'communication') return true;
  if ((body.line.holds & role.PASSED_ON) === 0) return false;
  if (!holdsPhrase(page, words.passedOn, role.PASSED_ON, body.from, body.to)) return false;
  if (!namesIn(page, body.from, body.to, words).finding) return true;
  return paragraph && isToldFirst(page, body, words);
}

/** "Dr Stone was told of the bleed. …", but not "There is a bleed. Dr Stone was told.": what was seen stands before the sentence of the call. */
function isToldFirst(page: Page, { from, to }: Unheaded, words: Vocabulary): boolean {
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (page.tokens[at - 1]?.norm === '.' && !page.tokens[at]?.glued && !isInitial(page.tokens[at - 2])) {
      if (holdsPhrase(page, words.passedOn, role.PASSED_ON, start, at)) break;
      start = at;
    }
  }
  return start === from || !namesIn(page, from, start, words).finding;
}
