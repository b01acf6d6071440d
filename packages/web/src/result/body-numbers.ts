/** Where the numbers of a body map stand: beside the body, a line from each to its place, none upon another. */
import type { ExplainedItem, ItemPlace } from '@readingscan/engine';
import { CENTERS, PAIRED } from './body-outline.tsx';

export interface Lit {
  readonly item: ExplainedItem;
  readonly place: ItemPlace;
}

/** A number at the edge of the drawing, and the dot that its line leads to. */
export interface Numbered {
  readonly item: ExplainedItem;
  readonly x: number;
  readonly y: number;
  readonly to: readonly [x: number, y: number];
}

/** The part of the drawing that is shown: its top and its height; the rest of the body has nothing to tell. */
export interface Shown {
  readonly top: number;
  readonly height: number;
  /** where the body goes on unseen */
  readonly cut: 'below' | 'above' | null;
}

export const MIDDLE = 100;
const EDGES = { right: -8, left: 208 } as const;
/** between the middles of two numbers */
const APART = 27;
/** dots of one place stand below each other */
const STEP = 9;
const WHOLE: Shown = { top: 0, height: 452, cut: null };
const UPPER: Shown = { top: 0, height: 264, cut: 'below' };
const LOWER: Shown = { top: 186, height: 266, cut: 'above' };
const MARGIN = 20;

/** The right of the person is on the left of who looks at them. */
export function spotsOf({ place, side }: ItemPlace): readonly (readonly [x: number, y: number])[] {
  const [out, y] = CENTERS[place];
  const [right, left] = [[MIDDLE - out, y] as const, [MIDDLE + out, y] as const];
  if (side === 'right') return [right];
  if (side === 'left') return [left];
  return side === 'both' || PAIRED.has(place) ? [right, left] : [[MIDDLE, y]];
}

export function shownOf(lit: readonly Lit[]): Shown {
  const downs = lit.map(({ place }) => CENTERS[place.place][1]);
  const fits = ({ top, height }: Shown): boolean =>
    downs.every((down) => down >= top + MARGIN && down <= top + height - MARGIN);
  return [UPPER, LOWER].find(fits) ?? WHOLE;
}

export function numbersOf(lit: readonly Lit[], shown: Shown): readonly Numbered[] {
  const taken = new Map<string, number>();
  const edges = { right: [] as Numbered[], left: [] as Numbered[] };
  for (const { item, place } of lit)
    for (const [x, y] of spotsOf(place)) {
      const before = taken.get(`${x} ${y}`) ?? 0;
      taken.set(`${x} ${y}`, before + 1);
      const fewer = edges.left.length < edges.right.length ? 'left' : 'right';
      const edge = x < MIDDLE ? 'right' : x > MIDDLE ? 'left' : fewer;
      edges[edge].push({ item, x: EDGES[edge], y, to: [x, y + before * STEP] });
    }
  return [...spread(edges.right, shown), ...spread(edges.left, shown)];
}

/** From the top down, each as near to its place as the one above allows; pushed up where the drawing ends. */
function spread(numbers: readonly Numbered[], { top, height }: Shown): readonly Numbered[] {
  const sorted = [...numbers].sort((a, b) => a.to[1] - b.to[1]);
  const half = APART / 2;
  const downs: number[] = [];
  for (const { y } of sorted) downs.push(Math.max(y, (downs.at(-1) ?? top - half) + APART));
  let floor = top + height + half;
  for (let at = downs.length - 1; at >= 0; at -= 1) {
    floor = Math.min(downs[at] ?? floor, floor - APART);
    downs[at] = floor;
  }
  return sorted.map((number, at) => ({ ...number, y: downs[at] ?? number.y }));
}
