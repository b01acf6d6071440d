/** Wing 2, recognize: which targets of a clause are advice: something asks for them, or a bare order does. */
import type { Recommendation } from '../../document.ts';
import { SIGN } from '../sign.ts';
import { ASIDE, type Asides, type Clause } from './clauses.ts';
import { bears, type Item, isA } from './items.ts';
import type { Target } from './targets.ts';
import type { Time } from './times.ts';

export interface Scene {
  readonly items: readonly Item[];
  readonly clause: Clause;
  readonly asides: Asides;
  readonly times: readonly Time[];
  /** a heading or an opening "Recommend:" asks for all that follows */
  readonly opened: boolean;
}

export interface Advised {
  readonly target: Target;
  readonly strength: Recommendation['strength'];
}

export function advisedOf(scene: Scene, targets: readonly Target[]): Advised[] {
  const { items, clause, asides } = scene;
  if (targets.length === 0) return [];
  const triggers: number[] = [];
  for (let at = clause.from; at < clause.to; at += 1)
    if (bears(items[at], SIGN.ask) && asks(items, clause, at) && asides.of[at] === ASIDE.none) triggers.push(at);
  const bare = !triggers.length && isBareOrder(scene, targets);
  const vague = (t: Target): boolean =>
    t.weak && t.action === 'other' && t.to - t.from > 0 && isA(items[t.to - 1], 'workup');
  const meant = targets.some((t) => !vague(t)) ? targets.filter((t) => !vague(t)) : targets;
  return meant.flatMap((target) => {
    if (target.action === 'none-needed') return [{ target, strength: 'recommended' as const }];
    const at = triggerFor(scene, targets, target, triggers);
    if (at !== null) {
      if (isPast(items, clause, target, at)) return [];
      return [{ target, strength: items[at]?.mark.trigger?.strength ?? 'recommended' }];
    }
    if (scene.opened && !isTold(scene)) return [{ target, strength: 'recommended' as const }];
    return bare && !(target.weak && !hasCorrelate(scene) && !isOrdered(items, clause, target))
      ? [{ target, strength: isOptional(items, clause) ? ('optional' as const) : ('recommended' as const) }]
      : [];
  });
}

const asks = (items: readonly Item[], clause: Clause, at: number): boolean =>
  isA(items[at], 'trigger') ? !isOutOfPlay(items, at) : isA(items[at], 'correlate') && isOrder(items, clause, at);

/** "Correlate with …" as an order, not "the findings correlate with …". */
const isOrder = (items: readonly Item[], clause: Clause, at: number): boolean =>
  /^co.?relate$/.test(items[at]?.norm ?? '') &&
  (firstWord(items, clause) === at || items[at - 1]?.norm === 'and' || items[at - 1]?.norm === ',');

/** "Start antibiotics": a treatment right behind its order. */
function isOrdered(items: readonly Item[], clause: Clause, target: Target): boolean {
  const first = firstWord(items, clause);
  return isA(items[first], 'imperative') && target.from <= first + 2;
}

const hasCorrelate = ({ items, clause }: Scene): boolean =>
  items.slice(clause.from, clause.to).some((item) => isA(item, 'correlate'));
const isOptional = (items: readonly Item[], clause: Clause): boolean =>
  items.slice(clause.from, clause.to).some(({ norm }) => norm === 'optional');

/** "Recommended dose", "the recommended interval": a word before a noun that asks for nothing. */
function isOutOfPlay(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  const attributive =
    item?.norm.endsWith('ed') &&
    item.to - item.from === 1 &&
    isA(items[at - 1], 'filler') &&
    items[at - 1]?.norm === 'the';
  return Boolean(attributive) || isA(next, 'aspect');
}

/** The trigger that asks for a target, if any: an active one before it, a passive one after it (or before, where nothing else is meant). */
function triggerFor(
  scene: Scene,
  targets: readonly Target[],
  target: Target,
  triggers: readonly number[],
): number | null {
  let best: number | null = null;
  for (const at of triggers) {
    const side = scene.items[at]?.mark.trigger?.side ?? 'after';
    const after = target.to > at;
    const before = target.from < at;
    const othersBefore = targets.some((t) => t.to <= at + 1 && t.from < at);
    const asks =
      (side === 'after' && after) ||
      (side !== 'after' && before) ||
      (side === 'both' && after) ||
      (side === 'before' && after && othersBefore && isListed(scene, at, target));
    if (asks && (best === null || Math.abs(at - target.from) < Math.abs(best - target.from))) best = at;
  }
  return best;
}

/** After a passive trigger more may follow in the list: "MRI is advised, and urology referral". */
function isListed({ items }: Scene, at: number, target: Target): boolean {
  return items.slice(at + 1, target.from).some(({ norm }) => norm === 'and' || norm === ',');
}

