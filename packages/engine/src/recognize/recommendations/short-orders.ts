/** Wing 2, recognize: orders that are hardly more than the name of a test: "EGD and colonoscopy", "F/U MRI 6/12", "…, USS 1 yr". */
import { ASIDE } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Scene } from './orders.ts';
import type { Target } from './targets.ts';

/** "EGD and colonoscopy.": names of what somebody else does, and nothing more, where this is no such examination itself. */
export function isProcedureAlone({ items, clause, modality, bare, wary }: Scene, targets: readonly Target[]): boolean {
  if (wary || bare || modality === null || modality === 'ES' || modality === 'FL') return false;
  if (!targets.every((t) => t.modality === 'ES' && t.action === 'procedure')) return false;
  for (let at = clause.from; at < clause.to; at += 1) {
    const inside = targets.some((t) => at >= t.from && at < t.to);
    if (!inside && !isA(items[at], 'filler', 'number') && items[at]?.norm !== 'and' && /\w/.test(items[at]?.norm ?? ''))
      return false;
  }
  return true;
}

/** "F/U MRI 6/12", "Follow-up 3 months": a follow-up with its time, and nothing else. */
export function isFollowUpAlone({ items, clause, times }: Scene, targets: readonly Target[]): boolean {
  const [target, time] = [targets[0], times[0]];
  // "follow-up MRI 3/4/2026" may be this one
  if (!time || (time.named && !time.ahead && !COMING.has(time.named.kind))) return false;
  if (!target || targets.length > 1 || times.length > 1 || !isA(items[clause.from], 'follow')) return false;
  for (let at = clause.from; at < clause.to; at += 1) {
    const inside = (at >= target.from && at < target.to) || (at >= time.from && at < time.to);
    if (!inside && !isA(items[at], 'follow', 'filler', 'region') && /\w/.test(items[at]?.norm ?? '')) return false;
  }
  return true;
}

const COMING: ReadonlySet<string> = new Set(['occasion', 'weekday', 'course', 'cycle']);

/** "Follow-up with US", "Follow-up with US, no biopsy" */
export function isFollowedWith({ items, clause, wary }: Scene, targets: readonly Target[]): boolean {
  const [target] = targets;
  const with_ = items[clause.from + 1];
  return (
    !wary &&
    target !== undefined &&
    isA(items[clause.from], 'follow') &&
    isA(with_, 'by') &&
    WITH.has(with_?.norm ?? '') &&
    target.from <= clause.from + 2 &&
    target.modality !== null
  );
}

const WITH: ReadonlySet<string> = new Set(['with', 'by', 'using', 'via']);

/** "Gallbladder polyp 6 mm, USS 1 yr": behind the last comma nothing but a test and its time. */
export function isTestWithTime({ items, clause, times, wary, concluding }: Scene, targets: readonly Target[]): boolean {
  const [target, time] = [targets.at(-1), times.at(-1)];
  if (wary || !concluding || !target || !time || target.modality === null || times.length > 1) return false;
  const [first, last] = [Math.min(target.from, time.from), Math.max(target.to, time.to)];
  return items[first - 1]?.norm === ',' && first > clause.from && last >= clause.to && isA(items[time.to - 1], 'unit');
}

/** "CT 3/12.", "Interval CT 3/12", "Bloods and repeat USS 4/52": tests and a time in the British way, and nothing else. */
export function isCodedAlone(
  { items, clause, times, wary, concluding, asides }: Scene,
  targets: readonly Target[],
): boolean {
  const [time, more] = times;
  if (wary || !concluding || !time?.interval || more || !items.slice(time.from, time.to).some(isSlash)) return false;
  if (!targets.every(({ modality, action, generic }) => modality !== null || generic || action === 'laboratory'))
    return false;
  for (let at = clause.from; at < clause.to; at += 1) {
    const inside = targets.some((t) => at >= t.from && at < t.to) || (at >= time.from && at < time.to);
    if (inside || asides.of[at] !== ASIDE.none) continue;
    if (
      !isA(items[at], 'filler', 'region', 'soon', 'repeat', 'follow', 'imperative') &&
      /\w/.test(items[at]?.norm ?? '') &&
      items[at]?.norm !== 'and'
    )
      return false;
  }
  return targets.some(({ from }) => from < time.from) && items[clause.to]?.norm !== ':';
}

const isSlash = ({ norm }: Item): boolean => norm === '/';

/** "CA 125 if clinically concerned": a blood test that opens its clause, and what it depends on. */
export const isTestIf = ({ clause, asides, wary }: Scene, targets: readonly Target[]): boolean =>
  !wary &&
  targets[0]?.action === 'laboratory' &&
  targets[0].from === clause.from &&
  asides.conditions.some(({ from }) => from === targets[0]?.to);
