/** Wing 2, recognize: the things a clause may ask for: tests, biopsies, referrals, follow-up, laboratory, correlation. */
import type { Modality, RecommendationAction } from '../../document.ts';
import { type Item, isA } from './items.ts';

export interface Target {
  /** items `[from, to)`, with the words that belong to it */
  readonly from: number;
  readonly to: number;
  readonly action: RecommendationAction;
  readonly modality: Modality | null;
  readonly region: string | null;
  /** counts only where something asks for it */
  readonly weak: boolean;
  /** a bare scan or study: the modality is that of this examination */
  readonly generic: boolean;
}

const HEADS = ['scan', 'follow', 'workup', 'surveil', 'repeat'] as const;
const isFiller = (item: Item | undefined): boolean => isA(item, 'filler') || item?.norm === '-';

/** Targets of `[from, to)` in order. `free` tells whether an item stands outside conditions, purposes and times. */
export function targetsIn(items: readonly Item[], from: number, to: number, free: (at: number) => boolean): Target[] {
  const targets: Target[] = [];
  const scene = { items, from, to, free };
  let at = from;
  while (at < to) {
    const target = free(at) ? targetAt(scene, at) : null;
    if (target) targets.push(target);
    at = target ? Math.max(target.to, at + 1) : at + 1;
  }
  return joined(scene, withCorrelation(scene, targets));
}

interface Scene {
  readonly items: readonly Item[];
  readonly from: number;
  readonly to: number;
  readonly free: (at: number) => boolean;
}

function targetAt(scene: Scene, at: number): Target | null {
  const item = scene.items[at];
  if (isA(item, 'outside') && isFetched(scene, at))
    return { ...blank, from: at, to: at + 1, action: 'other', weak: true };
  return (
    referralAt(scene, at) ??
    (isA(item, 'test') ? testAt(scene, at) : null) ??
    (isA(item, 'exam') ? { ...blank, from: at, to: at + 1, action: 'clinical-correlation', weak: true } : null) ??
    (isA(item, ...HEADS) ? headAt(scene, at) : null) ??
    (isA(item, 'action') ? actionAt(scene, at) : null)
  );
}

/** Outside studies are advice only where they are to be compared or obtained. */
const isFetched = ({ items, from }: Scene, at: number): boolean =>
  items
    .slice(from, at)
    .some((item) => isA(item, 'correlate') || item.mark.trigger?.side === 'after' || item.norm === 'comparison');

const blank = { modality: null, region: null, weak: false, generic: false } as const;

/** "Urology referral", "review by the orthopaedic team", "refer to cardiology", "discussion in tumour board". */
function referralAt({ items, to, free }: Scene, at: number): Target | null {
  const item = items[at];
  const alone = isA(item, 'consult-alone');
  if (isA(item, 'specialty')) {
    let i = at + 1;
    while (i < to && (isA(items[i], 'specialty') || isFiller(items[i]) || isJoin(items[i])) && i - at < 5) {
      if (isA(items[i], 'consult', 'consult-alone') && !isA(items[i], 'specialty')) break;
      i += 1;
    }
    const consult = items[i];
    if (i < to && free(i) && isA(consult, 'consult', 'consult-alone', 'follow') && !isA(consult, 'action'))
      return { ...blank, from: at, to: afterConsult(items, i + 1, to), action: 'referral' };
    if (isA(items[at - 1], 'trigger') && /^refer/.test(items[at - 1]?.norm ?? ''))
      return { ...blank, from: at, to: at + 1, action: 'referral' };
    return alone ? { ...blank, from: at, to: afterConsult(items, at + 1, to), action: 'referral' } : null;
  }
  if (alone) return { ...blank, from: at, to: afterConsult(items, at + 1, to), action: 'referral' };
  if (!isA(item, 'consult')) return null;
  const end = afterConsult(items, at + 1, to);
  return end > at + 1 ? { ...blank, from: at, to: end, action: 'referral' } : null;
}

const isJoin = (item: Item | undefined): boolean => item?.norm === '/' || item?.norm === 'and' || item?.norm === '&';
const TOWARDS: ReadonlySet<string> = new Set(['to', 'by', 'with', 'at', 'in', 'from', 'for', 'between', 'via']);

