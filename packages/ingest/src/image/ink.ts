/** Ink: where strokes stand out against the paper behind them, and which of it can be letters. */
import type { Grey } from './grey.ts';

/** 255 where a flattened picture is darker than paper by a good part of what its ink usually is, else 0. */
export function inkOf(flat: Grey): Grey {
  const limit = 255 - inkDepth(flat) * 0.4;
  return { ...flat, data: flat.data.map((value) => (value < limit ? 255 : 0)) };
}

/** How much darker than paper the ink is: the darkest 2 % of the page, at least 50 of 255. */
export function inkDepth(flat: Grey): number {
  const counts = new Uint32Array(256);
  for (const value of flat.data) counts[value] = counts[value]! + 1;
  let left = flat.data.length * 0.02;
  for (let value = 0; value < 256; value += 1) {
    left -= counts[value]!;
    if (left <= 0) return Math.max(50, 255 - value);
  }
  return 50;
}

export interface Blob {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly low: number;
  readonly pixels: number;
}

/** Connected pieces of ink (eight neighbours), each with its bounds. */
export function blobsOf(ink: Grey): { readonly blobs: readonly Blob[]; readonly labels: Int32Array } {
  const { width, height, data } = ink;
  const labels = new Int32Array(data.length).fill(-1);
  const stack: number[] = [];
  const blobs: Blob[] = [];
  for (let start = 0; start < data.length; start += 1) {
    if (data[start] === 0 || labels[start] !== -1) continue;
    const id = blobs.length;
    let [left, top, right, low, pixels] = [width, height, 0, 0, 0];
    labels[start] = id;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      pixels += 1;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      low = Math.max(low, y);
      for (let dy = y > 0 ? -1 : 0; dy <= (y + 1 < height ? 1 : 0); dy += 1) {
        for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < width ? 1 : 0); dx += 1) {
          const next = at + dy * width + dx;
          if (data[next] === 0 || labels[next] !== -1) continue;
          labels[next] = id;
          stack.push(next);
        }
      }
    }
    blobs.push({ left, top, right: right + 1, low: low + 1, pixels });
  }
  return { blobs, labels };
}

/** Ink without the pieces that cannot be letters: rules, page edges, blotches, specks. */
export function letterInk(ink: Grey, tallest: number): Grey {
  const { blobs, labels } = blobsOf(ink);
  const keep = blobs.map((blob) => {
    const [w, h] = [blob.right - blob.left, blob.low - blob.top];
    return h <= tallest && w <= tallest * 12 && blob.pixels >= 3 && (w <= h * 14 || h > 4);
  });
  return { ...ink, data: ink.data.map((value, i) => (value !== 0 && keep[labels[i]!] ? 255 : 0)) };
}

/** Median height of letter-like pieces, in pixels; 0 where there are too few. */
export function letterHeight(ink: Grey): number {
  const heights = blobsOf(ink)
    .blobs.filter((blob) => {
      const [w, h] = [blob.right - blob.left, blob.low - blob.top];
      return h >= 4 && h < ink.height / 12 && w >= 2 && w < h * 2.5 && h < w * 6 && blob.pixels > w * h * 0.15;
    })
    .map((blob) => blob.low - blob.top)
    .sort((a, b) => a - b);
  return heights.length < 12 ? 0 : heights[heights.length >> 1]!;
}
