/** Wing 2, recognize: which targets of a clause are advice: something asks for them, or a bare order does. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Recommendation } from '../../document.ts';
import { SIGN } from '../sign.ts';
import { isInTail } from './care.ts';
import { ASIDE, type Clause } from './clauses.ts';
import { bears, type Item, isA } from './items.ts';
import { isSpokenOf } from './named-orders.ts';
import { firstWord, isBareOrder, pastArticle, type Scene } from './orders.ts';
import { refersToDocument } from './referral.ts';
import { isTestIf } from './short-orders.ts';
import type { Target } from './targets.ts';

export interface Advised {
  readonly target: Target;
  readonly strength: Recommendation['strength'];
}

export function advisedOf(scene: Scene, targets: readonly Target[]): readonly Advised[] {
  const { items, clause, asides } = scene;
  if (targets.length === 0 || isOfOthers(scene)) return EMPTY_LIST;
  const rests = restingAt(items, clause);
  const weighed = weighedBefore(items, clause, rests, targets);
  const triggers: number[] = [];
  for (let at = clause.from; at < clause.to; at += 1)
    if (bears(items[at], SIGN.ask) && asks(items, clause, at) && asides.of[at] === ASIDE.none) triggers.push(at);
  const bare = !triggers.length && isBareOrder(scene, targets);
  const ordered = orderedBefore(scene, targets, triggers[0] ?? clause.to);
  const vague = (t: Target): boolean =>
    t.weak && t.action === 'other' && t.to - t.from > 0 && isA(items[t.to - 1], 'workup');
  const meant = targets.some((t) => !vague(t)) ? targets.filter((t) => !vague(t)) : targets;
  return meant.flatMap((target) => {
    if (isInTail(items, clause, target, targets)) return [];
    if (isRemark(items, clause, target, targets)) return [];
    // "abnormal CT, MRI advised"
    if (targets.length > 1 && isA(items[target.from - 1], 'judged')) return [];
    if (target === weighed || (rests >= 0 && target.from >= rests)) return [];
    if (target.action === 'none-needed') return [{ target, strength: 'recommended' as const }];
    const at = triggerFor(scene, targets, target, triggers);
    if (at !== null) {
      if (isPast(scene, target, at)) return [];
      const asked = items[at]?.mark.trigger?.strength ?? 'recommended';
      return [{ target, strength: isMore(items, target) ? 'optional' : asked }];
    }
    if (ordered.includes(target) || isAwaited(items, clause, target))
      return [{ target, strength: 'recommended' as const }];
    if (scene.opened && !isTold(scene)) return [{ target, strength: 'recommended' as const }];
    const counts =
      !target.weak ||
      hasCorrelate(scene) ||
      isTimedTest(scene, target) ||
      isOrdered(items, clause, target) ||
      isTestIf(scene, targets);
    if (bare && isSpokenOf(scene, target, targets)) return [];
    return bare && (counts || isBesideTest(items, targets, target))
      ? [{ target, strength: isOptional(items, clause) ? ('optional' as const) : ('recommended' as const) }]
      : [];
  });
}

/** "CT is insensitive early: MRI is recommended": said of a test before the colon, where another is asked for behind it. */
function isRemark(items: readonly Item[], { to }: Clause, target: Target, targets: readonly Target[]): boolean {
  const colon = items.findIndex(({ norm }, at) => norm === ':' && at >= target.to && at < to);
  if (colon < 0 || !targets.some(({ from }) => from > colon)) return false;
  return items.slice(target.to, colon).some((item) => isA(item, 'seen', 'shows'));
}

/** "Discuss at the MDT and refer to surgery": what is ordered without a word that asks, before an order of its own that has one. */
function orderedBefore(scene: Scene, targets: readonly Target[], trigger: number): readonly Target[] {
  const { items, clause } = scene;
  const to = trigger - 1;
  if (to <= clause.from || items[trigger]?.mark.trigger?.side !== 'after' || !isListMark(items[to])) return EMPTY_LIST;
  const before = targets.filter((target) => target.to <= to);
  return before.length > 0 && isBareOrder({ ...scene, clause: { ...clause, to } }, before) ? before : EMPTY_LIST;
}

/** "Serum hCG in 48 hours": a blood test with its time behind it. */
const isTimedTest = ({ items, times }: Scene, { action, to }: Target): boolean =>
  action === 'laboratory' && times.some(({ from, interval }) => interval && from === to && isA(items[from], 'coming'));

/** "MRI +/- biopsy": the second only perhaps. */
function isMore(items: readonly Item[], { from, to }: Target): boolean {
  let at = from;
  while (at < to && isA(items[at], 'filler') && items[at]?.norm !== '-') at += 1;
  if (items[at]?.norm !== '-') at = from - 1;
  return items[at]?.norm === '±' || `${items[at - 2]?.norm}${items[at - 1]?.norm}${items[at]?.norm}` === '+/-';
}

