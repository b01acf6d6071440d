/** A level page: its mesh, its text lines and where they stand, ready to be drawn at the size that reads best. */
import type { Grey } from './grey.ts';
import { shrinkTo, turn } from './grey.ts';
import { flatten, paperBrightness } from './illumination.ts';
import { inkOf } from './ink.ts';
import { draw, type Mesh, onHead } from './mesh.ts';
import { masked, type Region, regionOf, strongLines } from './region.ts';
import { straighten } from './straighten.ts';
import { type TextLine, textLinesOf } from './text-lines.ts';

export interface LevelPage {
  readonly picture: Grey;
  readonly mesh: Mesh;
  /** median letter height in units of the mesh */
  readonly letters: number;
  /** pixels of the sketch a unit of the mesh */
  readonly sketchZoom: number;
  readonly lines: readonly TextLine[];
  readonly strong: readonly TextLine[];
  readonly region: Region | null;
}

export interface DrawnPage {
  readonly grey: Grey;
  /** pixels a unit of the mesh */
  readonly zoom: number;
}

export const SKETCH_LETTERS = 12;
const LARGEST = 14_000_000;

/** Levels the page and finds its lines on a sketch whose letters are 12 pixels high. */
export function levelPage(picture: Grey): LevelPage {
  const { mesh, letters } = straighten(picture);
  let zoom = Math.min(letters > 0 ? SKETCH_LETTERS / letters : 1, largest(mesh));
  let found = sketch(picture, mesh, zoom);
  const seen = middle(found.strong);
  if (seen > 0 && Math.abs(Math.log(seen / SKETCH_LETTERS)) > 0.25) {
    zoom = Math.min((zoom * SKETCH_LETTERS) / seen, largest(mesh));
    found = sketch(picture, mesh, zoom);
  }
  const height = middle(found.strong) || SKETCH_LETTERS;
  return { picture, mesh, letters: height / zoom, sketchZoom: zoom, ...found };
}

/** A level page that stood on its head, turned over. */
export function turnedOver(page: LevelPage): LevelPage {
  const width = Math.round(page.mesh.width * page.sketchZoom);
  const height = Math.round(page.mesh.height * page.sketchZoom);
  const over = (line: TextLine): TextLine => ({
    ...line,
    left: width - line.right,
    right: width - line.left,
    top: height - line.low,
    low: height - line.top,
  });
  const picture = turn(page.picture, 2);
  const { region } = page;
  return {
    ...page,
    picture,
    mesh: onHead(page.mesh, picture),
    lines: page.lines.map(over).reverse(),
    strong: page.strong.map(over).reverse(),
    region: region && {
      top: height - region.low,
      low: height - region.top,
      lefts: region.rights.map((right) => width - right).reverse(),
      rights: region.lefts.map((left) => width - left).reverse(),
    },
  };
}

/** The page in even light with letters `height` pixels high, and the zoom from the mesh to it. */
export function drawPage(page: LevelPage, height: number): DrawnPage {
  const zoom = Math.min(4, height / page.letters, largest(page.mesh));
  const even = evenly(drawn(page.picture, page.mesh, zoom));
  return { grey: page.region ? masked(even, page.region, zoom / page.sketchZoom) : even, zoom };
}

const largest = (mesh: Mesh) => Math.sqrt(LARGEST / (mesh.width * mesh.height));
const evenly = (grey: Grey) => flatten(grey, paperBrightness(grey));

function sketch(picture: Grey, mesh: Mesh, zoom: number) {
  const ink = inkOf(evenly(drawn(picture, mesh, zoom)));
  const lines = textLinesOf(ink, SKETCH_LETTERS);
  const strong = strongLines(lines, ink, SKETCH_LETTERS);
  return { lines, strong, region: regionOf(strong, ink, SKETCH_LETTERS) };
}

/** Median letter height of lines, each line counted by its letters. */
function middle(lines: readonly TextLine[]): number {
  const heights = lines.flatMap((line) => new Array<number>(line.letters).fill(line.height)).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Drawing smaller averages first: skipping pixels would break strokes. */
function drawn(picture: Grey, mesh: Mesh, zoom: number): Grey {
  if (zoom >= 0.8) return draw(picture, mesh, zoom);
  const small = shrinkTo(picture, Math.round(Math.max(picture.width, picture.height) * zoom)).grey;
  const scale = (grid: Float32Array) => grid.map((value) => value * zoom);
  const { width, height, step } = mesh;
  return draw(
    small,
    { ...mesh, width: width * zoom, height: height * zoom, step: step * zoom, xs: scale(mesh.xs), ys: scale(mesh.ys) },
    1,
  );
}
