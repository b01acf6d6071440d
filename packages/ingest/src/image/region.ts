/** Where on a level page the report stands: around its text lines; a table top beyond it is painted white. */
import type { Grey } from './grey.ts';
import type { TextLine } from './text-lines.ts';

/** For each row of pixels the columns that may hold text; outside `top` to `low` none. */
export interface Region {
  readonly top: number;
  readonly low: number;
  readonly lefts: Float32Array;
  readonly rights: Float32Array;
}

const STRONG = 8;
const QUIET = 0.12;
const WINDOW = 14;
const MARGIN = 5;
const MESSY = 0.02;

/** Lines long enough to be trusted, with paper above and below them: in noise there is none. */
export function strongLines(lines: readonly TextLine[], ink: Grey, usual: number): TextLine[] {
  return lines.filter(
    (line) => line.right - line.left > usual * STRONG && line.letters >= 5 && unrest(line, ink, usual) < QUIET,
  );
}

/** Share of ink in the strips above and below a line. */
function unrest(line: TextLine, ink: Grey, usual: number): number {
  const reach = Math.max(2, Math.round(usual * 0.35));
  let [dark, all] = [0, 0];
  for (const from of [line.top - reach, line.low]) {
    for (let y = Math.max(0, from); y < Math.min(ink.height, from + reach); y += 1) {
      for (let x = line.left; x < line.right; x += 1) {
        all += 1;
        if (ink.data[y * ink.width + x]) dark += 1;
      }
    }
  }
  return all === 0 ? 0 : dark / all;
}

/** The region around trusted lines; null where the rest of the page is clean and nothing need be painted over. */
export function regionOf(lines: readonly TextLine[], ink: Grey, usual: number): Region | null {
  if (lines.length === 0) return null;
  const top = Math.max(0, Math.min(...lines.map((line) => line.top)) - usual * 3);
  const low = Math.min(ink.height, Math.max(...lines.map((line) => line.low)) + usual * 3);
  const lefts = new Float32Array(ink.height).fill(ink.width);
  const rights = new Float32Array(ink.height);
  for (const line of lines) {
    const from = Math.max(0, Math.floor(line.top - usual * WINDOW));
    const to = Math.min(ink.height, Math.ceil(line.low + usual * WINDOW));
    for (let y = from; y < to; y += 1) {
      lefts[y] = Math.min(lefts[y]!, Math.max(0, line.left - usual * MARGIN));
      rights[y] = Math.max(rights[y]!, Math.min(ink.width, line.right + usual * MARGIN));
    }
  }
  const region = { top, low, lefts, rights };
  return outsideInk(region, ink) > MESSY ? region : null;
}

function outsideInk(region: Region, ink: Grey): number {
  let [dark, all] = [0, 0];
  for (let y = 0; y < ink.height; y += 2) {
    const inside = y >= region.top && y < region.low;
    for (let x = 0; x < ink.width; x += 2) {
      if (inside && x >= region.lefts[y]! && x < region.rights[y]!) continue;
      all += 1;
      if (ink.data[y * ink.width + x]) dark += 1;
    }
  }
  return all === 0 ? 0 : dark / all;
}

/** The page with everything outside the region white; `zoom` from the region's pixels to the page's. */
export function masked(page: Grey, region: Region, zoom: number): Grey {
  const data = page.data.slice();
  for (let y = 0; y < page.height; y += 1) {
    const line = y * page.width;
    const at = Math.min(region.lefts.length - 1, Math.floor(y / zoom));
    if (at < region.top || at >= region.low) {
      data.fill(255, line, line + page.width);
      continue;
    }
    data.fill(255, line, line + Math.max(0, Math.min(page.width, Math.floor(region.lefts[at]! * zoom))));
    data.fill(255, line + Math.max(0, Math.min(page.width, Math.ceil(region.rights[at]! * zoom))), line + page.width);
  }
  return { ...page, data };
}

/** Middle of the gutter between two pages side by side, if no trusted line crosses it and both sides hold text. */
export function gutterOf(lines: readonly TextLine[], usual: number): number | null {
  const [most, wide] = [3, 14];
  const long = lines.filter((line) => line.right - line.left > usual * 3);
  const edges = [...new Set(long.map((line) => line.right))].sort((a, b) => a - b);
  let best: { readonly at: number; readonly width: number } | null = null;
  for (const edge of edges) {
    const left = long.filter((line) => line.right <= edge);
    const right = long.filter((line) => line.left > edge);
    if (left.length + right.length < long.length) continue;
    const width = Math.min(...right.map((line) => line.left)) - edge;
    const pages = [left, right].every(
      (side) => side.filter((line) => line.right - line.left > usual * wide).length >= most && tall(side) > usual * 12,
    );
    if (pages && width > usual * 4 && (!best || width > best.width)) best = { at: edge + width / 2, width };
  }
  return best?.at ?? null;
}

const tall = (lines: readonly TextLine[]) =>
  Math.max(...lines.map((line) => line.low)) - Math.min(...lines.map((line) => line.top));
