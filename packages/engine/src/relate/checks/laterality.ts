/** Wing 3, relate, checks: left in one place, right in another, for the same finding. */
import type { Finding, Laterality, Place } from '../../document.ts';
import type { Told } from '../outline.ts';
import { SIDE } from '../word-kinds.ts';
import { type Clash, isKin, isThere, likeness, namedWords, type Scene, sideOf, spanOf, wordsIn } from './scene.ts';
import { describedOpposite, type SidedOf, sidedIn } from './side.ts';

export function lateralityClashes(scene: Scene): Clash[] {
  const clashes: Clash[] = [];
  const of = sidedIn(scene);
  for (const item of scene.impression) {
    // a side that is none of its words has no place in an item
    if ((item.words & SIDE) === 0 && !item.findings.some(({ anatomy }) => anatomy.some(isSided))) continue;
    const clash = byFinding(scene, item) ?? bySize(scene, item) ?? byRegion(scene, of, item) ?? byTitle(scene, item);
    if (clash) clashes.push(clash);
  }
  if (clashes.length > 0) return clashes;
  // "MRI LEFT KNEE … there is a tear in the right knee", and the conclusion names no side
  for (const told of scene.findings) {
    const clash = (told.words & SIDE) === 0 ? null : byTitle(scene, told);
    if (clash) return [clash];
  }
  return clashes;
}

const isSided = ({ laterality }: Place): boolean => laterality !== null;

const sidesOf = ({ anatomy }: Finding): Laterality[] => [
  ...new Set(anatomy.flatMap(({ laterality }) => laterality ?? [])),
];
const OTHER: Readonly<Record<string, Laterality>> = { left: 'right', right: 'left' };

/** Every finding of the kind that the findings place at a side lies on the other one, and none is without a side. */
function byFinding(scene: Scene, item: Told): Clash | null {
  for (const finding of item.findings) {
    if (!isThere(finding) || !finding.anatomy.some(isSided)) continue;
    const [side, more] = sidesOf(finding);
    const other = OTHER[side ?? ''];
    if (!other || more) continue;
    const first = allOpposite(scene, finding, other);
    if (!first || namesSide(scene, item, finding, side ?? '')) continue;
    return clash(scene, first, other, item, side ?? '');
  }
  return null;
}

/** The first statement with a finding of the kind, if all of them lie on this side. */
function allOpposite(scene: Scene, finding: Finding, side: string): Told | null {
  let first: Told | null = null;
  for (const told of scene.findings)
    for (const one of told.findings) {
      const alike = isThere(one) && isKin(scene, one.concept, finding.concept) && samePlace(scene, one, finding);
      if (!alike) continue;
      const [own, more] = sidesOf(one);
      if (own !== side || more) return null;
      first ??= told;
    }
  return first;
}

/** Two findings can be one only where their places can be. */
function samePlace(scene: Scene, a: Finding, b: Finding): boolean {
  const places = b.anatomy.map(({ concept }) => concept);
  const general = (place: string): boolean => place === 'body';
  if (!places.length || !a.anatomy.length || places.every(general)) return true;
  const region = (concept: string): string | undefined => scene.regionOf(concept);
  return a.anatomy.some(
    ({ concept }) => general(concept) || places.includes(concept) || places.some((p) => region(p) === region(concept)),
  );
}

/** The findings name the organ of the item on its own side too, and not as normal: nothing is said of a clash. */
function namesSide(scene: Scene, item: Told, finding: Finding, side: string): boolean {
  const places = new Set(finding.anatomy.map(({ concept }) => concept));
  return scene.findings.some(
    (told) =>
      told !== item &&
      told.findings.some(
        (one) =>
          isThere(one) &&
          one.anatomy.some(
            ({ concept, laterality }) => places.has(concept) && (laterality === side || laterality === 'bilateral'),
          ) &&
          likeness(scene, item, told) >= 2.5,
      ),
  );
}

/** The same size and a telling word, on the other side. */
function bySize(scene: Scene, item: Told): Clash | null {
  const own = item.sizes.length > 0 ? sideOf(scene, item) : null;
  if (!own) return null;
  const same = scene.findings.filter(({ sizes }) => sizes.some((size) => item.sizes.includes(size)));
  const alike = same.filter((statement) => sharesWord(scene, item, statement));
  const first = alike[0];
  if (!first || same.length !== alike.length) return null;
  const opposite = alike.every((statement) => sideOf(scene, statement)?.side === OTHER[own.side]);
  return opposite ? clash(scene, first, OTHER[own.side] ?? '', item, own.side) : null;
}

function sharesWord(scene: Scene, a: Told, b: Told): boolean {
  const [one, other] = [scene.subjects.featuresOf(a), scene.subjects.featuresOf(b)];
  const kind = [...one.findings].some((id) => other.kin.has(id)) || [...other.findings].some((id) => one.kin.has(id));
  const named = namedWords(scene, b);
  return (
    kind ||
    [...one.words].some((word) => other.words.has(word)) ||
    [...namedWords(scene, a)].some((word) => named.has(word))
  );
}

/** What may be the same lies on the other side in the findings, and nothing that may be is on this one. */
function byRegion(scene: Scene, of: SidedOf, item: Told): Clash | null {
  if (scene.implied) return null;
  const sides = [...of(item).sides];
  const other = OTHER[sides[0] ?? ''];
  const [side] = sides;
  if (!side || !other || sides.length !== 1) return null;
  const there = describedOpposite(scene, of, item, side, other);
  return there && clash(scene, there, other, item, side);
}

/** A limb or breast examined on one side only, and the report names the other alone. */
function byTitle(scene: Scene, item: Told): Clash | null {
  const [first, more] = scene.titles;
  const title = first && !more ? sideOf(scene, first) : null;
  const own = title && sideOf(scene, item);
  if (!title || !own || own.side === title.side) return null;
  const body = [...scene.findings, ...scene.impression];
  const named = body.flatMap((one) => wordsIn(scene, scene.words.sides, one, SIDE).flatMap(({ value }) => [...value]));
  const region = item.findings.some((one) => isThere(one) && sidesOf(one)[0] === own.side && inStudy(scene, one));
  if (named.includes(title.side) || named.includes('both') || !region) return null;
  return { kind: 'laterality-mismatch', basis: [title.span, own.span] };
}

const inStudy = ({ recognized, regionOf }: Scene, { concept, anatomy }: Finding): boolean =>
  recognized.study.regions.length > 0 &&
  [concept, ...anatomy.map((place) => place.concept)].some((id) =>
    recognized.study.regions.some((region) => region === regionOf(id) || id.includes(region)),
  );

function clash(scene: Scene, there: Told, side: string, item: Told, own: string): Clash {
  const at = (told: Told, which: string) => {
    const said = wordsIn(scene, scene.words.sides, told, SIDE);
    const word = said.find(({ value }) => [...value].some((v) => v === which));
    return word ? spanOf(scene, word.from, word.to) : told.statement.span;
  };
  return { kind: 'laterality-mismatch', basis: [at(there, side), at(item, own)] };
}
