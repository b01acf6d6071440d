/** Wing 2, recognize: clauses of a statement of advice, with the words that stand inside a condition or a purpose. */
import { SIGN } from '../sign.ts';
import { aims, bears, type Item, isA } from './items.ts';

export interface Clause {
  /** items `[from, to)` */
  readonly from: number;
  readonly to: number;
}

export const ASIDE = { none: 0, condition: 1, purpose: 2 } as const;

const STOPS: ReadonlySet<string> = new Set([';', '.', '|', '•', '*', '●']);
const STANCE = ['test', 'action', 'scan', 'follow', 'workup', 'consult', 'consult-alone', 'correlate'] as const;

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
    if (STOPS.has(item.norm) && item.to - item.from === 1) {
      cut(at, at + 1);
      asked = target = false;
      continue;
    }
    const otherwise = bears(item, SIGN.aside) && isA(item, 'otherwise');
    if (otherwise || item.norm === 'then' || item.norm === 'but') {
      cut(at, otherwise ? at : at + 1);
      asked = target = false;
    } else if ((item.norm === 'and' || item.norm === ',') && asked && target && asksAgain(items, at + 1)) {
      cut(at, at + 1);
      asked = target = false;
    } else if (item.norm === ',' && target && leadsOn(items, at + 1)) {
      cut(at, at + 1);
      asked = target = false;
    }
    if (!target && aims(item) && isA(item, ...STANCE)) target = true;
    if (target && item.mark.trigger && item.mark.trigger.side !== 'after') asked = true;
  }
  cut(items.length, items.length);
  return clauses;
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

/** "…, if stable CT at 18 months", "…, if growing biopsy": a condition with what it asks for behind it. */
function leadsOn(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (!isA(item, 'condition', 'condition-closed') || isA(item, 'trigger', 'sooner')) return false;
  let stop = at;
  while (stop < items.length && !STOPS.has(items[stop]?.norm ?? '') && items[stop]?.norm !== ',') stop += 1;
  let next = at + 1;
  if (!isA(item, 'condition-closed')) {
    next = endOfLeading(items, at, stop);
    // "MRI 3 months, if growing, biopsy"
    if (next >= stop && isA(items[at - 2], 'unit', 'period') && items[stop]?.norm === ',') next = stop + 1;
  } else if (next === stop && isA(items[at - 2], 'unit', 'period')) next = stop + 1;
  while (
    next < items.length &&
    isA(items[next], 'filler', 'repeat', 'no', 'trigger') &&
    !isA(items[next], 'test', 'follow', 'consult-alone')
  )
    next += 1;
  const told = items[next];
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
  const group = endOfGroup(items, clause);
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
      of.fill(ASIDE.condition, at, at + 1);
      conditions.push({ from: at, to: at + 1 });
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
      of.fill(ASIDE.purpose, at, endOfPurpose(items, at, clause.to));
    }
  }
  return { of, conditions };
}

const RISKS: ReadonlySet<string> = new Set(['low', 'high', 'intermediate', 'moderate', 'average']);

/** The colon of "Low risk: CT at 12 months", "High-risk patients: …"; 0 where no such group opens the clause. */
function endOfGroup(items: readonly Item[], { from, to }: Clause): number {
  if (!RISKS.has(items[from]?.norm.split('-')[0] ?? '')) return 0;
  for (let at = from + 1; at < Math.min(to, from + 5); at += 1)
    if (items[at]?.norm === ':')
      return items.slice(from, at).some(({ norm, to: end, from: start }) => norm.endsWith('risk') || end - start > 1)
        ? at
        : 0;
  return 0;
}

const SETTLES = 8;

/** One after "after the swelling has settled"; 0 where nothing settles. */
function settledAt(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + SETTLES); at += 1) {
    if (isA(items[at], 'settled')) return at + 1;
    if (items[at]?.norm === ',' || isA(items[at], 'number', 'trigger')) return 0;
  }
  return 0;
}

function endOfAside(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const { norm } = items[at] ?? { norm: '' };
    if (norm === ',' || norm === ')' || norm === ']') return at;
  }
  return to;
}

const TO_COME: ReadonlySet<string> = new Set(['once', 'after', 'following', 'upon', 'on']);

/** "CT after resolution of the pneumonia is recommended": ends before what asks, too. */
function endOfTrailing(items: readonly Item[], from: number, to: number): number {
  const end = endOfAside(items, from, to);
  if (!TO_COME.has(items[from]?.norm ?? '')) return end;
  for (let at = from + 1; at < end; at += 1) {
    const trigger = items[at]?.mark.trigger;
    if (trigger && trigger.side !== 'after') return at;
  }
  return end;
}

/** "If growing biopsy" */
const CHANGES = /^(?:\w+(?:ing|ists|ows|ens|ses|ges)|increased|enlarged|symptomatic)$/;

/** "If symptoms persist(,) MRI is recommended": ends at the comma, else before the first thing asked for. */
function endOfLeading(items: readonly Item[], from: number, to: number): number {
  const comma = endOfAside(items, from, to);
  if (comma < to) return comma;
  for (let at = from + 2; at < to; at += 1) {
    const item = items[at];
    if (isA(item, 'trigger') && item?.mark.trigger?.side === 'after') return at;
    const last = at + 1 < to || CHANGES.test(items[at - 1]?.norm ?? '');
    if (isA(item, 'test', 'scan', 'action', 'consult-alone', 'repeat') && last && !isA(items[at - 1], 'no')) {
      let start = at;
      while (start > from + 2 && isA(items[start - 1], 'filler', 'region', 'repeat', 'follow')) start -= 1;
      return start;
    }
  }
  return to;
}

/** "For" before a test that somebody returns or is sent for is no purpose; "before" is one only after what is asked for. */
function isPurpose(items: readonly Item[], at: number, clause: Clause): boolean {
  const item = items[at];
  const before = items[at - 1];
  if (item?.norm === 'before' || item?.norm === 'prior')
    return items.slice(clause.from, at).some((i) => isA(i, ...STANCE) && i.mark.action?.weak !== true);
  // "CT to follow": nothing comes behind it
  if (isA(item, 'trigger') && (at + 1 >= clause.to || items[at + 1]?.norm === ',')) return false;
  if (item?.norm !== 'for' || item.to - item.from > 1) return true;
  // "…, for which MRCP is suggested"
  if (items[at + 1]?.norm === 'which' || items[at + 1]?.norm === 'whom') return false;
  // "come back in half a year for an ultrasound"
  let asker = at - 1;
  while (asker > clause.from && isA(items[asker], 'number', 'unit', 'period', 'bound', 'now', 'soon')) asker -= 1;
  const asks = items[asker]?.mark.trigger?.side === 'after';
  return !(asks || isA(before, 'consult-alone', 'follow') || before?.norm === 'return' || at === clause.from);
}

/** One after the words of a purpose that begins at `from`. */
export function endOfPurpose(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const item = items[at];
    if (!item) break;
    if ([',', 'and', 'or', ')', '(', '/'].includes(item.norm)) return at;
    if (isA(item, 'condition', 'condition-closed', 'sooner', 'period')) return at;
    if (item.mark.bound && items[at + 1]?.mark.number !== undefined) return at;
    if (isA(item, 'trigger') && item.mark.trigger?.side !== 'after') return at;
  }
  return to;
}
