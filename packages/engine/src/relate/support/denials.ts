/** Wing 3, relate: "No acute abnormality" rests on what else is denied. */
import { absentIn } from '../features.ts';
import { NOTHING, type Told } from '../outline.ts';
import type { Telling } from './telling.ts';

/** The telling statements that deny something, and by what regions they deny it in. */
interface Denials {
  readonly all: readonly Told[];
  readonly byRegion: ReadonlyMap<string, readonly Told[]>;
}

const FEW = 3;

const known = new WeakMap<Telling, Denials>();

/** What else is denied in the regions of what an item denies; where nothing is, whatever is denied. */
export function alikeDenied(item: readonly Told[], telling: Telling): readonly Told[] {
  const regions = new Set<string>();
  for (const told of item) for (const region of absentIn(told, telling.outline.knowledge)) regions.add(region);
  if (regions.size === 0) return NOTHING;
  let denials = known.get(telling);
  if (!denials) {
    denials = denialsIn(telling);
    known.set(telling, denials);
  }
  const { all, byRegion } = denials;
  const alike = [...regions].flatMap((region) => {
    const denied = byRegion.get(region);
    return denied ? [denied] : [];
  });
  return others(alike.length > 0 ? alike : [all], item);
}

function denialsIn({ outline: { knowledge }, statements }: Telling): Denials {
  const all: Told[] = [];
  const byRegion = new Map<string, Told[]>();
  for (const told of statements) {
    const regions = absentIn(told, knowledge);
    if (regions.length > 0) all.push(told);
    for (const region of new Set(regions)) {
      const denied = byRegion.get(region);
      if (denied) denied.push(told);
      else byRegion.set(region, [told]);
    }
  }
  return { all, byRegion };
}

/** The first few of some lists that are none of these. */
function others(lists: readonly (readonly Told[])[], those: readonly Told[]): readonly Told[] {
  const found = new Set<Told>();
  for (const list of lists)
    for (const told of list) {
      if (those.includes(told)) continue;
      found.add(told);
      if (found.size === FEW) return [...found];
    }
  return [...found];
}
