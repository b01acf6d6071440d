/** Cuts a piece of the report at the edges of the spans that something rests on, so that exactly those words can be marked. */
import type { Span } from '@readingscan/engine';

export interface Mark {
  readonly span: Span;
  /** whoever points at these words */
  readonly id: string;
}

export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly ids: readonly string[];
}

/** Pieces of `text` within `range`, in order, each with the ids of the marks that cover it. */
export function cut(text: string, range: Span, marks: readonly Mark[]): readonly Piece[] {
  const [from, to] = range;
  const inside = marks.filter(({ span }) => span[0] < to && span[1] > from && span[0] < span[1]);
  const edges = new Set([from, to]);
  for (const { span } of inside) {
    edges.add(Math.max(from, span[0]));
    edges.add(Math.min(to, span[1]));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? to;
    const ids = inside.filter(({ span }) => span[0] <= start && span[1] >= end).map(({ id }) => id);
    return { start, text: text.slice(start, end), ids: [...new Set(ids)] };
  });
}
