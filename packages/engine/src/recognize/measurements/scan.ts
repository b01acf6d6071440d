/** Wing 2, recognize, measurements: one pass over the pieces that collects every quantity, named ones (T-score, SUV) included. */
import { longestForm } from '../../search.ts';
import { SIGN } from '../sign.ts';
import type { Line, WrittenNumber } from './number.ts';
import { numberAt } from './number.ts';
import { type Bare, type Quantity, runAt } from './quantity.ts';
import { type NamedMeaning, wordOfKind } from './quantity-words.ts';
import { tableAt } from './table.ts';

/** A quantity, and where its name stands when the number has no unit of its own. */
export interface FoundQuantity extends Quantity {
  readonly name: number | null;
}

interface Pending extends NamedMeaning {
  readonly name: number;
  /** the piece after the name or after its last number */
  readonly from: number;
  readonly used: boolean;
}

const REACH = 10;
/** what a quantity begins with: its name, or a number */
const OPENS = SIGN.name | SIGN.digits | SIGN.numeral | SIGN.pole;

export function scanQuantities(line: Line): FoundQuantity[] {
  const { text, pieces, signs, words } = line;
  const found: FoundQuantity[] = [];
  let pending: Pending | null = null;
  for (let at = 0; at < pieces.length; ) {
    const sign = (signs[at] ?? 0) & OPENS;
    if (!sign) {
      at += 1;
      continue;
    }
    const named = sign & SIGN.name && pieces[at]?.kind === 'word' ? longestForm(words.named, text, pieces, at) : null;
    const meaning = named?.values[0];
    const table = meaning?.signed ? tableAt(line, startOfLine(line, at)) : null;
    if (table) {
      found.push(...table.quantities);
      pending = null;
      at = Math.max(table.to, at + 1);
      continue;
    }
    if (named && meaning) {
      pending = { ...meaning, name: at, from: named.to, used: false };
      at = named.to;
      continue;
    }
    const beside =
      (pending && at - pending.from <= REACH) || at - (found.at(-1)?.to ?? Number.NEGATIVE_INFINITY) <= REACH;
    const number = beside || unitMayFollow(line, at) ? numberAt(line, at) : null;
    if (!number) {
      at += 1;
      continue;
    }
    const run = runAt(line, at);
    if (run && run.quantities.length > 0) {
      const name = pending && !pending.used && run.quantities[0]?.unit === pending.unit ? pending.name : null;
      for (const quantity of run.quantities) found.push({ ...quantity, name });
      if (pending && (name !== null || pending.signed)) pending = spent(pending, run.to);
      at = Math.max(run.to, at + 1);
      continue;
    }
    const bare = run?.bare ? ownOf(line, run.bare, run.to) : null;
    const end = bare?.numbers.at(-1)?.to ?? at;
    if (pending && bare && belongs(line, pending, bare.numbers, end)) {
      const { unit } = pending;
      const name = pending.used ? null : pending.name;
      found.push(...bareQuantities(bare, unit, end, name));
      pending = pending.signed ? spent(pending, end) : null;
      at = end;
      continue;
    }
    const inherited = bare && bare.numbers.length > 0 ? inherit(line, found.at(-1), bare.numbers, end) : null;
    if (inherited) {
      found.push(inherited);
      at = inherited.to;
      continue;
    }
    at = Math.max(number.to, at + 1);
  }
  return found;
}

/** Whether only what stands inside a run of numbers comes between a number and a unit. */
function unitMayFollow({ pieces, signs }: Line, from: number): boolean {
  for (let at = from + 1; at < pieces.length; at += 1) {
    const sign = signs[at] ?? 0;
    if (sign & SIGN.unit) return true;
    if (pieces[at]?.kind === 'word' && !(sign & INSIDE)) return false;
  }
  return false;
}

const INSIDE = SIGN.between | SIGN.numeral | SIGN.pole;

const spent = (pending: Pending, from: number): Pending => ({ ...pending, used: true, from });

function startOfLine({ text, pieces }: Line, at: number): number {
  let from = at;
  while (from > 0 && at - from < 40 && !text.slice(pieces[from - 1]?.end, pieces[from]?.start).includes('\n'))
    from -= 1;
  return from;
}

/** Of "a score of 120 and 3 lesions" only the first: what is counted is no value. */
function ownOf({ pieces }: Line, bare: Bare, to: number): Bare {
  const isList = bare.numbers.length > 1 && !bare.range && !bare.change;
  return isList && pieces[to]?.kind === 'word' ? { ...bare, numbers: bare.numbers.slice(0, 1) } : bare;
}

/** One quantity, or the earlier and the present one of "18.2 -> 3.1". */
function bareQuantities(
  { numbers, range, change }: Bare,
  unit: string,
  to: number,
  name: number | null,
): FoundQuantity[] {
  const [first, second] = numbers;
  const kind = 'other';
  const values = numbers.map(({ value }) => value);
  if (first && second && !change && !range)
    return numbers.map(({ from, to: end, value }, index) => {
      return { from, to: end, kind, unit, values: [value], range, role: null, name: index === 0 ? name : null };
    });
  if (!first || !second || !change)
    return [{ from: first?.from ?? to, to, kind, unit, values, range, role: null, name }];
  return [
    { from: first.from, to: first.to, kind, unit, values: [first.value], range: false, role: 'prior', name },
    { from: second.from, to, kind, unit, values: [second.value], range: false, role: 'current', name: null },
  ];
}