/** Done, given or recommended earlier, said right beside the target or its trigger. */
function isPast(items: readonly Item[], clause: Clause, target: Target, trigger: number): boolean {
  const low = Math.min(target.from, trigger);
  for (let at = clause.from; at < clause.to; at += 1) {
    if (!isA(items[at], 'past')) continue;
    if (at > low) {
      const pause = items
        .slice(Math.max(target.to, trigger), at)
        .some(({ norm }, i, all) => norm === ',' && all[i + 1]?.norm !== 'which');
      if (!pause || at < Math.max(target.from, trigger)) return true;
    } else if (low - at <= 3 && at + 1 >= target.from - 2 && trigger > target.from) return true;
  }
  return false;
}

const isTold = ({ items, clause, asides }: Scene): boolean => {
  for (let at = clause.from; at < clause.to; at += 1)
    if (asides.of[at] === ASIDE.none && isA(items[at], 'past')) return true;
  return false;
};

/** An order without a word that asks: "Repeat CT in 3 months", "Urology referral", "Correlate clinically". */
function isBareOrder(scene: Scene, targets: readonly Target[]): boolean {
  const { items, clause, asides, times } = scene;
  if (!targets.length) return false;
  for (let at = clause.from; at < clause.to; at += 1)
    if (asides.of[at] === ASIDE.none && isA(items[at], 'seen', 'past') && !isA(items[at], 'follow')) return false;
  if (times.some((time) => time.ahead || besideFollow(items, time, targets) || endsWith(items, time, clause)))
    return true;
  for (let at = clause.from; at < clause.to; at += 1)
    if (isA(items[at], 'soon') && isA(items[at], 'now') === false && items[at]?.norm === 'in') return true;
  const main = targets.filter((t) => !t.weak);
  const sourced = items.some(({ mark }, at) => mark.guideline?.classification === false && isSource(items, clause, at));
  if (sourced && main.length) return true;
  if (asides.conditions.some(({ from }) => isA(items[from], 'condition', 'condition-closed')) && main.length)
    return true;
  const first = firstWord(items, clause);
  if (isA(items[first], 'imperative') && targets.some((t) => t.from <= first + 4))
    return ordersBy(items, first, targets);
  return isNounOrder(scene, targets);
}

/** "Per the … guideline" */
const isSource = (items: readonly Item[], clause: Clause, at: number): boolean =>
  at < clause.to &&
  items.slice(Math.max(clause.from, at - 3), at).some(({ norm }) => norm === 'per' || norm === 'according');

const besideFollow = (items: readonly Item[], time: Time, targets: readonly Target[]): boolean =>
  targets.some(
    (t) =>
      t.from <= time.to + 1 &&
      t.to > time.from &&
      items.slice(t.from, t.to).some((i) => isA(i, 'follow', 'scan', 'repeat')),
  );

/** "…, 6 to 8 weeks." */
const endsWith = (items: readonly Item[], time: Time, clause: Clause): boolean =>
  time.to === clause.to && items[time.from - 1]?.norm === ',';

/** "Follow up CT head." is a title; "Follow up with CT" and "Repeat CT" are orders. */
function ordersBy(items: readonly Item[], first: number, targets: readonly Target[]): boolean {
  if (!isA(items[first], 'follow') || items[first]?.norm.startsWith('re')) return true;
  return isA(items[first + 1], 'by') || targets.every((t) => t.modality === null && !t.generic);
}

function firstWord(items: readonly Item[], clause: Clause): number {
  let at = clause.from;
  while (at < clause.to && !isA(items[at], 'imperative')) {
    const norm = items[at]?.norm ?? '';
    const skip =
      /^[\d().:\-*•)]+$|^[a-h]$/.test(norm) || isA(items[at], 'soon', 'now') || norm === 'also' || norm === 'and';
    if (!skip) break;
    at += 1;
  }
  return at;
}

/** A clause that is hardly more than the noun of an order: "Clinical correlation", "Surgical opinion", "Discussion at MDT". */
function isNounOrder({ items, clause, asides }: Scene, targets: readonly Target[]): boolean {
  const orders = targets.filter(({ action }) => ['referral', 'clinical-correlation'].includes(action));
  const lab =
    targets.some(({ action }) => action === 'laboratory') &&
    items.slice(clause.from, clause.to).some((i) => isA(i, 'correlate'));
  if (!orders.length && !lab) return false;
  let other = 0;
  for (let at = clause.from; at < clause.to; at += 1) {
    const inside = targets.some((t) => at >= t.from && at < t.to);
    if (
      !inside &&
      asides.of[at] === ASIDE.none &&
      !isA(items[at], 'filler', 'correlate', 'clinical') &&
      /\w/.test(items[at]?.norm ?? '')
    )
      other += 1;
  }
  return other <= 2;
}
