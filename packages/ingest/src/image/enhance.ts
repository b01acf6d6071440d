/** What the camera, the fax and the screen left on the letters: specks, noise and blur, taken off as far as needed and no further. */
import type { Grey } from './grey.ts';
import { blobsOf } from './ink.ts';

export interface Quality {
  /** spread of the paper's brightness, 0 to 255 */
  readonly noise: number;
  /** steepness of stroke edges, 0 soft to 1 sharp */
  readonly sharpness: number;
}

const NOISY = 7;
const SOFT = 0.3;

/** The level page, cleaned for reading; `letters` is the height of its letters in pixels. */
export function enhanced(grey: Grey, letters: number): Grey {
  let page = grey;
  const before = qualityOf(page);
  if (before.noise > NOISY) page = smoothed(page, before.noise > 3 * NOISY ? 2 : 1);
  page = levelled(page);
  const { sharpness } = qualityOf(page);
  if (sharpness < SOFT)
    page = sharpened(page, Math.max(1, Math.round(letters / 9)), Math.min(2, (SOFT - sharpness) * 8));
  return despeckled(page, letters);
}

/** Noise from the spread below the paper's usual brightness, sharpness from the steepest steps of the page. */
export function qualityOf(grey: Grey): Quality {
  const counts = histogram(grey.data);
  const noise = quantile(counts, 0.5) - quantile(counts, 0.2);
  const steps = new Uint32Array(256);
  let n = 0;
  for (let y = 1; y < grey.height; y += 3) {
    const line = y * grey.width;
    for (let x = 1; x < grey.width; x += 1) {
      const step = Math.abs(grey.data[line + x]! - grey.data[line + x - 1]!);
      if (step < 16) continue;
      steps[step] = steps[step]! + 1;
      n += 1;
    }
  }
  const depth = Math.max(40, quantile(counts, 0.5) - quantile(counts, 0.01));
  return { noise, sharpness: n < 200 ? 1 : quantile(steps, 0.9) / depth };
}

/** Paper to white and ink to black, all between in proportion. */
function levelled(grey: Grey): Grey {
  const counts = histogram(grey.data);
  const paper = quantile(counts, 0.5);
  const white = Math.max(120, paper - Math.max(2, 1.5 * (paper - quantile(counts, 0.2))));
  const black = Math.min(white - 40, quantile(counts, 0.004));
  const table = Uint8Array.from({ length: 256 }, (_, v) =>
    Math.max(0, Math.min(255, ((v - black) * 255) / (white - black))),
  );
  return { ...grey, data: grey.data.map((value) => table[value]!) };
}

/** Binomial blur, once or twice. */
function smoothed(grey: Grey, times: number): Grey {
  let page = grey;
  for (let i = 0; i < times; i += 1) page = binomial(page);
  return page;
}

function binomial(grey: Grey): Grey {
  const { width, height, data } = grey;
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const line = y * width;
    for (let x = 0; x < width; x += 1) {
      const left = data[line + (x > 0 ? x - 1 : 0)]!;
      const right = data[line + (x + 1 < width ? x + 1 : x)]!;
      across[line + x] = left + 2 * data[line + x]! + right;
    }
  }
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const up = (y > 0 ? y - 1 : 0) * width;
    const down = (y + 1 < height ? y + 1 : y) * width;
    for (let x = 0; x < width; x += 1)
      out[y * width + x] = (across[up + x]! + 2 * across[y * width + x]! + across[down + x]! + 8) >> 4;
  }
  return { width, height, data: out };
}

/** Unsharp mask: what a blur would take away is added once more. */
function sharpened(grey: Grey, radius: number, amount: number): Grey {
  const soft = smoothed(grey, radius * radius);
  const data = grey.data.map((value, i) => Math.max(0, Math.min(255, value + amount * (value - soft.data[i]!))));
  return { ...grey, data };
}

/** Specks too small for a decimal point go; small ones that stand alone go as well. */
function despeckled(grey: Grey, letters: number): Grey {
  const ink = { ...grey, data: grey.data.map((value) => (value < 150 ? 255 : 0)) };
  const { blobs, labels } = blobsOf(ink);
  const [tiny, small] = [letters * letters * 0.009, letters * letters * 0.045];
  const few = blobs.filter((blob) => blob.pixels < small).length;
  if (few < blobs.length * 0.35) return grey;
  const near = nearLetters(blobs, letters, small);
  const drop = blobs.map((blob, i) => blob.pixels < tiny || (blob.pixels < small && !near[i]));
  const data = grey.data.slice();
  const { width, height } = grey;
  labels.forEach((label, at) => {
    if (label < 0 || !drop[label]) return;
    const x = at % width;
    for (let y = -1; y <= 1; y += 1) {
      for (let d = -1; d <= 1; d += 1) {
        const next = at + y * width + d;
        if (x + d < 0 || x + d >= width || next < 0 || next >= width * height) continue;
        const other = labels[next]!;
        if (other < 0 || drop[other]) data[next] = 255;
      }
    }
  });
  return { width, height, data };
}

/** For each piece, whether a letter stands within a letter's height of it. */
function nearLetters(blobs: ReturnType<typeof blobsOf>['blobs'], letters: number, small: number): Uint8Array {
  const cell = Math.max(4, Math.round(letters * 0.7));
  const taken = new Set<number>();
  const key = (x: number, y: number) => Math.floor(y / cell) * 100_000 + Math.floor(x / cell);
  for (const blob of blobs) {
    if (blob.pixels < small) continue;
    for (let y = blob.top; y <= blob.low; y += cell)
      for (let x = blob.left; x <= blob.right; x += cell) taken.add(key(x, y));
    taken
      .add(key(blob.right, blob.low))
      .add(key(blob.left, blob.low))
      .add(key(blob.right, blob.top))
      .add(key(blob.left, blob.top));
  }
  return Uint8Array.from(blobs, (blob) => {
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dx = -1; dx <= 1; dx += 1) if (taken.has(key(blob.left, blob.top) + dy * 100_000 + dx)) return 1;
    return 0;
  });
}

function histogram(data: Uint8Array): Uint32Array {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 1) counts[data[i]!] = counts[data[i]!]! + 1;
  return counts;
}

/** The value below which this share of the counts lies. */
function quantile(counts: Uint32Array, share: number): number {
  let left = counts.reduce((a, b) => a + b, 0) * share;
  for (let value = 0; value < counts.length; value += 1) {
    left -= counts[value]!;
    if (left <= 0) return value;
  }
  return 255;
}
