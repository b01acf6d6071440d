/** Wing 2, recognize: which times and which condition belong to which of the things asked for. */

import { EMPTY_LIST } from '../../alike.ts';
import type { Span } from '../../document.ts';
import type { Segmented } from '../../stages.ts';
import type { Asides, Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Target } from './targets.ts';
import type { Time } from './times.ts';

/** Each time belongs to the target it stands in, else the one right after it, else the one before it. */
export function timesOf(
  items: readonly Item[],
  times: readonly Time[],
  targets: readonly Target[],
  target: Target,
): Time[] {
  return times.filter((time) => ownersOf(items, time, targets).includes(target));
}

function ownersOf(items: readonly Item[], time: Time, targets: readonly Target[]): readonly Target[] {
  const inside =
    targets.find((t) => time.from >= t.from && time.to <= t.to) ??
    targets.find((t) => time.from < t.from && time.to > t.from);
  if (inside) return [inside, ...choicesBehind(items, time, inside, targets)];
  const before = targets.filter((t) => t.from < time.from).at(-1);
  const after = targets.find((t) => t.from >= time.to);
  const gap = after ? items.slice(time.to, after.from) : [];
  const beside =
    after && gap.every((i) => isA(i, 'filler', 'follow', 'repeat', 'specialty') || i.norm === '-' || i.norm === ',');
  if (after && (!before || (beside && time.bound === null && !gap.some(({ norm }) => norm === ',')))) return [after];
  if (!before) return EMPTY_LIST;
  const owners = [before];
  for (let i = targets.indexOf(before) - 1; i >= 0; i -= 1) {
    const [one, next] = [targets[i], targets[i + 1]];
    const between = one && next ? items.slice(one.to, next.from) : [];
    // "CT (or MRI) in 3 months", not "CT (or MRI in 3 months)"
    const opened = between[0]?.norm === '(' && items.slice(before.to, time.from).some(({ norm }) => norm === ')');
    const links = opened ? between.slice(1) : between;
    const listed = links.length > 0 && links.every(({ norm }) => LISTS.has(norm));
    // "urology referral for a nephrostomy today"
    const isFor = between[0]?.norm === 'for' && between.slice(1).every((item) => isA(item, 'filler'));
    const isSentFor = isFor && one?.action === 'referral' && before.action === 'procedure';
    if (!one || !(isSentFor || (listed && (one.action === before.action || before.action === 'laboratory')))) break;
    owners.push(one);
  }
  return owners;
}

const LISTS: ReadonlySet<string> = new Set(['and', 'or', '/', '&', '+', 'with']);

/** "Annual surveillance by CT or MRI": the time before the first is that of each choice. */
function choicesBehind(
  items: readonly Item[],
  time: Time,
  first: Target,
  targets: readonly Target[],
): readonly Target[] {
  const next = targets[targets.indexOf(first) + 1];
  const between = next ? items.slice(first.to, next.from) : [];
  const isChoice = next?.modality != null && first.modality !== null && between.length > 0;
  return isChoice && time.to < first.to && between.every(({ norm }) => norm === 'or' || norm === '/') ? [next] : [];
}

/** A condition holds for all of its clause; one at the end only for the last item of a list with commas. */
export function conditionOf(
  { conditions }: Asides,
  clause: Clause,
  targets: readonly Target[],
  target: Target,
  { segmented }: { readonly segmented: Segmented },
  items: readonly Item[],
): { span: Span } | null {
  const holding = conditions.find(({ from, to }) => {
    const ahead = isForward(items, from) && targets.some((t) => t.from >= to);
    if (isBracketed(items, from, target, targets)) return false;
    if (target.from >= to) return ahead || !targets.some((t) => t.from < from);
    if (ahead) return false;
    const later = targets.filter((t) => t.from > target.from && t.from < from);
    const next = later[0];
    if (!next) return true;
    const between = items.slice(target.to, next.from);
    return !between.some((item) => item.norm === ',' || isA(item, 'trigger'));
  });
  if (!holding) return null;
  const last = items[Math.min(holding.to, clause.to) - 1];
  const start = segmented.tokens[items[holding.from]?.from ?? -1]?.start;
  const end = segmented.tokens[(last?.to ?? 0) - 1]?.end;
  return start === undefined || end === undefined ? null : { span: [start, end] };
}

/** "CT (or MRI if dye is not possible)": the condition is that of what stands in the brackets with it. */
function isBracketed(items: readonly Item[], from: number, target: Target, targets: readonly Target[]): boolean {
  const open = items.findLastIndex(({ norm }, at) => at < from && (norm === '(' || norm === ')'));
  return (
    open >= 0 &&
    items[open]?.norm === '(' &&
    target.from < open &&
    targets.some((one) => one.from > open && one.from < from)
  );
}

/** "CT in 3 months and, if unchanged, every year": the condition is that of what follows. */
function isForward(items: readonly Item[], from: number): boolean {
  const before = items[from - 1]?.norm === ',' ? items[from - 2] : items[from - 1];
  return before?.norm === 'and' || before?.norm === 'then' || before?.norm === 'or';
}

/** "CT at three months, and at one year if it grows": the condition is that of the last time. */
export function earlierOf(items: readonly Item[], times: readonly Time[], { conditions }: Asides): readonly Time[] {
  const forward = conditions.find(({ from }) => isForward(items, from));
  if (forward) {
    const early = times.filter(({ to }) => to <= forward.from);
    return early.length < times.length ? early : [];
  }
  const [last, before] = [times.at(-1), times.at(-2)];
  if (!last || !before || items[before.to]?.norm !== ',') return EMPTY_LIST;
  return conditions.some(({ from }) => from >= last.to) ? times.slice(0, -1) : [];
}
