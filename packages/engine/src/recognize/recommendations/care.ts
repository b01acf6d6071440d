/** Wing 2, recognize: what the person is asked to do: "bed rest", "no driving for 24 hours", "keep in a collar until reviewed". */
import type { Care, Interval, Span } from '../../document.ts';
import { ASIDE, type Asides, type Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import { lastingIn } from './lasting.ts';
import type { Target } from './targets.ts';

/** Items `[from, to)` of what stands behind an act: how long it lasts, and until or before what. */
interface Behind {
  readonly lasting: { readonly from: number; readonly to: number; readonly interval: Interval | null } | null;
  /** -1 where nothing of the sort stands */
  readonly tail: number;
  readonly to: number;
}

function behindOf(items: readonly Item[], { to: end }: Clause, target: Target, targets: readonly Target[]): Behind {
  let next = targets.find(({ from, care }) => from >= target.to && care !== null)?.from ?? end;
  // "… after contrast and recheck renal function"
  for (let at = target.to; at < next; at += 1)
    if (items[at]?.norm === 'and' && isA(items[at + 1], 'start', 'repeat', 'imperative', 'trigger', 'send')) next = at;
  let tail = target.to;
  while (tail < next && !isA(items[tail], 'care-tail')) tail += 1;
  const lasting = lastingIn(items, target.to, tail, true) ?? lastingIn(items, tail, next);
  const isLasting = lasting !== null && lasting.from === tail;
  return { lasting, tail: tail < next && !isLasting ? tail : -1, to: next };
}

/** Whether something stands in the words until or before which an act holds: "keep hydrated after the scan". */
export const isInTail = (
  items: readonly Item[],
  clause: Clause,
  { from, action, care }: Target,
  targets: readonly Target[],
): boolean =>
  care === null &&
  action !== 'referral' &&
  targets.some((act) => {
    if (act.care === null) return false;
    const { tail, to } = behindOf(items, clause, act, targets);
    return tail >= 0 && tail <= from && from < to;
  });

/** A clause that holds acts of the person, how long they last, and nothing that was found or done. */
export function isCareAlone(
  items: readonly Item[],
  clause: Clause,
  { of }: Asides,
  targets: readonly Target[],
): boolean {
  const acts = targets.filter(({ care }) => care !== null);
  const [first] = acts;
  if (!first || !opens(items, clause, first)) return false;
  const spared = new Set<number>();
  for (const act of acts) {
    const { lasting, tail, to } = behindOf(items, clause, act, targets);
    for (let at = lasting?.from ?? 0; at < (lasting?.to ?? 0); at += 1) spared.add(at);
    for (let at = tail; tail >= 0 && at < to; at += 1) spared.add(at);
  }
  for (let at = first.to; at < clause.to; at += 1) {
    const item = items[at];
    const inside = spared.has(at) || of[at] !== ASIDE.none || targets.some((t) => at >= t.from && at < t.to);
    if (inside || isA(item, ...BESIDE, 'region') || !/\w/.test(item?.norm ?? '')) continue;
    return false;
  }
  return true;
}

const BESIDE = ['filler', 'imperative', 'care-beside', 'trigger'] as const;

/** Nothing but a number, a word of politeness or a label stands before it: "Plan: bed rest". */
function opens(items: readonly Item[], { from }: Clause, first: Target): boolean {
  let at = first.from - 1;
  while (at >= from && items[at]?.norm !== ':' && (isA(items[at], ...BESIDE) || !/[a-z]/.test(items[at]?.norm ?? '')))
    at -= 1;
  return at < from || items[at]?.norm === ':';
}

/** The act with its time, and the words behind it that say until, before or after what. */
export function careOf(
  items: readonly Item[],
  clause: Clause,
  target: Target,
  targets: readonly Target[],
  spanOf: (from: number, to: number) => Span,
): Care | undefined {
  if (target.care === null) return undefined;
  const { lasting, tail, to } = behindOf(items, clause, target, targets);
  let end = to;
  for (let at = tail; tail >= 0 && at < end; at += 1)
    if (items[at]?.norm === ',' || (at > tail && isA(items[at], 'trigger', 'condition', 'condition-closed'))) end = at;
  while (end > tail && /^(?:and|[^a-z0-9]+)$/.test(items[end - 1]?.norm ?? '')) end -= 1;
  return {
    kind: target.care,
    lasting: lasting?.interval ?? null,
    tail: tail >= 0 && (items[end - 1]?.to ?? 0) > (items[tail]?.from ?? 0) + 1 ? spanOf(tail, end) : null,
  };
}
