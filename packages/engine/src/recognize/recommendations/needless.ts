/** Wing 2, recognize: advice that nothing more is needed: "no further imaging", "follow-up is not required". */
import { EMPTY_LIST } from '../../alike.ts';
import { SIGN } from '../sign.ts';
import { ASIDE, type Clause } from './clauses.ts';
import { bears, type Item, isA } from './items.ts';
import { isAlone, isBetween, isContrast, listedFrom, withoutContrast, withoutLesser } from './lesser.ts';
import type { Target } from './targets.ts';

export interface DenialScene extends Clause {
  readonly items: readonly Item[];
  readonly aside: Uint8Array;
  /** under a heading or an opening of advice, where a bare "no biopsy" is advice */
  readonly opened: boolean;
  /** in the conclusion of a report */
  readonly concludes: boolean;
}

/** Targets with those that are denied turned into `none-needed`: one for each thing by name, one for all that has none. */
export function withNeedless(scene: DenialScene, targets: readonly Target[]): readonly Target[] {
  const { items, from, to, aside } = scene;
  if (targets.length === 0) return targets;
  let left = withoutLesser(items, from, to, targets);
  const denied: Target[] = [];
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    // "ultrasound not possible, CT recommended"
    if (isA(item, 'no-way') && !isA(item, 'against-behind')) left = left.filter(({ to: end }) => end !== at);
    if (!bears(item, SIGN.ask | SIGN.no) || aside[at] === ASIDE.condition) continue;
    // "not a dedicated study for …": what this examination is
    if (item?.norm === 'not' && ARTICLES.has(items[at + 1]?.norm ?? '')) continue;
    if (isContrast(items, at, left)) {
      left = withoutContrast(items, at, left);
      continue;
    }
    const against = isA(item, 'against', 'against-behind');
    // "is withdrawn" asks for no withdrawing
    const isBack = isWithdrawn(scene, at);
    if (isBack) left = left.filter(({ from: begin }) => begin !== at);
    const group = against
      ? advisedAgainst(items, at, left)
      : (isA(item, 'no-need') && !WERE.has(items[at - 1]?.norm ?? '')) || isBack
        ? groupBefore(items, at, left, isBack)
        : isA(item, 'no')
          ? groupAfter(scene, at, left)
          : EMPTY_LIST;
    const first = group[0];
    const last = group.at(-1);
    // a thing right behind "no" is not asked for, whatever is meant
    if (!first && !against && isA(item, 'no')) left = left.filter((one) => !rightBehind(scene, at, left).includes(one));
    if (!first || !last) continue;
    left = left.filter((target) => !group.includes(target));
    // "further imaging should be avoided" says of no thing by name that it is not advised, and not that none is needed
    if (against && group.some(({ generic, weak, action }) => generic || weak || UNNAMED.has(action))) continue;
    // "do not biopsy locally": elsewhere or later it may well be done
    if (against && (isLimited(items[last.to]) || (at >= last.to && isLimited(items[at + 1])))) continue;
    // "no urgent referral", "no follow-up until next year": later one may well be needed
    if (!against && (isHurried(items, at, first) || isPutOff(items, Math.max(at + 1, last.to)))) continue;
    // that bed rest or antibiotics are not needed says nothing of other steps, nor does advice that is taken back and names none
    const told = group.filter(
      (one) =>
        one.care === null && !isTreatment(items, one) && !(isBack && one.modality === null && one.action !== 'biopsy'),
    );
    denied.push(...deniedOf(at, told));
  }
  return [...left, ...denied].sort((a, b) => a.from - b.from);
}

/** "Further views were not required": told of what was done. */
const WERE: ReadonlySet<string> = new Set(['was', 'were']);

/** "The recommendation for a biopsy is withdrawn", not "the tube is withdrawn". */
const isWithdrawn = ({ items, from }: DenialScene, at: number): boolean =>
  isA(items[at], 'takes-back') && items.slice(from, at + 1).some((item) => isA(item, 'trigger'));

