/** Wing 3, relate, checks: a change is told though nothing was there to compare with; dates of comparisons that do not fit. */

import { datesIn, isoOf, type WrittenDate } from '../../dates.ts';
import type { Span } from '../../document.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { tagsIn } from '../../trie.ts';
import { type Clash, type Scene, spanOf, wordsIn } from './scene.ts';

export function comparisonClashes(scene: Scene): Clash[] {
  const none = noComparison(scene);
  if (!none) return [];
  for (const item of scene.impression) {
    const claim = claimIn(scene, item);
    if (claim) return [{ kind: 'comparison-mismatch', basis: [none, claim] }];
  }
  return [];
}

/** "Comparison: none", "no prior studies", "this is a baseline study", and nothing else was compared. */
function noComparison(scene: Scene): Span | null {
  const { recognized, words } = scene;
  for (const statement of recognized.statements) {
    if (scene.code(statement) === 'impression') continue;
    const said = wordsIn(scene, words.comparison, statement);
    const none = said.find(({ value }) => value.has('none'));
    const span = none ? spanOf(scene, none.from, none.to) : emptyLabel(scene, statement);
    if (!span || said.some(({ value }) => value.has('but')) || hasDate(scene, statement)) continue;
    if (!nextCompares(scene, statement)) return span;
  }
  return null;
}

/** Another examination told of in the same section: "No previous CT. Radiograph from June is reviewed." */
function nextCompares(scene: Scene, statement: SegmentedStatement): boolean {
  if (scene.code(statement) !== 'comparison') return false;
  const others = scene.recognized.statements.filter((one) => one.section === statement.section && one !== statement);
  return others.some(
    (one) => hasDate(scene, one) || wordsIn(scene, scene.words.comparison, one).some(({ value }) => value.has('but')),
  );
}

const hasDate = ({ recognized, knowledge }: Scene, { from, to }: SegmentedStatement): boolean =>
  datesIn(recognized.tokens.slice(from, to), knowledge.reading.documents.study.calendar.months).length > 0;

/** "Comparison: nil." as a section of its own or inside a line. */
function emptyLabel(scene: Scene, statement: SegmentedStatement): Span | null {
  const { recognized, words } = scene;
  const { tokens, source } = recognized;
  const ahead = scene.code(statement) === 'comparison' ? statement.from : Math.max(0, statement.from - 3);
  const said = tagsIn(words.empty, source.text, tokens, ahead, statement.to);
  const first = said[0];
  if (scene.code(statement) === 'comparison' && first?.value.has('empty') && first.from === statement.from)
    return spanOf(scene, first.from, first.to);
  for (const [i, tag] of said.entries()) {
    const next = said[i + 1];
    const labelled =
      tag.value.has('label') && tokens[tag.to]?.norm === ':' && next?.value.has('empty') && next.from === tag.to + 1;
    if (labelled && next) return spanOf(scene, next.from, next.to);
  }
  return null;
}

function claimIn(scene: Scene, item: SegmentedStatement): Span | null {
  if (wordsIn(scene, scene.words.within, item).length) return null;
  const claim = wordsIn(scene, scene.words.comparison, item).find(({ value }) => value.has('claim'));
  if (claim) return spanOf(scene, claim.from, claim.to);
  const earlier = scene.recognized.measurements.find(
    ({ role, span }) => role !== 'current' && span[0] >= item.span[0] && span[1] <= item.span[1],
  );
  if (earlier) return earlier.span;
  return scene.advised.has(item.id) ? null : overTime(scene, item);
}

const OVER: ReadonlySet<string> = new Set(['over', 'for', 'in', 'within']);

/** "Stable over five years", "increase of 4 mm in one year", where the item tells of a change. */
function overTime(scene: Scene, item: SegmentedStatement): Span | null {
  const { recognized, knowledge } = scene;
  const { numbers, units } = knowledge.reading.documents.recommendations;
  const changed = recognized.matches.change.some(({ from, to }) => from >= item.from && to <= item.to);
  if (!changed) return null;
  const long = new Set(units.filter(({ unit }) => unit === 'month' || unit === 'year').flatMap(({ match }) => match));
  for (let at = item.from; at + 2 < item.to; at += 1) {
    const [over, number, unit] = [recognized.tokens[at], recognized.tokens[at + 1], recognized.tokens[at + 2]];
    if (!over || !number || !unit || !OVER.has(over.norm) || !long.has(unit.norm)) continue;
    if (number.kind === 'number' || numbers[number.norm] !== undefined) return spanOf(scene, at, at + 3);
  }
  return null;
}

/** A date of comparison in the text that the comparison does not list, or a comparison later than the examination. */
export function dateClashes(scene: Scene): Clash[] {
  const { recognized, knowledge } = scene;
  const { months } = knowledge.reading.documents.study.calendar;
  const dates = datesIn(recognized.tokens, months);
  const listed = dates.filter((date) => inSection(scene, date, 'comparison') && date.year !== null);
  const exam = recognized.study.date;
  for (const date of listed) {
    const iso = isoOf(date);
    if (exam && iso && iso > exam)
      return [{ kind: 'date-mismatch', basis: [...examSpan(scene, dates, exam), spanOf(scene, date.from, date.to)] }];
  }
  const full = listed.filter(({ day }) => day !== null);
  if (!full.length) return [];
  for (const statement of [...scene.findings, ...scene.impression]) {
    for (const date of dates) {
      if (date.from < statement.from || date.to > statement.to || date.year === null || date.day === null) continue;
      if (!isSince(scene, statement, date) || isoOf(date) === exam || listed.some((one) => sameDay(one, date)))
        continue;
      const near = full.find((one) => one.day === date.day || one.month === date.month) ?? full[0];
      if (near)
        return [
          { kind: 'date-mismatch', basis: [spanOf(scene, near.from, near.to), spanOf(scene, date.from, date.to)] },
        ];
    }
  }
  return [];
}

function inSection({ recognized }: Scene, { from }: WrittenDate, code: string): boolean {
  const at = recognized.tokens[from]?.start ?? 0;
  return recognized.sections.some((section) => section.code === code && at >= section.span[0] && at < section.span[1]);
}

const examSpan = (scene: Scene, dates: readonly WrittenDate[], exam: string): Span[] => {
  const own = dates.find((date) => isoOf(date) === exam);
  return own ? [spanOf(scene, own.from, own.to)] : [];
};

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
