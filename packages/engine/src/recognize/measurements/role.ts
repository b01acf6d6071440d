/** Wing 2, recognize, measurements: is a size the present one, an earlier one or a difference; which bound stands before it. */
import { type Chunk, chunksOf } from './chunks.ts';
import { DATES, datedClause, datedPlace, isTaken } from './dated.ts';
import { type Line, MINUS, PLUS } from './number.ts';
import { type Bound, wordOfKind } from './quantity-words.ts';
import { endsSentence, type FoundQuantity } from './scan.ts';

export type Role = 'current' | 'prior' | 'difference';

export interface Ranked {
  readonly role: Role;
  /** a word says that it is the present one */
  readonly now: boolean;
  readonly bound: Bound | null;
}

interface Left {
  prior: boolean;
  past: boolean;
  now: boolean;
  from: boolean;
  by: boolean;
  change: boolean;
  date: boolean;
  bound: Bound | null;
  /** a date stands between the name of the quantity and the number */
  inside: boolean;
  noted: boolean;
  /** first chunk of what belongs to the number */
  first: number;
}

/** Roles of the quantities of one sentence, `from` and `to` in pieces. */
export function rolesIn(line: Line, from: number, to: number, quantities: readonly FoundQuantity[]): Ranked[] {
  const chunks = chunksOf(line, from, to, quantities);
  const at = quantities.map((_, index) => chunks.findIndex(({ quantity }) => quantity === index));
  const lefts = at.map((place) => leftOf(chunks, place));
  const nowSomewhere = chunks.some(({ kinds }) => kinds.has('now')) || nowNext(line, to);
  const changeSomewhere = chunks.some(({ kinds }) => kinds.has('changed'));
  const keyed = keyedRoles(chunks, at);
  return quantities.map(({ role }, index) => {
    const left = lefts[index];
    const place = at[index] ?? 0;
    if (!left) return { role: 'current', now: false, bound: null };
    const { bound, now } = left;
    const told = keyed?.[index];
    if (told) return { role: told, now, bound };
    if (role) return { role, now, bound };
    if (index > 0 && isSigned(line, quantities[index])) return { role: 'difference', now, bound };
    const right = rightOf(chunks, place, lefts[index + 1]?.first ?? chunks.length);
    if ((left.by && (left.change || changeSomewhere)) || right.difference) return { role: 'difference', now, bound };
    if (left.now || (right.now && !left.prior)) return { role: 'current', now: true, bound };
    if (left.prior || right.prior || right.date) return { role: 'prior', now, bound };
    // "8 mm (7 mm 2021, 5 mm 2019)"
    if (index > 0 && chunks[place + 1]?.date && isBracketed(chunks, place)) return { role: 'prior', now, bound };
    const others = quantities.length > 1;
    // "SUVmax 9.4, now 2.2"
    const after = lefts[index + 1];
    const comma = after ? chunks[after.first - 1] : undefined;
    if (after?.now && comma?.norm === ',' && after.first - 2 === place) return { role: 'prior', now, bound };
    // "previously seen 15 mm hematoma now measures 9 mm", but "previously seen 7 mm nodule is unchanged"
    if (left.noted && (nowSomewhere || others)) return { role: 'prior', now, bound };
    // "SUVmax was 18.2, now 3.1"
    if (chunks[place]?.inside?.past && nowSomewhere && others) return { role: 'prior', now, bound };
    if (left.inside && others) return { role: 'prior', now, bound };
    // "19 mm (from 33 mm)"
    if (left.from && chunks[left.first - 1]?.quantity === index - 1) return { role: 'prior', now, bound };
    // "measured 14 mm (previously 11 mm)"
    const alone = lefts.some((other) => other !== left && other.prior);
    if (left.past && (left.date || nowSomewhere || (others && !alone))) return { role: 'prior', now, bound };
    if (left.from && (changeSomewhere || lefts.some((other) => other !== left && other.now)))
      return { role: 'prior', now, bound };
    return { role: 'current', now, bound };
  });
}

