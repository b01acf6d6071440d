/** Wing 2, recognize: referrals: urology referral, review by the orthopaedic team, discussion in tumour board. */
import { type Item, isA } from './items.ts';
import { blank, isFiller, type Scene, type Target } from './target.ts';

/** "Urology referral", "review by the orthopaedic team", "refer to cardiology", "discussion in tumour board". */
export function referralAt({ items, from, to, free }: Scene, at: number): Target | null {
  const item = items[at];
  if (isHeld(items, from, at)) return null;
  const alone = isA(item, 'consult-alone') && !refersToDocument(items, at, to);
  if (isA(item, 'specialty')) {
    let i = at + 1;
    while (i < to && (isA(items[i], 'specialty') || isFiller(items[i]) || isJoin(items[i])) && i - at < 5) {
      if (isA(items[i], 'consult', 'consult-alone') && !isA(items[i], 'specialty')) break;
      // "discuss at the MDT and refer to surgery": another order
      if (isJoin(items[i]) && isA(items[i + 1], 'imperative', 'trigger')) break;
      i += 1;
    }
    const consult = items[i];
    // "urology to review": no purpose of a test
    const meant = free(i) || (i === at + 1 && isA(consult, 'purpose'));
    if (i < to && meant && isA(consult, 'consult', 'consult-alone', 'follow') && !isA(consult, 'action'))
      return { ...blank, from: at, to: afterConsult(items, i + 1, to), action: 'referral' };
    if (
      isSent(items, at) ||
      isAdvisedAlone(items, at, to) ||
      isAskedPolitely(items, from, at, to) ||
      isHurriedAlone(items, from, at, to) ||
      isSeen(items, from, at) ||
      isTimedAlone(items, from, at, to)
    )
      return { ...blank, from: at, to: at + 1, action: 'referral' };
    return alone ? { ...blank, from: at, to: afterConsult(items, at + 1, to), action: 'referral' } : null;
  }
  // "Ref 2WW"
  if (isA(item, 'sends') && items[at + 1]?.mark.period) return { ...blank, from: at, to: at + 1, action: 'referral' };
  if (alone) return { ...blank, from: at, to: afterConsult(items, at + 1, to), action: 'referral' };
  if (!isA(item, 'consult')) return null;
  const end = afterConsult(items, at + 1, to);
  return end > at + 1 ? { ...blank, from: at, to: end, action: 'referral' } : null;
}

/** "Discussed at the MDT of 3 May", "Case reviewed by the lung team": a meeting that has been. */
function isHeld(items: readonly Item[], from: number, to: number): boolean {
  // "discussed by the MDT, refer to urology" asks anew
  if (items.slice(from, to).some(({ norm }) => norm === ',' || norm === ':' || norm === ';')) return false;
  const at = items[from]?.mark.kinds.size === 0 ? from + 1 : from;
  return isA(items[at], 'consult') && isA(items[at], 'seen') && isA(items[at + 1], 'by');
}

/** "Please refer to the ultrasound report": something to read. */
export function refersToDocument(items: readonly Item[], at: number, to: number): boolean {
  if (!isA(items[at], 'trigger', 'consult-alone') || isA(items[at], 'specialty')) return false;
  for (let i = at + 1; i < Math.min(to, at + 7); i += 1) {
    if (isA(items[i], 'document')) return true;
    if (isA(items[i], 'specialty', 'consult', 'consult-alone', 'condition') || items[i]?.norm === ',') return false;
  }
  return false;
}

/** "Refer urology", "sent to the emergency department". */
function isSent(items: readonly Item[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i < 4 && isFiller(items[i]) && !isA(items[i], 'send', 'sends', 'talk-with', 'trigger')) i -= 1;
  if (isA(items[i], 'talk-with')) return items.some((one) => isA(one, 'trigger') && one.mark.trigger?.side !== 'after');
  return (
    isA(items[i], 'send') ||
    (i === at - 1 && isA(items[i], 'sends')) ||
    (isA(items[i], 'trigger') && i === at - 1 && /^refer/.test(items[i]?.norm ?? ''))
  );
}

/** "Advise orthopaedics.", "Suggest 2WW gynae.": nothing but the clinic, and how soon, behind a word that asks. */
function isAdvisedAlone(items: readonly Item[], at: number, to: number): boolean {
  if (at + 1 < to) return false;
  let i = at - 1;
  while (i >= 0 && at - i < 4 && !isA(items[i], 'trigger') && (isFiller(items[i]) || items[i]?.mark.period)) i -= 1;
  return items[i]?.mark.trigger !== undefined && items[i]?.mark.trigger?.side !== 'before';
}

