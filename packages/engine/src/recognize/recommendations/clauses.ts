/** Wing 2, recognize: clauses of a statement of advice, with the words that stand inside a condition or a purpose. */
import { SIGN } from '../sign.ts';
import {
  endOfAside,
  endOfClosing,
  endOfCondition,
  endOfGroup,
  endOfLeading,
  endOfTrailing,
  settledAt,
} from './conditions.ts';
import { aims, bears, type Item, isA, type Kind } from './items.ts';

export interface Clause {
  /** items `[from, to)` */
  readonly from: number;
  readonly to: number;
}

export const ASIDE = { none: 0, condition: 1, purpose: 2 } as const;

const STOPS: ReadonlySet<string> = new Set([';', '.', '|', '•', '*', '●']);
const STANCE = ['test', 'action', 'scan', 'follow', 'workup', 'consult', 'consult-alone', 'correlate'] as const;

/** "Consultation with Dr. Stone": the dot of a short form of address. */
const isOfTitle = (items: readonly Item[], at: number): boolean =>
  items[at]?.norm === '.' && TITLES.has(items[at - 1]?.norm ?? '') && at + 1 < items.length;
const TITLES: ReadonlySet<string> = new Set(['dr', 'drs', 'mr', 'mrs', 'ms', 'prof']);

/** "Due in May, i.e. six months from now": a dot of "i.e." or "e.g.". */
const isOfLatin = (items: readonly Item[], at: number): boolean =>
  LATIN.has(`${items[at - 1]?.norm}.${items[at + 1]?.norm}`) ||
  LATIN.has(`${items[at - 3]?.norm}.${items[at - 1]?.norm}`);
const LATIN: ReadonlySet<string> = new Set(['i.e', 'e.g']);

/** Ends of clauses: stops, "then", "otherwise", "but", and an "and" between two things asked for, each in words of its own. */
export function clausesOf(items: readonly Item[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const cut = (at: number, next: number): void => {
    if (at > from) clauses.push({ from, to: at });
    from = next;
  };
  let asked = false;
  let target = false;
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (!item) break;
    if (STOPS.has(item.norm) && item.to - item.from === 1 && !isOfTitle(items, at) && !isOfLatin(items, at)) {
      cut(at, at + 1);
      asked = target = false;
      continue;
    }
    const otherwise = bears(item, SIGN.aside) && isA(item, 'otherwise');
    if (item.norm === 'then' && (isLedTo(items, from, at) || isListedTime(items, at))) continue;
    if (otherwise || item.norm === 'then' || item.norm === 'but') {
      cut(at, otherwise ? at : at + 1);
      asked = target = false;
    } else if ((item.norm === 'and' || item.norm === ',') && asked && target && asksAgain(items, at + 1)) {
      cut(at, at + 1);
      asked = target = false;
    } else if (item.norm === 'and' && target && items[at - 1]?.norm !== ',' && leadsOn(items, at + 1)) {
      cut(at, at + 1);
      asked = target = false;
    } else if (item.norm === ',' && target && leadsOn(items, pastAnd(items, at + 1))) {
      cut(at, pastAnd(items, at + 1));
      asked = target = false;
    }
    if (!target && aims(item) && isA(item, ...STANCE)) target = true;
    if (target && item.mark.trigger && item.mark.trigger.side !== 'after') asked = true;
  }
  cut(items.length, items.length);
  return clauses;
}

/** "If stable(,) then CT": all of the clause so far is what the rest depends on. */
function isLedTo(items: readonly Item[], from: number, at: number): boolean {
  let first = from;
  while (first < at && (items[first]?.norm === 'and' || isA(items[first], 'filler'))) first += 1;
  if (!isA(items[first], 'condition', 'condition-closed') || isA(items[first], 'trigger')) return false;
  const end = endOfCondition(items, first, at + 1);
  return end === at || (end === at - 1 && items[end]?.norm === ',');
}

/** "At 3 months, 1 year, then 2 years": the last point of a list of times. */
function isListedTime(items: readonly Item[], at: number): boolean {
  const next = items[at + 1]?.mark.bound ? at + 2 : at + 1;
  if (items[next]?.mark.number === undefined || !isA(items[next + 1], 'unit')) return false;
  const end = items[at - 1]?.norm === ',' ? at - 1 : at;
  const [one, comma, other] = [items[end - 1], items[end - 3], items[end - 4]];
  return isA(one, 'unit') && isA(items[end - 2], 'number') && comma?.norm === ',' && isA(other, 'unit', 'number');
}

