/** Rows of text rebuilt from word boxes: the recognizer's own order mixes columns and drops lines. */
import type { Box, OcrWord } from './recognizer.ts';

export interface Row {
  readonly words: readonly OcrWord[];
  readonly baseline: number;
  /** median height of its words */
  readonly height: number;
  readonly box: Box;
}

/** Words in reading order: rows from top to bottom, words from left to right. */
export function rowsOf(words: readonly OcrWord[]): Row[] {
  if (words.length === 0) return [];
  const usual = median(words.map((word) => word.box[3]));
  const sorted = [...words].sort((a, b) => a.baseline - b.baseline || a.box[0] - b.box[0]);
  const groups: OcrWord[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const word of sorted) {
    const group = groups[groups.length - 1];
    if (group && word.baseline - last < usual * 0.45) {
      group.push(word);
      last += (word.baseline - last) / group.length;
    } else {
      groups.push([word]);
      last = word.baseline;
    }
  }
  return groups.map(rowOf);
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
