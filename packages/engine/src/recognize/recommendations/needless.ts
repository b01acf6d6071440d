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
  let left = targets;
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
  const group: Target[] = [];
  let edge = at + 1;
  for (const target of targets) {
    if (target.to <= at + 1) continue;
    if (!items.slice(edge, Math.max(edge, target.from)).every(isBetween)) break;
    group.push(target);
    edge = target.to;
  }
  return group;
}

const LIST: ReadonlySet<string> = new Set([',', 'or', 'and', '/', 'nor', '-']);
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
