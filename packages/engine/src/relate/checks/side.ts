/** Wing 3, relate, checks: the side of a conclusion against the sides of all that the findings describe in its organ or region. */
import type { Finding, Laterality } from '../../document.ts';
import { tagsIn } from '../../search.ts';
import type { Told } from '../outline.ts';
import { SIDE } from '../word-kinds.ts';
import { isKin, isNormal, isSeen, isThere, likeness, mayBeOne, type Scene, wordsIn } from './scene.ts';

/** What a statement holds that bears on sides. */
export interface Sided {
  readonly told: Told;
  readonly sides: ReadonlySet<Laterality>;
  /** the sides of which it says only that they are normal, beside another */
  readonly clear: ReadonlySet<Laterality>;
  /** what it says of the patient now */
  readonly findings: readonly Finding[];
  readonly organs: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
}

/** Words that begin another clause. */
const CLAUSE: ReadonlySet<string> = new Set([',', ';', 'while', 'whereas', 'but', 'and']);

/** The sides of the clauses that only say normal: "hydronephrosis on the left; right kidney normal". */
function clearSides(scene: Scene, { statement, findings }: Told): ReadonlySet<Laterality> {
  const { tokens, source } = scene.recognized;
  const clear = new Set<Laterality>();
  for (let from = statement.from; from < statement.to; ) {
    let to = from + 1;
    while (to < statement.to && !CLAUSE.has(tokens[to]?.norm ?? '')) to += 1;
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    const seen = findings.some((one) => isSeen(scene, one) && one.span[0] < end && one.span[1] > start);
    if (!seen && tagsIn(scene.words.normal, source.text, tokens, from, to).length > 0)
      for (const { value } of tagsIn(scene.words.sides, source.text, tokens, from, to))
        for (const side of value) if (side !== 'both') clear.add(side);
    from = to;
  }
  return clear;
}

/** Made once for each statement that is asked for. */
export type SidedOf = (told: Told) => Sided;

export function sidedIn(scene: Scene): SidedOf {
  const known = new Map<Told, Sided>();
  return (told) => {
    let own = known.get(told);
    if (!own) {
      const findings = told.findings.filter((one) => isClaimed(scene, one));
      const organs = organsOf(scene, told);
      const sides = sidesIn(scene, told);
      const clear = sides.has('left') && sides.has('right') ? clearSides(scene, told) : NONE;
      own = { told, sides, clear, findings, organs, regions: regionsOf(scene, told) };
      known.set(told, own);
    }
    return own;
  };
}

const NONE: ReadonlySet<Laterality> = new Set();

/** A statement of the findings as it bears on one item. */
interface Bearing {
  /** it names a finding of the kind of one of the item's, or one that may be the same */
  readonly kin: boolean;
  readonly family: boolean;
  readonly organ: boolean;
  readonly region: boolean;
}

/** All sides that a statement names, in words or by a name that has a side: RUL, lingula. */
function sidesIn(scene: Scene, told: Told): ReadonlySet<Laterality> {
  const sides = new Set<Laterality>();
  for (const { value } of wordsIn(scene, scene.words.sides, told, SIDE))
    for (const side of value) sides.add(side === 'both' ? 'bilateral' : side);
  for (const { anatomy } of told.findings)
    for (const { laterality } of anatomy) if (laterality && laterality !== 'midline') sides.add(laterality);
  return sides;
}

/** The statement that describes on the other side what the item concludes on this one, where nothing described on this side could be it. */
export function describedOpposite(
  scene: Scene,
  of: SidedOf,
  item: Told,
  side: Laterality,
  other: Laterality,
): Told | null {
  const concluded = of(item);
  if (concluded.regions.has('heart')) return null;
  const nameless = concluded.findings.length === 0;
  if (nameless && !mayDescribe(scene, of, item, other)) return null;
  let best: Told | null = null;
  let most: Bearing = NO_BEARING;
  let named = false;
  let loose = false;
  let clear = false;
  let open = false;
  for (const told of scene.findings) {
    const sided = of(told);
    const { sides } = sided;
    const bearing = bearingOf(scene, sided, concluded);
    const { kin, family, organ, region } = bearing;
    if (!kin && !family && !organ && !region) continue;
    const mixed = sided.clear.has(side) && sides.has(other) && !sided.clear.has(other);
    if (isNormal(scene, told) && !mixed) {
      clear ||= sides.has(side);
      continue;
    }
    if (
      sided.clear.has(side) &&
      !told.findings.some((one) => one.anatomy.some(({ laterality }) => laterality === side))
    )
      clear = true;
    else if (sides.has(side) || sides.has('bilateral')) return null;
    named ||= kin;
    if (sides.has(other)) {
      if (nameless && (!organ || likeness(scene, item, told) < 1)) continue;
      if (strength(bearing) <= strength(most) || isConcluded(scene, of, told, item, other)) continue;
      best = told;
      most = bearing;
    } else {
      open = true;
      if (sided.findings.length === 0) continue;
      if (kin) return null;
      loose ||= organ || family;
    }
  }
  if (!best || most.kin) return best;
  if (named) return null;
  return clear || !open || ((most.organ || most.family) && !loose) ? best : null;
}

/** "Suspicious area in the left breast": no finding that we know, and nothing else is concluded on the other side. */
const mayDescribe = (scene: Scene, of: SidedOf, item: Told, other: Laterality): boolean =>
  item.findings.length === 0 &&
  item.recommendations.length === 0 &&
  !isNormal(scene, item) &&
  scene.impression.every((one) => one === item || !(of(one).sides.has(other) || of(one).sides.has('bilateral')));

const NO_BEARING: Bearing = { kin: false, family: false, organ: false, region: false };

const strength = ({ kin, family, organ, region }: Bearing): number =>
  (kin ? 8 : 0) + (family ? 4 : 0) + (organ ? 2 : 0) + (region ? 1 : 0);

const isClaimed = (scene: Scene, finding: Finding): boolean =>
  scene.isFinding(finding) &&
  (isThere(finding) || (finding.assertion.presence === 'possible' && finding.assertion.temporality === 'current'));

function bearingOf(scene: Scene, told: Sided, item: Sided): Bearing {
  const region = told.regions.size === 0 || item.regions.size === 0 || meet(told.regions, item.regions);
  const near = region || [...told.regions].some((one) => meet(scene.words.near.get(one) ?? NOWHERE, item.regions));
  const some = (test: (one: Finding, other: Finding) => boolean): boolean =>
    near && told.findings.some((one) => item.findings.some((other) => test(one, other)));
  const kin = some((one, other) => mayBeOne(scene, one, other));
  const family = kin || some((one, other) => isFamily(scene, one.concept, other.concept));
  return { kin, family, organ: meet(told.organs, item.organs), region };
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
const isConcluded = (scene: Scene, of: SidedOf, told: Told, item: Told, side: Laterality): boolean =>
  scene.impression.some(
    (one) =>
      one !== item &&
      of(one).sides.has(side) &&
      one.findings.some((a) => told.findings.some((b) => isKin(scene, a.concept, b.concept))),
  );
