/** Wing 2, recognize: orders without a word that asks: "Repeat CT in 3 months", "Urology referral", "Urgent MRI to exclude …". */
import type { Modality } from '../../document.ts';
import { isCareAlone } from './care.ts';
import { ASIDE, type Asides, type Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import {
  isBehindArrow,
  isBehindDash,
  isCodedAlone,
  isFollowedWith,
  isFollowUpAlone,
  isProcedureAlone,
  isSoonAlone,
  isTestAlone,
  isTestIf,
  isTestWithTime,
} from './short-orders.ts';
import type { Target } from './targets.ts';
import type { Time } from './times.ts';
import { tellsOfStudy } from './titles.ts';

export interface Scene {
  readonly items: readonly Item[];
  readonly clause: Clause;
  readonly asides: Asides;
  readonly times: readonly Time[];
  /** a heading or an opening "Recommend:" asks for all that follows */
  readonly opened: boolean;
  readonly wary: boolean;
  /** the last words of a text that names no examination, request or history of its own */
  readonly bare: boolean;
  /** the first words of their section, with more behind: nothing was found yet that they could follow from */
  readonly first: boolean;
  /** in the conclusion of the report */
  readonly concluding: boolean;
  /** the last words of the conclusion */
  readonly ends: boolean;
  /** whether a sample is named before the conclusion: one that was taken */
  readonly isSampled: () => boolean;
  /** modality of this examination */
  readonly modality: Modality | null;
}

/** An order without a word that asks: "Repeat CT in 3 months", "Urology referral", "Correlate clinically". */
export function isBareOrder(scene: Scene, targets: readonly Target[]): boolean {
  const { items, clause, asides, times } = scene;
  if (!targets.length) return false;
  if (isCareAlone(items, clause, asides, targets)) return true;
  if (targets.some((t) => (t.weak && startsHere(items, clause, pastArticle(items, t.from - 1))) || isTold(items, t)))
    return true;
  const timed = (at: number): boolean => times.some((time) => at >= time.from && at < time.to);
  for (let at = clause.from; at < clause.to; at += 1)
    if (asides.of[at] !== ASIDE.condition && isA(items[at], 'shows')) return false;
    else if (
      asides.of[at] === ASIDE.none &&
      isA(items[at], 'seen', 'past') &&
      !isA(items[at], 'follow') &&
      !timed(at) &&
      !isOfKind(items, at, targets)
    )
      return false;
  if (tellsOfStudy(scene, targets) || isTimedResult(items, times, targets)) return false;
  if (scene.wary) return times.some((time) => time.bound !== null && time.ahead && isAhead(items, time, targets));
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
  if (isResult(items, first, targets)) return false;
  if (isFollowUpAlone(scene, targets) || isCodedAlone(scene, targets)) return true;
  if (isA(items[first], 'imperative') && !isSubject(items, first) && targets.some((t) => t.from <= first + 4))
    return ordersBy(items, first, targets);
  return (
    isProcedureAlone(scene, targets) ||
    isFollowedWith(scene, targets) ||
    isTestWithTime(scene, targets) ||
    isBehindArrow(scene, targets) ||
    isBehindDash(scene, targets) ||
    isSoonAlone(scene, targets) ||
    isTestAlone(scene, targets) ||
    isTestIf(scene, targets) ||
    isNounOrder(scene, targets) ||
    isTestToCome(scene, targets)
  );
}

/** "Repeat limited skeletal survey": how the test is made. */
const isOfKind = (items: readonly Item[], at: number, targets: readonly Target[]): boolean =>
  isA(items[at], 'filler') && targets.some(({ from, to, modality }) => modality !== null && from <= at && at < to);

/** "Biopsy: benign": what was done, and what came of it. */
const isResult = (items: readonly Item[], first: number, targets: readonly Target[]): boolean =>
  targets.length === 1 && targets[0]?.from === first && items[targets[0].to]?.norm === ':';

/** "CXR at 4 hours: no pneumothorax": the same, with its time. */
function isTimedResult(items: readonly Item[], times: readonly Time[], targets: readonly Target[]): boolean {
  const [target, more] = targets;
  const at = Math.max(target?.to ?? 0, times.at(-1)?.to ?? 0);
  if (!target || more || times.length === 0 || items[at]?.norm !== ':') return false;
  const next = items[at + 1];
  return isA(next, 'no', 'seen', 'past', 'shows') || RESULTS.has(next?.norm ?? '');
}

const RESULTS: ReadonlySet<string> = new Set([
  'clear',
  'stable',
  'unremarkable',
  'satisfactory',
  'negative',
  'resolved',
]);

/** "The tip is too deep, pull back 3 cm." */
const isTold = (items: readonly Item[], { from, action }: Target): boolean =>
  action === 'procedure' && isA(items[from], 'imperative') && [',', '-', ':'].includes(items[from - 1]?.norm ?? '');

/** "Check the TSH": the place before the article. */
export const pastArticle = (items: readonly Item[], at: number): number => (items[at]?.norm === 'the' ? at - 1 : at);

/** "…, start antibiotics". */
const startsHere = (items: readonly Item[], clause: Clause, at: number): boolean =>
  isA(items[at], 'start') && (at === clause.from || items[at - 1]?.norm === ',');

/** "CT in 3 months", "follow-up ultrasound after 15 days", in a line that looks like a title. */
const isAhead = (items: readonly Item[], { from }: Time, targets: readonly Target[]): boolean =>
  targets.some((t) => t.from < from) && isA(items[from], 'coming');

/** "Per the … guideline", "(… guideline)" */
const isSource = (items: readonly Item[], clause: Clause, at: number): boolean =>
  at < clause.to &&
  (items[at - 1]?.norm === '(' ||
    items.slice(Math.max(clause.from, at - 3), at).some(({ norm }) => norm === 'per' || norm === 'according'));

const besideFollow = (items: readonly Item[], time: Time, targets: readonly Target[]): boolean =>
  targets.some(
    (t) =>
      t.from <= time.to + 1 &&
      t.to > time.from &&
      items.slice(t.from, t.to).some((i) => isA(i, 'follow', 'scan', 'repeat', 'review')),
  );

/** "…, 6 to 8 weeks." */
const endsWith = (items: readonly Item[], time: Time, clause: Clause): boolean =>
  time.to === clause.to && items[time.from - 1]?.norm === ',';

const VERBS: ReadonlySet<string> = new Set([
  'is',
  'was',
  'would',
  'may',
  'might',
  'can',
  'could',
  'will',
  'has',
  'had',
]);

/** "Biopsy would be difficult": a noun of which something is said. */
const isSubject = (items: readonly Item[], at: number): boolean => VERBS.has(items[at + 1]?.norm ?? '');

/** "Follow up CT head." is a title; "Follow up with CT" and "Repeat CT" are orders. */
function ordersBy(items: readonly Item[], first: number, targets: readonly Target[]): boolean {
  if (!isA(items[first], 'follow') || items[first]?.norm.startsWith('re')) return true;
  return isA(items[first + 1], 'by') || targets.every((t) => t.modality === null && !t.generic);
}

export function firstWord(items: readonly Item[], clause: Clause): number {
  let at = clause.from;
  while (at < clause.to && !isA(items[at], 'imperative')) {
    const norm = items[at]?.norm ?? '';
    const skip =
      isA(items[at], 'otherwise') ||
      /^[\d().:\-*•)]+$|^[a-h]$/.test(norm) ||
      isA(items[at], 'soon', 'now') ||
      norm === 'also' ||
      norm === 'and';
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
  for (let at = afterColon(items, clause, targets[0]); at < clause.to; at += 1) {
    const inside = targets.some((t) => at >= t.from && at < t.to);
    if (
      !inside &&
      asides.of[at] === ASIDE.none &&
      !isA(items[at], 'filler', 'correlate', 'clinical', 'guideline', 'number') &&
      !(items[at]?.norm === 'and' && targets.some((t) => t.to <= at)) &&
      /\w/.test(items[at]?.norm ?? '')
    )
      other += 1;
  }
  return other <= 2;
}

/**
 * A clause that is hardly more than the name of a test, with a sign that the test is still to come:
 * "Urgent MRI to exclude …", "DMSA scan 4 to 6 months after the infection", "Restaging CT on completion of treatment".
 */
function isTestToCome(scene: Scene, targets: readonly Target[]): boolean {
  const { items, clause, asides, times, modality, concluding } = scene;
  const tests = targets.filter((t) => !t.weak && TESTS.has(t.action) && !isThisStudy(items, t));
  if (!tests.length) return false;
  // "Hemicolectomy for cancer": why it was done; "drainage to relieve …", "urgent laparotomy for …" are to come
  const isWork = tests.every((t) => t.action === 'procedure' && t.modality === null);
  let other = 0;
  const isOther = modality !== null && tests.every((t) => t.modality !== null && t.modality !== modality);
  const from = concluding && isOther ? afterMark(items, clause, tests[0]) : afterColon(items, clause, tests[0]);
  const stepped = (times.length > 0 && isA(items[clause.to], 'next-step')) || isFollowedByIf(items, clause);
  let sign = stepped || isGraded(items, clause, tests) || times.some((time) => isPlanned(items, time));
  for (let at = from; at < clause.to; at += 1) {
    const item = items[at];
    if (asides.of[at] === ASIDE.purpose) {
      const starts = isA(item, 'purpose') && asides.of[at - 1] !== ASIDE.purpose;
      const other = tests.some((t) => modality !== null && t.modality !== modality);
      const why =
        !isA(item, 'reason') && (other ? !isWork || item?.norm !== 'for' : scene.bare && item?.norm !== 'for');
      sign ||= starts && (why || isA(item, 'event') || isA(items[at + 1], 'further'));
    } else if (asides.of[at] === ASIDE.none) {
      sign ||= isA(item, 'hurry');
      const inside = targets.some((t) => at >= t.from && at < t.to) || times.some((t) => at >= t.from && at < t.to);
      if (!inside && !isA(item, ...BESIDE) && /\w/.test(item?.norm ?? '')) other += 1;
    }
  }
  return sign && other <= 2;
}

/** "PET and if negative CT": what its result leads to. */
const isFollowedByIf = (items: readonly Item[], { to }: Clause): boolean =>
  (items[to]?.norm === 'and' || items[to]?.norm === ',') &&
  items.slice(to + 1, to + 3).some((item) => isA(item, 'condition', 'condition-closed'));

/** "BI-RADS 4 - biopsy": what follows from a category. */
function isGraded(items: readonly Item[], clause: Clause, tests: readonly Target[]): boolean {
  const at = items.findIndex(({ mark }, i) => i >= clause.from && i < clause.to && mark.guideline?.classification);
  const first = tests[0];
  if (at < 0 || !first || at >= first.from) return false;
  return items.slice(at + 1, first.to).some(({ norm }) => norm === ':' || norm === '-' || norm === ',' || norm === '–');
}

/** "Bosniak III cyst: urology opinion": what stands before the colon is what the order is about. */
function afterColon(items: readonly Item[], clause: Clause, first: Target | undefined): number {
  for (let at = (first?.from ?? 0) - 1; at > clause.from; at -= 1) if (items[at]?.norm === ':') return at + 1;
  return clause.from;
}

/** "Wedge fracture, MRI to establish how old it is": what stands before the comma or dash right before the order, too. */
function afterMark(items: readonly Item[], clause: Clause, first: Target | undefined): number {
  let at = first?.from ?? clause.from;
  while (at > clause.from && isA(items[at - 1], 'filler') && !PAUSE.has(items[at - 1]?.norm ?? '')) at -= 1;
  return at > clause.from && PAUSE.has(items[at - 1]?.norm ?? '') ? at : afterColon(items, clause, first);
}

const PAUSE: ReadonlySet<string> = new Set([',', '-', '–']);

/** "Non-diagnostic study for embolism": the examination that the report is of. */
const isThisStudy = (items: readonly Item[], { from, to, generic }: Target): boolean =>
  generic &&
  isA(items[to - 1], 'present') &&
  !items.slice(from, to).some((item) => isA(item, 'repeat', 'follow', 'surveil', 'hurry'));

const TESTS: ReadonlySet<string> = new Set(['imaging', 'surveillance', 'biopsy', 'procedure']);
const BESIDE = ['filler', 'region', 'repeat', 'soon', 'now', 'by', 'specialty', 'bound', 'clinical'] as const;

/** "4 to 6 months after the infection": a span of time is a plan, a single one may be the date of this examination. */
const isPlanned = (items: readonly Item[], { to, interval }: Time): boolean =>
  interval !== null && interval.min !== interval.max && isA(items[to], 'since-event');
