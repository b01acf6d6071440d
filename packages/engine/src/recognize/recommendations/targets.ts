/** Wing 2, recognize: the things a clause may ask for: tests, biopsies, referrals, follow-up, laboratory, correlation. */
import type { Modality, RecommendationAction } from '../../document.ts';
import { aims, type Item, isA, isPlain } from './items.ts';
import { isPointedTo, regionAround, widen } from './reach.ts';
import { referralAt } from './referral.ts';
import { blank, HEADS, isFiller, type Scene, type Target } from './target.ts';
import { isCompared, testAt } from './tests.ts';

export type { Target } from './target.ts';

/** Targets of `[from, to)` in order. `free` tells whether an item stands outside conditions, purposes and times. */
export function targetsIn(
  items: readonly Item[],
  from: number,
  to: number,
  free: (at: number) => boolean,
): readonly Target[] {
  const targets: Target[] = [];
  const scene = { items, from, to, free };
  let at = from;
  while (at < to) {
    const target = aims(items[at]) && free(at) ? targetAt(scene, at) : null;
    if (target) targets.push(target, ...alsoSampled(scene, target));
    at = target ? Math.max(target.to, at + 1) : at + 1;
  }
  if (targets.length === 0) targets.push(...repeatedAlone(scene));
  return joined(scene, withCorrelation(scene, outOfBrackets(items, withoutLabel(items, targets))));
}

/** "To be repeated in 2 weeks", "this should be repeated": what this examination is. */
function repeatedAlone({ items, from, to, free }: Scene): readonly Target[] {
  const at = REFERRING.has(items[from]?.norm ?? '') ? from + 1 : from;
  const asks = at < to && free(at) && isA(items[at], 'trigger') && isA(items[at], 'repeat');
  return asks ? [{ ...blank, from: at, to: at + 1, action: 'imaging', generic: true }] : [];
}
const REFERRING: ReadonlySet<string> = new Set(['this', 'it']);

/** "AAA surveillance: repeat ultrasound in 12 months": what stands before the colon is what the test is for. */
const withoutLabel = (items: readonly Item[], targets: readonly Target[]): readonly Target[] =>
  targets.filter(
    ({ action, modality, to }, at) =>
      !(action === 'surveillance' && modality === null && items[to]?.norm === ':' && targets[at + 1]?.modality),
  );

/** "Further imaging (CT or MRI)": what stands in the brackets is asked for. "Functional testing (CT-FFR or stress imaging)": it is an example. */
function outOfBrackets(items: readonly Item[], targets: readonly Target[]): readonly Target[] {
  if (!targets.some(({ to }) => items[to]?.norm === '(')) return targets;
  const dropped = new Set<Target>();
  for (const head of targets) {
    if (items[head.to]?.norm !== '(' || head.modality !== null) continue;
    const end = items.findIndex(({ norm }, at) => at > head.to && norm === ')');
    const inside = targets.filter(({ from }) => from > head.to && from < end);
    const isOpen = head.generic || head.action === 'imaging' || head.action === 'surveillance';
    if (isOpen && inside.some(({ modality }) => modality !== null)) dropped.add(head);
    // "(or MRI)", "(MRI if negative)" add something
    else if (
      (head.action === 'procedure' || head.action === 'biopsy') &&
      items[head.to + 1]?.norm !== 'or' &&
      !adds(items, head.to, end)
    )
      for (const one of inside) dropped.add(one);
  }
  return dropped.size === 0 ? targets : targets.filter((one) => !dropped.has(one));
}
const adds = (items: readonly Item[], from: number, to: number): boolean =>
  items.slice(from, to).some((item) => isA(item, 'condition', 'otherwise') || ADDS.has(item.norm));
const ADDS: ReadonlySet<string> = new Set(['and', 'then', 'also', 'plus', 'after', 'before', 'first', 'followed']);

