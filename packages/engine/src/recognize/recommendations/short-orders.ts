/** Wing 2, recognize: orders that are hardly more than the name of a test: "EGD and colonoscopy", "F/U MRI 6/12", "…, USS 1 yr". */
import { ASIDE, type Clause } from './clauses.ts';
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
    (target.modality !== null || target.action === 'laboratory')
  );
}

const WITH: ReadonlySet<string> = new Set(['with', 'by', 'using', 'via']);

/** "Gallbladder polyp 6 mm, USS 1 yr", "cyst, rescan 3/12", "LR-3, follow 3-6 months", "CT 6-12 mths.": behind the last mark nothing but a test and its time. */
export function isTestWithTime(
  { items, clause, times, wary, concluding, first: opens }: Scene,
  targets: readonly Target[],
): boolean {
  const [target, time] = [targets.at(-1), times.at(-1)];
  if (wary || !concluding || !target || !time || times.length > 1) return false;
  const isLook = target.modality !== null || target.generic || isA(items[target.from], 'follow');
  const [first, last] = [Math.min(target.from, time.from), Math.max(target.to, time.to)];
  const isCounted = isA(items[time.to - 1], 'unit') || items.slice(time.from, time.to).some(isSlash);
  if (!isLook || !isCounted || last < clause.to || items[clause.to]?.norm === ':') return false;
  const before = markBefore(items, clause, first);
  // "knee replacement, follow up 2 years": what was done stands before the mark
  if (targets.some(({ from }) => from < before)) return false;
  return (
    before > clause.from || (before === clause.from && !opens && target.from < time.from && target.modality !== null)
  );
}

/** The first item behind a mark that stands right before `at`, at most an article or a part between; -1 where there is none. */
function markBefore(items: readonly Item[], { from }: Clause, at: number): number {
  let start = at;
  while (start > from && isA(items[start - 1], 'filler', 'region') && items[start - 1]?.norm !== ',') start -= 1;
  return start === from || MARKS.has(items[start - 1]?.norm ?? '') ? start : -1;
}

const MARKS: ReadonlySet<string> = new Set([',', '>', '→', '⇒', '➔']);
const ARROWS: ReadonlySet<string> = new Set(['>', '→', '⇒', '➔']);

/** "Nodule -> PET", "aneurysm 5 cm → US": an arrow leads from what was found to what is to be done. */
export function isBehindArrow({ items, clause, wary, concluding }: Scene, targets: readonly Target[]): boolean {
  const [target] = targets;
  if (wary || !concluding || !target || (target.modality === null && target.action !== 'biopsy' && !target.generic))
    return false;
  if (items.slice(target.to, clause.to).some((item) => isA(item, 'seen', 'past', 'shows'))) return false;
  const at = markBefore(items, clause, target.from) - 1;
  // "50 -> 80 on CT" is a course, ">" alone is a size
  return at > clause.from && ARROWS.has(items[at]?.norm ?? '') && (items[at]?.norm !== '>' || isDash(items[at - 1]));
}

const isDash = (item: Item | undefined): boolean => item?.norm === '-' || item?.norm === '–' || item?.norm === '=';

/** "Wide duct, ?stone - MRCP.", "bile duct stone - ERCP": behind a dash nothing but a test of another sort. */
export function isBehindDash(
  { items, clause, wary, concluding, modality, times }: Scene,
  targets: readonly Target[],
): boolean {
  const [target, more] = targets;
  if (wary || !concluding || !target || more || times.length > 0 || !TESTS.has(target.action)) return false;
  if (target.modality === null || target.modality === modality || target.to < clause.to) return false;
  let at = target.from;
  while (at < target.to && isA(items[at], 'filler') && !isDash(items[at])) at += 1;
  const dash = isDash(items[at]) ? at : at - 1;
  return (
    isDash(items[dash]) &&
    dash > (target.modality === 'ES' ? clause.from : clause.from + 1) &&
    items[clause.to]?.norm !== ':' &&
    !isA(items[dash - 1], 'region', 'test', 'correlate')
  );
}

/** "Liver lesions, for MRI.", "Thyroid nodule - for FNA.": behind a mark what the thing found is for, and nothing more. */
export function isForTest(
  { items, clause, wary, concluding, modality, isSampled }: Scene,
  targets: readonly Target[],
): boolean {
  const [target] = targets;
  if (wary || !concluding || !target || items[clause.to]?.norm === ':') return false;
  const isToCome = ({ action, modality: own }: Target): boolean =>
    action === 'biopsy' || (TESTS.has(action) && own !== null && own !== modality);
  if (!targets.every(isToCome)) return false;
  const isSample = targets.every(({ action }) => action === 'biopsy');
  let at = target.from;
  while (
    at > clause.from &&
    items[at]?.norm !== FOR &&
    isA(items[at - 1], 'filler', 'region') &&
    !isMark(items[at - 1])
  )
    at -= 1;
  const before = items[at - 1];
  if (items[at]?.norm !== FOR || at - 1 <= clause.from) return false;
  // "suspicious nodule for FNA"
  if (!isMark(before) && !(isSample && isA(before, 'found') && !isSampled())) return false;
  const rest = items.slice(at, clause.to);
  return rest.every(
    (item, i) =>
      targets.some(({ from, to }) => at + i >= from && at + i < to) ||
      isA(item, 'filler', 'region') ||
      item.norm === 'and',
  );
}

