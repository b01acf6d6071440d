/** Wing 2, recognize, measurements: a run of numbers with their unit: dimensions, a range, before and after, a list. */
import { longestForm } from '../../search.ts';
import { isBy, isChange, isRanging } from './change.ts';
import { type Line, numberAt, unitAt, type WrittenNumber, type WrittenUnit } from './number.ts';
import { wordOfKind } from './quantity-words.ts';

export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly kind: 'length' | 'other';
  readonly unit: string;
  readonly values: readonly number[];
  readonly range: boolean;
  /** what its form alone says: the first of "22 -> 27 mm" is the earlier one */
  readonly role: 'prior' | 'current' | 'difference' | null;
}

export interface Run {
  readonly quantities: readonly Quantity[];
  readonly to: number;
  /** numbers without any unit: the caller may know what they are */
  readonly bare: Bare | null;
}

export interface Bare {
  readonly numbers: readonly WrittenNumber[];
  readonly range: boolean;
  /** "18.2 -> 3.1": the first is the earlier one; several that are neither range nor change are a list */
  readonly change: boolean;
}

export interface Group {
  readonly numbers: readonly WrittenNumber[];
  readonly units: readonly (WrittenUnit | null)[];
  readonly power: number;
  readonly from: number;
  readonly to: number;
}
type Link = 'range' | 'to' | 'arrow' | 'list';

const MOST_GROUPS = 6;
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

export function runAt(line: Line, at: number): Run | null {
  const first = groupAt(line, at);
  if (!first) return null;
  const groups = [first];
  const links: Link[] = [];
  let last = first;
  while (groups.length < MOST_GROUPS) {
    const link = linkAt(line, last, groups[0]?.from ?? at);
    if (!link || (links[0] && links[0] !== link.kind && links[0] !== 'list')) break;
    const next = groupAt(line, link.to);
    if (!next) break;
    if ((link.kind === 'range' || link.kind === 'to') && (last.numbers.length > 1 || next.numbers.length > 1)) {
      if (link.kind === 'range') break;
    }
    // "-2.1  -1.4": a sign, no range
    if (link.kind === 'range' && isSigned(line, last.to) && next.units.every((unit) => !unit)) break;
    groups.push(next);
    links.push(link.kind);
    last = next;
    if (link.kind !== 'list') break;
  }
  return finish(line, groups, links);
}

/** A dash with space before it and none behind it. */
const isSigned = ({ pieces }: Line, at: number): boolean => !pieces[at]?.glued && pieces[at + 1]?.glued === true;

/** "3.1 (L) x 2.2 (AP) cm" */
function groupAt(line: Line, at: number): Group | null {
  const first = numberAt(line, at);
  if (!first) return null;
  const numbers = [first];
  const units: (WrittenUnit | null)[] = [dimensionUnit(line, first.to)];
  let to = units[0]?.to ?? first.to;
  let power = 0;
  while (numbers.length < 4) {
    const times = timesAt(line, to);
    const next = times ? (numberAt(line, times) ?? numberAt(line, axisAfter(line, times))) : null;
    if (!next) break;
    const exponent = next.value === 10 ? exponentAt(line, next.to) : null;
    if (exponent) {
      power = exponent.value;
      units[units.length - 1] = exponent.unit;
      to = exponent.unit.to;
      break;
    }
    numbers.push(next);
    const unit = dimensionUnit(line, next.to);
    units.push(unit);
    to = unit?.to ?? next.to;
    if (!unit) {
      const past = axisAfter(line, to);
      const late = past > to ? unitAt(line, past) : null;
      if (late?.kind === 'length') {
        units[units.length - 1] = late;
        to = late.to;
      }
    }
  }
  return { numbers, units, power, from: at, to };
}

/** The piece behind "x" or "by", over "(AP)", the hyphens of "2-by-3" and the full stop of "2 cm. x 3 cm". */
function timesAt(line: Line, at: number): number {
  const { text, pieces, words } = line;
  const mark = pieces[at]?.norm;
  const from = mark === '-' || (mark === '.' && pieces[at - 1]?.kind === 'word') ? at + 1 : axisAfter(line, at);
  const times = wordOfKind(words, text, pieces, from, 'times');
  return times && pieces[times]?.norm === '-' && pieces[times + 1]?.glued ? times + 1 : times;
}

/** CC is an axis, not a volume, where a length unit follows it. */
function dimensionUnit(line: Line, at: number): WrittenUnit | null {
  const unit = unitAt(line, at);
  return unit?.unit === 'mL' && unitAt(line, unit.to)?.kind === 'length' ? null : unit;
}

/** "(AP)", "AP", "in length": the piece after it, or `at`. */
function axisAfter({ text, pieces, words }: Line, at: number): number {
  const open = pieces[at]?.norm === '(' ? at + 1 : at;
  const to = wordOfKind(words, text, pieces, open, 'axis');
  if (!to) return at;
  if (open === at) return to;
  return pieces[to]?.norm === ')' ? to + 1 : at;
}

/** 10-3 mm2/s, 10^-3 mm2/s */
function exponentAt(line: Line, at: number): { value: number; unit: WrittenUnit } | null {
  const { pieces } = line;
  let to = pieces[at]?.norm === '^' ? at + 1 : at;
  const minus = pieces[to]?.norm === '-' || pieces[to]?.norm === '−' || pieces[to]?.norm === '⁻';
  if (minus) to += 1;
  const digit = pieces[to];
  const value = digit ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit.norm) : -1;
  const exponent = digit?.kind === 'number' ? Number(digit.norm) : value;
  const unit = unitAt(line, to + 1);
  if (!(minus || pieces[at]?.norm === '^') || !(exponent >= 0 && exponent < 13) || unit?.kind !== 'other') return null;
  return { value: minus ? -exponent : exponent, unit };
}

