/** Wing 3, relate, checks: an abnormality of the impression in a body part that the findings only call normal. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Finding } from '../../document.ts';
import type { Told } from '../outline.ts';
import { isKnownOf, isSure } from './presence.ts';
import { type Clash, isKin, isNormal, isSeen, isThere, likeness, mayBeOne, regionsOf, type Scene } from './scene.ts';

export function unsupportedClashes(scene: Scene): readonly Clash[] {
  if (!scene.findings.length || scene.implied) return EMPTY_LIST;
  const named = scene.impression.filter(({ findings }) => findings.some((one) => isNamed(scene, one)));
  if (!named.length) return EMPTY_LIST;
  // "spleen 15 cm, homogeneous" is not only called normal
  const normal = scene.findings.filter((one) => one.sizes.length === 0 && isNormal(scene, one));
  if (!normal.length || normal.length * 2 < scene.findings.length) return EMPTY_LIST;
  const other = scene.findings.filter((one) => !normal.includes(one));
  const concluded = concludedIn(scene);
  return named.flatMap((item) => {
    if (isKnownOf(scene, item) || other.some((one) => likeness(scene, item, one) >= 2)) return [];
    const alone = item.findings.some((finding) => isAlone(scene, finding, item, other, normal, concluded));
    return alone ? [{ kind: 'unsupported-impression' as const, basis: [item.statement.span] }] : [];
  });
}

/** A description of something that we have no name for: it may be what the impression names. */
const isUnread = ({ subjects }: Scene, told: Told): boolean => {
  const { places, named } = subjects.thingsOf(told);
  return told.findings.length === 0 && places.length === 0 && named.length === 0;
};

/** A certain finding of the patient. */
const isNamed = (scene: Scene, finding: Finding): boolean =>
  isThere(finding) && isSure(finding) && scene.isFinding(finding);

/** Nothing is seen in its region, save what is concluded elsewhere, and something there is normal. */
function isAlone(
  scene: Scene,
  finding: Finding,
  item: Told,
  other: readonly Told[],
  normal: readonly Told[],
  concluded: Concluded,
): boolean {
  if (!isNamed(scene, finding) || isKnown(scene, finding)) return false;
  const general = scene.words.general.has(finding.concept);
  const organs = organsOf(scene, finding);
  if (other.some((told) => tellsOf(scene, told, organs))) return false;
  // it may be what an unread description is of, unless its own organ is called normal
  if (other.some((told) => isUnread(scene, told)) && !normal.some((told) => tellsOf(scene, told, organs))) return false;
  const seen = other.flatMap(({ findings }) => findings.filter((one) => isSeen(scene, one)));
  if (!seen.length) return !general || finding.anatomy.some(({ level }) => level);
  const region = general ? [] : regionsOf(scene, finding);
  if (region.length === 0) return false;
  const elsewhere = seen.every((one) => {
    if (mayBeOne(scene, one, finding)) return false;
    const own = regionsOf(scene, one);
    return (own.length > 0 && !own.some((r) => region.includes(r))) || concluded(one.concept, item);
  });
  // a fracture of the foot is one of bone too
  const kind = scene.regionOf(scene.words.kindOf.get(finding.concept) ?? '');
  return elsewhere && normal.some((one) => regionNamed(scene, one, kind ? [...region, kind] : region));
}

/** Whether an item other than this one tells of a finding by its name. */
type Concluded = (concept: string, item: Told) => boolean;

function concludedIn(scene: Scene): Concluded {
  const known = new Map<string, readonly Told[]>();
  return (concept, item) => {
    let items = known.get(concept);
    if (!items) {
      items = scene.impression.filter(({ findings }) => findings.some((one) => isKin(scene, one.concept, concept)));
      known.set(concept, items);
    }
    return items.some((one) => one !== item);
  };
}

/** A place of the finding, not its whole region, is named as other than normal: "ACL fibers discontinuous". */
const tellsOf = ({ subjects, broader }: Scene, told: Told, organs: readonly string[]): boolean =>
  subjects.thingsOf(told).places.some((place) => broader(place).some((one) => organs.includes(one)));

function organsOf(scene: Scene, { concept, anatomy }: Finding): string[] {
  const organs: string[] = [];
  const site = scene.siteOf(concept);
  for (const place of [...anatomy.map((one) => one.concept), ...(site ? [site] : [])])
    for (const one of scene.broader(place)) if (one !== scene.regionOf(one)) organs.push(one);
  return organs;
}

/** History or technique name it: it was known before. */
const isKnown = (scene: Scene, { concept }: Finding): boolean =>
  scene.outline.statements.some(
    ({ code, findings }) =>
      code !== 'impression' && code !== 'findings' && findings.some((one) => isKin(scene, one.concept, concept)),
  );

function regionNamed(scene: Scene, told: Told, regions: readonly string[]): boolean {
  const { named, places } = scene.subjects.thingsOf(told);
  const lies = (id: string): boolean => regions.includes(scene.regionOf(id) ?? '');
  return places.some(lies) || named.some(lies);
}