/** "Fracture clinic in 1 week.", "Fracture clinic 1/52", "renal mass: urgent urology 2WW": nothing but the clinic and its time behind the last mark. */
function isTimedAlone(items: readonly Item[], from: number, at: number, to: number): boolean {
  let start = at;
  while (start > from && isA(items[start - 1], 'hasty', 'soon', 'filler') && !isPause(items[start - 1])) start -= 1;
  const opens = start === from;
  if (opens && isA(items[at + 1], 'coming') && isA(items[to - 1], 'unit', 'period') && to - at <= TIMED) return true;
  if (!(opens || isPause(items[start - 1])) || !isA(items[at], 'field')) return false;
  const time = items.slice(at + 1, to);
  const isWait = time.length === 1 && time[0]?.mark.period?.repeat === false;
  return isWait || (time.some(isSlash) && time.every((item) => isA(item, 'number') || isSlash(item) || isDash(item)));
}
const TIMED = 6;
const isSlash = ({ norm }: Item): boolean => norm === '/';
const isDash = (item: Item | undefined): boolean => item?.norm === '-' || item?.norm === '–';
const isPause = (item: Item | undefined): boolean => item?.norm === ',' || item?.norm === ':' || isDash(item);

/** "ENT please." */
const isAskedPolitely = (items: readonly Item[], from: number, at: number, to: number): boolean =>
  at === from && at + 2 === to && items[at + 1]?.mark.trigger?.side === 'both';

/** "Urgent urology.", "ENT/eyes urgent.": nothing but the clinic and how soon; "urgent surgery" is an operation. */
function isHurriedAlone(items: readonly Item[], from: number, at: number, to: number): boolean {
  let hurried = false;
  for (let i = from; i < to; i += 1) {
    const item = items[i];
    hurried ||= isA(item, 'hasty') && !isA(item, 'repeat');
    const isBeside = isA(item, 'specialty', 'hasty', 'soon', 'now', 'number') || isJoin(item);
    if (item?.norm === ',' || (!isBeside && /\w/.test(item?.norm ?? ''))) return false;
  }
  return hurried && isA(items[at], 'field');
}

/** "See GP within 48 hours": the verb opens its clause, with the clinic right behind it. */
function isSeen(items: readonly Item[], from: number, at: number): boolean {
  let i = at - 1;
  while (i > from && isFiller(items[i]) && items[i]?.norm !== ',') i -= 1;
  const opens = i === from || isA(items[i - 1], 'trigger');
  return opens && items[i]?.norm === 'see' && !isA(items[at + 1], 'document', 'aspect');
}

const isJoin = (item: Item | undefined): boolean => item?.norm === '/' || item?.norm === 'and' || item?.norm === '&';
const TOWARDS: ReadonlySet<string> = new Set(['to', 'by', 'with', 'at', 'in', 'from', 'for', 'between', 'via', 'w']);

/** "Evaluation with renal protocol MRI": the organ of a test, no clinic. */
function namesTest(items: readonly Item[], from: number, to: number): boolean {
  let at = from;
  while (
    at < to &&
    at < from + 4 &&
    !TOWARDS.has(items[at]?.norm ?? '') &&
    items[at]?.norm !== ',' &&
    isPart(items[at])
  )
    at += 1;
  return at < to && isA(items[at], 'test');
}

const isPart = (item: Item | undefined): boolean => isFiller(item) || isA(item, 'region', 'specialty');

/** One after "to the regional sarcoma team"; `at` itself where no such words follow. */
function afterConsult(items: readonly Item[], at: number, to: number): number {
  if (!TOWARDS.has(items[at]?.norm ?? '')) return at;
  for (let i = at + 1; i < Math.min(to, at + 5); i += 1) {
    if (isA(items[i], 'specialty', 'consult-alone') && !isA(items[i], 'test')) {
      if (namesTest(items, i + 1, to)) return at;
      let end = i + 1;
      while (end < to && isA(items[end], 'specialty', 'consult', 'consult-alone')) end += 1;
      return end;
    }
    // "correlation with the history of trauma" names no clinic
    if (isA(items[i], 'test', 'scan', 'trigger', 'condition', 'clinical') || items[i]?.norm === ',') return at;
  }
  return at;
}
