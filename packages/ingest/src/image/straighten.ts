/** Straightening: text lines level and even, whatever the camera did; every pixel keeps its way back to the picture. */
import { fieldOf, meshAlong } from './field.ts';
import { type Grey, shrinkTo } from './grey.ts';
import { flatten, paperBrightness } from './illumination.ts';
import { inkOf, letterHeight, letterInk } from './ink.ts';
import { draw, type Mesh, meshOf, placeOf } from './mesh.ts';
import { type Slope, slopesOf } from './slope.ts';

export interface Straight {
  /** level page in the picture's own light */
  readonly mesh: Mesh;
  /** median letter height in units of the mesh, 0 if unknown */
  readonly letters: number;
}

const SIDE = 1200;
const GRID = 16;

/** The mesh that levels the text lines of a picture; the picture must stand upright to within 25 degrees. */
export function straighten(picture: Grey): Straight {
  const { grey: small, scale } = shrinkTo(picture, SIDE);
  let mesh = turned(small, angleOf(small));
  mesh = refined(small, mesh, { width: 240, height: 120, limit: 0.16, step: 0.01 }, [3, 2]);
  mesh = refined(small, mesh, { width: 160, height: 90, limit: 0.08, step: 0.005 }, [6, 3]);
  const letters = letterHeight(inkOf(evenly(draw(small, mesh, 1))));
  const scaled = { ...mesh, xs: mesh.xs.map((x) => x / scale), ys: mesh.ys.map((y) => y / scale) };
  return { mesh: zoomed(scaled, 1 / scale), letters: letters / scale };
}

const evenly = (grey: Grey) => flatten(grey, paperBrightness(grey));

/** The slope most tiles agree on. */
function angleOf(small: Grey): number {
  const ink = letterInk(inkOf(evenly(small)), SIDE / 15);
  const slopes = slopesOf(ink, { width: 200, height: 140, limit: 0.46, step: 0.02 });
  const votes = new Float32Array(101);
  for (const { slope, clarity, ink: n } of slopes) {
    for (let k = 0; k <= 100; k += 1)
      votes[k] = votes[k]! + clarity * Math.sqrt(n) * Math.exp(-(((k - 50) / 100 - slope) ** 2) / 0.0018);
  }
  let best = 50;
  for (let k = 0; k <= 100; k += 1) if (votes[k]! > votes[best]!) best = k;
  return Math.atan((best - 50) / 100);
}

/** A mesh turned about the middle of the picture, large enough to hold all of it. */
function turned(small: Grey, angle: number): Mesh {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const width = Math.ceil(Math.abs(small.width * cos) + Math.abs(small.height * sin));
  const height = Math.ceil(Math.abs(small.width * sin) + Math.abs(small.height * cos));
  return meshOf(width, height, GRID, (u, v) => {
    const [x, y] = [u - width / 2, v - height / 2];
    return [x * cos - y * sin + small.width / 2, x * sin + y * cos + small.height / 2];
  });
}

/** The mesh bent along the lines that are still not level on it. */
function refined(
  small: Grey,
  mesh: Mesh,
  tiles: Parameters<typeof slopesOf>[1],
  degrees: readonly [number, number],
): Mesh {
  const level = draw(small, mesh, 1);
  const ink = letterInk(inkOf(evenly(level)), SIDE / 15);
  const slopes = clear(slopesOf(ink, tiles));
  if (slopes.length < 4) return mesh;
  const along = meshAlong(fieldOf(slopes, mesh.width, mesh.height, degrees), mesh.width, mesh.height, GRID);
  return meshOf(mesh.width, mesh.height, GRID, (u, v) => {
    const [x, y] = placeOf(along, u, v);
    return placeOf(mesh, x, y);
  });
}

/** Tiles whose lines are clear; blotches of a table top have none. */
function clear(slopes: readonly Slope[]): Slope[] {
  const best = [...slopes].sort((a, b) => b.clarity - a.clarity)[Math.floor(slopes.length / 8)]?.clarity ?? 0;
  return slopes.filter((slope) => slope.clarity > best * 0.2);
}

function zoomed(mesh: Mesh, zoom: number): Mesh {
  return { ...mesh, width: mesh.width * zoom, height: mesh.height * zoom, step: mesh.step * zoom };
}