/** A medicine or another treatment by its name. */
const isTreatment = (items: readonly Item[], { action, weak, from, to }: Target): boolean =>
  action === 'other' &&
  weak &&
  items.slice(from, to).some((item) => item.mark.action?.action === 'other' && !isA(item, 'workup'));

/** "No FNA or follow-up": each thing that has a name is refused by itself, what has none together. */
function deniedOf(at: number, group: readonly Target[]): readonly Target[] {
  const named = group.filter((target) => isSpecific(target));
  const general = group.filter((target) => !isSpecific(target));
  const parts = [...named.map((target) => [target]), ...(general.length ? [general] : [])];
  return parts.map((part) => {
    const [first, last] = [part[0], part.at(-1)];
    const begins = first === group[0] ? Math.min(at, first?.from ?? at) : (first?.from ?? at);
    return {
      from: begins,
      to: last === group.at(-1) ? Math.max(at + 1, last?.to ?? 0) : (last?.to ?? at + 1),
      action: 'none-needed' as const,
      // "MRI is not recommended" refuses that one, "no further imaging" refuses all
      modality: first === last && first && !first.generic ? first.modality : null,
      region: null,
      weak: false,
      generic: false,
      care: null,
    };
  });
}

const isSpecific = ({ generic, weak, action, modality }: Target): boolean =>
  !generic && !weak && (modality !== null || action === 'biopsy' || action === 'procedure');

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

const LIMITS: ReadonlySet<string> = new Set([
  'locally',
  'here',
  'until',
  'before',
  'prior',
  'without',
  'outside',
  'yet',
]);
const isLimited = (item: Item | undefined): boolean => item !== undefined && LIMITS.has(item.norm);

/** Only a quick one is not needed. */
const isHurried = (items: readonly Item[], at: number, { from, to }: Target): boolean =>
  items.slice(Math.min(at + 1, from), to).some((item) => isA(item, 'hasty'));

const PUT_OFF: ReadonlySet<string> = new Set(['until', 'till', 'before']);

/** "Until 12 months", "before 5 years", "for 3 years", "for at least 6-12 months": then it is; not "for the 4 mm cyst". */
function isPutOff(items: readonly Item[], behind: number): boolean {
  let at = behind;
  let lasts = false;
  while (isA(items[at], 'trigger', 'filler', 'bound') && !PUT_OFF.has(items[at]?.norm ?? '')) {
    lasts ||= items[at]?.norm === 'for';
    at += 1;
  }
  if (PUT_OFF.has(items[at]?.norm ?? '')) return true;
  if (!lasts) return false;
  const first = at;
  while (isA(items[at], 'number') || RANGES.has(items[at]?.norm ?? '')) at += 1;
  return at > first && isA(items[at], 'unit');
}
const RANGES: ReadonlySet<string> = new Set(['-', '–', 'to']);

/** What is advised against has no name of its own in these. */
const UNNAMED: ReadonlySet<string> = new Set([
  'surveillance',
  'clinical-correlation',
  'referral',
  'laboratory',
  'other',
]);

/** "Avoid lumbar puncture", "do not biopsy"; "LP should not be performed", "MRI is contraindicated". */
function advisedAgainst(items: readonly Item[], at: number, targets: readonly Target[]): readonly Target[] {
  const behind = isA(items[at], 'against-behind') ? groupBefore(items, at, targets) : EMPTY_LIST;
  if (behind.length > 0 || !isA(items[at], 'against')) return behind;
  return listedFrom(items, at + 1, targets);
}

/** The things of the list that begins right behind "no". */
function rightBehind({ items }: DenialScene, at: number, targets: readonly Target[]): readonly Target[] {
  // "no contrast CT": how it is made
  if (/^contrast/.test(items[at + 1]?.norm ?? '')) return EMPTY_LIST;
  const group: Target[] = [];
  // "no other imaging"
  let edge = items[at + 1]?.norm === OTHER ? at + 2 : at + 1;
  for (const target of targets) {
    if (target.to <= at + 1) continue;
    const start = Math.max(edge, target.from);
    const isNear = (item: Item): boolean =>
      group.length > 0 ? isBetween(item) : item.norm !== ',' && (isBetween(item) || isA(item, 'hasty'));
    if (!items.slice(edge, start).every(isNear)) break;
    // "no MRI, urgent CT advised": the second is asked for
    if (group.length > 0 && items[edge]?.norm === ',' && !isListed(items, edge + 1)) break;
    if (group.length > 0 && items.slice(edge, target.to).some(isAlone)) break;
    group.push(target);
    edge = target.to;
  }
  return group;
}

