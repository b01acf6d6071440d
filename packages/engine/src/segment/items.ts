/** Wing 1, segment: what an impression says, item by item: one per list item, line or sentence, without its mark. */
import type { Span } from '../document.ts';
import { phraseAt } from '../search.ts';
import { isExamName } from './exam-title.ts';
import { isBreakSign } from './marks.ts';
import { namesIn } from './named.ts';
import type { Page } from './page.ts';
import { MARK } from './roles.ts';
import type { Piece, Told } from './statements.ts';
import { leadOf } from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

/** An item as a run of pieces. */
export type ItemPieces = readonly Piece[];

const FEW = 3;

export function itemsOf(page: Page, told: Told, words: Vocabulary): readonly ItemPieces[] {
  const groups: Piece[][] = [];
  const perEntry = new Map<Piece['entry'], number>();
  for (const { entry } of told.pieces) perEntry.set(entry, (perEntry.get(entry) ?? 0) + 1);
  const judging = new Set(told.pieces.filter((piece) => judges(page, piece, words)));
  // a line that only judges makes no list of the paragraph above it
  const entries = new Set(told.pieces.flatMap((piece) => (judging.has(piece) ? [] : [piece.entry]))).size;
  let item = 0;
  for (const piece of told.pieces) {
    const last = groups.at(-1);
    if (piece.item > 0) {
      if (last && piece.item === item) last.push(piece);
      else groups.push([piece]);
    } else if (last && item === 0 && !piece.first && entries > 1 && (perEntry.get(piece.entry) ?? 1) <= FEW)
      last.push(piece);
    else if (last && item === 0 && !piece.first && judging.has(piece)) last.push(piece);
    else groups.push([piece]);
    item = piece.item;
  }
  const said = groups.filter((group) => !isLeadIn(page, group) && !group.every((piece) => refers(page, piece, words)));
  return said.length > 0 ? said : groups;
}

/** "Lung-RADS 4A.", "Highly suspicious." behind a sentence of prose: a few words that judge what it told, and name nothing of their own. */
function judges(page: Page, { body, to }: Piece, words: Vocabulary): boolean {
  if (to - body > JUDGEMENT || leadOf(page, { from: body, to }, words) !== null) return false;
  let graded = false;
  for (let at = body; at < to; ) {
    const grade = phraseAt(words.grades, page.tokens, at, to);
    if (!grade && words.namedAt(page.text, page.tokens, at, to)) return false;
    graded ||= grade !== null;
    at = grade?.to ?? at + 1;
  }
  return graded;
}
/** tokens of such a sentence */
const JUDGEMENT = 9;

/** "Right breast:", "CT HEAD" or "The findings are as follows:" before the items. */
function isLeadIn(page: Page, group: ItemPieces): boolean {
  const last = group.at(-1);
  if (group.length !== 1 || !last || last.entry.mark) return false;
  return page.tokens[last.to - 1]?.norm === ':' || isExamName(page, last.body, last.to);
}

/** "Please see report above.", "Preliminary report was issued at 10:00.": says nothing of the pictures. */
function refers(page: Page, { body, to, item }: Piece, words: Vocabulary): boolean {
  const { tokens, roles } = page;
  // what the report itself counts is an item
  if (item > 0) return false;
  let end = to;
  while (end > body + 1 && (roles[end - 1] ?? 0) & MARK) end -= 1;
  const opens = phraseAt(words.refers.opens, tokens, body, end) !== null;
  if (!opens && (end - body > BRIEF || !closes(page, body, end, words))) return false;
  const { finding, made } = namesIn(page, body, end, words);
  return !finding && !made;
}

/** tokens of a sentence that says no more than where to look: "Nuclear interpretation as below" */
const BRIEF = 5;

function closes({ tokens }: Page, from: number, to: number, words: Vocabulary): boolean {
  for (let at = from; at < to; at += 1) if (phraseAt(words.refers.closes, tokens, at, to)?.to === to) return true;
  return false;
}

const OUTER = new Set(['*', '_', '#', '=', '|']);

/** From the first word after the mark to the last sign, without emphasis around it. */
export function itemSpan({ tokens }: Page, group: ItemPieces): Span {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return [0, 0];
  let from = first.body;
  let to = last.to;
  while (from < to - 1 && OUTER.has(tokens[from]?.norm ?? '') && !isBreakSign(tokens, from, to)) from += 1;
  while (to > from + 1 && OUTER.has(tokens[to - 1]?.norm ?? '')) to -= 1;
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
