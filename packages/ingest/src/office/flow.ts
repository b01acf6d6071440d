/** Blocks, lists and tables of a document of any format → lines of text, as a reader of the page would say them. */
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { tidy } from '../text/tidy.ts';

export interface Flow {
  /** words inside a line: white space counts as one blank, save where it breaks a short line */
  words(text: string): void;
  /** words whose line breaks count */
  kept(text: string): void;
  line(): void;
  /** a block begins or ends: what follows stands on a line of its own */
  block(): void;
  /** as `block`, with an empty line between */
  gap(): void;
  /** what stands before the next words of a list item, "1. " */
  mark(mark: string): void;
  openCell(): void;
  closeCell(): void;
  openRow(): void;
  closeRow(): void;
  /** What stands here is kept apart until it is closed: told or left out. */
  openAside(): void;
  closeAside(keep: boolean): string;
  text(): string;
}

/** One layer of text: the document, a cell, or what may be left out. */
interface Layer {
  readonly kind: 'page' | 'row' | 'cell' | 'aside';
  text: string;
  pending: '' | ' ' | '\n' | '\n\n';
  mark: string;
  readonly cells: string[];
}

const LONGEST_LINE = 60;

export function createFlow(): Flow {
  const layers: Layer[] = [layer('page')];
  let size = 0;
  const top = (): Layer => layers.at(-1) ?? layer('page');
  const open = (kind: Layer['kind']): void => {
    if (layers.length > LIMITS.depth) throw new Refusal('heavy-record');
    layers.push(layer(kind));
  };
  const close = (kind: Layer['kind']): Layer | null =>
    layers.length > 1 && top().kind === kind ? (layers.pop() ?? null) : null;
  const put = (text: string): void => {
    if (text === '') return;
    const at = top();
    if (at.kind === 'row') {
      at.cells.push(text);
      return;
    }
    size += text.length;
    if (size > LIMITS.textCharacters * 2) throw new Refusal('long-text');
    if (at.text !== '') at.text += at.pending;
    at.pending = '';
    if (at.mark !== '') {
      if (!/^(?:\d{1,3}[.)]|[-*\u2022\u00b7\u25aa])(?:\s|$)/.test(text)) at.text += at.mark;
      at.mark = '';
    }
    at.text += text;
  };
  const part = (breaks: '\n' | '\n\n'): void => {
    const at = top();
    if (at.pending !== '\n\n') at.pending = breaks;
  };
  const flow: Flow = {
    words(text) {
      const lines = inLine(text);
      for (const [index, line] of lines.entries()) {
        if (index > 0) part(line.apart ? '\n\n' : '\n');
        if (line.text === '') continue;
        const at = top();
        if (/^\s/.test(line.text) && at.pending === '') at.pending = ' ';
        put(line.text.trim());
        if (/\s$/.test(line.text) && line.text.trim() !== '' && top().pending === '') top().pending = ' ';
      }
    },
    kept(text) {
      for (const [index, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
        if (index > 0) flow.line();
        put(line);
      }
    },
    line() {
      const at = top();
      at.pending = at.pending === '\n' || at.pending === '\n\n' ? '\n\n' : '\n';
    },
    block: () => part('\n'),
    gap: () => part('\n\n'),
    mark(mark) {
      top().mark = mark;
    },
    openRow() {
      part('\n');
      open('row');
    },
    closeRow() {
      const row = close('row');
      if (!row) return;
      put(joined(row.cells));
      part('\n');
    },
    openCell: () => open('cell'),
    closeCell() {
      const cell = close('cell');
      if (!cell) return;
      if (top().kind === 'row') top().cells.push(cell.text.trim());
      else if (cell.text !== '') {
        part('\n');
        put(cell.text);
        part('\n');
      }
    },
    openAside: () => open('aside'),
    closeAside(keep) {
      const aside = close('aside');
      if (!aside) return '';
      if (keep && aside.text !== '') put(aside.text);
      if (keep && aside.pending !== '') top().pending = aside.pending;
      return aside.text;
    },
    text() {
      while (layers.length > 1) {
        const last = top().kind;
        if (last === 'row') flow.closeRow();
        else if (last === 'cell') flow.closeCell();
        else flow.closeAside(true);
      }
      return tidy(top().text);
    },
  };
  return flow;
}

const layer = (kind: Layer['kind']): Layer => ({ kind, text: '', pending: '', mark: '', cells: [] });

interface Line {
  readonly text: string;
  /** an empty line stands before it */
  readonly apart: boolean;
}

/** A line that wrapped ones are added to. */
interface Growing {
  readonly pieces: string[];
  readonly apart: boolean;
  /** letters so far, blanks around them aside */
  length: number;
}

/** White space of markup: a break stays one where an empty line follows, or where a short line ends before something new begins. */
function inLine(text: string): Line[] {
  if (!/[\r\n]/.test(text)) return [{ text: text.replace(/[\t ]+/g, ' '), apart: false }];
  const lines: Growing[] = [];
  let empty = 0;
  for (const [index, raw] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    const line = raw.replace(/[\t ]+/g, ' ');
    const last = lines.at(-1);
    if (index === 0 || !last) {
      lines.push({ pieces: [line], apart: false, length: line.trim().length });
      continue;
    }
    if (line.trim() === '') {
      empty += 1;
      continue;
    }
    const apart = empty > 0 && last.length > 0;
    empty = 0;
    if (apart || breaks(last, raw)) lines.push({ pieces: [line.trimStart()], apart, length: line.trim().length });
    else wrap(last, line);
  }
  const [last, end = ''] = [lines.at(-1), lines.at(-1)?.pieces.at(-1)];
  if (last && empty > 0 && end.trimEnd() === end) last.pieces.push(`${last.pieces.pop() ?? ''} `);
  return lines.map(({ pieces, apart }) => ({ text: pieces.join(' '), apart }));
}

function wrap(last: Growing, line: string): void {
  const own = line.trim().length;
  last.pieces.push((last.pieces.pop() ?? '').trimEnd(), line.trimStart());
  last.length = last.length === 0 ? own : last.length + 1 + own;
}

/** "Findings\nLungs are clear", but not a sentence that was wrapped. */
function breaks({ pieces, length }: Growing, after: string): boolean {
  if (length === 0) return false;
  const isShort = length < LONGEST_LINE;
  const next = after.trimStart();
  if (/^(?:\d{1,2}[.)]|[-*\u2022])\s/.test(next)) return true;
  if (isShort && pieces.at(-1)?.trimEnd().endsWith(':')) return true;
  if (/^\p{Lu}[\p{L} /&]{1,30}:(?:\s|$)/u.test(next)) return true;
  return isShort && !/^[\t ]/.test(after) && /^[\p{Lu}\p{N}]/u.test(next);
}

/** Cells of a row: a name and what it holds by a colon, more of them apart by tabs, and cells of several lines below one another. */
function joined(cells: readonly string[]): string {
  const full = cells.filter((cell) => cell !== '');
  const [name = '', value = ''] = full;
  if (full.length === 2 && isName(name))
    return `${name.replace(/:$/, '')}:${value.includes('\n') ? '\n' : ' '}${value}`;
  if (full.length === 2 && name.endsWith(':')) return `${name}${value.includes('\n') ? '\n' : ' '}${value}`;
  if (full.some((cell) => cell.includes('\n'))) return full.join('\n');
  return cells.join('\t').trim();
}

const isName = (cell: string): boolean =>
  cell.length <= LONGEST_LINE &&
  /\p{L}/u.test(cell) &&
  !/[.;,!?\n]/.test(cell) &&
  cell.split(' ').length <= 7 &&
  !/^\d/.test(cell);