function targetAt(scene: Scene, at: number): Target | null {
  const item = scene.items[at];
  const care = item?.mark.care;
  if (care) return { ...blank, from: at, to: at + 1, action: 'other', care };
  if (isA(item, 'outside') && isFetched(scene, at))
    return { ...blank, from: at, to: at + 1, action: 'other', weak: true };
  return (
    referralAt(scene, at) ??
    (isA(item, 'test') ? testAt(scene, at) : null) ??
    (isA(item, 'exam') ? { ...blank, from: at, to: at + 1, action: 'clinical-correlation', weak: true } : null) ??
    (isA(item, ...HEADS) ? headAt(scene, at) : null) ??
    (isReviewTimed(scene, at) && !isByTest(scene.items, at + 1, scene.to)
      ? { ...blank, from: at, to: at + 1, action: 'surveillance' }
      : null) ??
    (isA(item, 'action') ? actionAt(scene, at) : null)
  );
}

/** "Biopsy of the breast mass and of the axillary node": each place that has its own "of" is sampled. */
function alsoSampled(scene: Scene, target: Target): readonly Target[] {
  if (target.action !== 'biopsy') return [];
  const { items, to, free } = scene;
  const more: Target[] = [];
  for (let at = target.to; at + 1 < to && free(at); at += 1) {
    const item = items[at];
    if (isA(item, 'trigger', 'condition', 'purpose', 'test', 'action') || item?.norm === ';') break;
    if (item?.norm !== 'and' || items[at + 1]?.norm !== 'of') continue;
    const region = regionAround(scene, at + 1, at + 1);
    if (region === null) break;
    more.push({ ...target, from: at + 1, to: at + 2, region });
  }
  return more;
}

/** Outside studies are advice only where they are to be compared or obtained. */
const isFetched = ({ items, from, to }: Scene, at: number): boolean =>
  items
    .slice(from, at)
    .some(
      (item) =>
        isA(item, 'correlate') ||
        isA(item, 'imperative') ||
        item.mark.trigger?.side === 'after' ||
        item.norm === 'comparison',
    ) || items.slice(at + 1, Math.min(to, at + 6)).some((item) => item.mark.trigger?.side === 'before');

/** Scan, follow-up, work-up, surveillance: absorbed by a test that follows, a target of their own where none does. */
function headAt(scene: Scene, at: number): Target | null {
  const { items, to } = scene;
  // "comparison with any earlier imaging is advised"
  if (isCompared(scene, at)) return null;
  // "follow the Fleischner criteria"
  const next = items[at + 1]?.norm === 'the' ? items[at + 2] : items[at + 1];
  if (FOLLOWED.has(items[at]?.norm ?? '') && next?.mark.guideline?.classification === false) return null;
  const kinds = { scan: false, follow: false, surveil: false, workup: false };
  let end = at;
  for (let i = at; i < to; i += 1) {
    const item = items[i];
    if (isA(item, ...HEADS) && scene.free(i)) {
      if (isA(items[i + 1], 'aspect') && isA(item, 'scan')) return null;
      kinds.scan ||= isA(item, 'scan');
      kinds.follow ||= isA(item, 'follow');
      kinds.surveil ||=
        isA(item, 'surveil') && (!isFiller(item) || (isA(item, 'programme') && !isA(items[i + 1], 'aspect')));
      kinds.workup ||= isA(item, 'workup');
      end = i + 1;
      continue;
    }
    // "repeat scan to complete the cardiac views": what it is for is another matter
    if (scene.free(i) && (isA(item, 'test') || (isA(item, 'action') && item?.mark.action?.weak === false))) return null;
    // "check TSH", "check the TSH", "follow-up with CRP"
    const apart = items[at + 1]?.norm === 'with' ? at + 2 : at + 1;
    if (item?.mark.action?.action === 'laboratory' && items.slice(apart, i).every(isFiller)) return null;
    if (isA(item, 'specialty') && referralAt(scene, i)) return null;
    if (i < at + 4 && kinds.follow && !kinds.scan && isByTest(items, i, to)) return null;
    if (
      isA(item, 'by', 'filler', 'region', 'number', 'unit', 'period', 'bound', 'guided') ||
      item?.norm === '-' ||
      !scene.free(i)
    )
      continue;
    break;
  }
  if (isPointedTo(scene, at) && !kinds.follow && !kinds.surveil) return null;
  const bare = { ...blank, from: widen(items, scene.from, at), to: end };
  if (kinds.scan)
    return {
      ...bare,
      action: kinds.surveil ? 'surveillance' : 'imaging',
      region: regionAround(scene, at, end),
      generic: true,
    };
  if (kinds.follow || kinds.surveil) return { ...bare, action: 'surveillance' };
  return kinds.workup ? { ...bare, action: 'other', weak: true } : null;
}

