/** Wing 1, segment: lines of a section → entries: what belongs together although it was wrapped, apart although it follows. */

import { startsUpper } from './letters.ts';
import type { Line } from './lines.ts';
import { type ListMark, numbered } from './marks.ts';
import type { Page } from './page.ts';
import type { Vocabulary } from './vocabulary.ts';

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
  const { tokens, lines } = page;
  const rows: { line: Line; from: number; to: number }[] = [];
  for (let number = firstLine; number < lines.length; number += 1) {
    const line = lines[number];
    if (!line || line.from >= to) break;
    if (line.blank || line.to <= from) continue;
    rows.push({ line, from: Math.max(from, line.from), to: Math.min(to, line.to) });
  }
  const width = wrapWidth(rows.map(({ line }) => line.end - line.start + line.indent));
  const out: { from: number; to: number; mark: ListMark | null; indent: number; opens: boolean; lineStart: boolean }[] =
    [];
  rows.forEach((row, i) => {
    const before = rows[i - 1];
    const last = out.at(-1);
    const lineStart = row.from === row.line.from;
    const mark = lineStart ? row.line.mark : markInside(page, row.from, row.to);
    if (last && before && !mark && !row.line.opens && lineStart && continues(page, before, row, width, words)) {
      last.to = row.to;
      return;
    }
    out.push({ from: row.from, to: row.to, mark, indent: row.line.indent, opens: row.line.opens, lineStart });
  });
  return out.filter((entry) => tokens.slice(entry.from, entry.to).some(({ kind }) => kind !== 'mark'));
}

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

/** Whether a line goes on with the sentence of the line before. */
function continues(page: Page, before: Row, row: Row, width: number, words: Vocabulary): boolean {
  const { text, tokens } = page;
  const last = tokens[before.to - 1];
  const first = tokens[row.from];
  if (!last || !first || isTable(page, before) || isTable(page, row)) return false;
  if (last.norm === '.' || last.norm === '!' || last.norm === '?') {
    // "Dr." or "approx." at the end of a line ends nothing
    const word = tokens[before.to - 2];
    return (
      last.norm === '.' &&
      word?.kind === 'word' &&
      last.glued &&
      words.abbreviations.has(word.norm) &&
      !words.finalAbbreviations.has(word.norm)
    );
  }
  if (isLabelled(page, row)) return false;
  if (last.norm === ':') return false;
  const length = before.line.end - before.line.start + before.line.indent;
  const full = width > 0 && length + 1 + (first.end - first.start) >= width;
  if (
    last.norm === ',' ||
    last.norm === '-' ||
    last.norm === '(' ||
    words.notAfter.has(last.norm) ||
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
function isLabelled({ text, tokens }: Page, { from, to }: Row): boolean {
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
function wrapWidth(lengths: readonly number[]): number {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return longest >= NARROW && longest <= WIDE ? longest - 4 : 0;
}
