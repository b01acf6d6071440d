/** Wing 1, segment: a denial that stands alone before a list is that of each line of it: "No evidence of:", "- pulmonary embolism". */
import { phraseAt } from '../search.ts';
import type { Knowledge } from '../stages.ts';
import type { Token } from '../token.ts';
import { listed, listedForms } from '../word-lists.ts';

/** Tokens `[from, to)` of a line, its column, the mark that opens it ("-", "1.", none: "") and the first token behind that. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly mark: string;
  readonly body: number;
}

/** The same tokens, with a "no" of no width before what a lead denies. */
export function withDeniedLists(text: string, tokens: readonly Token[], knowledge: Knowledge): readonly Token[] {
  const rows = rowsOf(text, tokens);
  const denied = new Set<number>();
  const leads = listedForms(knowledge.reading, 'denial-leads');
  for (const [index, row] of rows.entries()) {
    const lead = phraseAt(leads, tokens, row.body, row.to);
    if (!lead) continue;
    const isMarked = tokens[lead.to]?.norm === ':' && lead.to < row.to;
    const end = isMarked ? lead.to + 1 : lead.to;
    // "Excluded: PE, dissection."; not "No: 1234"
    if (end < row.to && isMarked) {
      if (tokens[end]?.kind === 'word' && isBare(tokens, end, row.to, knowledge)) denied.add(end);
      continue;
    }
    if (end < row.to || (!isMarked && lead.to - row.body < 2)) continue;
    for (const item of itemsBehind(text, tokens, rows, index, isMarked))
      if (isBare(tokens, item.body, item.to, knowledge)) denied.add(item.body);
  }
  if (denied.size === 0) return tokens;
  const word = knowledge.book.of('no');
  return tokens.flatMap((token, at): readonly Token[] => {
    if (!denied.has(at)) return [token];
    const { start } = token;
    return [{ start, end: start, norm: word.norm, kind: 'word', glued: false, word }, token];
  });
}

/** The lines of the list: with one kind of mark, and deeper than the lead where that has the same; without marks, those in small letters. */
function itemsBehind(
  text: string,
  tokens: readonly Token[],
  rows: readonly Row[],
  lead: number,
  isMarked: boolean,
): readonly Row[] {
  const [own, first] = [rows[lead], rows[lead + 1]];
  if (!own || !first || (first.mark === '' && !isMarked)) return [];
  if (first.mark !== '' && first.mark === own.mark && first.column <= own.column) return [];
  const items: Row[] = [];
  for (const row of rows.slice(lead + 1)) {
    if (row.mark !== first.mark || row.column < first.column) break;
    const begins = text[tokens[row.body]?.start ?? 0] ?? '';
    if (row.mark === '' && (row.from >= row.to || begins !== begins.toLowerCase())) break;
    items.push(row);
  }
  return items;
}

/** Nothing in it says by itself how the thing is: not "lungs clear", "no effusion". */
function isBare(tokens: readonly Token[], from: number, to: number, { reading }: Knowledge): boolean {
  const spared = listed(reading, 'denial-leads-spared');
  for (let at = from; at < to; at += 1) if (spared.has(tokens[at]?.norm ?? '')) return false;
  return from < to;
}

function rowsOf(text: string, tokens: readonly Token[]): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token && before && !breaks(text, before.end, token.start)) continue;
    const start = tokens[from]?.start ?? 0;
    const column = start - (text.lastIndexOf('\n', start - 1) + 1);
    rows.push({ from, to: at, column, ...openingOf(tokens, from, at) });
    from = at;
  }
  return rows;
}

const breaks = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (text[at] === '\n') return true;
  return false;
};

const BULLETS: ReadonlySet<string> = new Set(['-', '–', '—', '•', '*', '·', '○', '▪', '>']);
const CLOSES: ReadonlySet<string> = new Set(['.', ')']);

function openingOf(tokens: readonly Token[], from: number, to: number): Pick<Row, 'mark' | 'body'> {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first && BULLETS.has(first.norm)) return { mark: first.norm, body: from + 1 };
  const isCounted = first && (first.kind === 'number' || /^[a-z]$/.test(first.norm));
  if (isCounted && second && from + 1 < to && second.glued && CLOSES.has(second.norm))
    return { mark: first.kind === 'number' ? '1' : 'a', body: from + 2 };
  return { mark: '', body: from };
}
