/** Wing 2, recognize, measurements: one number in any written form: 1.1, .8, 1,2, "6. 2", "2 point 3", twelve, half a, 1 1/2. */

import { longestForm, phraseAt } from '../../search.ts';
import type { Token } from '../../token.ts';
import { type QuantityWords, type UnitMeaning, wordOfKind } from './quantity-words.ts';

export interface WrittenNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** written in words, or with a slip: a number only where a unit follows */
  readonly spelled: boolean;
  /** written with a sign or a decimal point */
  readonly signed: boolean;
  readonly decimal: boolean;
}

export interface Line {
  readonly text: string;
  readonly pieces: readonly Token[];
  /** of each piece */
  readonly signs: Int32Array;
  readonly words: QuantityWords;
  /** where the numbers of list items stand: "1. 14 mm mass" is item 1, not 1.14 mm */
  readonly marks: () => ReadonlySet<number>;
}

export const MINUS: ReadonlySet<string> = new Set(['-', '−', '–', '‐', '‑', 'minus']);
export const PLUS: ReadonlySet<string> = new Set(['+', 'plus']);
/** between the numbers of a list, and before a fraction */
export const JOINS: readonly string[] = ['and', 'or'];
const DENOMINATORS = new Set(['2', '3', '4', '8']);

export function numberAt(line: Line, at: number): WrittenNumber | null {
  const { pieces } = line;
  const first = pieces[at];
  if (!first) return null;
  if (MINUS.has(first.norm) || PLUS.has(first.norm)) {
    const number = pieces[at + 1];
    const opens = first.kind === 'word' || !first.glued || pieces[at - 1]?.kind === 'mark';
    if (number?.kind !== 'number' || (first.kind === 'mark' && (!number.glued || !opens))) return null;
    const unsigned = unsignedAt(line, at + 1);
    if (!unsigned) return null;
    return { ...unsigned, from: at, value: MINUS.has(first.norm) ? -unsigned.value : unsigned.value, signed: true };
  }
  return unsignedAt(line, at);
}

function unsignedAt(line: Line, at: number): WrittenNumber | null {
  const piece = line.pieces[at];
  if (piece?.kind === 'number') return digitsAt(line, at, piece);
  const [times, digits] = [line.pieces[at - 1], line.pieces[at + 1]];
  // .5x.6 cm
  if (piece?.norm === '.' && piece.glued && times?.norm === 'x' && digits?.kind === 'number' && digits.glued)
    return { value: Number(`0.${digits.norm}`), from: at, to: at + 2, spelled: false, signed: false, decimal: true };
  return piece?.kind === 'word' || piece?.norm === '½' || piece?.norm === '¼' || piece?.norm === '¾'
    ? spelledAt(line, at)
    : null;
}

