/** Wing 3, relate, checks: left in one place, right in another, for the same finding. */
import type { Finding, Laterality } from '../../document.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { type Clash, isKin, isThere, likeness, namedWords, type Scene, sideOf, spanOf, wordsIn } from './scene.ts';

export function lateralityClashes(scene: Scene): Clash[] {
  return scene.impression.flatMap((item) => {
    const clash = byFinding(scene, item) ?? bySize(scene, item) ?? byTitle(scene, item);
    return clash ? [clash] : [];
  });
}

const sidesOf = ({ anatomy }: Finding): Laterality[] => [
  ...new Set(anatomy.flatMap(({ laterality }) => laterality ?? [])),
];
const OTHER: Readonly<Record<string, Laterality>> = { left: 'right', right: 'left' };

/** Every finding of the kind that the findings place at a side lies on the other one, and none is without a side. */
function byFinding(scene: Scene, item: SegmentedStatement): Clash | null {
  for (const finding of scene.findingsOf(item)) {
    const [side, more] = sidesOf(finding);
    const other = OTHER[side ?? ''];
    if (!isThere(finding) || !other || more) continue;
    const alike = scene.findings.flatMap((statement) =>
      scene
        .findingsOf(statement)
        .filter((one) => isThere(one) && isKin(scene, one.concept, finding.concept) && samePlace(scene, one, finding))
        .map((one) => ({ one, statement })),
    );
    const opposite =
      alike.length > 0 && alike.every(({ one }) => sidesOf(one).length === 1 && sidesOf(one)[0] === other);
    const first = alike[0];
    if (!opposite || !first || namesSide(scene, item, finding, side ?? '')) continue;
    return clash(scene, first.statement, other, item, side ?? '');
  }
  return null;
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
function namesSide(scene: Scene, item: SegmentedStatement, finding: Finding, side: string): boolean {
  const places = new Set(finding.anatomy.map(({ concept }) => concept));
  return scene.findings.some(
    (statement) =>
      statement.id !== item.id &&
      scene
        .findingsOf(statement)
        .some(
          (one) =>
            isThere(one) &&
            one.anatomy.some(
              ({ concept, laterality }) => places.has(concept) && (laterality === side || laterality === 'bilateral'),
            ) &&
            likeness(scene, item, statement) >= 2.5,
        ),
  );
}

/** The same size and a telling word, on the other side. */
function bySize(scene: Scene, item: SegmentedStatement): Clash | null {
  const own = sideOf(scene, item);
  const about = scene.features.get(item.id);
  if (!own || !about?.sizes.size) return null;
  const same = scene.findings.filter((statement) =>
    [...(scene.features.get(statement.id)?.sizes ?? [])].some((size) => about.sizes.has(size)),
  );
  const alike = same.filter((statement) => sharesWord(scene, item, statement));
  const first = alike[0];
  if (!first || same.length !== alike.length) return null;
  const opposite = alike.every((statement) => sideOf(scene, statement)?.side === OTHER[own.side]);
  return opposite ? clash(scene, first, OTHER[own.side] ?? '', item, own.side) : null;
}

function sharesWord(scene: Scene, a: SegmentedStatement, b: SegmentedStatement): boolean {
  const [one, other] = [scene.features.get(a.id), scene.features.get(b.id)];
  if (!one || !other) return false;
  const kind = [...one.findings].some((id) => other.kin.has(id)) || [...other.findings].some((id) => one.kin.has(id));
  const named = namedWords(scene, b);
  return (
    kind ||
    [...one.words].some((word) => other.words.has(word)) ||
    [...namedWords(scene, a)].some((word) => named.has(word))
  );
}

/** A limb or breast examined on one side only, and the conclusion names the other. */
function byTitle(scene: Scene, item: SegmentedStatement): Clash | null {
  const [first, more] = scene.titles;
  const title = first && !more ? sideOf(scene, first) : null;
  const own = title && sideOf(scene, item);
  if (!title || !own || own.side === title.side) return null;
  const body = [...scene.findings, ...scene.impression];
  const named = body.flatMap((one) => wordsIn(scene, scene.words.sides, one).flatMap(({ value }) => [...value]));
  const region = scene
    .findingsOf(item)
    .some((one) => isThere(one) && sidesOf(one)[0] === own.side && inStudy(scene, one));
  if (named.includes(title.side) || named.includes('both') || !region) return null;
  return { kind: 'laterality-mismatch', basis: [title.span, own.span] };
}

const inStudy = ({ recognized, regionOf }: Scene, { concept, anatomy }: Finding): boolean =>
  recognized.study.regions.length > 0 &&
  [concept, ...anatomy.map((place) => place.concept)].some((id) =>
    recognized.study.regions.some((region) => region === regionOf(id) || id.includes(region)),
  );

function clash(scene: Scene, there: SegmentedStatement, side: string, item: SegmentedStatement, own: string): Clash {
  const at = (statement: SegmentedStatement, which: string) => {
    const word = wordsIn(scene, scene.words.sides, statement).find(({ value }) => [...value].some((v) => v === which));
    return word ? spanOf(scene, word.from, word.to) : statement.span;
  };
  return { kind: 'laterality-mismatch', basis: [at(there, side), at(item, own)] };
}