const FOLLOWED: ReadonlySet<string> = new Set(['follow', 'following']);

/** "Follow the nodule with CT": what is followed, then the test. */
function isByTest(items: readonly Item[], from: number, to: number): boolean {
  for (let i = from; i < Math.min(to, from + 4); i += 1) {
    if (isA(items[i], 'trigger', 'condition', 'purpose') || items[i]?.norm === ',') return false;
    if (!isA(items[i], 'by')) continue;
    let at = i + 1;
    while (at < to && (isFiller(items[at]) || isA(items[at], 'region', 'repeat'))) at += 1;
    return at < to && isA(items[at], 'test');
  }
  return false;
}

/** "Review in 6/12": opens its clause, with its time right behind it. */
const isReviewTimed = ({ items, from, free }: Scene, at: number): boolean =>
  at === from && isA(items[at], 'review') && !free(at + 1) && isA(items[at + 1], 'bound', 'number', 'period');

/** "CT after drainage", "in 6 months following chemotherapy": done before what is asked for. */
function isAfter(items: readonly Item[], at: number): boolean {
  let i = at - 1;
  while (i > at - 3 && (isFiller(items[i]) || isDevice(items[i]))) i -= 1;
  return isA(items[i], 'since-event') && items[i]?.norm !== 'from' && items[i + 1]?.mark.number === undefined;
}

/** "Film post drain removal" */
const isDevice = (item: Item | undefined): boolean => DEVICES.has(item?.norm ?? '');
const DEVICES: ReadonlySet<string> = new Set(['drain', 'stent', 'tube', 'catheter', 'line', 'plaster', 'cast', 'clip']);

/** "Should be replaced", "consider draining"; "aspirate if it is painful" opens its clause. */
const isVerbOfAsking = ({ items, from }: Scene, at: number): boolean =>
  isA(items[at - 1], 'trigger') ||
  isA(items[at], 'trigger') ||
  (at === from && isA(items[at + 1], 'condition', 'condition-closed'));

interface Guide {
  readonly modality: Modality;
  /** one after its words */
  readonly to: number;
  /** behind what is sampled */
  readonly isBeyond: boolean;
}

/** items between a sample and the scan it is taken under */
const GUIDE_REACH = 9;

/** "FNA under ultrasound", "biopsy under CT guidance", "biopsy of the node in the axilla under US control". */
function guideOf({ items, to }: Scene, at: number): Guide | null {
  const near = items.slice(at + 1, Math.min(to, at + 5));
  const by = near.findIndex((item) => isA(item, 'guided'));
  const test = by > 0 ? near[by - 1]?.mark.test : undefined;
  if (test) return { modality: test.modality, to: at + 2 + by, isBeyond: false };
  for (let i = at + 1; i < Math.min(to, at + GUIDE_REACH); i += 1) {
    const asksBehind = items[i]?.mark.trigger?.side === 'before';
    if (isA(items[i], 'condition', 'purpose', 'test') || [',', 'and', ';'].includes(items[i]?.norm ?? '')) return null;
    if (isA(items[i], 'trigger') && !asksBehind) return null;
    if (items[i]?.norm !== 'under') continue;
    const modality = items[i + 1]?.mark.test?.modality;
    const end = isA(items[i + 2], 'guided') ? i + 3 : i + 2;
    return modality ? { modality, to: end, isBeyond: i > at + 1 } : null;
  }
  return null;
}

function actionAt(scene: Scene, at: number): Target | null {
  const { items } = scene;
  const action = items[at]?.mark.action;
  if (!action) return null;
  const isNone = action.action === 'none-needed' && action.weak;
  if (isNone && !isPart(scene, at)) return null;
  // "after 24 months of treatment"
  if (action.action === 'other' && items[at - 1]?.norm === 'of' && isA(items[at - 2], 'unit')) return null;
  if ((action.weak || action.action === 'procedure') && isAfter(items, at)) return null;
  if (action.action === 'procedure' && action.weak && !isVerbOfAsking(scene, at)) return null;
  if (isA(items[at + 1], 'aspect') || (isPointedTo(scene, at) && !isA(items[at], 'laboratory'))) return null;
  const guide = guideOf(scene, at);
  const end = guide?.to ?? at + 1;
  const region =
    action.region ?? (action.action === 'biopsy' ? regionAround(scene, at, guide?.isBeyond ? at + 1 : end) : null);
  const modality = action.modality ?? guide?.modality ?? null;
  return { ...blank, from: at, to: end, action: action.action, modality, region, weak: action.weak && !isNone };
}

