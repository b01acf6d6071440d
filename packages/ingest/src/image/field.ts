/** A smooth field of line slopes over the page, fitted to the tiles, and the curves that text lines follow in it. */
import { type Mesh, meshOf } from './mesh.ts';
import type { Slope } from './slope.ts';

export type Field = (x: number, y: number) => number;

const ROUNDS = 4;

/** Least squares polynomial in x and y, in rounds that trust outliers less; the degrees fall where tiles are few. */
export function fieldOf(
  slopes: readonly Slope[],
  width: number,
  height: number,
  degrees: readonly [x: number, y: number],
): Field {
  const [dx, dy] = slopes.length < 12 ? [0, 0] : slopes.length < 30 ? [1, 1] : degrees;
  const terms: [number, number][] = [];
  for (let i = 0; i <= dx; i += 1) for (let j = 0; j <= dy; j += 1) if (i + j <= Math.max(dx, dy)) terms.push([i, j]);
  const norm = (x: number, y: number): [number, number] => [(2 * x) / width - 1, (2 * y) / height - 1];
  const row = (x: number, y: number) => {
    const [u, v] = norm(x, y);
    return terms.map(([i, j]) => u ** i * v ** j);
  };
  let weights = slopes.map((s) => Math.sqrt(s.ink) * Math.min(s.clarity, 30));
  let coefficients: number[] = terms.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    coefficients = solve(
      slopes.map((s) => row(s.x, s.y)),
      slopes.map((s) => s.slope),
      weights,
      terms,
    );
    const errors = slopes.map((s) => Math.abs(dot(row(s.x, s.y), coefficients) - s.slope));
    const usual = Math.max(0.002, [...errors].sort((a, b) => a - b)[errors.length >> 1] ?? 0);
    weights = slopes.map(
      (s, k) => (Math.sqrt(s.ink) * Math.min(s.clarity, 30)) / (1 + (errors[k]! / (2 * usual)) ** 4),
    );
  }
  const bounds = extent(slopes, norm);
  return (x, y) => {
    const [u, v] = norm(x, y);
    const cu = Math.max(bounds[0], Math.min(bounds[1], u));
    const cv = Math.max(bounds[2], Math.min(bounds[3], v));
    return terms.reduce((sum, [i, j], k) => sum + coefficients[k]! * cu ** i * cv ** j, 0);
  };
}

/** Beyond the outermost tiles the field stays what it is there: polynomials run away. */
function extent(
  slopes: readonly Slope[],
  norm: (x: number, y: number) => [number, number],
): [number, number, number, number] {
  const points = slopes.map((s) => norm(s.x, s.y));
  const us = points.map(([u]) => u);
  const vs = points.map(([, v]) => v);
  return [Math.min(0, ...us), Math.max(0, ...us), Math.min(0, ...vs), Math.max(0, ...vs)];
}

/** A mesh whose rows follow the field: straight in the page, along the text lines in the picture. */
export function meshAlong(field: Field, width: number, height: number, step: number): Mesh {
  const columns = Math.ceil(width / step) + 1;
  const middle = columns >> 1;
  const curves = new Map<number, Float32Array>();
  const curve = (v: number) => {
    const ys = new Float32Array(columns);
    ys[middle] = v;
    for (let c = middle + 1; c < columns; c += 1) ys[c] = advance(field, (c - 1) * step, ys[c - 1]!, step);
    for (let c = middle - 1; c >= 0; c -= 1) ys[c] = advance(field, (c + 1) * step, ys[c + 1]!, -step);
    return ys;
  };
  return meshOf(width, height, step, (u, v) => {
    let ys = curves.get(v);
    if (!ys) {
      ys = curve(v);
      curves.set(v, ys);
    }
    return [u, ys[Math.round(u / step)]!];
  });
}

/** One midpoint step along the field. */
function advance(field: Field, x: number, y: number, step: number): number {
  const half = y + (step / 2) * field(x, y);
  return y + step * field(x + step / 2, half);
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Weighted normal equations with a little damping of the higher terms, by elimination. */
function solve(
  rows: readonly number[][],
  values: readonly number[],
  weights: readonly number[],
  terms: readonly [number, number][],
): number[] {
  const n = terms.length;
  const total = weights.reduce((a, b) => a + b, 0) || 1;
  const matrix = terms.map(([i, j], a) => {
    const line = new Array<number>(n + 1).fill(0);
    line[a] = 1e-4 * (i + j) + 1e-9;
    return line;
  });
  rows.forEach((row, k) => {
    const weight = weights[k]! / total;
    for (let a = 0; a < n; a += 1) {
      const line = matrix[a]!;
      for (let b = 0; b < n; b += 1) line[b] = line[b]! + weight * row[a]! * row[b]!;
      line[n] = line[n]! + weight * row[a]! * values[k]!;
    }
  });
  for (let a = 0; a < n; a += 1) {
    let pivot = a;
    for (let b = a + 1; b < n; b += 1) if (Math.abs(matrix[b]![a]!) > Math.abs(matrix[pivot]![a]!)) pivot = b;
    [matrix[a], matrix[pivot]] = [matrix[pivot]!, matrix[a]!];
    for (let b = 0; b < n; b += 1) {
      if (b === a) continue;
      const factor = matrix[b]![a]! / matrix[a]![a]!;
      for (let c = a; c <= n; c += 1) matrix[b]![c] = matrix[b]![c]! - factor * matrix[a]![c]!;
    }
  }
  return matrix.map((line, a) => line[n]! / line[a]!);
}
