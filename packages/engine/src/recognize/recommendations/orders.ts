/** Wing 2, recognize: orders without a word that asks: "Repeat CT in 3 months", "Urology referral", "Urgent MRI to exclude …". */
import type { Modality } from '../../document.ts';
import { isCareAlone } from './care.ts';
import { ASIDE, type Asides, type Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import { isNounOrder, isTestToCome, PAUSE } from './named-orders.ts';
import {
  isBehindArrow,
  isBehindDash,
  isCodedAlone,
  isEitherTest,
  isFollowedWith,
  isFollowUpAlone,
  isForTest,
  isProcedureAlone,
  isSampleBehindMark,
  isSoonAlone,
  isTestAlone,
  isTestFollowedBy,
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
  /** no word of it asks, hurries, or says when or why */
  readonly terse: boolean;
  /** whether a sample is named before the conclusion: one that was taken */
  readonly isSampled: () => boolean;
  /** modality of this examination */
  readonly modality: Modality | null;
}

/** An order without a word that asks: "Repeat CT in 3 months", "Urology referral", "Correlate clinically". */
export function isBareOrder(scene: Scene, targets: readonly Target[]): boolean {
  const { items, clause, asides, times } = scene;
  if (!targets.length) return false;
  // "Unremarkable MRI except for edema" was done
  if (times.length === 0 && targets.every(({ from }) => isA(items[from - 1], 'judged'))) return false;
  if (scene.terse) return isBehindArrow(scene, targets) || (!isToldOf(scene) && isTerseOrder(scene, targets));
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
      !isOfKind(items, at, targets) &&
      !isOfTestBefore(items, at, targets)
    )
      return false;
  if (tellsOfStudy(scene, targets) || isTimedResult(items, times, targets)) return false;
  if (scene.wary)
    return (
      isCourse(items, times, targets) ||
      times.some((time) => time.bound !== null && time.ahead && isAhead(items, time, targets))
    );
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
  if (isNextTest(items, clause, times, targets)) return true;
  if (isResult(items, first, targets)) return false;
  if (isFollowUpAlone(scene, targets) || isCodedAlone(scene, targets)) return true;
  if (isA(items[first], 'imperative') && !isSubject(items, first) && targets.some((t) => t.from <= first + 4))
    return ordersBy(items, first, targets);
  return (
    isProcedureAlone(scene, targets) ||
    isFollowedWith(scene, targets) ||
    isTestWithTime(scene, targets) ||
    isTerseOrder(scene, targets) ||
    isTestIf(scene, targets) ||
    isNounOrder(scene, targets) ||
    isTestToCome(scene, targets)
  );
}

const isTerseOrder = (scene: Scene, targets: readonly Target[]): boolean =>
  isBehindArrow(scene, targets) ||
  isBehindDash(scene, targets) ||
  (scene.concluding && !scene.wary && isByProtocol(scene.items, scene.clause, targets)) ||
  isEitherTest(scene, targets) ||
  isTestFollowedBy(scene, targets) ||
  (scene.concluding && isFollowedWith(scene, targets)) ||
  isForTest(scene, targets) ||
  isSampleBehindMark(scene, targets) ||
  isSoonAlone(scene, targets) ||
  isTestAlone(scene, targets);

const isToldOf = ({ items, clause }: Scene): boolean =>
  items
    .slice(clause.from, clause.to)
    .some((item) => isA(item, 'seen', 'past', 'shows') && !isA(item, 'follow', 'filler'));

/** "Repeat limited skeletal survey": how the test is made. */
const isOfKind = (items: readonly Item[], at: number, targets: readonly Target[]): boolean =>
  isA(items[at], 'filler') && targets.some(({ from, to, modality }) => modality !== null && from <= at && at < to);

/** "CT limited, MRI to …", "normal X-ray, MRI to …": said of a test before a pause, where another test stands behind it. */
function isOfTestBefore(items: readonly Item[], at: number, targets: readonly Target[]): boolean {
  const end = targets.find(({ from }) => from === at + 1)?.to ?? at + 1;
  const isSaid = end > at + 1 || targets.some(({ to }) => to === (IS.has(items[at - 1]?.norm ?? '') ? at - 1 : at));
  const test = targets.find(({ from }) => from > end);
  return isSaid && test?.modality != null && PAUSE.has(items[end]?.norm ?? '') && test.from - end <= A_LEAD;
}
const IS: ReadonlySet<string> = new Set(['is', 'was']);
/** tokens from a pause to the test behind it: ", urgent MRI", ", for an MRI" */
const A_LEAD = 4;

/** "Next DXA: 3 years": the colon stands for "in". */
function isNextTest(
  items: readonly Item[],
  { from, to }: Clause,
  times: readonly Time[],
  targets: readonly Target[],
): boolean {
  const [target, more] = targets;
  const [time, later] = times;
  if (!target || more || !time || later || target.from !== from || items[from]?.norm !== 'next') return false;
  return items[target.to]?.norm === ':' && time.from === target.to + 1 && time.to >= to;
}

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

/** "Ultrasound at 6 months, 1 year and 2 years" */
const isCourse = (items: readonly Item[], times: readonly Time[], targets: readonly Target[]): boolean => {
  const [first] = times;
  const points = times.reduce((sum, time) => sum + Math.max(1, time.points.length), 0);
  return (
    first !== undefined &&
    points > 1 &&
    items[first.from]?.norm === 'at' &&
    targets.some(({ from, modality }) => from < first.from && modality !== null) &&
    times.every(({ interval }) => interval?.unit === 'month' || interval?.unit === 'year')
  );
};

/** "Per the … guideline", "(… guideline)" */
const isSource = (items: readonly Item[], clause: Clause, at: number): boolean =>
  at < clause.to &&
  (items[at - 1]?.norm === '(' ||
    items.slice(Math.max(clause.from, at - 3), at).some(({ norm }) => norm === 'per' || norm === 'according'));

/** "Routine follow-up imaging per oncology protocol": ends with the protocol that says when. */
function isByProtocol(items: readonly Item[], { from, to }: Clause, targets: readonly Target[]): boolean {
  const isFollowed = targets.some((t) => items.slice(t.from, t.to).some((item) => isA(item, 'follow', 'surveil')));
  if (!isFollowed || !PROTOCOLS.has(items[to - 1]?.norm ?? '')) return false;
  return items.slice(Math.max(from, to - 5), to - 1).some(({ norm }) => norm === 'per');
}
const PROTOCOLS: ReadonlySet<string> = new Set(['protocol', 'protocols']);

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