/** "Simple cyst, nothing further": all that stands behind a mark, or all of the clause. */
const isPart = ({ items, from, to }: Scene, at: number): boolean =>
  at + 1 >= to && (at === from || items[at - 1]?.norm === ',' || isFiller(items[at - 1]));

/** "Correlate" asks for what it names; alone it asks for clinical correlation. One of each sort is enough. */
function withCorrelation({ items, from, to, free }: Scene, targets: readonly Target[]): readonly Target[] {
  let at = from;
  while (at < to && !(aims(items[at]) && isA(items[at], 'correlate') && free(at) && !isMatch(items, from, at))) at += 1;
  if (at >= to) return targets;
  let clinical = -1;
  for (let i = from; i < to; i += 1)
    if (
      free(i) &&
      isA(items[i], 'clinical') &&
      !isA(items[i], 'exam') &&
      (clinical < 0 || Math.abs(i - at) < Math.abs(clinical - at))
    )
      clinical = i;
  const near = clinical >= 0 && Math.abs(clinical - at) <= 8;
  const lab = items.findIndex((item, i) => i >= from && i < at && at - i < 3 && isA(item, 'laboratory'));
  const named = targets.some((t) => t.from >= at || t.action === 'clinical-correlation' || t.to === at);
  const found = [...targets];
  const add = (i: number, action: RecommendationAction): void => {
    if (!found.some((t) => t.action === action)) found.push({ ...blank, from: i, to: i + 1, action });
  };
  if (near) add(Math.min(clinical, at), 'clinical-correlation');
  if (lab >= 0) add(lab, 'laboratory');
  if (!near && lab < 0 && !named) add(at, 'clinical-correlation');
  return found.sort((a, b) => a.from - b.from);
}

const NONE: ReadonlySet<string> = new Set(['no', 'without', 'any', 'a', 'an', 'nor']);

/** "No sonographic correlate", "a CT correlate is seen": the same finding on another scan. */
function isMatch(items: readonly Item[], from: number, at: number): boolean {
  if (!/^correlates?$/.test(items[at]?.norm ?? '')) return false;
  for (let i = at - 1; i >= from && at - i <= 4; i -= 1) {
    if (NONE.has(items[i]?.norm ?? '')) return true;
    if (isA(items[i], 'trigger') || !/^\w/.test(items[i]?.norm ?? '')) return false;
  }
  return false;
}

/** One entry for what is one thing: two laboratory values, MRI/MRCP, a referral with input of another clinic. */
function joined({ items }: Scene, targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2) return targets;
  const merged: Target[] = [];
  for (const target of targets) {
    const last = merged.at(-1);
    const between = last ? items.slice(last.to, target.from) : [];
    if (last && isMeans(last, target, between)) {
      merged[merged.length - 1] = { ...last, to: target.to, modality: last.modality ?? target.modality };
      continue;
    }
    if (last && isTechnique(last, target, between)) continue;
    const tight = between.length === 0 || (between.length === 1 && ['/', 'with', '('].includes(between[0]?.norm ?? ''));
    const isFor = between.length === 0 && PARTS.has(items[target.from]?.norm ?? '');
    if (
      last &&
      (isPartOf(last, target, isFor ? items.slice(target.from, target.from + 1) : between) ||
        isAlongside(items, last, target))
    )
      continue;
    // "the next examination should be an MRI"
    if (last?.generic && target.modality !== null && between.length > 0 && names(between)) {
      merged[merged.length - 1] = { ...target, from: last.from };
      continue;
    }
    const listed = between.every((item) => LISTED.has(item.norm) || isFiller(item));
    // "additional views with spot compression" are views of the breast
    const views =
      last?.modality === 'XR' &&
      target.modality === 'MG' &&
      (tight || between.every((b) => b.norm === ',' || isFiller(b)));
    const same = views || last?.modality === target.modality || target.modality === null;
    const alike = last?.action === target.action && same && !last.care && !target.care;
    const sameSort =
      last &&
      alike &&
      (views ||
        (listed && ['laboratory', 'clinical-correlation'].includes(target.action)) ||
        (target.action === 'laboratory' && isInBracket(between)) ||
        (tight && !between.some((b) => b.norm === ',')));
    if (last && sameSort) {
      const { modality, region } = views ? target : { modality: last.modality, region: last.region ?? target.region };
      merged[merged.length - 1] = { ...last, to: target.to, modality, region };
    } else merged.push(target);
  }
  return merged;
}

