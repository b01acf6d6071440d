/** Wing 1, segment: lines of a section → entries: what belongs together although it was wrapped, apart although it follows. */

import { startsUpper } from './letters.ts';
import type { Line } from './lines.ts';
import { type ListMark, numbered } from './marks.ts';
import type { Page } from './page.ts';
import { holds, NUMBER, WORD } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';
import { hadNoRoom } from './wrapping.ts';

export interface Entry {
  /** tokens, `[from, to)`, with the mark */
  readonly from: number;
  readonly to: number;
  readonly mark: ListMark | null;
  /** columns before its first line */
  readonly indent: number;
  /** after a blank line */
  readonly opens: boolean;
  /** the first line of the entry begins a line of the text */
  readonly lineStart: boolean;
}

/** A part of an entry, `[from, to)`: what opens the entry opens the part that begins with it. Written out: a spread would be of another shape to the machine. */
export function partOf(whole: Entry, from: number, to: number, mark: ListMark | null): Entry {
  const { indent, opens, lineStart } = whole;
  const first = from === whole.from;
  return { from, to, mark, indent, opens: first && opens, lineStart: first && lineStart };
}

const NARROW = 40;
const WIDE = 110;
const BRIEF = 24;
const LABEL_WORDS = 6;

/** Entries of the tokens `[from, to)`. */
export function entriesOf(
  page: Page,
  from: number,
  to: number,
  firstLine: number,
  words: Vocabulary,
): readonly Entry[] {
  const { lines } = page;
  const rows: Row[] = [];
  let longest = 0;
  for (let number = firstLine; number < lines.length; number += 1) {
    const line = lines[number];
    if (!line || line.from >= to) break;
    if (line.blank || line.to <= from) continue;
    longest = Math.max(longest, lengthOf(line));
    rows.push({ line, from: Math.max(from, line.from), to: Math.min(to, line.to) });
  }
  const width = wrapWidth(longest);
  const out: Entry[] = [];
  let before: Row | null = null;
  let entry: Open | null = null;
  for (const row of rows) {
    const { line } = row;
    const lineStart = row.from === line.from;
    const mark = lineStart ? line.mark : markInside(page, row.from, row.to);
    const goesOn: boolean =
      before !== null && !mark && !line.opens && lineStart && continues(page, before, row, width, words);
    if (entry && goesOn) entry.to = row.to;
    else {
      if (entry && says(page, entry)) out.push(entry);
      entry = { from: row.from, to: row.to, mark, indent: line.indent, opens: line.opens, lineStart };
    }
    before = row;
  }
  if (entry && says(page, entry)) out.push(entry);
  return out;
}

/** An entry that may go on. */
type Open = Omit<Entry, 'to'> & { to: number };

const says = ({ roles }: Page, { from, to }: Entry): boolean => holds(roles, WORD | NUMBER, from, to);

const lengthOf = ({ start, end, indent }: Line): number => end - start + indent;

/** A mark right after a heading: "IMPRESSION: 1. …". */
function markInside({ text, tokens }: Page, from: number, to: number): ListMark | null {
  const first = tokens[from];
  const mark = numbered(text, tokens, from, to);
  if (mark) return mark.number === 1 ? mark : null;
  if (first && (first.norm === '-' || first.norm === '•' || first.norm === '*') && !tokens[from + 1]?.glued)
    return { kind: 'bullet', number: 0, to: from + 1 };
  return null;
}

interface Row {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** Whether a line goes on with the sentence of the line before; the rows of a table do not. */
const continues = (page: Page, before: Row, row: Row, width: number, words: Vocabulary): boolean =>
  runsOn(page, before, row, width, words) && !isTable(page, before) && !isTable(page, row);

function runsOn(page: Page, before: Row, row: Row, width: number, words: Vocabulary): boolean {
  const { text, tokens } = page;
  const last = tokens[before.to - 1];
  const first = tokens[row.from];
  if (!last || !first) return false;
  if (last.norm === '.' || last.norm === '!' || last.norm === '?') {
    // "Dr." or "approx." at the end of a line ends nothing
    const word = tokens[before.to - 2];
    const short =
      last.norm === '.' &&
      word?.kind === 'word' &&
      last.glued &&
      words.abbreviations.has(word.norm) &&
      !words.finalAbbreviations.has(word.norm);
    return short || (!isLabelled(page, row) && hadNoRoom(page, before.line, row.line));
  }
  if (isLabelled(page, row)) return false;
  if (last.norm === ':') return false;
  const length = lengthOf(before.line);
  const full = width > 0 && length + 1 + (first.end - first.start) >= width;
  if (
    last.norm === ',' ||
    last.norm === '-' ||
    last.norm === '(' ||
    words.unfinished.has(last.norm) ||
    words.joiners.has(last.norm)
  )
    return true;
  const second = tokens[row.from + 1];
  if (first.norm === '(') return full || (second !== undefined && second.kind === 'word' && !startsUpper(text, second));
  if (first.kind === 'mark') return first.norm === ',' || first.norm === ')';
  // small letters go on, unless both lines are short and begin so: a list without marks
  if (first.kind === 'word' && !startsUpper(text, first)) {
    const opening = tokens[before.from];
    return (
      length >= BRIEF ||
      (opening !== undefined && startsUpper(text, opening)) ||
      row.line.indent > before.line.indent ||
      before.from !== before.line.from
    );
  }
  return full;
}

/** "LIVER: …", "Right lobe: …" at the start of a line. */
function isLabelled({ text, tokens }: Page, { line, from, to }: Row): boolean {
  if (line.colon < from) return false;
  const first = tokens[from];
  if (!first || (first.kind === 'word' && !startsUpper(text, first))) return false;
  let words = 0;
  for (let at = from; at < to && words <= LABEL_WORDS; at += 1) {
    const token = tokens[at];
    if (!token) return false;
    if (token.norm === ':')
      return words > 0 && !(tokens[at - 1]?.kind === 'number' && tokens[at + 1]?.kind === 'number');
    if (token.norm === '.' || token.norm === ';') return false;
    if (token.kind !== 'mark') words += 1;
  }
  return false;
}

/** Columns: two or more wide gaps, tabs or bars. */
function isTable({ text, tokens }: Page, { from, to }: Row): boolean {
  let gaps = 0;
  for (let at = from + 1; at < to; at += 1) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token) continue;
    if (token.norm === '|') gaps += 1;
    else if (token.start - before.end >= 3 || (token.start > before.end && text[before.end] === '\t')) gaps += 1;
  }
  return gaps >= 2;
}

/** The column at which a hard-wrapped paragraph breaks its lines; 0 where lines are not wrapped. */
function wrapWidth(longest: number): number {
  return longest >= NARROW && longest <= WIDE ? longest - 4 : 0;
}
