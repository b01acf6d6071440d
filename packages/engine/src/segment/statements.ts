/** Wing 1, segment: sections → statements, each a sentence, a label with its value or a row of a table, with its list item. */

import { splitApart } from './apart.ts';
import type { Cut } from './course.ts';
import { type Entry, entriesOf } from './entries.ts';
import { isExamName } from './exam-title.ts';
import type { Page } from './page.ts';
import { splitRuns } from './runs.ts';
import { sentencesOf } from './sentences.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Piece {
  /** tokens, `[from, to)`, with the list mark; `body` is the first after the mark */
  readonly from: number;
  readonly body: number;
  readonly to: number;
  readonly entry: Entry;
  /** number of the list item, 0 for prose */
  readonly item: number;
  /** first sentence of its entry */
  readonly first: boolean;
}

/** What a section says, entry by entry. */
export interface Told {
  readonly cut: Cut;
  readonly pieces: readonly Piece[];
}

export function tell(page: Page, cut: Cut, firstLine: number, words: Vocabulary): Told {
  const entries = splitApart(
    page,
    splitRuns(page, entriesOf(page, cut.body, cut.to, firstLine, words)),
    cut.code,
    words,
  );
  const numbers = itemNumbers(page, entries);
  const pieces: Piece[] = [];
  let number = 0;
  for (const entry of entries) {
    const item = numbers?.[number] ?? 0;
    const mark = entry.mark ? entry.mark.to : entry.from;
    let first = true;
    for (const { from, to } of sentencesOf(page, entry.from, mark, entry.to, words)) {
      pieces.push({ from, body: first ? Math.min(mark, to) : from, to, entry, item, first });
      first = false;
    }
    number += 1;
  }
  return { cut, pieces };
}

/** The list item that each entry belongs to, counted from 1; 0 for prose, null where all is prose. */
function itemNumbers(page: Page, entries: readonly Entry[]): readonly number[] | null {
  const top = entries.find(({ mark }) => mark !== null);
  if (!top) return null;
  const lastMarked = entries.findLastIndex(({ mark }) => mark !== null);
  let number = 0;
  let last = 0;
  let inside = false;
  return entries.map((entry, i) => {
    const { mark } = entry;
    if (mark && isTop(entry, top, last)) {
      number += 1;
      last = mark.number;
      inside = true;
      return number;
    }
    if (!inside) return 0;
    // "Abdomen:" above a list that begins anew
    const next = entries[i + 1];
    if (!mark && entry.lineStart && next && heads(page, entry) && isTop(next, top, last)) return 0;
    const deeper = entry.indent > top.indent || !entry.lineStart;
    if (mark || deeper) return number;
    // a line without a mark: between two items it belongs to the first; at the end it stands for itself
    if (entry.opens) inside = i < lastMarked && !endsTold(page, entries[i - 1]);
    else inside = i < lastMarked || !endsTold(page, entries[i - 1]);
    return inside ? number : 0;
  });
}

/** "Abdomen:", "CT HEAD" */
const heads = (page: Page, { from, to }: Entry): boolean =>
  page.tokens[to - 1]?.norm === ':' || isExamName(page, from, to);

function isTop(entry: Entry, top: Entry, last: number): boolean {
  const { mark } = entry;
  if (!mark || !top.mark) return false;
  if (mark.kind === top.mark.kind || (top.mark.kind === 'letter' && mark.kind === 'roman')) {
    if (mark.kind === 'bullet') return entry.indent <= top.indent + 1;
    return mark.number === last + 1 || (entry.indent <= top.indent + 1 && entry.lineStart);
  }
  return top.mark.kind === 'bullet' ? entry.indent <= top.indent && entry.lineStart : false;
}

function endsTold({ tokens }: Page, entry: Entry | undefined): boolean {
  const last = entry ? tokens[entry.to - 1]?.norm : undefined;
  return last === undefined || last === '.' || last === '!' || last === '?' || last === ')';
}
