/** A map from the straightened page back to the picture: a grid of points, linear in between. */
import { type Grey, sampleAt } from './grey.ts';

export interface Mesh {
  /** size of the straightened page */
  readonly width: number;
  readonly height: number;
  /** distance of grid points */
  readonly step: number;
  readonly columns: number;
  /** for each grid point, x and y in the picture */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

export type Place = readonly [x: number, y: number];

/** A mesh over a page of this size, each grid point set by `place`. */
export function meshOf(width: number, height: number, step: number, place: (u: number, v: number) => Place): Mesh {
  const columns = Math.ceil(width / step) + 1;
  const rows = Math.ceil(height / step) + 1;
  const xs = new Float32Array(columns * rows);
  const ys = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const [x, y] = place(c * step, r * step);
      xs[r * columns + c] = x;
      ys[r * columns + c] = y;
    }
  }
  return { width, height, step, columns, xs, ys };
}

/** Where a point of the page lies in the picture; points beyond the grid follow its outermost cell. */
export function placeOf(mesh: Mesh, u: number, v: number): Place {
  const rows = mesh.xs.length / mesh.columns;
  const c = Math.max(0, Math.min(mesh.columns - 2, Math.floor(u / mesh.step)));
  const r = Math.max(0, Math.min(rows - 2, Math.floor(v / mesh.step)));
  const du = u / mesh.step - c;
  const dv = v / mesh.step - r;
  const at = r * mesh.columns + c;
  return [between(mesh.xs, at, mesh.columns, du, dv), between(mesh.ys, at, mesh.columns, du, dv)];
}

function between(grid: Float32Array, at: number, columns: number, du: number, dv: number): number {
  const top = grid[at]! * (1 - du) + grid[at + 1]! * du;
  return top * (1 - dv) + (grid[at + columns]! * (1 - du) + grid[at + columns + 1]! * du) * dv;
}

/** The mesh of the same page on its head, over the picture turned with it. */
export function onHead(mesh: Mesh, picture: Grey): Mesh {
  return meshOf(mesh.width, mesh.height, mesh.step, (u, v) => {
    const [x, y] = placeOf(mesh, mesh.width - u, mesh.height - v);
    return [picture.width - x, picture.height - y];
  });
}

/** The page drawn from its picture, `zoom` pixels a unit of the mesh; what lies outside the picture is white. */
export function draw(picture: Grey, mesh: Mesh, zoom: number): Grey {
  const width = Math.max(1, Math.round(mesh.width * zoom));
  const height = Math.max(1, Math.round(mesh.height * zoom));
  const data = new Uint8Array(width * height).fill(255);
  const span = mesh.step * zoom;
  for (let y = 0; y < height; y += 1) {
    for (let from = 0; from < width; from += span) {
      const to = Math.min(width, Math.ceil(from + span));
      const [x0, y0] = placeOf(mesh, (Math.ceil(from) + 0.5) / zoom, (y + 0.5) / zoom);
      const [x1, y1] = placeOf(mesh, (to + 0.5) / zoom, (y + 0.5) / zoom);
      const n = to - Math.ceil(from);
      const dx = (x1 - x0) / n;
      const dy = (y1 - y0) / n;
      for (let k = 0; k < n; k += 1) {
        const sx = x0 + dx * k - 0.5;
        const sy = y0 + dy * k - 0.5;
        if (sx < -1 || sy < -1 || sx > picture.width || sy > picture.height) continue;
        data[y * width + Math.ceil(from) + k] =
          zoom > 1.15 ? cubicAt(picture, sx, sy) : sampleAt(picture, sx, sy) + 0.5;
      }
    }
  }
  return { width, height, data };
}

const PLAIN = 8;

/** Catmull-Rom between four by four pixels: keeps strokes sharper than a bilinear mean when enlarging. */
function cubicAt(grey: Grey, x: number, y: number): number {
  const { width, height, data } = grey;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (x0 < 1 || y0 < 1 || x0 > width - 3 || y0 > height - 3) return sampleAt(grey, x, y) + 0.5;
  const dx = x - x0;
  const dy = y - y0;
  const corner = y0 * width + x0;
  const a = data[corner]!;
  const b = data[corner + 1]!;
  const c = data[corner + width]!;
  const d = data[corner + width + 1]!;
  // plain paper
  if (Math.abs(a - b) < PLAIN && Math.abs(a - c) < PLAIN && Math.abs(a - d) < PLAIN)
    return (a * (1 - dx) + b * dx) * (1 - dy) + (c * (1 - dx) + d * dx) * dy + 0.5;
  let sum = 0;
  for (let j = -1; j <= 2; j += 1) {
    const at = (y0 + j) * width + x0;
    sum += cubic(data[at - 1]!, data[at]!, data[at + 1]!, data[at + 2]!, dx) * weight(j, dy);
  }
  return sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5;
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function weight(j: number, t: number): number {
  if (j === -1) return 0.5 * t * (-1 + t * (2 - t));
  if (j === 0) return 1 + 0.5 * t * t * (3 * t - 5);
  if (j === 1) return 0.5 * t * (1 + t * (4 - 3 * t));
  return 0.5 * t * t * (t - 1);
}