/** Whether something else is asked for in the rest of the sentence: a target, then a verb of its own. */
function asksAgain(items: readonly Item[], from: number): boolean {
  let target = false;
  for (let at = from; at < Math.min(items.length, from + 16); at += 1) {
    const item = items[at];
    if (!item || STOPS.has(item.norm)) return false;
    if (isA(item, 'condition', 'condition-closed', 'sooner', 'purpose') && !isA(item, ...STANCE)) return false;
    if (isA(item, 'trigger') && (target || item.mark.trigger?.side === 'after')) return true;
    if (isA(item, ...STANCE)) target = true;
  }
  return false;
}

/** "…, and if stable then annually" */
const pastAnd = (items: readonly Item[], at: number): number =>
  items[at]?.norm === 'and' && items[at + 1]?.norm !== ',' ? at + 1 : at;

/** "…, if stable CT at 18 months", "…, if growing biopsy": a condition with what it asks for behind it. */
function leadsOn(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!isA(item, 'condition', 'condition-closed') || isA(item, 'trigger', 'sooner')) return false;
  let stop = at;
  while (stop < items.length && !STOPS.has(items[stop]?.norm ?? '') && items[stop]?.norm !== ',') stop += 1;
  let next = endOfCondition(items, at, stop);
  // "MRI 3 months, if growing, biopsy"
  if (next >= stop && isA(items[at - 2], 'unit', 'period') && items[stop]?.norm === ',') next = stop + 1;
  while (
    next < items.length &&
    isA(items[next], 'filler', 'repeat', 'no', 'trigger') &&
    !isA(items[next], 'test', 'follow', 'consult-alone')
  )
    next += 1;
  const told = items[next];
  // "if stable then 1 yr"
  if (items[next - 1]?.norm === 'then' && isA(told, 'number', 'period')) return true;
  return (
    next < items.length && (isA(told, 'test', 'scan', 'follow', 'consult-alone') || told?.mark.action?.weak === false)
  );
}

export interface Condition {
  /** items `[from, to)` */
  readonly from: number;
  readonly to: number;
}

export interface Asides {
  /** per item of the statement: inside a condition, inside a purpose, or neither */
  readonly of: Uint8Array;
  readonly conditions: readonly Condition[];
}

/** Conditions and purposes of a clause. Nothing inside them is advice. */
export function asidesOf(items: readonly Item[], clause: Clause): Asides {
  const of = new Uint8Array(items.length);
  const conditions: Condition[] = [];
  const group = endOfGroup(items, clause.from, clause.to);
  if (group > 0) {
    of.fill(ASIDE.condition, clause.from, group);
    conditions.push({ from: clause.from, to: group });
  }
  for (let at = clause.from; at < clause.to; at += 1) {
    const item = items[at];
    if (of[at] || !item || !(bears(item, SIGN.aside) || isA(item, 'since-event'))) continue;
    if (isA(item, 'sooner')) {
      of.fill(ASIDE.condition, at, endOfAside(items, at, clause.to));
    } else if (isA(item, 'condition-closed')) {
      const end = at === clause.from ? endOfCondition(items, at, clause.to) : endOfClosing(items, at, clause.to);
      of.fill(ASIDE.condition, at, end);
      conditions.push({ from: at, to: end });
    } else if (isA(item, 'condition') && !isA(item, 'trigger') && at + 1 < clause.to) {
      const end = at === clause.from ? endOfLeading(items, at, clause.to) : endOfTrailing(items, at, clause.to);
      of.fill(ASIDE.condition, at, end);
      conditions.push({ from: at, to: end });
    } else if (isA(item, 'since-event') && settledAt(items, at, clause.to) > 0) {
      const end = settledAt(items, at, clause.to);
      of.fill(ASIDE.condition, at, end);
      conditions.push({ from: at, to: end });
    } else if (isA(item, 'otherwise')) {
      of[at] = ASIDE.condition;
      conditions.push({ from: at, to: at + 1 });
    } else if (isA(item, 'purpose') && isPurpose(items, at, clause)) {
      const end = endOfPurpose(items, at, clause.to);
      of.fill(ASIDE.purpose, at, at === clause.from ? beforeAsked(items, at, end, clause.to) : end);
    }
  }
  return { of, conditions };
}