const TESTS: ReadonlySet<string> = new Set(['imaging', 'procedure']);
const FOR = 'for';
const isMark = (item: Item | undefined): boolean => item?.norm === ',' || isDash(item);

/** "Ultrasound or CT for the lesion", "FNA or core biopsy of the nodule": which of them was made would be known. */
export function isEitherTest(
  { items, clause, wary, concluding, isSampled }: Scene,
  [one, other, more]: readonly Target[],
): boolean {
  if (wary || !concluding || !one || !other || more || one.from !== clause.from) return false;
  const words = items.slice(one.to, other.from).filter(({ norm }) => /\w/.test(norm));
  if (words.length !== 1 || words[0]?.norm !== 'or') return false;
  const next = items[other.to]?.norm;
  if (one.action === 'biopsy' && other.action === 'biopsy') return (next === 'of' || next === FOR) && !isSampled();
  return one.modality !== null && other.modality !== null && one.modality !== other.modality && next === FOR;
}

/** "Ultrasound of the breast followed by core biopsy": one after the other, both still to come. */
export function isTestFollowedBy(
  { items, clause, wary, concluding, isSampled }: Scene,
  targets: readonly Target[],
): boolean {
  const [one, other, more] = targets;
  if (wary || !concluding || !one || !other || more || one.from !== clause.from || one.modality === null) return false;
  const between = items.slice(one.to, other.from);
  return between.some((item) => isA(item, 'next-step')) && !(other.action === 'biopsy' && isSampled());
}

/** "TR4 nodule 1.6 cm, FNA.": behind the last mark nothing but a sample, where none was taken. */
export function isSampleBehindMark(
  { items, clause, wary, concluding, isSampled }: Scene,
  targets: readonly Target[],
): boolean {
  const [target, more] = targets;
  if (wary || !concluding || !target || more || target.action !== 'biopsy') return false;
  if (target.to < clause.to || items[clause.to]?.norm === ':') return false;
  const mark = isMark(items[target.from]) ? target.from : target.from - 1;
  return mark > clause.from && isMark(items[mark]) && !isA(items[mark - 1], 'region', 'test') && !isSampled();
}

/** "Short interval follow-up.": a follow-up soon, and nothing else. */
export function isSoonAlone({ items, clause, wary, concluding }: Scene, targets: readonly Target[]): boolean {
  const [target, more] = targets;
  return (
    !wary &&
    concluding &&
    target !== undefined &&
    more === undefined &&
    target.action === 'surveillance' &&
    target.modality === null &&
    target.from === clause.from &&
    target.to >= clause.to &&
    items[clause.to]?.norm !== ':' &&
    items.slice(target.from, target.to).some((item) => isA(item, 'soon', 'hasty') || item.norm.startsWith('short'))
  );
}

/** "MRI liver.", "Core biopsy right breast.", "Targeted biopsy.", "FNA of the node in the neck.", "Possible ultrasound.": the last words of a conclusion are the name of a test that this examination is not. */
export function isTestAlone(
  { items, clause, wary, ends, modality, isSampled }: Scene,
  targets: readonly Target[],
): boolean {
  const [target, more] = targets;
  if (wary || !ends || !target || more || items[clause.to]?.norm === ':') return false;
  // of a text that names no examination only a sample
  if (modality === null && target.action !== 'biopsy') return false;
  const isOther = target.modality !== null && target.modality !== modality && target.action === 'imaging';
  if (!isOther && target.action !== 'biopsy') return false;
  let named = items[target.to]?.norm === 'of' && target.action === 'biopsy' && target.from === clause.from;
  const last = named ? target.to : clause.to;
  for (let at = clause.from; at < last; at += 1) {
    const item = items[at];
    const inside = at >= target.from && at < target.to;
    if (!inside && !isA(item, 'filler', 'region') && /\w/.test(item?.norm ?? '')) return false;
    if (item?.norm === 'under' || (isA(item, 'guided') && item?.norm !== TARGETED)) return false;
    named ||= isA(item, 'region') || SIDES.has(item?.norm ?? '') || NAMING.has(item?.norm ?? '');
  }
  return named && (isOther || !isSampled());
}

const TARGETED = 'targeted';
const NAMING: ReadonlySet<string> = new Set(['possible', TARGETED]);
const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral', 'both']);

/** "CT 3/12.", "Interval CT 3/12", "Bloods and repeat USS 4/52": tests and a time in the British way, and nothing else. */
export function isCodedAlone(
  { items, clause, times, wary, concluding, asides }: Scene,
  targets: readonly Target[],
): boolean {
  const [time, more] = times;
  if (wary || !concluding || !time?.interval || more || !items.slice(time.from, time.to).some(isSlash)) return false;
  if (!targets.every(({ modality, action, generic }) => modality !== null || generic || CODED.has(action)))
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

const CODED: ReadonlySet<string> = new Set(['laboratory', 'referral']);
const isSlash = ({ norm }: Item): boolean => norm === '/';

/** "CA 125 if clinically concerned", "aspirate if it is painful": a blood test or a small work that opens its clause, and what it depends on. */
export const isTestIf = ({ clause, asides, wary }: Scene, targets: readonly Target[]): boolean =>
  !wary &&
  (targets[0]?.action === 'laboratory' || targets[0]?.action === 'procedure') &&
  targets[0].from === clause.from &&
  asides.conditions.some(({ from }) => from === targets[0]?.to);