/** "41 mm / 36 mm (prior/current)": two numbers and behind them, in brackets, what each of them is. */
function keyedRoles(chunks: readonly Chunk[], places: readonly number[]): readonly Role[] | null {
  const [one, two, more] = places;
  if (one === undefined || two === undefined || more !== undefined) return null;
  const [open, first, slash, second, close] = chunks.slice(two + 1, two + 6);
  if (open?.norm !== '(' || slash?.norm !== '/' || close?.norm !== ')') return null;
  const [before, after] = [timeOf(first), timeOf(second)];
  return before && after && before !== after ? [before, after] : null;
}

const timeOf = (chunk: Chunk | undefined): Role | null => {
  if (chunk?.kinds.has('now')) return 'current';
  return chunk?.kinds.has('prior-before') || chunk?.kinds.has('prior-after') ? 'prior' : null;
};

/** Walks from a number to the left over words that only introduce it. */
function leftOf(chunks: readonly Chunk[], place: number): Left {
  const own = chunks[place]?.inside;
  const left: Left = {
    prior: own?.prior ?? false,
    past: false,
    now: own?.now ?? false,
    from: false,
    by: false,
    change: false,
    date: false,
    inside: own?.date ?? false,
    noted: false,
    bound: null,
    first: place,
  };
  for (let at = place - 1; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null) break;
    if (closesOther(chunks, at) || opensBehindNow(chunks, at)) break;
    const { kinds } = chunk;
    const decided = left.prior || left.now || left.from || left.by;
    if (chunk.norm === ',') {
      const before = chunks[at - 1];
      if (decided || !(before?.kinds.has('prior-before') || before?.date) || isTaken(chunks, at - 1)) break;
      continue;
    }
    // "5 mm larger than in May, 19 mm"
    if (kinds.has('difference-after') && typeof chunks[at - 1]?.quantity === 'number') break;
    if (chunk.bound && !kinds.has('prior-before')) left.bound ??= chunk.bound;
    else if (chunk.date) left.date = true;
    else if (kinds.has('difference-before')) {
      if (decided) break;
      left.by = true;
      left.change ||= kinds.has('changed') || chunk.to - chunk.from > 1;
    } else if (kinds.has('now')) {
      if (decided) break;
      left.now = true;
    } else if (kinds.has('prior-before') || kinds.has('ago')) {
      if (decided) break;
      left.prior = true;
    } else if (kinds.has('prior-noted')) {
      if (decided) break;
      left.noted = true;
    } else if (kinds.has('from')) {
      if (decided) break;
      left.from = true;
    } else if (kinds.has('past')) left.past = true;
    else if (chunk.norm === 'in' || chunk.norm === 'on' || chunk.norm === ':' || chunk.norm === '(') {
      if (chunk.norm === 'on' && !left.date) break;
    } else if (!kinds.has('filler') && !kinds.has('axis')) {
      if (!left.date || !left.past) break;
    }
    left.first = at;
  }
  if (left.date && !left.now && !left.past && datedPlace(chunks, left.first, place)) left.prior = true;
  left.past ||= false;
  if (!left.date && left.past) left.date = datedClause(chunks, left.first);
  return left;
}

/** "14 mm (+3 mm)" */
function isSigned({ pieces }: Line, quantity: FoundQuantity | undefined): boolean {
  const sign = quantity?.kind === 'length' ? pieces[quantity.from] : undefined;
  return sign !== undefined && (PLUS.has(sign.norm) || MINUS.has(sign.norm));
}

/** "was 12 mm; currently 8 mm": a word of the present opens what follows the sentence. */
function nowNext({ text, pieces, words }: Line, to: number): boolean {
  for (let at = to + 1; at <= to + 2; at += 1) if (wordOfKind(words, text, pieces, at, 'now')) return true;
  return false;
}