function digitsAt(line: Line, at: number, piece: Token): WrittenNumber | null {
  const { pieces, text, words } = line;
  const whole = isWhole(piece.norm);
  const value = whole ? Number(piece.norm) : writtenValue(piece.norm);
  if (value === null || line.marks().has(piece.start)) return null;
  const found = {
    value,
    from: at,
    to: at + 1,
    spelled: false,
    signed: false,
    decimal: !whole && /\.\d+$|,\d{1,2}$/.test(piece.norm),
  };
  const [second, third] = [pieces[at + 1], pieces[at + 2]];
  if (!second || !whole) return found;
  // 4.2 and 4,2 where the 4 was split off a word (x4.2cm), 4·2
  const point = second.norm === '.' || POINTS.has(second.norm) || (second.norm === ',' && isSplit(line, at));
  if (point && second.glued && third?.kind === 'number' && third.glued && /^\d{1,2}$/.test(third.norm))
    return decimal(found, third, at + 3);
  // 8..5 cm
  if (second.norm === '.' && second.glued && third?.glued && /^\.\d{1,2}$/.test(third.norm) && unitAt(line, at + 3))
    return decimal(found, third, at + 3);
  const spelled = wordOfKind(words, text, pieces, at + 1, 'decimal-point');
  const after = pieces[spelled];
  if (spelled && after?.kind === 'number') return decimal(found, after, spelled + 1);
  // 1 .5 cm
  if (second.kind === 'number' && second.norm.startsWith('.') && mended(line, at, at + 2))
    return { ...decimal(found, { ...second, norm: second.norm.slice(1) }, at + 2), spelled: true };
  // 6. 2 cm, 10 . 1 x 4 . 4 cm, Cyst 1. 8 x 1 .3 cm
  if (second.norm === '.' && third?.kind === 'number' && mended(line, at, at + 3))
    if (!second.glued || follows(line, at) || isBesideDecimal(line, at, at + 3))
      return { ...decimal(found, third, at + 3), spelled: true };
  // 3 ,4 cm
  if (second.norm === ',' && !second.glued && third?.glued && /^\d$/.test(third.norm) && mended(line, at, at + 3))
    return { ...decimal(found, third, at + 3), spelled: true };
  // 1/2, 1 1/2
  if (second.norm === '/' && third && DENOMINATORS.has(third.norm) && unitAt(line, at + 3))
    return { ...found, value: value / Number(third.norm), to: at + 3, spelled: true };
  const [fourth, fifth] = [pieces[at + 2], pieces[at + 3]];
  if (second.kind === 'number' && fourth?.norm === '/' && fifth && DENOMINATORS.has(fifth.norm) && unitAt(line, at + 4))
    return { ...found, value: value + Number(second.norm) / Number(fifth.norm), to: at + 4, spelled: true };
  const fraction = second.kind === 'mark' ? phraseAt(line.words.numbers, pieces, at + 1, at + 2)?.value : undefined;
  return fraction === undefined ? withHalf(line, found) : { ...found, value: value + fraction, to: at + 2 };
}

const POINTS: ReadonlySet<string> = new Set(['·', '•', '∙', '‧']);

/** the 8 of "12x8,5x4" */
const isSplit = ({ pieces }: Line, at: number): boolean =>
  pieces[at]?.glued === true && pieces[at - 1]?.norm === 'x' && pieces[at - 1]?.kind === 'word';

function isWhole(written: string): boolean {
  for (let at = 0; at < written.length; at += 1) {
    const c = written.charCodeAt(at);
    if (c < 48 || c > 57) return false;
  }
  return written !== '';
}

const decimal = (found: WrittenNumber, digits: Token, to: number): WrittenNumber => ({
  ...found,
  value: Number(`${found.value}.${digits.norm.replace(/\D/g, '')}`),
  to,
  decimal: true,
});

/** What was split is one number only if a unit, or another dimension, comes next and no image or level number stands before it. */
function mended(line: Line, at: number, to: number): boolean {
  const { text, pieces, words } = line;
  const digits = pieces[to - 1];
  if (!digits || !/^\.?\d{1,2}$/.test(digits.norm) || wordOfKind(words, text, pieces, at - 1, 'label')) return false;
  return unitAt(line, to) !== null || wordOfKind(words, text, pieces, to, 'times') > 0;
}

/** "measuring 6. 2 cm" is one number; "1. 2 cm nodule" is a list item. */
function follows({ text, pieces, words }: Line, at: number): boolean {
  const found = at > 0 ? longestForm(words.words, text, pieces, at - 1) : null;
  return found?.values.some(({ kind }) => kind === 'filler' || kind === 'times' || kind === 'bound') ?? false;
}

/** A word on the same line before it, and behind it a dimension with a decimal point: "Cyst 1. 8 x 1.3 cm"; not "segment 4. 8 x 6 cm". */
function isBesideDecimal(line: Line, at: number, to: number): boolean {
  const { text, pieces, words } = line;
  const [before, number] = [pieces[at - 1], pieces[at]];
  if (before?.kind !== 'word' || !number || text.slice(before.end, number.start).includes('\n')) return false;
  const times = wordOfKind(words, text, pieces, to, 'times');
  const other = times ? numberAt(line, times) : null;
  return other?.decimal === true;
}