const LISTED: ReadonlySet<string> = new Set([',', 'and', '/', 'or', '&', 'with']);
const TISSUE: ReadonlySet<RecommendationAction> = new Set(['biopsy', 'procedure']);
const MEANS: ReadonlySet<string> = new Set(['by', 'via', 'using', 'through']);

/** "Decompression of the left kidney by nephrostomy", "tissue diagnosis via core biopsy": one thing, and how it is done. */
const isMeans = (last: Target, { action, modality }: Target, between: readonly Item[]): boolean =>
  last.action === action &&
  TISSUE.has(action) &&
  (last.modality === null || modality === null || last.modality === modality) &&
  MEANS.has(between.at(-1)?.norm ?? '') &&
  between.every((item) => isPlain(item) || isFiller(item) || isA(item, 'region', 'by'));

/** "Arthrography under fluoroscopy": how the test is made. */
const isTechnique = (last: Target, { action, modality }: Target, between: readonly Item[]): boolean =>
  last.action === 'imaging' && action === 'imaging' && last.modality === modality && between.at(-1)?.norm === 'under';

const PARTS: ReadonlySet<string> = new Set(['with', 'for']);

/** "Tumour marker correlation (CA 125)": the values by their names. */
const isInBracket = (between: readonly Item[]): boolean =>
  between.at(-1)?.norm === '(' && between.slice(0, -1).every((item) => isA(item, 'correlate', 'laboratory'));

/** "The next examination should be an MRI", "further imaging is advised: MRI". */
const names = (between: readonly Item[]): boolean =>
  between.every(isNaming) ||
  (between.at(-1)?.norm === ':' &&
    between.slice(0, -1).every((item) => isFiller(item) || isA(item, 'trigger', 'correlate')));

const isNaming = (item: Item): boolean => isFiller(item) || (NAMES.has(item.norm) && isA(item, 'trigger'));
const NAMES: ReadonlySet<string> = new Set(['should', 'must']);

/** "Biopsy with tumor markers": what is done with the sample; "X-ray cervical spine with odontoid view": one of its views. */
function isPartOf(last: Target, { action, modality }: Target, between: readonly Item[]): boolean {
  if (last.modality === 'XR' && modality === 'XR') {
    // "pelvic X-ray in 4 months (AP and frog-leg views)"
    const opened = between.findLastIndex(({ norm }) => norm === '(');
    if (opened >= 0 && between.slice(opened + 1).every((item) => item.norm !== ')' && !isA(item, 'trigger')))
      return true;
    const at = between.findIndex(({ norm }) => norm === 'with');
    const isPlace = (item: Item): boolean => isFiller(item) || isA(item, 'region');
    return (
      at >= 0 &&
      between.slice(0, at).every(isPlace) &&
      between.slice(at + 1).every((item) => isPlain(item) || isFiller(item))
    );
  }
  return (
    (between[0]?.norm === 'with' || between[0]?.norm === 'for') &&
    action === 'laboratory' &&
    (last.action === 'biopsy' || last.action === 'procedure') &&
    between.slice(1).every(isFiller)
  );
}

/** "Repeat scan … with the anomaly scan": one that is planned already. */
function isAlongside(items: readonly Item[], last: Target, { action, from }: Target): boolean {
  if (action !== 'imaging' || (last.action !== 'imaging' && last.action !== 'surveillance')) return false;
  for (let at = from; at > last.to && at > from - 4; at -= 1) {
    if (items[at]?.norm === 'the' && items[at - 1]?.norm === 'with') return true;
    const named = at === from || items[at]?.mark.kinds.size === 0;
    if (!named || !/^[a-z]{3,}/.test(items[at]?.norm ?? '')) return false;
  }
  return false;
}
