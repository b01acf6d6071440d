/** Wing 3, relate, checks: dates of comparisons that do not fit. */
import { EMPTY_LIST } from '../../alike.ts';
import { datesIn, isoOf, type WrittenDate } from '../../dates.ts';
import { studyWords } from '../../examination-words.ts';
import { tagsIn } from '../../search.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { MONTH } from '../word-kinds.ts';
import { type Clash, type Scene, spanOf } from './scene.ts';

/** A date of comparison in the text that the comparison does not list, or a comparison later than the examination. */
export function dateClashes(scene: Scene): readonly Clash[] {
  const { recognized, outline } = scene;
  if (!mayList(scene)) return EMPTY_LIST;
  const { months } = outline.knowledge.reading.documents.study.calendar;
  const dates = datesIn(recognized.tokens, months);
  const listed = dates.filter((date) => inSection(scene, date, 'comparison') && date.year !== null);
  const exam = examOf(scene, dates);
  for (const date of listed)
    if (exam && isLater(date, exam))
      return [
        {
          kind: 'date-mismatch',
          basis: [spanOf(scene, exam.from, exam.to), spanOf(scene, date.from, date.to)],
        },
      ];
  for (const { statement } of [...scene.findings, ...scene.impression]) {
    for (const date of dates) {
      if (date.from < statement.from || date.to > statement.to || date.year === null) continue;
      if (!isSince(scene, statement, date) || (exam && sameDay(exam, date))) continue;
      if (listed.some((one) => sameDay(one, date))) continue;
      const near = date.day === null ? sameMonth(listed, date) : nearest(listed, date);
      if (near)
        return [
          { kind: 'date-mismatch', basis: [spanOf(scene, near.from, near.to), spanOf(scene, date.from, date.to)] },
        ];
    }
  }
  return EMPTY_LIST;
}

/** A full date most like this one. */
function nearest(listed: readonly WrittenDate[], date: WrittenDate): WrittenDate | undefined {
  const full = listed.filter(({ day }) => day !== null);
  return full.find((one) => one.day === date.day || one.month === date.month) ?? full[0];
}

/** "January 2017" for "January 2019"; another month may well be another examination. */
const sameMonth = (listed: readonly WrittenDate[], date: WrittenDate): WrittenDate | undefined =>
  listed.find(({ month, year }) => month !== null && month === date.month && year !== date.year);

/** A section of comparisons holds a number or a month: else it lists no date. */
function mayList({ recognized: { sections, tokens }, outline }: Scene): boolean {
  for (const { code, span } of sections) {
    if (code !== 'comparison') continue;
    for (let at = tokenAt(tokens, span[0], 0, tokens.length); at < tokens.length; at += 1) {
      const token = tokens[at];
      if (!token || token.start >= span[1]) break;
      if (token.kind === 'number' || ((outline.kinds[at] ?? 0) & MONTH) !== 0) return true;
    }
  }
  return false;
}

function inSection({ recognized }: Scene, { from }: WrittenDate, code: string): boolean {
  const at = recognized.tokens[from]?.start ?? 0;
  return recognized.sections.some((section) => section.code === code && at >= section.span[0] && at < section.span[1]);
}

const HEAD: readonly string[] = ['exam', 'patient'];

/** The date of the examination; one that can be read in two ways where it is the only one of the head. */
function examOf(scene: Scene, dates: readonly WrittenDate[]): WrittenDate | null {
  const { date: iso } = scene.recognized.study;
  if (iso !== null) return dates.find((one) => isoOf(one) === iso) ?? null;
  const own = dates.filter(
    (one) =>
      one.year !== null &&
      one.day !== null &&
      (HEAD.some((code) => inSection(scene, one, code)) || inTitle(scene, one)),
  );
  const [only, more] = own;
  return only && !more && saysExam(scene, only) ? only : null;
}

/** "CT LIVER, performed 12 May 2020.": a title that was taken for findings, which come later under their own heading. */
function inTitle({ recognized: { sections, tokens } }: Scene, { from }: WrittenDate): boolean {
  const [first, ...rest] = sections;
  if (first?.code !== 'findings' || !rest.some(({ code }) => code === 'findings')) return false;
  return (tokens[from]?.start ?? 0) < first.span[1];
}

/** "Date of exam: 03/04/2022" */
function saysExam({ recognized: { tokens, source }, outline }: Scene, { from }: WrittenDate): boolean {
  const { labels } = studyWords(outline.knowledge.reading);
  return tagsIn(labels, source.text, tokens, Math.max(0, from - REACH), from).at(-1)?.value === 'exam';
}

/** Later in each way of reading day and month. */
function isLater(date: WrittenDate, than: WrittenDate): boolean {
  const straight = dayNumber(date, false) > dayNumber(than, false);
  if (!date.swappable && !than.swappable) return straight;
  return straight && dayNumber(date, date.swappable) > dayNumber(than, than.swappable);
}

/** NaN, which is later than nothing, where a part is missing. */
function dayNumber({ year, month, day }: WrittenDate, swapped: boolean): number {
  if (year === null || month === null || day === null) return Number.NaN;
  return year * 10000 + (swapped ? day * 100 + month : month * 100 + day);
}

/** The same day; day and month may be swapped, and a missing part fits any. */
function sameDay(a: WrittenDate, b: WrittenDate): boolean {
  if (a.year !== b.year) return false;
  const straight = (a.month === b.month || a.month === null) && (a.day === b.day || a.day === null);
  return straight || (a.month === b.day && a.day === b.month);
}

const REACH = 6;
function isSince({ recognized, words }: Scene, statement: SegmentedStatement, date: WrittenDate): boolean {
  const from = Math.max(statement.from, date.from - REACH);
  return tagsIn(words.since, recognized.source.text, recognized.tokens, from, date.from).length > 0;
}