/** "1,200" is 1200, "1,2" is 1.2; "07.09.2022" is no number. */
function writtenValue(written: string): number | null {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return Number(written.replaceAll(',', ''));
  if (/^\d*(?:[.,]\d+)?$/.test(written)) return Number(written.replace(',', '.'));
  return null;
}

function spelledAt(line: Line, at: number): WrittenNumber | null {
  const { text, pieces, words } = line;
  const first = longestForm(words.numbers, text, pieces, at);
  const value = first?.values[0];
  // "about a centimeter"
  if (!first && pieces[at]?.norm === 'a' && isSpelledLength(line, at + 1))
    return { value: 1, from: at, to: at + 1, spelled: true, signed: false, decimal: false };
  if (!first || value === undefined) return null;
  const found = { value, from: at, to: first.to, spelled: true, signed: false, decimal: false };
  if (value < 10) {
    const hundreds = hundredsAt(line, value, first.to);
    if (hundreds) return { ...found, ...hundreds };
  }
  if (value >= 20) {
    const joint = pieces[first.to]?.norm === '-' ? first.to + 1 : first.to;
    const second = longestForm(words.numbers, text, pieces, joint);
    const ones = second?.values[0];
    if (second && ones !== undefined && ones >= 1 && ones < 10) return { ...found, value: value + ones, to: second.to };
  }
  const point = wordOfKind(words, text, pieces, first.to, 'decimal-point');
  const digits = point ? longestForm(words.numbers, text, pieces, point) : null;
  const tenths = digits?.values[0];
  if (digits && tenths !== undefined && tenths >= 0 && tenths < 10)
    return { ...found, value: value + tenths / 10, to: digits.to, decimal: true };
  return withHalf(line, found);
}

/** "centimeter", written out and right there */
const isSpelledLength = (line: Line, at: number): boolean =>
  (line.pieces[at]?.norm.length ?? 0) > 4 && line.pieces[at]?.kind === 'word' && unitAt(line, at)?.kind === 'length';

/** "two hundred and ten" */
function hundredsAt(line: Line, count: number, at: number): { value: number; to: number } | null {
  const { text, pieces, words } = line;
  const hundred = longestForm(words.numbers, text, pieces, at);
  if (!hundred || hundred.value !== HUNDRED) return null;
  const from = pieces[hundred.to]?.norm === 'and' ? hundred.to + 1 : hundred.to;
  const rest = longestForm(words.numbers, text, pieces, from);
  const small = rest && rest.value >= 1 && rest.value < HUNDRED ? spelledAt(line, from) : null;
  return { value: count * HUNDRED + (small?.value ?? 0), to: small?.to ?? hundred.to };
}

const HUNDRED = 100;

/** "two and a half centimeters" */
function withHalf(line: Line, found: WrittenNumber): WrittenNumber {
  const { text, pieces, words } = line;
  if (pieces[found.to]?.norm !== 'and') return found;
  const half = longestForm(words.numbers, text, pieces, found.to + 1);
  const part = half?.values[0];
  return half && part !== undefined && part < 1 ? { ...found, value: found.value + part, to: half.to } : found;
}

export interface WrittenUnit extends UnitMeaning {
  readonly to: number;
}

/** The unit at a piece; a hyphen may stand before it (12-mm), or a full stop by a slip (8.mm). */
export function unitAt({ text, pieces, words }: Line, at: number): WrittenUnit | null {
  const [mark, next] = [pieces[at], pieces[at + 1]];
  const led = mark?.norm === '-' || (mark?.norm === '.' && mark.glued && next?.glued);
  const from = led && next?.kind === 'word' ? at + 1 : at;
  const found = longestForm(words.units, text, pieces, from);
  const meaning = found?.values[0];
  if (!found || !meaning) return null;
  // an unknown rate, such as mm/year
  const [slash, word] = [pieces[found.to], pieces[found.to + 1]];
  if (slash?.norm === '/' && slash.glued && word?.kind === 'word' && word.glued)
    return { kind: 'ignored', unit: '', factor: 1, to: found.to + 2 };
  return { ...meaning, to: found.to };
}