/** "48 mm (baseline) 30 mm", "(11 mm in May) now 14 mm": what stands in brackets with or right behind a quantity is about that one. */
function closesOther(chunks: readonly Chunk[], at: number): boolean {
  if (chunks[at]?.norm !== ')') return false;
  for (let open = at - 1; open >= Math.max(1, at - 5); open -= 1)
    if (chunks[open]?.quantity !== null) return true;
    else if (chunks[open]?.norm === '(') return chunks[open - 1]?.quantity !== null;
  return false;
}

/** "8 mm today (7 mm 2021)": the word of the present is of the quantity before it. */
const opensBehindNow = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at]?.norm === '(' && chunks[at - 1]?.kinds.has('now') === true && typeof chunks[at - 2]?.quantity === 'number';

/** Between brackets that opened behind an earlier quantity. */
function isBracketed(chunks: readonly Chunk[], place: number): boolean {
  for (let at = place - 1; at > 0; at -= 1) {
    if (chunks[at]?.norm === ')') return false;
    if (chunks[at]?.norm === '(')
      return typeof chunks[at - 1]?.quantity === 'number' || chunks[at - 1]?.kinds.has('now') === true;
  }
  return false;
}

interface Right {
  prior: boolean;
  now: boolean;
  date: boolean;
  difference: boolean;
}

const NOUNS = 2;

/** Walks to the right, up to what introduces the next number. */
function rightOf(chunks: readonly Chunk[], place: number, until: number): Right {
  const right: Right = { prior: false, now: false, date: false, difference: false };
  let nouns = 0;
  let isOn = false;
  for (let at = place + 1; at < until; at += 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null || chunk.norm === ';') break;
    const { kinds } = chunk;
    // "12 mm nodule on the prior CT"
    if (nouns > 0 && (kinds.has('ago') || (kinds.has('prior-after') && chunk.to - chunk.from > 1))) {
      right.prior = true;
      break;
    }
    // "12 mm on the study of 3/4/2020"
    const next = chunks[at + 1];
    if (isOn && (chunk.date || (DATES.has(chunk.norm) && next?.date))) {
      right.date = true;
      break;
    }
    const isPlace = chunk.norm === 'in' || chunk.norm === 'on';
    isOn ||= isPlace;
    if (kinds.size === 0 && chunk.isWord && nouns < NOUNS && !DATES.has(chunk.norm)) {
      nouns += 1;
      continue;
    }
    if (nouns > 0 && !isPlace && !(isOn && kinds.has('filler'))) break;
    if (kinds.has('now')) {
      right.now = true;
      break;
    }
    if (kinds.has('difference-after') && at <= place + 2) {
      right.difference = true;
      break;
    }
    if (kinds.has('prior-after') || kinds.has('ago')) {
      right.prior = !isOneSitting(chunks, at);
      break;
    }
    if (isPlace && next?.date && at + 1 < until) {
      right.date = true;
      break;
    }
    if (chunk.norm === ',') {
      if (!(next?.norm === 'on' || next?.norm === 'in') && !next?.kinds.has('prior-after')) break;
      continue;
    }
    if (!kinds.has('filler') && !kinds.has('axis') && !isPlace) break;
  }
  return right;
}

/** "350 ml before and 20 ml after voiding": both of this examination. */
function isOneSitting(chunks: readonly Chunk[], at: number): boolean {
  const [before, and, other, after] = chunks.slice(at, at + 4);
  if (before?.norm !== 'before' || and?.norm !== 'and' || typeof other?.quantity !== 'number') return false;
  return after?.norm === 'after' && after.kinds.has('filler') && after.to - after.from > 1;
}

/** Piece ranges of the sentences that hold quantities. */
export function sentenceOf(line: Line, at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && !endsSentence(line, from - 1) && at - from < 60) from -= 1;
  let to = at;
  while (to < line.pieces.length && !endsSentence(line, to) && to - at < 60) to += 1;
  return [from, to];
}