const LISTS: ReadonlySet<string> = new Set(['or', 'nor', 'and']);

/** "…, CT or biopsy is needed": a list that is not at its end yet. */
function isListed(items: readonly Item[], from: number): boolean {
  const end = Math.min(items.length, from + LONGEST_LIST);
  for (let at = from; at < end && !isA(items[at], 'trigger'); at += 1) {
    const { norm } = items[at] ?? { norm: '' };
    if (norm === ';' || norm === '.') return false;
    if (LISTS.has(norm)) return true;
  }
  return false;
}
const LONGEST_LIST = 24; // items
const OTHER = 'other';

/** Those of them that the report says are not needed. */
function groupAfter(scene: DenialScene, at: number, targets: readonly Target[]): readonly Target[] {
  const { items, to, aside, opened } = scene;
  const group = rightBehind(scene, at, targets);
  const edge = group.at(-1)?.to ?? 0;
  if (!group.length) return EMPTY_LIST;
  const said = items.slice(at, edge);
  const asked =
    isA(items[at], 'need') ||
    items.slice(edge, to).some((item, i) => isA(item, 'trigger') && aside[edge + i] !== ASIDE.purpose);
  // "no follow-up imaging is available": told of, not advised
  if (!asked && edge < to && aside[edge] === ASIDE.none && isA(items[edge], 'past', 'seen')) return EMPTY_LIST;
  if (asked || opened || isConditional(scene, edge) || isWhole(scene, at, edge, group)) return group;
  const more = said.some((item) => isA(item, 'follow') || item.norm === 'routine' || item.norm === 'surveillance');
  const further = said.some((item) => ['further', 'additional', 'dedicated', 'specific', OTHER].includes(item.norm));
  const general = (one: Target): boolean => !isSpecific(one);
  return (group.every(general) && (more || further)) || (group.some(general) && more) ? group : EMPTY_LIST;
}

/** "No CT unless symptoms change": what follows on a condition is advice. */
function isConditional({ items, to, aside }: DenialScene, behind: number): boolean {
  const at = items[behind]?.norm === ',' ? behind + 1 : behind;
  return at < to && aside[at] === ASIDE.condition && isA(items[at], 'condition', 'condition-closed');
}

/** "No biopsy.", "plan: no biopsy", "…, no biopsy": all that a line of the conclusion, or the words behind its last comma, say. */
function isWhole(
  { items, from, to, concludes }: DenialScene,
  at: number,
  edge: number,
  group: readonly Target[],
): boolean {
  const isBare = (list: readonly Item[]): boolean =>
    list.every((item) => isA(item, 'here', 'imperative') || !/[a-z]/.test(item.norm));
  return (
    concludes &&
    group.every(({ action }) => action === 'biopsy') &&
    (items[at - 1]?.norm === ',' || isBare(items.slice(from, at))) &&
    isBare(items.slice(edge, to))
  );
}

/** `named`: a word for advice may stand between ("the MRI advice is withdrawn"). */
function groupBefore(items: readonly Item[], at: number, targets: readonly Target[], named = false): Target[] {
  const group: Target[] = [];
  let edge = at;
  for (const target of targets.toReversed()) {
    if (target.from >= at) continue;
    const gap = items.slice(target.to, edge);
    const parts = (item: Item): boolean =>
      isA(item, 'condition') || (!named && isA(item, 'trigger')) || item.norm === ';';
    const near = gap.length <= 6 && !gap.some(parts);
    if (!near || (group.length > 0 && !gap.every(isBetween))) break;
    group.unshift(target);
    edge = target.from;
  }
  return group;
}
