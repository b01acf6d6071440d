/** Wing 2, recognize: results passed on to a clinician or the patient, to whom and when. */

import { datesIn } from '../dates.ts';
import type { Communication, SectionCode, Span } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Segmented, SegmentedStatement } from '../stages.ts';
import { fieldTo, isTimeField, opensFields } from './communications/fields.ts';
import { type Calendar, type Moment, momentIn } from './communications/moment.ts';
import { passedOn, TELLING } from './communications/passing.ts';
import type { Sentence } from './communications/recipient.ts';
import { urgencyOf } from './communications/urgent.ts';
import { is, partsOf, wordsOf } from './communications/words.ts';
import { SIGN, type Signs } from './sign.ts';

const SILENT: ReadonlySet<SectionCode> = new Set(['history', 'technique', 'comparison', 'exam', 'patient']);

/** Sections that a line without a heading may be taken for though it tells of a call: "D/W DR STONE ON 7/8/2020". */
const GUESSED: ReadonlySet<SectionCode> = new Set(['exam', 'comparison', 'patient']);
/** Statements within which the fields of one entry stand: "Verbal report: given. To: Dr Stone. Time: 11:20." */
const FIELDS = 4;

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
  const calendar = calendarOf(knowledge);
  const { months } = knowledge.reading.documents.study.calendar;
  const momentOf = ({ from, to }: SegmentedStatement, after: number): Moment | null => {
    const dates = datesIn(tokens.slice(from, to), months).map((date) => ({
      ...date,
      from: date.from + from,
      to: date.to + from,
    }));
    return (
      momentIn(tokens, dates, calendar, after, to) ??
      momentIn(tokens, dates, calendar, from, to) ??
      momentIn(tokens, dates, calendar, after, to, true)
    );
  };
  const sentenceOf = (statement: SegmentedStatement): Sentence => ({
    text: source.text,
    tokens,
    words: wordsOf(parts, source.text, tokens, statement.from, statement.to),
  });
  let opened = -FIELDS;
  statements.forEach((statement, i) => {
    const section = sections.get(statement.section);
    const code = section?.code ?? 'other';
    const headed = code === 'communication';
    const mayField = i - opened < FIELDS;
    if (!headed && !mayField && !mayTell(signs.inStatement[i] ?? 0)) return;
    if (SILENT.has(code) && (section?.heading || !GUESSED.has(code))) return;
    const sentence = sentenceOf(statement);
    const { words } = sentence;
    const isField = (mayField || headed) && is(words[0], 'field');
    if (!headed && !isField && !words.some((word) => is(word, ...TELLING))) return;
    const passing = passedOn(sentence, headed) ?? (isField ? fieldTo(sentence) : null);
    if (!passing) {
      if (opensFields(sentence)) opened = i;
      return;
    }
    const beside = statements.slice(i + 1, i + FIELDS).concat(statements.slice(Math.max(0, i - 2), i));
    const elsewhere = (): Moment | null => {
      const near = beside.filter((one) => one.section === statement.section);
      const field = near.find((one) => isTimeField(sentenceOf(one)));
      if (field) return momentOf(field, field.from);
      // "Recipient: Dr Stone. 17:05."
      const next = statements[i + 1];
      const alone = next && next.section === statement.section ? momentOf(next, next.from) : null;
      return alone && alone.from === next?.from && alone.to >= next.to - 1 ? alone : null;
    };
    const moment = momentOf(statement, passing.after) ?? elsewhere();
    found.push({
      id: `c${found.length + 1}`,
      statement: statement.id,
      urgent: isUrgent(i),
      to: passing.to && textOf(segmented, passing.to.from, passing.to.to),
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
