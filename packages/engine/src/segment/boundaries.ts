/** Wing 1, segment: where a heading stands in the text, in every costume: own line, before a colon, a dash or a full stop, in mid-line. */
import type { SectionCode, Span } from '../document.ts';
import { firstPhrase } from '../search.ts';
import type { Token } from '../token.ts';
import { costumed, examLabel, isLetterLabel, isLoneLetter } from './costumes.ts';
import { isExamName, isFullExamName } from './exam-title.ts';
import { type Flow, flowOf, isShouted } from './flow.ts';
import { type Label, labelAt, labelledWide, OPENING, relabelled } from './headings.ts';
import { caseOf, isSmall, startsUpper } from './letters.ts';
import type { Line } from './lines.ts';
import { namesIn } from './named.ts';
import type { Page } from './page.ts';
import { DECORATES, EXAM } from './roles.ts';
import { DASHES } from './separators.ts';
import { leadOf } from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Heading {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  readonly span: Span;
  /** tokens of the heading with its marks, `[from, to)` */
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** "CT ABDOMEN:" names an examination and opens what was found in it */
  readonly exam: boolean;
  /** an impression only where no stronger heading for one follows */
  readonly soft: boolean;
  /** what it opens instead where findings are still to come */
  readonly yields: SectionCode | undefined;
}

const TERMINAL = new Set(['.', ';', '!', '?', ':', ')', '。', ',', '|', '*', '/']);
/** Emphasis behind a heading. */
const CLOSES = new Set(['*', '_', '=', '#', ']']);
/** In the middle of a line only these sections begin. */
const INSIDE: ReadonlySet<SectionCode> = new Set([
  'history',
  'technique',
  'comparison',
  'findings',
  'impression',
  'findings_impression',
  'recommendation',
  'addendum',
  'communication',
  'procedure',
  'signature',
]);

export function headingsOf(page: Page, words: Vocabulary): readonly Heading[] {
  const found: Heading[] = [];
  const flow = flowOf(page, words);
  for (let number = 0; number < page.lines.length; number += 1) {
    const line = page.lines[number];
    if (!line || line.blank) continue;
    const first = atLineStart(page, line, number, words, flow);
    if (first) found.push(first);
    if (line.holds & OPENING) inside(page, line, number, first ? first.to : line.from + 1, words, flow, found);
  }
  return found;
}

function atLineStart(page: Page, line: Line, number: number, words: Vocabulary, flow: Flow | null): Heading | null {
  const { roles } = page;
  let from = line.from;
  while (from < line.to && (roles[from] ?? 0) & DECORATES) from += 1;
  const decorated = from > line.from;
  const emphasized = decorated && line.mark?.kind !== 'bullet';
  let label = labelAt(page, from, line.to, words, true);
  let listed = decorated && !emphasized;
  if (!label && line.mark?.kind === 'number') {
    from = line.mark.to;
    listed = true;
    label = labelAt(page, from, line.to, words, false);
  }
  if (label && isLoneLetter(label, page)) label = isLetterLabel(label, page, line) ? label : null;
  // both look for a colon behind the words
  if (line.colon > from) label = labelledWide(page, from, line.to, words, label);
  label = costumed(page, line, from, words, label);
  if (!label || (!label.anywhere && !label.plain && isExamName(page, label.from, label.end))) {
    const exam = line.colon > from && line.holds & EXAM ? examLabel(page, line, from) : null;
    return exam && headingFrom(page, number, line.from, exam, true);
  }
  const dictated = flow && label.anywhere && label.separator === 'none' && mayFollow(page.tokens[label.to], words);
  if (!dictated && !isAccepted(page, number, label, listed, emphasized, words)) return null;
  // "MRI RIGHT KNEE HISTORY: …": a title, and why it was done
  if (label.code === 'history' && label.core > label.from && isFullExamName(page, label.from, label.core))
    return headingFrom(page, number, label.core, relabelled(label, { from: label.core }));
  return headingFrom(page, number, line.from, label);
}

/** Whether a label at the start of a line is a heading; behind a bullet or number (`listed`) it needs more. */
function isAccepted(
  page: Page,
  number: number,
  label: Label,
  listed: boolean,
  emphasized: boolean,
  words: Vocabulary,
): boolean {
  if (label.separator === 'colon') return true;
  const { text, tokens } = page;
  const letters = caseOf(text, tokens, label.from, label.end);
  const next = tokens[label.to];
  switch (label.separator) {
    case 'line':
      return (
        (!listed || letters === 'upper') &&
        (letters !== 'lower' || startsAnew(page, number)) &&
        (label.plain || label.anywhere || label.code !== 'findings')
      );
    case 'dash':
      return letters !== 'lower' && !listed && !tellsOfReport(page, number, label, words);
    case 'period':
      return (
        letters !== 'lower' &&
        !listed &&
        next !== undefined &&
        (startsUpper(text, next) ||
          (next.kind === 'number' && (tokens[label.end]?.norm === ';' || TELLING.has(label.code)))) &&
        (INSIDE.has(label.code) || (label.code === 'exam' && isNamedExam(page, number, label.to))) &&
        (label.code !== 'recommendation' || label.anywhere) &&
        label.plain
      );
    case 'none':
      return (
        !listed &&
        label.anywhere &&
        letters !== 'lower' &&
        opensText(page, label, words) &&
        (emphasized || label.plain || letters === 'upper')
      );
  }
}

