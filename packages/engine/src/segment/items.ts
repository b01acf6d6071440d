/** Wing 1, segment: what an impression says, item by item: one per list item, line or sentence, without its mark. */
import type { Span } from '../document.ts';
import type { Page } from './page.ts';
import type { Piece, Told } from './statements.ts';

/** An item as a run of pieces. */
export type ItemPieces = readonly Piece[];

const FEW = 3;

export function itemsOf(page: Page, told: Told): readonly ItemPieces[] {
  const groups: Piece[][] = [];
  const perEntry = new Map<Piece['entry'], number>();
  for (const { entry } of told.pieces) perEntry.set(entry, (perEntry.get(entry) ?? 0) + 1);
  const entries = perEntry.size;
  let item = 0;
  for (const piece of told.pieces) {
    const last = groups.at(-1);
    if (piece.item > 0) {
      if (last && piece.item === item) last.push(piece);
      else groups.push([piece]);
    } else if (last && item === 0 && !piece.first && entries > 1 && (perEntry.get(piece.entry) ?? 1) <= FEW)
      last.push(piece);
    else groups.push([piece]);
    item = piece.item;
  }
  const told2 = groups.filter((group) => !isLeadIn(page, group));
  return told2.length > 0 ? told2 : groups;
}

/** "Right breast:" or "The findings are as follows:" before the items. */
function isLeadIn({ tokens }: Page, group: ItemPieces): boolean {
  const last = group.at(-1);
  return group.length === 1 && last !== undefined && last.entry.mark === null && tokens[last.to - 1]?.norm === ':';
}

const OUTER = new Set(['*', '_', '#', '=', '|']);

/** From the first word after the mark to the last sign, without emphasis around it. */
export function itemSpan({ tokens }: Page, group: ItemPieces): Span {
  const first = group[0];
  const last = group.at(-1);
  if (!first || !last) return [0, 0];
  let from = first.body;
  let to = last.to;
  while (from < to - 1 && OUTER.has(tokens[from]?.norm ?? '')) from += 1;
  while (to > from + 1 && OUTER.has(tokens[to - 1]?.norm ?? '')) to -= 1;
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
