/** Wing 2, recognize, measurements: the words of a sentence around its quantities: what each tells of a number, and dates. */

import { longestForm } from '../../search.ts';
import type { Token } from '../../token.ts';
import type { Line } from './number.ts';
import { type Bound, type WordKind, type WordMeaning, wordOfKind } from './quantity-words.ts';
import type { FoundQuantity } from './scan.ts';

export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly kinds: ReadonlySet<WordKind>;
  readonly bound: Bound | null;
  /** index of the quantity */
  readonly quantity: number | null;
  readonly norm: string;
  readonly date: boolean;
  readonly isWord: boolean;
  /** of a quantity whose name stands before it: what stands right before the number */
  readonly inside: Inside | null;
}

export interface Inside {
  readonly prior: boolean;
  readonly past: boolean;
  readonly now: boolean;
  readonly date: boolean;
}

/** The words of a sentence, `from` and `to` in pieces, as far as they tell of numbers. */
export function chunksOf(line: Line, from: number, to: number, quantities: readonly FoundQuantity[]): Chunk[] {
  const chunks: Chunk[] = [];
  let index = 0;
  for (let at = from; at < to; ) {
    const quantity = quantities[index];
    const piece = line.pieces[at];
    if (!piece) break;
    if (quantity && at >= Math.min(quantity.from, quantity.name ?? quantity.from)) {
      const inside = quantity.name === null ? null : insideOf(line, quantity.name, quantity.from);
      const kinds = inside?.now ? NOW : NONE;
      chunks.push({
        from: at,
        to: quantity.to,
        kinds,
        bound: null,
        quantity: index,
        norm: '',
        date: false,
        isWord: false,
        inside,
      });
      at = Math.max(quantity.to, at + 1);
      index += 1;
      continue;
    }
    const found = longestForm(line.words.words, line.text, line.pieces, at);
    const date = dateAt(line, at);
    const kinds = found ? kindsIn(found.values) : NONE;
    const bound = found ? boundIn(found.values) : null;
    const end = Math.min(
      Math.max(found?.to ?? 0, date, at + 1),
      quantity ? Math.max(quantity.name ?? quantity.from, at + 1) : to,
    );
    chunks.push({
      from: at,
      to: end,
      kinds,
      bound,
      quantity: null,
      norm: piece.norm,
      date: date > 0 || kinds.has('month'),
      isWord: piece.kind === 'word',
      inside: null,
    });
    at = end;
  }
  return chunks;
}

const NONE: ReadonlySet<WordKind> = new Set();
const NOW: ReadonlySet<WordKind> = new Set(['now']);

/** "T-score previously -1.9", "Agatston score 2016: 40", but not "SUV of the node seen previously is 4.2": from the number to the left, over words that only introduce it. */
function insideOf(line: Line, name: number, to: number): Inside {
  const parts: { readonly kinds: ReadonlySet<WordKind>; readonly date: boolean; readonly norm: string }[] = [];
  for (let at = name; at < to; ) {
    const found = longestForm(line.words.words, line.text, line.pieces, at, to);
    const date = dateAt(line, at);
    const kinds = found ? kindsIn(found.values) : NONE;
    parts.push({ kinds, date: date > 0 || kinds.has('month'), norm: line.pieces[at]?.norm ?? '' });
    at = Math.max(found?.to ?? 0, date, at + 1);
  }
  const inside = { prior: false, past: false, now: false, date: false };
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (!part) break;
    if (part.date && parts[at + 1]?.norm === ':') {
      inside.prior = true;
      break;
    }
    if (part.date) inside.date = true;
    else if (part.kinds.has('prior-before') || part.kinds.has('prior-after')) {
      inside.prior = true;
      break;
    } else if (part.kinds.has('now')) {
      inside.now = true;
      break;
    } else if (part.kinds.has('past')) inside.past = true;
    else if (!part.kinds.has('filler') && part.norm !== 'in' && part.norm !== 'on') break;
  }
  return inside;
}

function kindsIn(values: readonly WordMeaning[]): ReadonlySet<WordKind> {
  const kinds = new Set<WordKind>();
  for (const value of values) if (value.kind !== 'bound') kinds.add(value.kind);
  return kinds;
}

function boundIn(values: readonly WordMeaning[]): Bound | null {
  let bound: Bound | null = null;
  for (const value of values) if (value.kind === 'bound') bound = value.qualifier;
  return bound;
}

/** 2019, 3/4/2020, 03.04.2020, 3 May, 3rd of May 2020, May 3, 2020; the piece after it */
function dateAt(line: Line, at: number): number {
  const { pieces } = line;
  const piece = pieces[at];
  if (piece?.kind === 'word') return monthFirst(line, at);
  if (piece?.kind !== 'number') return 0;
  if (/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(piece.norm)) return at + 1;
  if (isYear(piece)) return at + 1;
  if (!isDay(piece)) return 0;
  const [slash, second, slash2, third] = [pieces[at + 1], pieces[at + 2], pieces[at + 3], pieces[at + 4]];
  const separated = (slash?.norm === '/' || slash?.norm === '-') && slash.norm === slash2?.norm;
  if (separated && second?.kind === 'number' && third?.kind === 'number' && /^\d{2,4}$/.test(third.norm)) return at + 5;
  const counted = at > 0 && wordOfKind(line.words, line.text, pieces, at - 1, 'label') > 0;
  const isMonth = Number(piece.norm) <= MONTHS && !counted;
  const short = second?.kind === 'number' && /^\d\d$/.test(second.norm) && slash2?.norm === ':' && isMonth;
  if (slash?.norm === '/' && (isYear(second) || short)) return at + 3;
  // "30 mm on 5/6"
  const isShortDay = slash?.norm === '/' && slash.glued && second !== undefined && isDay(second) && second.glued;
  if (isShortDay && pieces[at - 1]?.norm === 'on') return at + 3;
  return dayFirst(line, at);
}

const MONTHS = 12;
const isYear = (piece: Token | undefined): boolean => piece?.kind === 'number' && /^(?:19|20)\d\d$/.test(piece.norm);
const isDay = ({ kind, norm }: Token): boolean => kind === 'number' && /^\d{1,2}$/.test(norm);

/** 3 May, 3rd of May 2020, 3-May-20 */
function dayFirst({ text, pieces, words }: Line, at: number): number {
  let to = at + 1;
  for (let steps = 0; steps < 2; steps += 1) {
    const part = pieces[to];
    const ordinal = part?.kind === 'word' && part.glued && part.end - part.start === 2;
    if (ordinal || part?.norm === '-' || part?.norm === 'of') to += 1;
  }
  const month = wordOfKind(words, text, pieces, to, 'month');
  if (!month) return 0;
  const dash = pieces[month]?.norm === '-' && pieces[month + 1]?.kind === 'number';
  if (dash) return month + 2;
  return isYear(pieces[month]) ? month + 1 : month;
}

/** May 3, 2020, May 2020 */
function monthFirst({ text, pieces, words }: Line, at: number): number {
  const month = wordOfKind(words, text, pieces, at, 'month');
  if (!month) return 0;
  if (isYear(pieces[month])) return month + 1;
  const day = pieces[month];
  const year = pieces[month + 1]?.norm === ',' ? month + 2 : month + 1;
  return day && isDay(day) && isYear(pieces[year]) ? year + 1 : month;
}