/** "PRELIMINARY REPORT - FINAL READ TO FOLLOW": tells of the report, and of nothing that was seen. */
function tellsOfReport(page: Page, number: number, { from, to }: Label, words: Vocabulary): boolean {
  const end = page.lines[number]?.to ?? to;
  if (leadOf(page, { from, to: end }, words) !== 'other' || firstPhrase(words.normal, page.tokens, to, end))
    return false;
  const { finding, organ, made } = namesIn(page, to, end, words);
  return !finding && !organ && !made;
}

/** What may open with a size: "Findings. 3 cm lipoma." */
const TELLING: ReadonlySet<string> = new Set(['findings', 'impression', 'findings_impression']);

/** "Examination. MRI pelvis." */
function isNamedExam(page: Page, number: number, from: number): boolean {
  const to = page.lines[number]?.to ?? from;
  return isExamName(page, from, page.tokens[to - 1]?.norm === '.' ? to - 1 : to);
}

/** Headings after the start of a line: "… normal. IMPRESSION: …". */
function inside(
  page: Page,
  line: Line,
  number: number,
  from: number,
  words: Vocabulary,
  flow: Flow | null,
  found: Heading[],
): void {
  const { text, tokens, roles } = page;
  let at = from;
  while (at < line.to) {
    if (((roles[at] ?? 0) & OPENING) === 0) {
      at += 1;
      continue;
    }
    const token = tokens[at];
    // without a sign behind it, only capitals make a heading
    const likely = token?.kind === 'word' && (at < line.colon || flow || isLoud(text, token));
    let label = likely ? labelAt(page, at, line.to, words, false) : null;
    // "recommendation surgical opinion" without a sign: the first word alone
    if (flow && label && !label.plain && label.separator === 'none') {
      const first = labelAt(page, at, at + 1, words, false);
      if (first) label = relabelled(first, { separator: 'none' });
    }
    const before = tokens[at - 1];
    if (!token || !label || !before || !INSIDE.has(label.code) || isLoneLetter(label, page)) {
      at += 1;
      continue;
    }
    const letters = caseOf(text, tokens, label.from, label.end);
    const closed = TERMINAL.has(before.norm) || token.start - before.end > 1;
    const telling = letters === 'upper' && label.separator !== 'line' && !page.capitals();
    let accepted = false;
    if (label.separator === 'colon')
      accepted = closed
        ? label.anywhere ||
          telling ||
          (letters !== 'lower' && label.plain && (before.norm === '.' || before.norm === '!'))
        : label.anywhere && letters !== 'lower' && (telling || (label.plain && token.end - token.start > 6));
    else if (flow)
      accepted =
        label.anywhere &&
        (flow === 'sentences' ? closed : !words.joiners.has(before.norm) && !words.unfinished.has(before.norm)) &&
        !words.notAfter.has(tokens[label.to]?.norm ?? '');
    else if (label.separator === 'none' || label.separator === 'dash')
      accepted =
        telling &&
        (closed || label.plain) &&
        ((label.anywhere && (opensText(page, label, words) || (closed && mayFollow(tokens[label.to], words)))) ||
          (label.plain && mayFollow(tokens[label.to], words) && isShouted(page, line, words)));
    if (accepted) {
      const heading = headingFrom(page, number, at, label);
      found.push(heading);
      at = heading.to;
    } else at += 1;
  }
}

/** Neither the first letter nor the last is small. */
const isLoud = (text: string, { start, end }: Token): boolean =>
  !isSmall(text.charCodeAt(start)) && !isSmall(text.charCodeAt(end - 1));

const mayFollow = (next: Token | undefined, words: Vocabulary): boolean =>
  next !== undefined && next.kind !== 'mark' && !words.notAfter.has(next.norm);

/** What follows a heading without any sign begins a text of its own. */
function opensText({ text, tokens, capitals }: Page, label: Label, words: Vocabulary): boolean {
  const next = tokens[label.to];
  if (!next || words.notAfter.has(next.norm)) return false;
  if (label.separator === 'dash') return true;
  if (capitals()) return next.kind !== 'mark';
  return (
    startsUpper(text, next) ||
    next.kind === 'number' ||
    next.norm === '?' ||
    next.norm === '(' ||
    next.norm === '-' ||
    next.norm === '•'
  );
}

function headingFrom({ tokens, lines }: Page, number: number, from: number, label: Label, exam = false): Heading {
  const limit = lines[number]?.to ?? label.to;
  let to = label.to;
  const decorated = from < label.from;
  while (to < limit) {
    const norm = tokens[to]?.norm ?? '';
    if (norm === ':' || (decorated && CLOSES.has(norm)) || (label.separator === 'line' && DASHES.has(norm))) to += 1;
    else break;
  }
  return {
    code: label.code,
    loinc: label.loinc,
    span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    from,
    to,
    line: number,
    exam,
    soft: label.soft,
    yields: label.yields,
  };
}

/** The line before is blank or has come to its end. */
function startsAnew({ tokens, lines }: Page, number: number): boolean {
  const line = lines[number];
  const before = lines[number - 1];
  if (!line || !before || line.opens) return true;
  const last = tokens[before.to - 1];
  return last?.norm === '.' || last?.norm === ':';
}
