/** Slopes of text lines, tile by tile: at the right angle the rows of a tile fall apart into lines and gaps. */
import type { Grey } from './grey.ts';

export interface Slope {
  /** middle of the tile */
  readonly x: number;
  readonly y: number;
  /** dy/dx of the lines in it */
  readonly slope: number;
  /** how clearly lines and gaps alternate at that slope, above what other slopes show */
  readonly clarity: number;
  /** ink pixels in the tile */
  readonly ink: number;
}

export interface TileOptions {
  readonly width: number;
  readonly height: number;
  /** steepest slope tried, and step between slopes */
  readonly limit: number;
  readonly step: number;
}

const LEAST_INK = 60;

/** Slopes in half-overlapping tiles of an ink mask (255 ink, 0 paper). */
export function slopesOf(ink: Grey, options: TileOptions): Slope[] {
  const slopes: Slope[] = [];
  for (let top = 0; top < ink.height - options.height / 3; top += options.height / 2) {
    for (let left = 0; left < ink.width - options.width / 3; left += options.width / 2) {
      const slope = tileSlope(ink, Math.floor(left), Math.floor(top), options);
      if (slope) slopes.push(slope);
    }
  }
  return slopes;
}

function tileSlope(ink: Grey, left: number, top: number, options: TileOptions): Slope | null {
  const right = Math.min(ink.width, left + options.width);
  const low = Math.min(ink.height, top + options.height);
  const [cx, cy] = [(left + right) / 2, (top + low) / 2];
  const points = new Float32Array(2 * Math.max(0, right - left) * Math.max(0, low - top));
  let [sumX, sumY, filled] = [0, 0, 0];
  for (let y = top; y < low; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (ink.data[y * ink.width + x] === 0) continue;
      points[filled] = x - cx;
      points[filled + 1] = y - cy;
      filled += 2;
      sumX += x;
      sumY += y;
    }
  }
  const n = filled / 2;
  if (n < LEAST_INK || n > (right - left) * (low - top) * 0.5) return null;
  const score = profileScorer(points.subarray(0, filled), options.height + Math.ceil(options.width * options.limit));
  const tried: number[] = [];
  const scores: number[] = [];
  for (let slope = -options.limit; slope <= options.limit + 1e-9; slope += options.step) {
    tried.push(slope);
    scores.push(score(slope));
  }
  let best = 0;
  for (let i = 1; i < scores.length; i += 1) if (scores[i]! > scores[best]!) best = i;
  if (best === 0 || best === scores.length - 1) return null;
  const [a, b, c] = [scores[best - 1]!, scores[best]!, scores[best + 1]!];
  const shift = a + c - 2 * b === 0 ? 0 : (0.5 * (a - c)) / (a + c - 2 * b);
  const usual = [...scores].sort((p, q) => p - q)[scores.length >> 1]!;
  return { x: sumX / n, y: sumY / n, slope: tried[best]! + shift * options.step, clarity: (b - usual) / n, ink: n };
}

/** Sum of squared steps of the row profile at a slope: high where rows of ink and gaps alternate sharply. */
function profileScorer(points: Float32Array, reach: number): (slope: number) => number {
  const bins = new Float32Array(2 * reach + 4);
  const middle = reach + 1;
  return (slope) => {
    bins.fill(0);
    for (let i = 0; i < points.length; i += 2) {
      const y = points[i + 1]! - points[i]! * slope + middle;
      const at = y | 0;
      const part = y - at;
      bins[at] = bins[at]! + 1 - part;
      bins[at + 1] = bins[at + 1]! + part;
    }
    let sum = 0;
    for (let i = 1; i < bins.length; i += 1) {
      const step = bins[i]! - bins[i - 1]!;
      sum += step * step;
    }
    return sum;
  };
}