/** "Do not biopsy before MRI", "no biopsy should be done until CT": what has to come first. */
function isAwaited(items: readonly Item[], { from }: Clause, target: Target): boolean {
  if (target.modality === null) return false;
  let at = target.from - 1;
  while (at > from && isA(items[at], 'filler')) at -= 1;
  const first = AWAITED.has(items[target.from]?.norm ?? '') ? target.from : at;
  return (
    AWAITED.has(items[first]?.norm ?? '') &&
    items.slice(from, first).some((item) => isA(item, 'against', 'against-behind'))
  );
}

const AWAITED: ReadonlySet<string> = new Set(['before', 'until', 'till', 'without']);

/** "Any decision to biopsy should be based on clinical grounds": how it is decided, and nothing that is asked for; -1 where nothing of the sort is said. */
function restingAt(items: readonly Item[], { from, to }: Clause): number {
  for (let at = from; at < to; at += 1) if (isA(items[at], 'rests')) return at;
  return -1;
}

/** What stands before such words, unless it is asked for and they speak of something else: "recommend CT, timing of which …". */
function weighedBefore(
  items: readonly Item[],
  { from }: Clause,
  rests: number,
  targets: readonly Target[],
): Target | null {
  const before = targets.filter(({ to }) => to <= rests).at(-1);
  if (!before) return null;
  const between = items.slice(before.to, rests);
  const isAsked = items.slice(from, before.from + 1).some((item) => isA(item, 'trigger'));
  const isApart = between.some((item) => isA(item, 'trigger') || (item.norm === ',' && isAsked));
  return isApart ? null : before;
}

const asks = (items: readonly Item[], clause: Clause, at: number): boolean =>
  isA(items[at], 'trigger')
    ? !isOutOfPlay(items, at) && !isReading(items, clause, at)
    : isA(items[at], 'correlate') && isOrder(items, clause, at);

/** "Refer to the report of the CT" */
const isReading = (items: readonly Item[], { to }: Clause, at: number): boolean =>
  isA(items[at], 'consult-alone') && refersToDocument(items, at, to);

/** "Correlate with …" as an order, not "the findings correlate with …". */
const isOrder = (items: readonly Item[], clause: Clause, at: number): boolean =>
  /^co.?relate$/.test(items[at]?.norm ?? '') &&
  (firstWord(items, clause) === at || items[at - 1]?.norm === 'and' || items[at - 1]?.norm === ',');

/** "Start antibiotics", "…, start antibiotics": a treatment right behind its order. */
function isOrdered(items: readonly Item[], clause: Clause, target: Target): boolean {
  const first = firstWord(items, clause);
  if (isA(items[first], 'imperative') && target.from <= first + 2) return true;
  // "Follow-up with CRP in 2 weeks"
  if (target.action === 'laboratory' && isA(items[clause.from], 'follow') && target.from <= clause.from + 3)
    if (items[clause.from + 1]?.norm === 'with') return true;
  const before = pastArticle(items, target.from - 1);
  const opens = before === clause.from || items[before - 1]?.norm === ',' || items[before - 1]?.norm === 'and';
  return isA(items[before], 'start') && opens;
}

/** "Repeat ultrasound and serum hCG": a blood test in one list with a test that is ordered. */
function isBesideTest(items: readonly Item[], targets: readonly Target[], target: Target): boolean {
  if (target.action !== 'laboratory') return false;
  const at = targets.indexOf(target);
  const isList = (from: number, to: number): boolean =>
    items.slice(from, to).every((item) => isListMark(item) || isA(item, 'filler', 'repeat'));
  const [before, after] = [targets[at - 1], targets[at + 1]];
  if (before && !before.weak && isList(before.to, target.from)) return true;
  // "bloods and repeat USS"
  return (
    after !== undefined &&
    (after.modality !== null || after.action === 'referral') &&
    isList(target.to, after.from) &&
    target.to < after.from
  );
}

const isListMark = (item: Item | undefined): boolean => LIST_MARKS.has(item?.norm ?? '');
const LIST_MARKS: ReadonlySet<string> = new Set(['and', ',', '+', '&']);

/** "GP advised an X-ray": the advice of somebody else, unless it is a guideline. */
function isOfOthers({ items, clause, asides, concluding }: Scene): boolean {
  for (let at = clause.from; at < clause.to; at += 1)
    // not "referral to MDT recommended", nor "patient advised to see the GP" in the conclusion
    if (
      asides.of[at] === ASIDE.none &&
      isA(items[at], 'elsewhere') &&
      !(concluding && isA(items[at], 'trigger')) &&
      !isSentTo(items, clause, at)
    )
      return !items.slice(at + 1, at + 5).some(({ mark }) => mark.guideline);
  return false;
}