/** Whether a number without unit is the value of the name before it. */
function belongs(line: Line, pending: Pending, numbers: readonly WrittenNumber[], to: number): boolean {
  const { text, pieces, words } = line;
  const [first] = numbers;
  if (!first || first.from - pending.from > REACH) return false;
  for (let at = pending.from; at < first.from; at += 1) {
    if (endsSentence(line, at) && !pending.used && !pending.signed) return false;
  }
  const labelled = first.from > pending.from && wordOfKind(words, text, pieces, first.from - 1, 'label') > 0;
  if (labelled || isCounted(line, to)) return false;
  if (first.spelled)
    return first.from === pending.from || wordOfKind(words, text, pieces, first.from - 1, 'filler') > 0;
  if (isYear(first)) return false;
  const [last, piece] = [pieces[first.from - 1], pieces[first.from]];
  if (pending.used && text.slice(last?.end, piece?.start).includes('\n')) return false;
  // "T = -2.1", but not "T = 3.2 s"
  if (pending.signed && pieces[pending.from - 1]?.norm === '=') return first.signed && first.decimal;
  if (pending.signed) return first.decimal || (!pending.used && (first.signed || first.from - pending.from <= 2));
  if (pending.unit === 'bpm') return first.value >= 40 && first.value < 260;
  if (pending.unit === 'g/cm2') return first.decimal && first.value < 3;
  if (pending.unit === 'ratio') return Math.abs(first.value) < 20 && (first.decimal || first.from - pending.from <= 2);
  return true;
}

/** "nodule 12 mm (previously 9)", "SUV 2.5 before, 6.1 now": a bare number with a word of the past or the present shares the unit. */
function inherit(
  line: Line,
  last: FoundQuantity | undefined,
  numbers: readonly WrittenNumber[],
  to: number,
): FoundQuantity | null {
  const { text, pieces, words } = line;
  const [first] = numbers;
  if (!last || !first || numbers.length > 2 || first.spelled || first.from - last.to > REACH || isYear(first))
    return null;
  const before = Math.max(last.to, first.from - 3);
  let prior = false;
  for (let at = last.to; at < first.from; at += 1) {
    if (endsSentence(line, at)) return null;
    if (at < before || wordOfKind(words, text, pieces, at, 'filler')) continue;
    if (wordOfKind(words, text, pieces, at, 'now')) prior = false;
    else if (wordOfKind(words, text, pieces, at, 'prior-before') || wordOfKind(words, text, pieces, at, 'past'))
      // "2.5 before, 6.1": the word belongs to the number in front of it
      prior = !(at === last.to && pieces[at + 1]?.norm === ',' && wordOfKind(words, text, pieces, at, 'prior-after'));
  }
  const nowBefore = wordOfKind(words, text, pieces, lastWord(line, first.from), 'now') > 0;
  const nowAfter = wordOfKind(words, text, pieces, to, 'now');
  const priorAfter = prior ? 0 : wordOfKind(words, text, pieces, to, 'prior-after');
  prior ||= priorAfter > 0;
  const next = pieces[nowAfter || priorAfter || to];
  const closes = !next || next.norm === ')' || next.norm === ',' || next.norm === ';' || next.norm === '.';
  const dated = prior || nowBefore || nowAfter > 0;
  if (!dated || !closes || wordOfKind(words, text, pieces, first.from - 1, 'label')) return null;
  const factor = last.kind === 'length' ? lengthFactor(line, last) : 1;
  const values = numbers.map(({ value }) => value * factor);
  const role = prior && !nowBefore && !nowAfter ? 'prior' : null;
  return { ...last, from: first.from, to, values, range: numbers.length > 1, role, name: null };
}

/** The last word before a number that does not only introduce it: "now at 3.1", "now measures 3.1". */
function lastWord({ text, pieces, words }: Line, from: number): number {
  let at = from - 1;
  while (at > from - 4 && wordOfKind(words, text, pieces, at, 'filler')) at -= 1;
  return at;
}

/** millimeters for one of the unit that the last length was written in */
function lengthFactor({ text, pieces, words }: Line, { from, to }: FoundQuantity): number {
  for (let at = to - 1; at > from; at -= 1) {
    const unit = longestForm(words.units, text, pieces, at)?.values[0];
    if (unit) return unit.factor;
  }
  return 1;
}

const isYear = ({ value, decimal, signed }: WrittenNumber): boolean =>
  !decimal && !signed && value >= 1900 && value < 2100;

/** "412 patients", "3 weeks", "90th", "12/5/2020" are no values. */
function isCounted({ pieces, text, words }: Line, to: number): boolean {
  const next = pieces[to];
  if (!next) return false;
  if (next.norm === '/' || (next.kind === 'word' && next.glued)) return true;
  return wordOfKind(words, text, pieces, to, 'month') > 0 || wordOfKind(words, text, pieces, to, 'label') > 0;
}

/** A full stop, or a semicolon; not the stop of "approx. 5 mm". */
export function endsSentence({ text, pieces, words }: Line, at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'mark' || (piece.norm !== '.' && piece.norm !== ';')) return false;
  const next = pieces[at + 1];
  if (next?.glued) return false;
  return piece.norm === ';' || next?.kind !== 'number' || !longestForm(words.words, text, pieces, at - 1);
}
