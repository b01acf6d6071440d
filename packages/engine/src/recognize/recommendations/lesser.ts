/** Wing 2, recognize: things that are named only as the lesser choice: "rather than surgery", "MRI, not CT". */
import { type Item, isA } from './items.ts';
import type { Target } from './targets.ts';

/** "MRI, not CT", "US and not biopsy", "US not CT": a bare "not" between two things that may be asked for. */
export function isContrast(items: readonly Item[], at: number, targets: readonly Target[]): boolean {
  const item = items[at];
  if (item?.norm !== 'not' || item.to - item.from > 1) return false;
  const before = items[at - 1]?.norm ?? '';
  return before === ',' || before === 'and' || before === '(' || targets.some(({ to }) => to === at);
}

/** What is set against the thing asked for goes. */
export const withoutContrast = (items: readonly Item[], at: number, targets: readonly Target[]): readonly Target[] =>
  targets.filter(({ from, to }) => to <= at || !items.slice(at + 1, from).every((item) => isA(item, 'filler')));

/** "Surveillance rather than surgery", "observation preferred over biopsy": what is set below the thing asked for goes. */
export function withoutLesser(
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

/** Targets that stand in one list from here. */
export function listedFrom(
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
/** "Does not require biopsy, only US": what is left is not of the list. */
const ALONE: ReadonlySet<string> = new Set(['only', 'just', 'instead']);
export const isAlone = ({ norm }: Item): boolean => ALONE.has(norm);
export const isBetween = (item: Item): boolean =>
  !isAlone(item) && (LIST.has(item.norm) || isA(item, 'filler', 'repeat', 'region', 'surveil'));