/** One after "to the regional sarcoma team"; `at` itself where no such words follow. */
function afterConsult(items: readonly Item[], at: number, to: number): number {
  if (!TOWARDS.has(items[at]?.norm ?? '')) return at;
  for (let i = at + 1; i < Math.min(to, at + 5); i += 1) {
    if (isA(items[i], 'specialty', 'consult-alone') && !isA(items[i], 'test')) {
      let end = i + 1;
      while (end < to && isA(items[end], 'specialty', 'consult', 'consult-alone')) end += 1;
      return end;
    }
    if (isA(items[i], 'test', 'scan', 'trigger', 'condition') || items[i]?.norm === ',') return at;
  }
  return at;
}

/** A test that is meant, not one that is pointed to ("on CT", "prior MRI", "CT findings"). */
function testAt(scene: Scene, at: number): Target | null {
  const { items, to } = scene;
  const test = items[at]?.mark.test;
  if (!test) return null;
  if (isPointedTo(scene, at) || isA(items[at + 1], 'aspect')) return null;
  const sampled = sampledUnder(items, at, to);
  if (sampled) {
    const start = widen(items, scene.from, Math.min(at, sampled.at));
    const region = sampled.item.mark.action?.region ?? regionAround(scene, at, at + 1) ?? null;
    const end = Math.max(at, sampled.at) + 1;
    return { ...blank, from: start, to: end, action: sampled.action, modality: test.modality, region };
  }
  let end = at + 1;
  let surveil = false;
  while (end < to && scene.free(end) && isA(items[end], ...HEADS, 'region') && !startsReferral(scene, end)) {
    surveil ||= isA(items[end], 'surveil');
    end += 1;
  }
  const start = widen(items, scene.from, at);
  for (let i = start; i < at; i += 1) surveil ||= isA(items[i], 'surveil') && !isScreeningTest(items, i, at);
  const action = test.modality === 'ES' ? 'procedure' : surveil ? 'surveillance' : 'imaging';
  const named = /^(breast|heart|biliary|urinary tract|colon|stomach)$/.test(test.region ?? '') ? test.region : null;
  const region = named ?? regionAround(scene, at, end) ?? test.region;
  return { ...blank, from: start, to: end, action, modality: test.modality, region };
}

/** A "screening mammogram" is a test; only a return to screening is surveillance. */
const isScreeningTest = (items: readonly Item[], i: number, at: number): boolean =>
  items[i]?.norm === 'screening' && i + 1 === at && items[at]?.mark.test?.modality !== 'MG';

function startsReferral(scene: Scene, at: number): boolean {
  return isA(scene.items[at], 'specialty') && referralAt(scene, at) !== null;
}

/** CT-guided biopsy; biopsy under ultrasound guidance. */
function sampledUnder(
  items: readonly Item[],
  at: number,
  to: number,
): { at: number; item: Item; action: RecommendationAction } | null {
  let guided = false;
  for (let i = at + 1; i < Math.min(to, at + 6); i += 1) {
    const item = items[i];
    guided ||= isA(item, 'guided');
    const action = item?.mark.action;
    if (item && guided && action && !action.weak) return { at: i, item, action: action.action };
    if (!isA(item, 'guided', 'filler', 'region') && item?.norm !== '-') break;
  }
  return null;
}

function isPointedTo({ items, from }: Scene, at: number): boolean {
  let i = at - 1;
  while (i >= from && (isFiller(items[i]) || isA(items[i], 'region')) && !isA(items[i], 'pointing')) i -= 1;
  if (i < from || !isA(items[i], 'pointing')) return false;
  const meant =
    isA(items[i], 'by') && isA(items[i - 1], 'follow', 'workup', 'correlate', 'surveil', 'trigger', 'repeat');
  return !meant;
}

/** First item of the words before a test that belong to it: repeat, follow-up, left, contrast-enhanced, chest. */
function widen(items: readonly Item[], from: number, at: number): number {
  let start = at;
  for (let i = at - 1; i >= from; i -= 1) {
    const item = items[i];
    if (isA(item, ...HEADS) && !isA(item, 'trigger')) start = i;
    else if (isA(item, 'by') && isA(items[i - 1], ...HEADS)) start = i;
    else if (isA(item, 'number', 'unit', 'period', 'now', 'soon') || item?.norm === '-') start = i;
    else if (item?.norm !== ',' && (isA(item, 'region') || isFiller(item)) && !isA(item, 'trigger', 'condition'))
      start = i;
    else break;
  }
  return start;
}

const OF: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  ',',
  '&',
  '/',
  'left',
  'right',
  'both',
  'or',
  'whole',
  'bilateral',
  'a',
  'with',
]);

