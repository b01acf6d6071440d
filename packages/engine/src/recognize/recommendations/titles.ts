/** Wing 2, recognize: words that name this examination, its reason or what was done, and order nothing. */
import type { Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Scene } from './orders.ts';
import type { Target } from './targets.ts';

/** Whether a clause without a word that asks names what was done, and why. */
export const tellsOfStudy = (scene: Scene, targets: readonly Target[]): boolean =>
  isTitle(scene, targets) ||
  isReason(scene, targets) ||
  isOfToday(scene, targets) ||
  isDone(scene.items, scene.clause, targets) ||
  isNamed(scene, targets);

/** "THREE MONTH FOLLOW UP STUDY": what this examination is. */
const isTitle = ({ items, clause, times }: Scene, targets: readonly Target[]): boolean =>
  targets.every((t) => t.generic && isA(items[t.to - 1], 'present')) &&
  times.every(({ bound, to }) => bound === null && to <= (targets[0]?.to ?? 0)) &&
  (targets.at(-1)?.to ?? 0) >= clause.to - 1;

/** "6 month surveillance scan: no disease", "surveillance post cancer, 24 months", "biopsy of the breast under ultrasound": why and how this examination was made. */
function isNamed({ items, clause, times, first, modality }: Scene, targets: readonly Target[]): boolean {
  const [only, more] = targets;
  if (!only || more || times.length > 1 || only.from > clause.from + 2) return false;
  const rest = items[Math.max(only.to, times[0]?.to ?? 0)];
  const dated = times.every(({ bound, repeat }) => bound === null && !repeat);
  if (REGULAR.has(only.action)) {
    if (!dated || !(only.generic || only.modality === null || only.modality === modality)) return false;
    const aged = times.every(({ to }) => to <= only.to);
    if (
      aged &&
      times.length > 0 &&
      isA(items[only.to - 1], 'scan', 'test') &&
      (rest?.norm === ':' || (first && isStop(rest)))
    )
      return true;
    const surveyed = first || items.slice(only.from, only.to).some((item) => isA(item, 'surveil'));
    return surveyed && only.action === 'surveillance' && isA(items[only.to], 'since-event') && only.to + 1 < clause.to;
  }
  return only.action === 'biopsy' && first && times.length === 0 && isGuided(items, clause, only);
}

const isStop = (item: Item | undefined): boolean => item === undefined || item.norm === '.';
const REGULAR: ReadonlySet<string> = new Set(['imaging', 'surveillance']);

/** "… under ultrasound guidance": how it was done. */
const isGuided = (items: readonly Item[], clause: Clause, { from }: Target): boolean =>
  items
    .slice(from, clause.to)
    .some((item, i, all) => item.norm === 'under' || (isA(item, 'guided') && i === all.length - 1));

/** "Referral for possible embolism": why this examination was asked for; who is sent to a clinic by name, or urgently, is sent. */
function isReason({ items, clause }: Scene, targets: readonly Target[]): boolean {
  const [only, more] = targets;
  if (!only || more || only.action !== 'referral' || only.from !== clause.from) return false;
  const bare = !items.slice(only.from, only.to).some((item) => isA(item, 'specialty'));
  return bare && items[only.to]?.norm === 'for' && isA(items[only.to + 1], 'asked');
}

/** "CXR today", "CXR today: clear": this examination itself, not "repeat CXR today". */
function isOfToday({ items, times, modality }: Scene, targets: readonly Target[]): boolean {
  const [only, more] = targets;
  const [time, later] = times;
  if (!only || !time || more || later || items[time.from]?.norm !== 'today') return false;
  if (items.slice(only.from, only.to).some((item) => isA(item, 'repeat', 'follow', 'hurry'))) return false;
  return items[time.to]?.norm === ':' || (modality !== null && only.modality === modality);
}

/** "Laparotomy for ischaemic bowel last week", "bowel resection for volvulus noted", "nephrectomy for cancer 2015": what was done, also where its purpose tells so. */
function isDone(items: readonly Item[], clause: Clause, targets: readonly Target[]): boolean {
  if (!targets.every(({ action }) => action === 'procedure')) return false;
  let last = clause.to - 2;
  while (last > clause.from && !/\w/.test(items[last + 1]?.norm ?? '')) last -= 1;
  for (let at = clause.from; at < clause.to; at += 1) {
    const item = items[at];
    if (at > last && isA(item, 'seen', 'past') && !isA(item, 'follow')) return true;
    if (isA(item, 'month') && (isA(items[at - 1], 'number') || isA(items[at + 1], 'number'))) return true;
    if (item?.mark.bound === 'past' && isA(items[at + 1], 'unit', 'number', 'period')) return true;
    if (isA(item, 'unit') && isA(items[at + 1], 'not-time')) return true;
    if (/^(?:19|20)\d\d$/.test(item?.norm ?? '')) return true;
  }
  return false;
}
