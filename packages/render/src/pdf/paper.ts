/** Pages that fill from the top: where the next line goes, what is drawn there, and which part of the document it belongs to. */
import type { Face } from './letters.ts';
import { isWritable, runsOf, widthOf } from './letters.ts';

/** A4, in points */
export const [WIDTH, HEIGHT] = [595, 842];
const [SIDE, TOP, BOTTOM] = [57, 60, 66];
/** between the left and the right margin */
export const COLUMN = WIDTH - 2 * SIDE;

const FOOT: Color = [74, 87, 97];

/** Standard structure types of ISO 32000-1, 14.8.4. */
export type Role = 'H1' | 'H2' | 'P' | 'LI' | 'BlockQuote';
export type Color = readonly [red: number, green: number, blue: number];

/** A part of the document: its pieces may lie on several pages. */
export interface Part {
  readonly role: Role;
  readonly pieces: { readonly page: number; readonly mark: number }[];
}

export interface Page {
  readonly operators: string[];
  /** the part that each marked piece belongs to */
  readonly parts: number[];
}

export interface Ink {
  readonly face: Face;
  readonly size: number;
  readonly leading: number;
  readonly color: Color;
}

export class Paper {
  readonly pages: Page[] = [];
  readonly parts: Part[] = [];
  /** whether every sign that was written has a letter */
  isWhole = true;
  /** the top of what comes next, from the bottom of the page */
  private y = 0;

  constructor() {
    this.turn();
  }

  private get page(): Page {
    const page = this.pages.at(-1);
    if (!page) throw new Error('there is no page');
    return page;
  }

  private turn(): void {
    this.pages.push({ operators: [], parts: [] });
    this.y = HEIGHT - TOP;
  }

  /** Points that are left on the page. */
  get room(): number {
    return this.y - BOTTOM;
  }

  /** White space, never at the top of a page. */
  space(points: number): void {
    if (this.y < HEIGHT - TOP) this.y -= points;
  }

  /** A new page where less than this is left, unless the page is new. */
  keep(points: number): void {
    if (this.room < points && this.y < HEIGHT - TOP) this.turn();
  }

  /** A part begins: what is written until the next one belongs to it. */
  begin(role: Role): void {
    this.parts.push({ role, pieces: [] });
  }

  /** One line of the part; what `under` draws lies behind it. @param x from the left margin */
  line(text: string, ink: Ink, x: number, under: (bottom: number) => readonly string[] = () => []): void {
    if (this.room < ink.leading) this.turn();
    this.isWhole &&= isWritable(text);
    const bottom = this.y - ink.leading;
    const base = bottom + ink.leading - ink.size;
    const { operators, parts } = this.page;
    operators.push(...decoration(under(bottom)));
    this.parts.at(-1)?.pieces.push({ page: this.pages.length - 1, mark: parts.length });
    operators.push(
      `/${this.parts.at(-1)?.role} <</MCID ${parts.length}>> BDC`,
      ...written(text, ink, SIDE + x, base),
      'EMC',
    );
    parts.push(this.parts.length - 1);
    this.y = bottom;
  }

  /** Drawn, and no part of the text. */
  draw(operators: readonly string[]): void {
    this.page.operators.push(...decoration(operators));
  }

  /** Ruled lines to the foot of the page, or `least` of them. */
  rule(least: number, distance: number, keepFree: number, color: Color): void {
    this.keep(least * distance);
    const count = Math.max(least, Math.floor((this.room - keepFree) / distance));
    for (let line = 0; line < count; line += 1) {
      this.y -= distance;
      this.draw([`${colored(color)} rg`, `${SIDE} ${round(this.y)} ${COLUMN} 0.6 re f`]);
    }
  }

  /** At the foot of each page, where there are several. */
  foot(words: (number: number, of: number) => string): void {
    const of = this.pages.length;
    if (of === 1) return;
    const ink: Ink = { face: 'plain', size: 9, leading: 12, color: FOOT };
    this.pages.forEach(({ operators }, at) => {
      const text = words(at + 1, of);
      operators.push(...decoration(written(text, ink, (WIDTH - widthOf(text, ink.face, ink.size)) / 2, BOTTOM / 2)));
    });
  }
}

const decoration = (operators: readonly string[]): readonly string[] =>
  operators.length ? ['/Artifact BMC', ...operators, 'EMC'] : [];

/** A line of text, its base line at y. Bold Chinese is drawn with an edge: there is no bold font to count on. */
export function written(text: string, { face, size, color }: Ink, x: number, y: number): readonly string[] {
  const out = [`BT ${colored(color)} rg ${colored(color)} RG ${round(x)} ${round(y)} Td`];
  for (const { font, literal } of runsOf(text, face)) {
    const edge = font === 'Chinese' && face === 'strong';
    out.push(`/${font} ${round(size)} Tf ${edge ? '2 Tr 0.35 w ' : '0 Tr '}${literal} Tj`);
  }
  return [...out, 'ET'];
}

/** A figure that only shows what the order says. @param x from the left margin */
export const figure = (text: string, ink: Ink, x: number, y: number): readonly string[] =>
  written(text, ink, SIDE + x, y);

/** A rectangle. @param x from the left margin */
export const filled = (color: Color, x: number, y: number, width: number, height: number): string =>
  `${colored(color)} rg ${round(SIDE + x)} ${round(y)} ${round(width)} ${round(height)} re f`;

/** An empty square. @param x from the left margin */
export const square = (color: Color, x: number, y: number, side: number): string =>
  `${colored(color)} RG 0.9 w ${round(SIDE + x)} ${round(y)} ${side} ${side} re S`;

/** Lines through points. @param points from the left margin and the foot of the page */
export function stroke(color: Color, width: number, points: readonly (readonly [x: number, y: number])[]): string {
  const path = points.map(([x, y], at) => `${round(SIDE + x)} ${round(y)} ${at === 0 ? 'm' : 'l'}`);
  return `${colored(color)} RG ${width} w 1 J ${path.join(' ')} S`;
}

/** How far the handles of four curves lie from their ends, so that they make a circle. */
const HANDLE = 0.5523;

/** A disc or a ring. @param x of the centre, from the left margin */
export function circle(color: Color, x: number, y: number, radius: number, how: 'fill' | 'ring'): string {
  const [cx, k] = [SIDE + x, radius * HANDLE];
  const at = (dx: number, dy: number): string => `${round(cx + dx)} ${round(y + dy)}`;
  const r = radius;
  return [
    `${colored(color)} ${how === 'fill' ? 'rg' : 'RG 1.1 w'} ${at(r, 0)} m`,
    `${at(r, k)} ${at(k, r)} ${at(0, r)} c ${at(-k, r)} ${at(-r, k)} ${at(-r, 0)} c`,
    `${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)} c ${at(k, -r)} ${at(r, -k)} ${at(r, 0)} c ${how === 'fill' ? 'f' : 'S'}`,
  ].join(' ');
}

const colored = (color: Color): string => color.map((part) => round(part / 255)).join(' ');
const round = (number: number): number => Math.round(number * 1000) / 1000;
