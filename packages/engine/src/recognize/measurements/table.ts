/** Wing 2, recognize, measurements: tables of values, as in bone density reports: a header line names the columns, each row holds their numbers. */
import { longestForm } from '../../search.ts';
import type { Line } from './number.ts';
import { numberAt } from './number.ts';
import type { FoundQuantity } from './scan.ts';

interface Header {
  /** unit of each column behind the row's name; null where it is not known */
  readonly columns: readonly (string | null)[];
  /** first piece behind the header line */
  readonly to: number;
}

export interface Table {
  readonly from: number;
  readonly to: number;
  readonly quantities: readonly FoundQuantity[];
}

/** The table whose header line begins at a piece; null where there is none. */
export function tableAt(line: Line, at: number): Table | null {
  const header = headerAt(line, at);
  if (!header) return null;
  const quantities: FoundQuantity[] = [];
  let from = header.to;
  while (from < line.pieces.length) {
    const to = endOfLine(line, from);
    const row = rowOf(line, from, to, header.columns);
    if (row.length === 0) break;
    quantities.push(...row);
    from = to;
  }
  return quantities.length > 0 ? { from: at, to: from, quantities } : null;
}

/** pieces of a header line */
const LONGEST = 60;

/** A header has cells set apart by two spaces or a tab, two of them named quantities, and no decimals. */
function headerAt(line: Line, at: number): Header | null {
  const { text, pieces, words } = line;
  const columns: (string | null)[] = [];
  // an empty cell stands above the names of the rows: "        BMD   T-score"
  let cell = isIndented(line, at) ? 0 : -1;
  let named = 0;
  let to = at;
  for (; to < pieces.length; to += 1) {
    if (to - at > LONGEST) return null;
    const piece = pieces[to];
    const before = pieces[to - 1];
    if (!piece) break;
    const gap = to === at || !before ? '' : text.slice(before.end, piece.start);
    if (gap.includes('\n')) break;
    if (/ {2}|\t/.test(gap) || before?.norm === '|') cell += 1;
    if (piece.kind === 'number') return null;
    if (cell < 0) continue;
    columns[cell] ??= null;
    const name = longestForm(words.named, text, pieces, to)?.values[0];
    const unit = longestForm(words.units, text, pieces, to)?.values[0];
    const isNamed = name !== undefined && (name.signed || name.unit.includes('/'));
    if (isNamed) named += 1;
    const told = isNamed ? name.unit : unit?.kind === 'other' && unit.unit.includes('/') ? unit.unit : null;
    if (told && columns[cell] === null) columns[cell] = told;
  }
  return named >= 2 ? { columns, to } : null;
}

const isIndented = ({ text, pieces }: Line, at: number): boolean =>
  /(?:^|\n)(?: {2,}|\t+)$/.test(text.slice(pieces[at - 1]?.end ?? 0, pieces[at]?.start));

function endOfLine({ text, pieces }: Line, from: number): number {
  let to = from + 1;
  while (to < pieces.length && !text.slice(pieces[to - 1]?.end, pieces[to]?.start).includes('\n')) to += 1;
  return to;
}

/** The decimals of a row stand for its columns, in order. */
function rowOf(line: Line, from: number, to: number, columns: readonly (string | null)[]): FoundQuantity[] {
  const found: FoundQuantity[] = [];
  let column = 0;
  for (let at = from; at < to; ) {
    const number = numberAt(line, at);
    if (!number?.decimal) {
      at = number?.to ?? at + 1;
      continue;
    }
    const unit = columns[column];
    column += 1;
    if (unit)
      found.push({
        from: at,
        to: number.to,
        kind: 'other',
        unit,
        values: [number.value],
        range: false,
        role: null,
        name: null,
      });
    at = number.to;
  }
  return found;
}