/** "For" before a test that somebody returns or is sent for is no purpose; "before" is one only after what is asked for. */
function isPurpose(items: readonly Item[], at: number, clause: Clause): boolean {
  const item = items[at];
  const before = items[at - 1];
  if (item?.norm === 'before' || item?.norm === 'prior') {
    // "do not biopsy before MRI" asks for the MRI first
    if (items.slice(clause.from, at).some((i) => isA(i, 'against', 'against-behind'))) return false;
    return items.slice(clause.from, at).some((i) => isA(i, ...STANCE) && i.mark.action?.weak !== true);
  }
  // "CT to follow": nothing comes behind it
  if (isA(item, 'trigger') && (at + 1 >= clause.to || items[at + 1]?.norm === ',')) return false;
  if (item?.norm !== 'for' || item.to - item.from > 1) return true;
  // "…, for which MRCP is suggested"
  if (items[at + 1]?.norm === 'which' || items[at + 1]?.norm === 'whom') return false;
  // "come back in half a year for an ultrasound"
  let asker = at - 1;
  while (asker > clause.from && isA(items[asker], 'number', 'unit', 'period', 'bound', 'now', 'soon')) asker -= 1;
  const asks = items[asker]?.mark.trigger?.side === 'after';
  // "return in six months for breast ultrasound"
  const isComing =
    asker < at - 1 && isA(items[asker], 'follow', 'imperative') && namesTest(items, at + 1, clause.to, 'test');
  return !(
    asks ||
    isComing ||
    isA(before, 'consult-alone', 'follow') ||
    before?.norm === 'return' ||
    at === clause.from ||
    isForTest(items, at, clause)
  );
}

/** "Liver lesion, for MRI": behind a mark, where no test was named that it could be the purpose of. */
const isForTest = (items: readonly Item[], at: number, { from, to }: Clause): boolean =>
  at > from &&
  (BREAKS.has(items[at - 1]?.norm ?? '') || isForSample(items, at, to)) &&
  namesTest(items, at + 1, to, 'test', 'action') &&
  !items.slice(from, at).some((item) => isA(item, 'test', 'action'));
/** "Suspicious nodule for FNA" */
const isForSample = (items: readonly Item[], at: number, to: number): boolean =>
  isA(items[at - 1], 'found') &&
  items.slice(at + 1, Math.min(to, at + 5)).some(({ mark }) => mark.action?.action === 'biopsy');
const BREAKS: ReadonlySet<string> = new Set([',', '-', '–']);

function namesTest(items: readonly Item[], from: number, to: number, ...kinds: readonly Kind[]): boolean {
  let at = from;
  while (at < to && isA(items[at], 'filler', 'region', 'repeat') && !isA(items[at], ...kinds)) at += 1;
  return at < to && isA(items[at], ...kinds);
}

/** "Given the size a biopsy is advised": the reason that opens a clause ends before what is asked for, which stands right before the word that asks. */
function beforeAsked(items: readonly Item[], from: number, end: number, to: number): number {
  const side = end < to ? items[end]?.mark.trigger?.side : undefined;
  if (side === undefined || side === 'after') return end;
  let at = end - 1;
  while (at > from && isA(items[at], 'filler', 'region')) at -= 1;
  if (at <= from + 1 || !isA(items[at], 'test', 'scan', 'action', 'consult', 'consult-alone')) return end;
  while (at > from + 1 && isA(items[at - 1], 'filler', 'repeat', 'region', 'specialty')) at -= 1;
  return at;
}

/** One after the words of a purpose that begins at `from`. */
export function endOfPurpose(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const item = items[at];
    if (!item) break;
    if ([',', 'and', 'or', ')', '(', '/', ':'].includes(item.norm)) return at;
    if (isA(item, 'condition', 'condition-closed', 'sooner', 'period')) return at;
    if (item.mark.bound && items[at + 1]?.mark.number !== undefined) return at;
    if (isA(item, 'trigger') && item.mark.trigger?.side !== 'after') return at;
  }
  return to;
}
