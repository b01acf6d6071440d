/** Wing 2, recognize: where a condition of advice ends: "if symptoms persist | MRI", "low risk: | CT", "if stable at 3 months, | CT". */
import { type Item, isA, isPlain } from './items.ts';

const RISKS: ReadonlySet<string> = new Set(['low', 'high', 'intermediate', 'moderate', 'average']);

/** The colon of "Low risk: CT at 12 months", "High-risk patients: …"; 0 where no such group opens the clause. */
export function endOfGroup(items: readonly Item[], from: number, to: number): number {
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
export function settledAt(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + SETTLES); at += 1) {
    if (isA(items[at], 'settled')) return at + 1;
    if (items[at]?.norm === ',' || isA(items[at], 'number', 'trigger')) return 0;
  }
  return 0;
}

export function endOfAside(items: readonly Item[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const { norm } = items[at] ?? { norm: '' };
    if (norm === ')' || norm === ']' || (norm === ',' && !isListed(items, at, to))) return at;
  }
  return to;
}

const LONGEST_LIST = 12;
const ASKING = ['test', 'scan', 'consult-alone', 'trigger', 'condition', 'condition-closed', 'repeat', 'no'] as const;

/** "If fever, raised CRP or worsening pain": the comma of a list that ends with "or". */
function isListed(items: readonly Item[], from: number, to: number): boolean {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_LIST); at += 1) {
    const item = items[at];
    if (item?.norm === 'or') return at > from + 1 && !isA(items[at + 1], ...ASKING, 'number', 'follow');
    if (item?.norm === ',') continue;
    if (isA(item, ...ASKING, 'number', 'unit') || item?.mark.action?.weak === false || item?.norm === 'then')
      return false;
  }
  return false;
}

const TO_COME: ReadonlySet<string> = new Set(['once', 'after', 'following', 'upon', 'on']);

/** "CT after resolution of the pneumonia is recommended": ends before what asks, too. */
export function endOfTrailing(items: readonly Item[], from: number, to: number): number {
  const end = endOfAside(items, from, to);
  if (!TO_COME.has(items[from]?.norm ?? '')) return end;
  for (let at = from + 1; at < end; at += 1) {
    const trigger = items[at]?.mark.trigger;
    if (trigger && trigger.side !== 'after') return at;
  }
  return end;
}

/** "If growing biopsy" */
const CHANGES =
  /^(?:\w+(?:ing|ists|ows|ens|ses|ges)|increased|enlarged|symptomatic|positive|negative|equivocal|abnormal|in(?:conclusive|determinate))$/;

/** One after a condition that stands before what depends on it. */
export const endOfCondition = (items: readonly Item[], from: number, to: number): number =>
  isA(items[from], 'condition-closed') && !goesOn(items, from, to)
    ? endOfClosed(items, from, to)
    : endOfLeading(items, from, to);

/** One after a condition of its own words that stands behind what depends on it. */
export const endOfClosing = (items: readonly Item[], from: number, to: number): number =>
  goesOn(items, from, to) ? endOfTrailing(items, from, to) : endOfLasting(items, from, to);

/** "If persistent | pain", "if clinically indicated | and not done before": the words behind belong to it. */
function goesOn(items: readonly Item[], at: number, to: number): boolean {
  const next = items[at + 1];
  if (next === undefined || at + 1 >= to) return false;
  if (next.norm === 'and' && isA(items[at + 2], 'no', 'no-way') && at + 3 < to) return true;
  const plain = isPlain(next) || (next.mark.kinds.size === 1 && isA(next, 'clinical'));
  return plain && /^[a-z]/.test(next.norm) && !LINKS.has(next.norm) && ADJECTIVE.test(items[at]?.norm ?? '');
}

const LINKS: ReadonlySet<string> = new Set(['and', 'or', 'but', 'then', 'to', 'nor']);
const ADJECTIVE = /^(?:if|when|for|with|in)$/;

const WHEN: ReadonlySet<string> = new Set(['at', 'on', 'in', 'after', 'by']);
const PAUSES: ReadonlySet<string> = new Set([',', 'then']);
const LONGEST_WHEN = 8;

/** "If stable at 3 months, annual CT", "if stable on follow-up then …": when it is looked at belongs to it. */
function endOfClosed(items: readonly Item[], from: number, to: number): number {
  if (!WHEN.has(items[from + 1]?.norm ?? '')) return from + 1;
  for (let at = from + 2; at < Math.min(to, from + LONGEST_WHEN); at += 1) {
    const item = items[at];
    if (PAUSES.has(item?.norm ?? '') || isA(item, 'no')) return at;
    if (!isA(item, 'number', 'unit', 'period', 'bound', 'follow', 'scan', 'test', 'repeat', 'filler', 'region')) break;
  }
  return from + 1;
}

const LASTING: ReadonlySet<string> = new Set(['after', 'despite', 'beyond', 'for', 'following']);

/** "MRI if symptoms persist after 6 weeks of physiotherapy": how long is waited before it is known. */
export function endOfLasting(items: readonly Item[], from: number, to: number): number {
  const lasts = LASTING.has(items[from + 1]?.norm ?? '') && isA(items[from + 2], 'number');
  return lasts ? endOfAside(items, from, to) : from + 1;
}

/** "If symptoms persist(,) MRI is recommended": ends at the comma, else before the first thing asked for. */
export function endOfLeading(items: readonly Item[], from: number, to: number): number {
  const comma = endOfAside(items, from, to);
  const then = items.findIndex(({ norm }, at) => norm === 'then' && at > from && at < comma);
  if (then > 0 || comma < to) return then > 0 ? then : comma;
  for (let at = from + 2; at < to; at += 1) {
    const item = items[at];
    if (isA(item, 'trigger') && item?.mark.trigger?.side === 'after') return at;
    if (isDenied(items, at, to)) return at;
    const last = at + 1 < to || CHANGES.test(items[at - 1]?.norm ?? '');
    if (isA(item, 'test', 'scan', 'action', 'consult-alone', 'repeat') && last && !isA(items[at - 1], 'no')) {
      let start = at;
      while (start > from + 2 && isA(items[start - 1], 'filler', 'region', 'repeat', 'follow')) start -= 1;
      return start;
    }
  }
  return to;
}

/** "Provided there is no pain | no further imaging is needed": what is denied behind the condition. */
function isDenied(items: readonly Item[], at: number, to: number): boolean {
  if (!isA(items[at], 'no') || TOLD.has(items[at - 1]?.norm ?? '')) return false;
  let next = at + 1;
  while (next < to && isA(items[next], 'filler', 'repeat') && !isA(items[next], 'test', 'scan', 'follow')) next += 1;
  if (next >= to || !isA(items[next], 'test', 'scan', 'follow', 'action')) return false;
  const last = items[to - 1];
  return next === to - 1 || isA(last, 'trigger') || isA(last, 'follow', 'test', 'scan', 'region');
}

/** Before a "no" that belongs to the condition: "if there is no recent CT". */
const TOLD: ReadonlySet<string> = new Set(
  'is are was were be been has have had with shows showed there and or but if'.split(' '),
);
