/** Wing 2, recognize, measurements: is a size the present one, an earlier one or a difference; which bound stands before it. */
import { longestForm } from '../../trie.ts';
import type { Line } from './number.ts';
import type { Bound, WordKind, WordMeaning } from './quantity-words.ts';
import { endsSentence, type FoundQuantity } from './scan.ts';

export type Role = 'current' | 'prior' | 'difference';

export interface Ranked {
  readonly role: Role;
  /** a word says that it is the present one */
  readonly now: boolean;
  readonly bound: Bound | null;
}

interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly kinds: ReadonlySet<WordKind>;
  readonly bound: Bound | null;
  /** index of the quantity */
  readonly quantity: number | null;
  readonly norm: string;
  readonly date: boolean;
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
  /** first chunk of what belongs to the number */
  first: number;
}

/** Roles of the quantities of one sentence, `from` and `to` in pieces. */
export function rolesIn(line: Line, from: number, to: number, quantities: readonly FoundQuantity[]): Ranked[] {
  const chunks = chunksOf(line, from, to, quantities);
  const at = quantities.map((_, index) => chunks.findIndex(({ quantity }) => quantity === index));
  const lefts = at.map((place) => leftOf(chunks, place));
  const nowSomewhere = chunks.some(({ kinds }) => kinds.has('now'));
  const changeSomewhere = chunks.some(({ kinds }) => kinds.has('changed'));
  return quantities.map(({ role }, index) => {
    const left = lefts[index];
    const place = at[index] ?? 0;
    if (!left) return { role: 'current', now: false, bound: null };
    const { bound, now } = left;
    if (role) return { role, now, bound };
    const right = rightOf(chunks, place, lefts[index + 1]?.first ?? chunks.length);
    if ((left.by && (left.change || changeSomewhere)) || right.difference) return { role: 'difference', now, bound };
    if (left.now) return { role: 'current', now, bound };
    if (left.prior || right.prior || right.date) return { role: 'prior', now, bound };
    const others = quantities.length > 1;
    if (left.past && (left.date || nowSomewhere || others)) return { role: 'prior', now, bound };
    if (left.from && (changeSomewhere || lefts.some((other) => other !== left && other.now)))
      return { role: 'prior', now, bound };
    return { role: 'current', now, bound };
  });
}

function chunksOf(line: Line, from: number, to: number, quantities: readonly FoundQuantity[]): Chunk[] {
  const chunks: Chunk[] = [];
  let index = 0;
  for (let at = from; at < to; ) {
    const quantity = quantities[index];
    const piece = line.pieces[at];
    if (!piece) break;
    if (quantity && at >= Math.min(quantity.from, quantity.name ?? quantity.from)) {
      chunks.push({ from: at, to: quantity.to, kinds: NONE, bound: null, quantity: index, norm: '', date: false });
      at = Math.max(quantity.to, at + 1);
      index += 1;
      continue;
    }
    const found = longestForm(line.words.words, line.text, line.pieces, at);
    const date = found ? 0 : dateAt(line, at);
    const kinds = found ? kindsIn(found.values) : NONE;
    const bound = found ? boundIn(found.values) : null;
    const end = Math.min(
      Math.max(found?.to ?? date, at + 1),
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
    });
    at = end;
  }
  return chunks;
}

const NONE: ReadonlySet<WordKind> = new Set();

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

/** 2019, 3/4/2020, 03.04.2020 */
function dateAt({ pieces }: Line, at: number): number {
  const piece = pieces[at];
  if (piece?.kind !== 'number') return 0;
  if (/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(piece.norm)) return at + 1;
  if (/^(?:19|20)\d\d$/.test(piece.norm)) return at + 1;
  const [slash, second, slash2, third] = [pieces[at + 1], pieces[at + 2], pieces[at + 3], pieces[at + 4]];
  const separated = (slash?.norm === '/' || slash?.norm === '-') && slash.norm === slash2?.norm;
  if (separated && second?.kind === 'number' && third?.kind === 'number' && /^\d{2,4}$/.test(third.norm)) return at + 5;
  return slash?.norm === '/' && second?.kind === 'number' && /^(?:19|20)\d\d$/.test(second.norm) ? at + 3 : 0;
}

/** Walks from a number to the left over words that only introduce it. */
function leftOf(chunks: readonly Chunk[], place: number): Left {
  const left: Left = {
    prior: false,
    past: false,
    now: false,
    from: false,
    by: false,
    change: false,
    date: false,
    bound: null,
    first: place,
  };
  for (let at = place - 1; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null) break;
    const { kinds } = chunk;
    const decided = left.prior || left.now || left.from || left.by;
    if (chunk.norm === ',') {
      const before = chunks[at - 1];
      if (decided || !(before?.kinds.has('prior-before') || before?.date)) break;
      continue;
    }
    if (chunk.bound && !kinds.has('prior-before')) left.bound ??= chunk.bound;
    else if (chunk.date) left.date = true;
    else if (kinds.has('difference-before')) {
      if (decided) break;
      left.by = true;
      left.change ||= kinds.has('changed') || chunk.to - chunk.from > 1;
    } else if (kinds.has('now')) {
      if (decided) break;
      left.now = true;
    } else if (kinds.has('prior-before')) {
      if (decided) break;
      left.prior = true;
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

/** "in 2018 -0.7": nothing but the date stands between the word before and the number. */
function datedPlace(chunks: readonly Chunk[], first: number, place: number): boolean {
  for (let at = first; at < place; at += 1) {
    const chunk = chunks[at];
    if (chunk?.date && (chunks[at - 1]?.norm === 'in' || chunks[at - 1]?.norm === 'on' || chunks[at + 1]?.norm === ':'))
      return true;
  }
  return false;
}

/** "On the 2021 study it was …": a date earlier in the same part of the sentence. */
function datedClause(chunks: readonly Chunk[], first: number): boolean {
  for (let at = first - 1; at >= 0; at -= 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null || chunk.norm === ';') return false;
    if (chunk.date || chunk.kinds.has('prior-after') || chunk.kinds.has('prior-before')) return true;
  }
  return false;
}

interface Right {
  prior: boolean;
  date: boolean;
  difference: boolean;
}

/** Walks to the right, up to what introduces the next number. */
function rightOf(chunks: readonly Chunk[], place: number, until: number): Right {
  const right: Right = { prior: false, date: false, difference: false };
  for (let at = place + 1; at < until; at += 1) {
    const chunk = chunks[at];
    if (!chunk || chunk.quantity !== null || chunk.norm === ';') break;
    const { kinds } = chunk;
    if (kinds.has('difference-after') && at <= place + 2) {
      right.difference = true;
      break;
    }
    if (kinds.has('prior-after') || kinds.has('ago')) {
      right.prior = true;
      break;
    }
    const next = chunks[at + 1];
    if ((chunk.norm === 'in' || chunk.norm === 'on') && next?.date && at + 1 < until) {
      right.date = true;
      break;
    }
    if (chunk.norm === ',') {
      if (!(next?.norm === 'on' || next?.norm === 'in') && !next?.kinds.has('prior-after')) break;
      continue;
    }
    if (!kinds.has('filler') && !kinds.has('axis') && chunk.norm !== 'on' && chunk.norm !== 'in') break;
  }
  return right;
}

/** Piece ranges of the sentences that hold quantities. */
export function sentenceOf(line: Line, at: number): readonly [from: number, to: number] {
  let from = at;
  while (from > 0 && !endsSentence(line, from - 1) && at - from < 60) from -= 1;
  let to = at;
  while (to < line.pieces.length && !endsSentence(line, to) && to - at < 60) to += 1;
  return [from, to];
}
