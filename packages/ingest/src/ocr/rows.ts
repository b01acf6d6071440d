/** Rows of text rebuilt from word boxes: the recognizer's own order mixes columns and drops lines. */
import type { Box, OcrWord } from './recognizer.ts';

export interface Row {
  readonly words: readonly OcrWord[];
  readonly baseline: number;
  /** median height of its words */
  readonly height: number;
  readonly box: Box;
}

const LEVEL = 0.42;
const LOOK_BACK = 12;

/** Words in reading order: rows from top to bottom, words from left to right. Words of one recognized line stay together. */
export function rowsOf(words: readonly OcrWord[]): Row[] {
  if (words.length === 0) return [];
  const usual = median(words.map((word) => word.box[3]));
  const pieces = byLine(words)
    .map(rowOf)
    .sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
  const rows: Row[] = [];
  for (const piece of pieces) {
    let best = -1;
    let nearest = usual * LEVEL;
    for (let i = Math.max(0, rows.length - LOOK_BACK); i < rows.length; i += 1) {
      const step = stepBetween(rows[i]!, piece);
      if (step < nearest) {
        nearest = step;
        best = i;
      }
    }
    if (best < 0) rows.push(piece);
    else rows[best] = rowOf([...rows[best]!.words, ...piece.words]);
  }
  return rows.sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
}

/** Difference of the base lines of two pieces where they face each other; infinite where they stand above one another. */
function stepBetween(row: Row, piece: Row): number {
  const [left, right] = [piece.box[0], piece.box[0] + piece.box[2]];
  let gap = Number.POSITIVE_INFINITY;
  let step = Number.POSITIVE_INFINITY;
  for (const word of row.words) {
    const [from, to] = [word.box[0], word.box[0] + word.box[2]];
    const shared = Math.min(to, right) - Math.max(from, left);
    if (shared > 0.3 * Math.min(to - from, right - left)) return Number.POSITIVE_INFINITY;
    if (-shared < gap) {
      gap = -shared;
      const facing = from < left ? piece.words[0]! : piece.words[piece.words.length - 1]!;
      step = Math.abs(word.baseline - facing.baseline);
    }
  }
  return step;
}

export function rowOf(group: readonly OcrWord[]): Row {
  const words = [...group].sort((a, b) => a.box[0] - b.box[0]);
  const left = Math.min(...words.map((w) => w.box[0]));
  const top = Math.min(...words.map((w) => w.box[1]));
  const right = Math.max(...words.map((w) => w.box[0] + w.box[2]));
  const low = Math.max(...words.map((w) => w.box[1] + w.box[3]));
  return {
    words,
    baseline: median(words.map((w) => w.baseline)),
    height: median(words.map((w) => w.box[3])),
    box: [left, top, right - left, low - top],
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function byLine(words: readonly OcrWord[]): OcrWord[][] {
  const lines = new Map<number, OcrWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()];
}
