/** Wing 2, recognize: tests that are asked for, with what is taken under their guidance. */
import type { RecommendationAction } from '../../document.ts';
import { type Item, isA } from './items.ts';
import { isPointedTo, regionAround, widen } from './reach.ts';
import { referralAt } from './referral.ts';
import { blank, HEADS, isFiller, type Scene, type Target } from './target.ts';

/** A test that is meant, not one that is pointed to ("on CT", "prior MRI", "CT findings"). */
export function testAt(scene: Scene, at: number): Target | null {
  const { items, to } = scene;
  const test = items[at]?.mark.test;
  if (!test) return null;
  if (isPointedTo(scene, at) || isCompared(scene, at) || isA(items[at + 1], 'aspect')) return null;
  const sampled = sampledUnder(items, at, to);
  if (sampled) {
    const start = widen(items, scene.from, Math.min(at, sampled.at));
    const region =
      sampled.item.mark.action?.region ??
      regionAround(scene, at, at + 1) ??
      regionAround(scene, sampled.at, sampled.at + 1);
    const end = Math.max(at, sampled.at) + 1;
    return { ...blank, from: start, to: end, action: sampled.action, modality: test.modality, region };
  }
  let end = at + 1;
  // "mammographic screening in 3 years"
  let surveil = isA(items[at], 'surveil');
  while (end < to && scene.free(end) && isA(items[end], ...HEADS, 'region') && !startsReferral(scene, end)) {
    surveil ||= isA(items[end], 'surveil');
    end += 1;
  }
  const start = widen(items, scene.from, at);
  for (let i = start; i < at; i += 1) surveil ||= isA(items[i], 'surveil') && !isScreeningTest(items, i, at);
  const action = test.modality === 'ES' ? 'procedure' : surveil ? 'surveillance' : 'imaging';
  const named = /^(breast|heart|biliary|urinary tract|colon|stomach)$/.test(test.region ?? '') ? test.region : null;
  const region = named ?? regionAround(scene, at, end) ?? test.region;
  // "further views of the left breast"
  const modality = test.modality === 'XR' && region === 'breast' ? 'MG' : test.modality;
  return { ...blank, from: start, to: end, action, modality, region };
}

/** "Comparison with prior chest CT": the test was done, and is only looked at again. */
export function isCompared({ items, from }: Scene, at: number): boolean {
  let i = at - 1;
  while (i >= from && (isFiller(items[i]) || isA(items[i], 'region', 'number'))) i -= 1;
  return i >= from && items[i]?.norm === 'comparison' && items[i]?.mark.action?.action === 'other';
}

/** A "screening mammogram" is a test; only a return to screening is surveillance. */
const isScreeningTest = (items: readonly Item[], i: number, at: number): boolean =>
  items[i]?.norm === 'screening' && i + 1 === at && items[at]?.mark.test?.modality !== 'MG';

function startsReferral(scene: Scene, at: number): boolean {
  return isA(scene.items[at], 'specialty') && referralAt(scene, at) !== null;
}

const JOINTS: ReadonlySet<string> = new Set(['-', '/', '–']);

/** CT-guided biopsy; biopsy under ultrasound guidance. */
function sampledUnder(
  items: readonly Item[],
  at: number,
  to: number,
): { at: number; item: Item; action: RecommendationAction } | null {
  let guided = false;
  let isTight = true;
  for (let i = at + 1; i < Math.min(to, at + 7); i += 1) {
    const item = items[i];
    guided ||= isA(item, 'guided');
    const action = item?.mark.action;
    // "TRUS biopsy", "MRI-TRUS fusion biopsy"
    guided ||= isTight && action?.action === 'biopsy' && items[i - 1]?.norm !== '/';
    if (item && guided && action && !action.weak) return { at: i, item, action: action.action };
    if (item?.norm === ',') break;
    const joined = isA(item, 'test') && JOINTS.has(items[i - 1]?.norm ?? '');
    isTight &&= joined || JOINTS.has(item?.norm ?? '');
    if (!joined && !isA(item, 'guided', 'filler', 'region') && !JOINTS.has(item?.norm ?? '')) break;
  }
  return null;
}
