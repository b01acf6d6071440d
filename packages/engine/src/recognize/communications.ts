/** Wing 2, recognize: results passed on to a clinician or the patient, to whom and when. */

import { datesIn } from '../dates.ts';
import type { Communication, SectionCode, Span } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { type Calendar, momentIn } from './communications/moment.ts';
import { passedOn } from './communications/passing.ts';
import { urgencyOf } from './communications/urgent.ts';
import { is, partsOf, wordsOf } from './communications/words.ts';
import { SIGN, type Signs } from './sign.ts';

const SILENT: ReadonlySet<SectionCode> = new Set(['history', 'technique', 'comparison', 'exam', 'patient']);

export function communicationsIn(
  segmented: Segmented,
  signs: Signs,
  matches: Matches,
  knowledge: Knowledge,
): readonly Communication[] {
  const { tokens, source, statements } = segmented;
  const parts = partsOf(knowledge.reading);
  const sections = sectionsById(segmented);
  const isUrgent = urgencyOf(segmented, matches, knowledge);
  const found: Communication[] = [];
  statements.forEach((statement, i) => {
    const code = sections.get(statement.section)?.code ?? 'other';
    const headed = code === 'communication';
    if (!headed && (!mayTell(signs.inStatement[i] ?? 0) || SILENT.has(code))) return;
    const words = wordsOf(parts, source.text, tokens, statement.from, statement.to);
    if (!headed && !words.some((word) => is(word, 'toward', 'toward-result', 'object', 'label'))) return;
    const passing = passedOn({ text: source.text, tokens, words }, headed);
    if (!passing) return;
    const dates = datesIn(
      tokens.slice(statement.from, statement.to),
      knowledge.reading.documents.study.calendar.months,
    ).map((date) => ({ ...date, from: date.from + statement.from, to: date.to + statement.from }));
    const calendar = calendarOf(knowledge);
    const moment =
      momentIn(tokens, dates, calendar, passing.after, statement.to) ??
      momentIn(tokens, dates, calendar, statement.from, statement.to);
    found.push({
      id: `c${found.length + 1}`,
      statement: statement.id,
      urgent: isUrgent(i),
      to: textOf(segmented, passing.to.from, passing.to.to),
      at: moment ? textOf(segmented, moment.from, moment.to) : null,
      span: spanOf(segmented, statement.from, statement.to),
    });
  });
  return found;
}

/** "Given", "reviewed" and the like tell only where a result is named. */
const mayTell = (held: number): boolean =>
  (held & SIGN.telling) !== 0 || ((held & SIGN.giving) !== 0 && (held & SIGN.result) !== 0);

function spanOf({ tokens }: Segmented, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

function textOf(segmented: Segmented, from: number, to: number): string {
  return segmented.source.text.slice(...spanOf(segmented, from, to));
}

const cache = new WeakMap<object, Calendar>();
function calendarOf({ reading }: Knowledge): Calendar {
  let calendar = cache.get(reading);
  if (!calendar) {
    const { hours, days, weekdays, joins } = reading.documents.study.calendar;
    calendar = { hours: new Set(hours), days: new Set([...days, ...weekdays]), joins: new Set(joins) };
    cache.set(reading, calendar);
  }
  return calendar;
}