function linkAt(line: Line, group: Group, from: number): { kind: Link; to: number } | null {
  const { text, pieces, words } = line;
  const at = group.to;
  const arrow = wordOfKind(words, text, pieces, at, 'arrow');
  if (arrow) return { kind: 'arrow', to: arrow };
  const year = group.numbers.length === 1 && !group.units[0] && isYear(group.numbers[0]?.value ?? 0);
  const range = year ? 0 : wordOfKind(words, text, pieces, at, 'range');
  // "3-to-4 mm"
  const spelled = range && pieces[at]?.kind === 'mark' ? wordOfKind(words, text, pieces, range, 'range') : 0;
  if (spelled && pieces[spelled]?.norm === '-') return { kind: 'to', to: spelled + 1 };
  if (range) return { kind: pieces[at]?.kind === 'word' ? 'to' : 'range', to: range };
  const open = group.units.every((unit) => !unit);
  const and = pieces[at]?.norm === 'and' || pieces[at]?.norm === 'or' || pieces[at]?.norm === '&';
  // "between 4 and 7 mm", "between 4 mm and 7 mm"
  if (and && isRanging(line, from)) return { kind: 'to', to: at + 1 };
  if (!open || !(and || pieces[at]?.norm === ',') || !opensList(line, from)) return null;
  const next = pieces[at + 1]?.norm;
  return { kind: 'list', to: !and && (next === 'and' || next === 'or') ? at + 2 : at + 1 };
}

/** "in 2018 -0.7" is no range. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1900 && value < 2100;

/** "of 4, 5 and 7 mm": only after a word that a size follows. */
function opensList({ text, pieces, words }: Line, from: number): boolean {
  const found = from > 0 ? longestForm(words.words, text, pieces, from - 1) : null;
  return found?.values.some(({ kind }) => kind === 'filler') ?? false;
}

function finish(line: Line, groups: readonly Group[], links: readonly Link[]): Run | null {
  const [first, second] = groups;
  if (!first) return null;
  let shared: WrittenUnit | null = null;
  const unitOf: (WrittenUnit | null)[] = groups.map(() => null);
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const own = groups[at]?.units.find((unit) => unit !== null) ?? null;
    unitOf[at] = own ?? shared;
    shared = own ?? shared;
  }
  const link = links[0];
  const [unit, nextUnit] = [unitOf[0] ?? null, unitOf[1] ?? null];
  if (!unit) {
    if (link === 'list' && groups.every(({ numbers }) => numbers.length === 1))
      return {
        quantities: [],
        to: groups.at(-1)?.to ?? first.to,
        bare: { numbers: groups.flatMap(({ numbers }) => numbers), range: false, change: false },
      };
    if (link === 'list') return null;
    const both = second && link && first.numbers.length === 1 ? second : null;
    if (first.numbers.length > 1) return null;
    const change = both !== null && (link === 'arrow' || (link === 'to' && isChange(line, first, both)));
    return {
      quantities: [],
      to: (both ?? first).to,
      bare: { numbers: [...first.numbers, ...(both?.numbers ?? [])], range: both !== null && !change, change },
    };
  }
  const one = (group: Group, own: WrittenUnit, role: Quantity['role'] = null): Quantity[] =>
    own.kind === 'ignored' ? [] : [quantity(group, own, role)];
  if (!second || (link !== 'arrow' && !nextUnit)) return { quantities: one(first, unit), to: first.to, bare: null };
  const other = nextUnit ?? unit;
  if (link === 'list')
    return {
      quantities: groups.flatMap((group, at) => one(group, unitOf[at] ?? unit)),
      to: groups.at(-1)?.to ?? first.to,
      bare: null,
    };
  const to = second.to;
  if (link === 'to' && first.units.some((own) => own !== null) && isBy(line, first.from))
    return { quantities: [...one(first, unit, 'difference'), ...one(second, other, 'current')], to, bare: null };
  if (link === 'arrow' || (link === 'to' && isChange(line, first, second)))
    return { quantities: [...one(first, unit, 'prior'), ...one(second, other, 'current')], to, bare: null };
  if (first.numbers.length > 1 || second.numbers.length > 1 || other.kind === 'ignored')
    return { quantities: one(first, unit), to: first.to, bare: null };
  const low = quantity(first, unit, null);
  const high = quantity(second, other, null);
  if (low.unit !== high.unit) return { quantities: one(first, unit), to: first.to, bare: null };
  return { quantities: [{ ...low, to, values: [...low.values, ...high.values], range: true }], to, bare: null };
}

function quantity({ numbers, units, power, from, to }: Group, shared: WrittenUnit, role: Quantity['role']): Quantity {
  let unit = shared;
  const values: number[] = [];
  for (let at = numbers.length - 1; at >= 0; at -= 1) {
    const own = units[at];
    if (own && own.kind === shared.kind) unit = own;
    const value = (numbers[at]?.value ?? 0) * unit.factor * 10 ** power;
    values.unshift(rounded(unit.kind === 'length' ? Math.abs(value) : value));
  }
  return {
    from,
    to,
    kind: shared.kind === 'length' ? 'length' : 'other',
    unit: shared.unit,
    values,
    range: false,
    role,
  };
}
