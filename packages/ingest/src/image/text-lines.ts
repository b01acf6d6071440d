/** Text lines of a level page: letters in a row, told from blotches and rules by standing side by side on one line. */
import type { Grey } from './grey.ts';
import { type Blob, blobsOf } from './ink.ts';

export interface TextLine {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly low: number;
  readonly letters: number;
  /** median height of its letters */
  readonly height: number;
}

const GAP = 2.2;

/** Lines of letters about `usual` pixels high, from top to bottom; too short ones are left out. */
export function textLinesOf(ink: Grey, usual: number): TextLine[] {
  const letters = blobsOf(ink).blobs.filter((blob) => isLetter(blob, usual));
  const next = chain(letters, usual);
  const lines: TextLine[] = [];
  const used = new Uint8Array(letters.length);
  const hasLeft = new Uint8Array(letters.length);
  for (const to of next) if (to >= 0) hasLeft[to] = 1;
  for (let i = 0; i < letters.length; i += 1) {
    if (hasLeft[i] || used[i]) continue;
    const row: Blob[] = [];
    for (let at = i; at >= 0 && !used[at]; at = next[at]!) {
      used[at] = 1;
      row.push(letters[at]!);
    }
    const line = lineOf(row);
    if (line.right - line.left > usual * 3 && line.letters >= 3) lines.push(line);
  }
  return lines.sort((a, b) => a.top - b.top);
}

function isLetter(blob: Blob, usual: number): boolean {
  const [w, h] = [blob.right - blob.left, blob.low - blob.top];
  return h > usual * 0.45 && h < usual * 2.4 && w < usual * 10 && w > usual * 0.1 && blob.pixels > w * h * 0.12;
}

/** For each letter the nearest one to its right on the same line, each taken once; -1 for none. */
function chain(letters: readonly Blob[], usual: number): Int32Array {
  const next = new Int32Array(letters.length).fill(-1);
  const taken = new Uint8Array(letters.length);
  const rows = new Map<number, number[]>();
  const band = Math.max(4, usual * 2);
  const order = letters.map((_, i) => i).sort((a, b) => letters[a]!.left - letters[b]!.left);
  for (const i of order) {
    const { top, low } = letters[i]!;
    for (let r = Math.floor(top / band); r <= Math.floor(low / band); r += 1) {
      const row = rows.get(r);
      if (row) row.push(i);
      else rows.set(r, [i]);
    }
  }
  for (const i of order) {
    const a = letters[i]!;
    let best = -1;
    for (let r = Math.floor(a.top / band); r <= Math.floor(a.low / band); r += 1) {
      const row = rows.get(r) ?? [];
      for (let k = after(row, letters, a.left); k < row.length; k += 1) {
        const j = row[k]!;
        const b = letters[j]!;
        if (b.left - a.right > usual * GAP) break;
        if (j === i || taken[j] || b.left < a.right - usual * 0.5) continue;
        const shared = Math.min(a.low, b.low) - Math.max(a.top, b.top);
        if (shared < Math.min(a.low - a.top, b.low - b.top) * 0.5) continue;
        if (best < 0 || b.left < letters[best]!.left) best = j;
      }
    }
    if (best >= 0) {
      next[i] = best;
      taken[best] = 1;
    }
  }
  return next;
}

/** First place in a row, sorted by left edge, that lies right of `left`. */
function after(row: readonly number[], letters: readonly Blob[], left: number): number {
  let [low, high] = [0, row.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (letters[row[middle]!]!.left > left) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lineOf(row: readonly Blob[]): TextLine {
  const heights = row.map((blob) => blob.low - blob.top).sort((a, b) => a - b);
  return {
    left: Math.min(...row.map((blob) => blob.left)),
    top: Math.min(...row.map((blob) => blob.top)),
    right: Math.max(...row.map((blob) => blob.right)),
    low: Math.max(...row.map((blob) => blob.low)),
    letters: row.length,
    height: heights[heights.length >> 1] ?? 0,
  };
}