/** Regions right before the test and right after it, as one phrase: chest abdomen pelvis. */
function regionAround({ items, from, to }: Scene, start: number, end: number): string | null {
  const regions: string[] = [];
  for (let i = start - 1; i >= from && start - i < 6; i -= 1) {
    const region = items[i]?.mark.region;
    if (region) regions.unshift(region);
    else if (!isFiller(items[i]) && !isA(items[i], ...HEADS) && items[i]?.norm !== 'and') break;
    else if (items[i]?.norm === ',' || items[i]?.norm === 'of') break;
  }
  if (regions.length) return [...new Set(regions)].join(' ');
  for (let i = start + 1; i < end; i += 1) {
    const region = items[i]?.mark.region;
    if (region) regions.push(region);
  }
  for (let i = end; i < to && i < end + 12; i += 1) {
    const item = items[i];
    if (!item) break;
    if (item.mark.region && !isA(items[i + 1], 'test')) regions.push(item.mark.region);
    else if (!OF.has(item.norm) && !(isFiller(item) && !regions.length)) break;
    else if (isA(item, 'by', 'bound') && item.norm !== 'with' && !OF.has(item.norm)) break;
  }
  return regions.length ? [...new Set(regions)].join(' ') : null;
}

/** Scan, follow-up, work-up, surveillance: absorbed by a test that follows, a target of their own where none does. */
function headAt(scene: Scene, at: number): Target | null {
  const { items, to } = scene;
  const kinds = { scan: false, follow: false, surveil: false, workup: false };
  let end = at;
  for (let i = at; i < to; i += 1) {
    const item = items[i];
    if (isA(item, ...HEADS) && scene.free(i)) {
      if (isA(items[i + 1], 'aspect') && isA(item, 'scan')) return null;
      kinds.scan ||= isA(item, 'scan');
      kinds.follow ||= isA(item, 'follow');
      kinds.surveil ||= isA(item, 'surveil') && !isFiller(item);
      kinds.workup ||= isA(item, 'workup');
      end = i + 1;
      continue;
    }
    if (isA(item, 'test') || (isA(item, 'action') && item?.mark.action?.weak === false)) return null;
    if (isA(item, 'specialty') && referralAt(scene, i)) return null;
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

function actionAt(scene: Scene, at: number): Target | null {
  const { items } = scene;
  const action = items[at]?.mark.action;
  if (!action) return null;
  if (isA(items[at + 1], 'aspect') || (isPointedTo(scene, at) && !isA(items[at], 'laboratory'))) return null;
  const guide = items.slice(at + 1, Math.min(scene.to, at + 5));
  const under = guide.findIndex((item) => isA(item, 'guided'));
  const test = under > 0 ? guide[under - 1]?.mark.test : undefined;
  const end = test ? at + 2 + under : at + 1;
  const region = action.region ?? (action.action === 'biopsy' ? regionAround(scene, at, end) : null);
  const modality = action.modality ?? test?.modality ?? null;
  return { ...blank, from: at, to: end, action: action.action, modality, region, weak: action.weak };
}

/** "Correlate" asks for what it names; alone it asks for clinical correlation. One of each sort is enough. */
function withCorrelation({ items, from, to, free }: Scene, targets: readonly Target[]): Target[] {
  const at = items.findIndex((item, i) => i >= from && i < to && free(i) && isA(item, 'correlate'));
  if (at < 0) return [...targets];
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

/** One entry for what is one thing: two laboratory values, MRI/MRCP, a referral with input of another clinic. */
function joined({ items }: Scene, targets: readonly Target[]): Target[] {
  const merged: Target[] = [];
  for (const target of targets) {
    const last = merged.at(-1);
    const between = last ? items.slice(last.to, target.from) : [];
    const tight = between.length === 0 || (between.length === 1 && ['/', 'with', '('].includes(between[0]?.norm ?? ''));
    const listed = between.every((item) => [',', 'and', '/', 'or', '&', 'with'].includes(item.norm) || isFiller(item));
    const alike = last?.action === target.action && (last.modality === target.modality || target.modality === null);
    const sameSort =
      last &&
      alike &&
      ((listed && ['laboratory', 'clinical-correlation'].includes(target.action)) ||
        (tight && !between.some((b) => b.norm === ',')));
    if (last && sameSort) merged[merged.length - 1] = { ...last, to: target.to, region: last.region ?? target.region };
    else merged.push(target);
  }
  return merged;
}
