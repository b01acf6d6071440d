/** Wing 2, recognize: advice that nothing more is needed: "no further imaging", "follow-up is not required". */
import { EMPTY_LIST } from '../../alike.ts';
import { SIGN } from '../sign.ts';
import { ASIDE } from './clauses.ts';
import { bears, type Item, isA } from './items.ts';
import type { Target } from './targets.ts';

/** Targets with those that are denied turned into one `none-needed` for each denial. */
export function withNeedless(
  items: readonly Item[],
  from: number,
  to: number,
  aside: Uint8Array,
  targets: readonly Target[],
): readonly Target[] {
  if (targets.length === 0) return targets;
  let left = withoutLesser(items, from, to, targets);
  const denied: Target[] = [];
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (!bears(item, SIGN.ask | SIGN.no) || aside[at] === ASIDE.condition) continue;
    // "not a dedicated study for …": what this examination is
    if (item?.norm === 'not' && ARTICLES.has(items[at + 1]?.norm ?? '')) continue;
    if (item?.norm === 'not' && items[at - 1]?.norm === ',') {
      left = withoutContrast(items, at, left);
      continue;
    }
    const against = isA(item, 'against', 'against-behind');
    const group = against
      ? advisedAgainst(items, at, left)
      : isA(item, 'no-need')
        ? groupBefore(items, at, left)
        : isA(item, 'no')
          ? groupAfter(items, at, to, aside, left)
          : EMPTY_LIST;
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) continue;
    left = left.filter((target) => !group.includes(target));
    // "further imaging should be avoided" says of no thing by name that it is not advised, and not that none is needed
    if (against && group.some(({ generic, weak, action }) => generic || weak || UNNAMED.has(action))) continue;
    // "do not biopsy locally": elsewhere or later it may well be done
    if (against && isLimited(items[last.to])) continue;
    // "no urgent referral", "no follow-up until next year": later one may well be needed
    if (!against && (isHurried(items, at, first) || isPutOff(items, Math.max(at + 1, last.to)))) continue;
    denied.push({
      from: Math.min(at, first.from),
      to: Math.max(at + 1, last.to),
      action: 'none-needed',
      // "MRI is not recommended" refuses that one, "no further imaging" refuses all
      modality: first === last && !first.generic ? first.modality : null,
      region: null,
      weak: false,
      generic: false,
    });
  }
  return [...left, ...denied].sort((a, b) => a.from - b.from);
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

/** "MRI, not CT": what is set against the thing asked for goes. */
const withoutContrast = (items: readonly Item[], at: number, targets: readonly Target[]): readonly Target[] =>
  targets.filter(({ from, to }) => to <= at || !items.slice(at + 1, from).every((item) => isA(item, 'filler')));

/** "Surveillance rather than surgery", "observation preferred over biopsy": what is set below the thing asked for goes. */
function withoutLesser(
  items: readonly Item[],
  from: number,
  to: number,
  targets: readonly Target[],
): readonly Target[] {
  let left = targets;
  for (let at = from; at < to && left.length > 0; at += 1) {
    const lesser = behindLesser(items, from, at);
    if (lesser > at) left = left.filter((target) => !listedFrom(items, lesser, left, isNamed).includes(target));
  }
  return left;
}

const PAIRS: Readonly<Record<string, string>> = { rather: 'than', instead: 'of', opposed: 'to' };
const PLACES: Readonly<Record<string, string>> = { lieu: 'of', place: 'of', preference: 'to' };
const FAVORS: ReadonlySet<string> = new Set(['would', 'favor', 'favour', 'prefer', 'preferred', 'preference']);

/** One after "rather than", "instead of", "preferred to"; `at` itself where nothing of the sort stands. */
function behindLesser(items: readonly Item[], from: number, at: number): number {
  const [norm, next] = [items[at]?.norm ?? '', items[at + 1]?.norm ?? ''];
  if (PAIRS[norm] === next) return at + 2;
  if (norm === 'in' && PLACES[next] !== undefined && PLACES[next] === items[at + 2]?.norm) return at + 3;
  if (isA(items[at], 'trigger') && isA(items[at], 'pointing')) return at + 1;
  // "would favour surveillance over biopsy"
  return norm === 'over' && items.slice(from, at).some((item) => FAVORS.has(item.norm)) ? at + 1 : at;
}

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

/** "Until 12 months", "before 5 years", "for 3 years" */
function isPutOff(items: readonly Item[], behind: number): boolean {
  let at = behind;
  while (isA(items[at], 'trigger', 'filler')) at += 1;
  const norm = items[at]?.norm ?? '';
  return PUT_OFF.has(norm) || (norm === 'for' && items.slice(at + 1, at + 3).some((item) => isA(item, 'number')));
}

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

/** Targets that stand in one list from here. */
function listedFrom(
  items: readonly Item[],
  from: number,
  targets: readonly Target[],
  passes: (item: Item) => boolean = isBetween,
): readonly Target[] {
  const group: Target[] = [];
  let edge = from;
  for (const target of targets) {
    if (target.to <= from) continue;
    if (!items.slice(edge, Math.max(edge, target.from)).every(passes)) break;
    group.push(target);
    edge = target.to;
  }
  return group;
}

const LIST: ReadonlySet<string> = new Set([',', 'or', 'and', '/', 'nor', '-']);
/** "Than nephrectomy or ablation": the first is only pointed to, or a work that has no name here, and no target. */
const isNamed = (item: Item): boolean =>
  isBetween(item) || isA(item, 'action', 'test', 'scan') || /(?:tomy|plasty|scopy|ation|gery)$/.test(item.norm);
const isBetween = (item: Item): boolean => LIST.has(item.norm) || isA(item, 'filler', 'repeat', 'region', 'surveil');

function groupAfter(
  items: readonly Item[],
  at: number,
  to: number,
  aside: Uint8Array,
  targets: readonly Target[],
): readonly Target[] {
  const group: Target[] = [];
  let edge = at + 1;
  for (const target of targets) {
    if (target.to <= at + 1) continue;
    const start = Math.max(edge, target.from);
    if (!items.slice(edge, start).every((item) => isBetween(item) && (group.length > 0 || item.norm !== ','))) break;
    group.push(target);
    edge = target.to;
  }
  if (!group.length) return EMPTY_LIST;
  const said = items.slice(at, edge);
  const asked =
    isA(items[at], 'need') ||
    items.slice(edge, to).some((item, i) => isA(item, 'trigger') && aside[edge + i] !== ASIDE.purpose);
  // "no follow-up imaging is available": told of, not advised
  if (!asked && edge < to && aside[edge] === ASIDE.none && isA(items[edge], 'past', 'seen')) return EMPTY_LIST;
  const more = said.some((item) => isA(item, 'follow') || item.norm === 'routine' || item.norm === 'surveillance');
  const further = said.some((item) => ['further', 'additional', 'dedicated', 'specific'].includes(item.norm));
  const general = group.every(({ generic, weak, action }) => generic || weak || action === 'surveillance');
  return asked || (general && (more || further)) ? group : [];
}

function groupBefore(items: readonly Item[], at: number, targets: readonly Target[]): Target[] {
  const group: Target[] = [];
  let edge = at;
  for (const target of targets.toReversed()) {
    if (target.from >= at) continue;
    const gap = items.slice(target.to, edge);
    const near = gap.length <= 6 && !gap.some((item) => isA(item, 'trigger', 'condition') || item.norm === ';');
    if (!near || (group.length > 0 && !gap.every(isBetween))) break;
    group.unshift(target);
    edge = target.from;
  }
  return group;
}