/** "Referral to the breast MDT recommended" */
const isSentTo = (items: readonly Item[], { from }: Clause, at: number): boolean =>
  items.slice(Math.max(from, at - 4), at).some(({ norm }) => norm === 'to' || norm === 'at');

const hasCorrelate = ({ items, clause }: Scene): boolean =>
  items.slice(clause.from, clause.to).some((item) => isA(item, 'correlate'));
const isOptional = (items: readonly Item[], clause: Clause): boolean =>
  items.slice(clause.from, clause.to).some(({ norm }) => norm === 'optional' || norm === 'possible');

/** "Recommended dose", "the recommended interval": a word before a noun that asks for nothing. */
function isOutOfPlay(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const next = items[at + 1];
  const attributive =
    item?.norm.endsWith('ed') &&
    item.to - item.from === 1 &&
    isA(items[at - 1], 'filler') &&
    items[at - 1]?.norm === 'the';
  return Boolean(attributive) || isA(next, 'aspect', 'passed-on');
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
    const before = target.from < at || (target.generic && target.to === at + 1);
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

/** Done, given or recommended earlier, said right beside the target or its trigger; not where it is what the advice depends on. */
function isPast({ items, clause, asides }: Scene, target: Target, trigger: number): boolean {
  const low = Math.min(target.from, trigger);
  if (isA(items[trigger - 1], 'told') || isOfEarlier(items, clause, target, trigger)) return true;
  for (let at = clause.from; at < clause.to; at += 1) {
    // "MRI is recommended as CT is contraindicated": said of the other
    if (!isA(items[at], 'past') || isA(items[at], 'against-behind')) continue;
    if (asides.of[at] === ASIDE.condition || isGround(items, Math.max(target.from, trigger), at)) continue;
    // "previous films would be helpful for comparison"
    if (isA(items[target.from], 'outside') && items[at]?.norm === 'for') continue;
    if (at > low) {
      const pause = items
        .slice(Math.max(target.to, trigger), at)
        .some(({ norm }, i, all) => norm === ',' && all[i + 1]?.norm !== 'which');
      if (!pause || at < Math.max(target.from, trigger)) return true;
    } else if (items[at + 1]?.norm !== ',' && low - at <= 3 && at + 1 >= target.from - 2 && trigger > target.from)
      return true;
  }
  return false;
}

/** "CT is recommended as no prior is available": why it is asked for. */
const isGround = (items: readonly Item[], from: number, to: number): boolean =>
  items
    .slice(from, to)
    .some(({ norm }, at, all) => GROUNDS.has(norm) && !NO_GROUND.has(all[at + 1]?.norm ?? items[to]?.norm ?? ''));

const GROUNDS: ReadonlySet<string> = new Set(['as', 'because', 'since', 'given']);
/** "As an outpatient", "as above" */
const NO_GROUND: ReadonlySet<string> = new Set(['a', 'an', 'above', 'below', 'per', 'previously', 'before']);

const EARLIER: ReadonlySet<string> = new Set(['previous', 'prior', 'last', 'earlier', 'original', 'initial']);
const ASKED = /^(?:recom|advised|suggested|requested)/;

/** "Previous report recommended CT", "the last scan of May advised follow-up": asked for then, not now. */
function isOfEarlier(items: readonly Item[], clause: Clause, target: Target, trigger: number): boolean {
  const asker = items[trigger];
  if (!asker || target.to <= trigger || !ASKED.test(asker.norm) || !asker.norm.endsWith('ed')) return false;
  for (let at = trigger - 1; at >= clause.from && trigger - at <= 6; at -= 1) {
    const item = items[at];
    if (EARLIER.has(item?.norm ?? '') || isYearOf(items, at)) return true;
    const named = isA(item, 'document', 'scan', 'test', 'filler', 'region', 'number', 'month', 'follow', 'bound');
    if (item?.norm === ',' || !(named || OF_DATE.has(item?.norm ?? ''))) return false;
  }
  return false;
}

const OF_DATE: ReadonlySet<string> = new Set(['/', 'from', 'dated', 'performed', 'done']);

/** "The 2018 report advised MRI" */
const isYearOf = (items: readonly Item[], at: number): boolean =>
  /^(19|20)\d\d$/.test(items[at]?.norm ?? '') && isA(items[at + 1], 'document', 'scan', 'test', 'region');

const isTold = ({ items, clause, asides }: Scene): boolean => {
  for (let at = clause.from; at < clause.to; at += 1)
    if (asides.of[at] === ASIDE.none && isA(items[at], 'past')) return true;
  return false;
};
