/** Wing 2, recognize: orders that name a test or a visit with a sign that it is still to come: "Surgical opinion", "Urgent MRI to exclude …". */
import { ASIDE, type Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Scene } from './orders.ts';
import type { Target } from './targets.ts';
import type { Time } from './times.ts';

/** A clause that is hardly more than the noun of an order: "Clinical correlation", "Surgical opinion", "Discussion at MDT", "CT/MRI correlation". */
export function isNounOrder({ items, clause, asides, times, concluding }: Scene, targets: readonly Target[]): boolean {
  const orders = targets.filter(({ action }) => ['referral', 'clinical-correlation'].includes(action));
  const lab =
    targets.some(({ action }) => action === 'laboratory') &&
    items.slice(clause.from, clause.to).some((i) => isA(i, 'correlate'));
  const compared =
    concluding &&
    targets[0]?.from === clause.from &&
    items[clause.to - 1]?.norm === CORRELATION &&
    targets.every(({ modality }) => modality !== null);
  if (!orders.length && !lab && !compared) return false;
  let other = 0;
  for (let at = afterColon(items, clause, targets[0]); at < clause.to; at += 1) {
    const inside = targets.some((t) => at >= t.from && at < t.to);
    if (
      !inside &&
      asides.of[at] === ASIDE.none &&
      !isA(items[at], 'filler', 'correlate', 'clinical', 'guideline', 'number', 'soon', 'now', 'hasty', 'bound') &&
      !times.some((time) => at >= time.from && at < time.to) &&
      !(items[at]?.norm === 'and' && targets.some((t) => t.to <= at)) &&
      /\w/.test(items[at]?.norm ?? '')
    )
      other += 1;
  }
  return other <= 2;
}

const CORRELATION = 'correlation';

/**
 * A clause that is hardly more than the name of a test, with a sign that the test is still to come:
 * "Urgent MRI to exclude …", "DMSA scan 4 to 6 months after the infection", "Restaging CT on completion of treatment".
 */
export function isTestToCome(scene: Scene, targets: readonly Target[]): boolean {
  const { items, clause, asides, times, modality, concluding } = scene;
  const named = targets.filter((t) => !t.weak && TESTS.has(t.action) && !isThisStudy(items, t));
  const tests = named.filter((t) => !isSpokenOf(scene, t, targets));
  if (!tests.length) return false;
  // "Hemicolectomy for cancer": why it was done; "drainage to relieve …", "urgent laparotomy for …" are to come
  const isWork = tests.every((t) => t.action === 'procedure' && t.modality === null);
  let other = 0;
  const isOther = modality !== null && tests.every((t) => t.modality !== null && t.modality !== modality);
  const from =
    tests.length < named.length
      ? Math.max(afterPause(items, clause, tests[0]), afterColon(items, clause, tests[0]))
      : concluding && isOther
        ? afterMark(items, clause, tests[0])
        : afterColon(items, clause, tests[0]);
  const stepped = (times.length > 0 && isA(items[clause.to], 'next-step')) || isFollowedByIf(items, clause);
  const graded = isGraded(items, clause, tests);
  // "BI-RADS 4: biopsy of the calcifications in the upper outer quadrant"
  const last = tests.at(-1)?.to ?? clause.to;
  const sampled = graded && items[last]?.norm === 'of' ? last : clause.to;
  let sign = stepped || graded || times.some((time) => isPlanned(items, time));
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
      if (!inside && at < sampled && !isA(item, ...BESIDE) && /\w/.test(item?.norm ?? '')) other += 1;
    }
  }
  return sign && other <= 2;
}

/** "MRI is suspicious for …", "CT positive for …", "MRI to exclude a tear: negative": what a test showed; not "ultrasound of the suspicious node". */
export function isSpokenOf({ items, clause, asides }: Scene, test: Target, targets: readonly Target[]): boolean {
  for (let at = test.to; at < clause.to && asides.of[at] === ASIDE.none; at += 1) {
    if (targets.some(({ from, to }) => at >= from && at < to)) continue;
    if (isA(items[at], 'resulted')) return endsJudgment(items, clause, at + 1);
    if (!isA(items[at], 'filler', 'region') && !BEFORE_RESULT.has(items[at]?.norm ?? '')) break;
  }
  const last = clause.to - 1;
  const isAtEnd = asides.of[last] === ASIDE.none || asides.of[last] === ASIDE.purpose;
  if (targets.length > 1 || !isAtEnd || !isA(items[last], 'resulted')) return false;
  return last > test.to && ANSWERS.has(items[last - 1]?.norm ?? '');
}
const BEFORE_RESULT: ReadonlySet<string> = new Set([
  'is',
  'was',
  'are',
  'were',
  'remains',
  'again',
  'also',
  'and',
  'or',
  '/',
]);
const ANSWERS: ReadonlySet<string> = new Set([':', 'is', 'was']);

/** Not before a thing, which such a word describes: "the suspicious node". */
const endsJudgment = (items: readonly Item[], { to }: Clause, at: number): boolean =>
  at >= to || !/\w/.test(items[at]?.norm ?? '') || BEHIND_RESULT.has(items[at]?.norm ?? '');
const BEHIND_RESULT: ReadonlySet<string> = new Set([
  'for',
  'of',
  'by',
  'due',
  'because',
  'to',
  'in',
  'on',
  'with',
  'without',
  'and',
  'or',
  'but',
  'so',
  'as',
  'at',
  'from',
]);

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

/** "PET suspicious, urgent biopsy": what stands before the comma or dash is what a test showed. */
function afterPause(items: readonly Item[], { from }: Clause, first: Target | undefined): number {
  for (let at = (first?.from ?? 0) - 1; at > from; at -= 1) if (PAUSE.has(items[at]?.norm ?? '')) return at + 1;
  return first?.from ?? from;
}

export const PAUSE: ReadonlySet<string> = new Set([',', '-', '–']);

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
