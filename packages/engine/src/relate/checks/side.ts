/** Wing 3, relate, checks: the side of a conclusion against the sides of all that the findings describe in its organ or region. */
import type { Finding, Laterality } from '../../document.ts';
import type { Told } from '../outline.ts';
import { SIDE } from '../word-kinds.ts';
import { isKin, isNormal, isThere, mayBeOne, type Scene, wordsIn } from './scene.ts';

/** A statement of the findings as it bears on one item. */
interface Bearing {
  readonly told: Told;
  readonly sides: ReadonlySet<Laterality>;
  readonly normal: boolean;
  /** it names a finding of the kind of one of the item's, or one that may be the same */
  readonly kin: boolean;
  readonly family: boolean;
  readonly organ: boolean;
  readonly region: boolean;
}

/** What an item says of the patient now. */
interface Concluded {
  readonly item: Told;
  readonly findings: readonly Finding[];
  readonly organs: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** All sides that a statement names, in words or by a name that has a side: RUL, lingula. */
export function sidesIn(scene: Scene, told: Told): ReadonlySet<Laterality> {
  const sides = new Set<Laterality>();
  for (const { value } of wordsIn(scene, scene.words.sides, told, SIDE))
    for (const side of value) sides.add(side === 'both' ? 'bilateral' : side);
  for (const { anatomy } of told.findings)
    for (const { laterality } of anatomy) if (laterality && laterality !== 'midline') sides.add(laterality);
  return sides;
}

/** The statement that describes on the other side what the item concludes on this one, where nothing described on this side could be it. */
export function describedOpposite(scene: Scene, item: Told, side: Laterality, other: Laterality): Told | null {
  const findings = item.findings.filter((one) => isClaimed(scene, one));
  if (findings.length === 0) return null;
  const organs = organsOf(scene, item);
  const concluded: Concluded = { item, findings, organs, regions: regionsOf(scene, item) };
  if (concluded.regions.has('heart')) return null;
  let best: Bearing | null = null;
  let named = false;
  let loose = false;
  let clear = false;
  let open = false;
  for (const told of scene.findings) {
    const bearing = bearingOf(scene, told, concluded);
    const { sides, normal, kin, family, organ, region } = bearing;
    if (!kin && !family && !organ && !region) continue;
    const here = sides.has(side) || sides.has('bilateral');
    if (normal) {
      clear ||= sides.has(side);
      continue;
    }
    if (here) return null;
    named ||= kin;
    if (sides.has(other)) {
      if (!isConcluded(scene, told, item, other) && strength(bearing) > (best ? strength(best) : 0)) best = bearing;
    } else {
      open = true;
      if (!told.findings.some((one) => isClaimed(scene, one))) continue;
      if (kin) return null;
      loose ||= organ || family;
    }
  }
  if (!best) return null;
  if (best.kin) return best.told;
  if (named) return null;
  const alike = best.organ || best.family;
  return clear || !open || (alike && !loose) ? best.told : null;
}

const strength = ({ kin, family, organ, region }: Bearing): number =>
  (kin ? 8 : 0) + (family ? 4 : 0) + (organ ? 2 : 0) + (region ? 1 : 0);

const isClaimed = (scene: Scene, finding: Finding): boolean =>
  scene.isFinding(finding) &&
  (isThere(finding) || (finding.assertion.presence === 'possible' && finding.assertion.temporality === 'current'));

function bearingOf(scene: Scene, told: Told, { findings, organs, regions }: Concluded): Bearing {
  const own = told.findings.filter((one) => isClaimed(scene, one));
  const places = regionsOf(scene, told);
  const region = places.size === 0 || regions.size === 0 || meet(places, regions);
  const near = region || [...places].some((one) => meet(scene.words.near.get(one) ?? NOWHERE, regions));
  const kin = near && own.some((one) => findings.some((other) => mayBeOne(scene, one, other)));
  const family = near && own.some((one) => findings.some((other) => isFamily(scene, one.concept, other.concept)));
  const sides = sidesIn(scene, told);
  return { told, sides, normal: isNormal(scene, told), kin, family, organ: meet(organsOf(scene, told), organs), region };
}

/** Two kinds of one thing that is not just any finding: two fractures. */
function isFamily({ broader, words }: Scene, a: string, b: string): boolean {
  const other = broader(b);
  const kind = words.kindOf.get(a);
  if (kind !== undefined && kind === words.kindOf.get(b)) return true;
  return broader(a).some((one) => other.includes(one) && !words.general.has(one));
}

/** Places of a statement and what they are parts of. */
function organsOf({ subjects, broader }: Scene, told: Told): ReadonlySet<string> {
  const organs = new Set<string>();
  for (const place of subjects.thingsOf(told).places)
    if (place !== 'body') for (const one of broader(place)) organs.add(one);
  return organs;
}

/** regions that reach through the whole body */
const EVERYWHERE: ReadonlySet<string> = new Set(['bone', 'vessel', 'skin']);
const NOWHERE: ReadonlySet<string> = new Set();

function regionsOf({ subjects, regionOf }: Scene, told: Told): ReadonlySet<string> {
  const { named, places } = subjects.thingsOf(told);
  const regions = new Set<string>();
  for (const id of [...named, ...places]) {
    const region = regionOf(id);
    if (region !== undefined && !EVERYWHERE.has(region)) regions.add(region);
  }
  return regions;
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const name of one) if (other.has(name)) return true;
  return false;
}

/** Another item concludes it, on the side where it is. */
const isConcluded = (scene: Scene, told: Told, item: Told, side: Laterality): boolean =>
  scene.impression.some(
    (one) =>
      one !== item &&
      one.findings.some((a) => told.findings.some((b) => isKin(scene, a.concept, b.concept))) &&
      sidesIn(scene, one).has(side),
  );
