/** Wing 3, relate, checks: denied in the findings, told in the impression; and what only one of the two describes. */
import type { Finding } from '../../document.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { conceptsById } from '../features.ts';
import { tierOfFinding } from '../urgency/finding.ts';
import { TIERS } from '../urgency/tier.ts';
import type { UrgencyWords } from '../urgency/words.ts';
import { type Clash, isKin, isThere, likeness, type Scene, sideOf, wordsIn } from './scene.ts';

const sure = ({ assertion }: Finding): boolean =>
  assertion.certainty === 'definite' || assertion.certainty === 'likely';
const isFinding = ({ knowledge }: Scene, { concept }: Finding): boolean =>
  conceptsById(knowledge).get(concept)?.kind === 'finding';

/** "No pneumothorax" in the findings, "small pneumothorax" in the impression. */
export function presenceClashes(scene: Scene): Clash[] {
  const denied = new Map<string, SegmentedStatement>();
  const told = new Set<string>();
  for (const statement of scene.findings)
    for (const finding of scene.findingsOf(statement)) {
      if (finding.assertion.presence === 'absent') {
        if (!denied.has(finding.concept) && isFlat(scene, statement, finding)) denied.set(finding.concept, statement);
      } else for (const concept of scene.broader(finding.concept)) told.add(concept);
    }
  return scene.impression.flatMap((item) => {
    const finding = scene
      .findingsOf(item)
      .find(
        (one) =>
          isThere(one) &&
          sure(one) &&
          denied.has(one.concept) &&
          !told.has(one.concept) &&
          !scene.words.general.has(one.concept),
      );
    const statement = finding && denied.get(finding.concept);
    if (!finding || !statement || isKnownOf(scene, item)) return [];
    return [{ kind: 'presence-mismatch' as const, basis: [statement.span, finding.span] }];
  });
}

/** Denied whole, and not "no large" or "no acute". */
function isFlat({ recognized, words }: Scene, { from, to }: SegmentedStatement, { span, anatomy }: Finding): boolean {
  const at = tokenAt(recognized.tokens, span[0], from, to);
  const before = recognized.tokens.slice(Math.max(from, at - 5), at);
  return (
    !before.some(({ norm }) => words.narrowing.has(norm)) &&
    !anatomy.some(({ laterality }) => laterality === 'left' || laterality === 'right')
  );
}

/** An abnormality of the impression in a body part that the findings only call normal. */
export function unsupportedClashes(scene: Scene, clashing: boolean): Clash[] {
  if (clashing || !scene.findings.length || scene.implied) return [];
  const present = scene.findings.flatMap((one) =>
    scene.findingsOf(one).filter((f) => f.assertion.presence !== 'absent' && isFinding(scene, f)),
  );
  const normal = scene.findings.filter((one) => isNormal(scene, one));
  if (!normal.length || normal.length * 2 < scene.findings.length) return [];
  return scene.impression.flatMap((item) => {
    if (
      isKnownOf(scene, item) ||
      scene.findings.some((one) => likeness(scene, item, one) >= 2 && !isNormal(scene, one))
    )
      return [];
    const alone = scene.findingsOf(item).find((finding) => {
      if (isKnown(scene, finding)) return false;
      if (!isThere(finding) || !sure(finding) || !isFinding(scene, finding)) return false;
      if (!present.length)
        return !scene.words.general.has(finding.concept) || finding.anatomy.some(({ level }) => level);
      const region = regionsOf(scene, finding);
      const elsewhere = present.every(
        (one) => regionsOf(scene, one).length > 0 && !regionsOf(scene, one).some((r) => region.includes(r)),
      );
      return (
        !scene.words.general.has(finding.concept) &&
        region.length > 0 &&
        elsewhere &&
        normal.some((one) => regionNamed(scene, one, region))
      );
    });
    return alone ? [{ kind: 'unsupported-impression' as const, basis: [item.span] }] : [];
  });
}

/** History or technique name it: it was known before. */
const isKnown = (scene: Scene, { concept }: Finding): boolean =>
  scene.recognized.statements.some((one) => {
    const code = scene.code(one);
    return (
      code !== 'impression' &&
      code !== 'findings' &&
      scene.findingsOf(one).some((f) => isKin(scene, f.concept, concept))
    );
  });

const regionsOf = ({ regionOf }: Scene, { concept, anatomy }: Finding): string[] =>
  [concept, ...anatomy.map((place) => place.concept)].flatMap((id) => regionOf(id) ?? []);

function regionNamed(scene: Scene, statement: SegmentedStatement, regions: readonly string[]): boolean {
  const about = scene.features.get(statement.id);
  return [...(about?.places ?? []), ...(about?.findings ?? [])].some((id) =>
    regions.includes(scene.regionOf(id) ?? ''),
  );
}

/** "The heart size and the vessels are within normal limits" */
const saysNormal = ({ recognized: { tokens } }: Scene, { from, to }: SegmentedStatement): boolean =>
  tokens.slice(from, to).some(({ norm }) => norm === 'normal');

/** Says that something is normal or absent, and of nothing that it is there. */
function isNormal(scene: Scene, statement: SegmentedStatement): boolean {
  if (scene.findingsOf(statement).some((one) => one.assertion.presence !== 'absent' && isFinding(scene, one)))
    return false;
  return wordsIn(scene, scene.words.normal, statement).length > 0;
}

/** Old, known or unchanged: it need not be described again. */
const isKnownOf = (scene: Scene, statement: SegmentedStatement): boolean =>
  wordsIn(scene, scene.words.known, statement).length > 0;

const LESION_MM = 10;

/** A pressing finding that the impression passes over in silence. */
export function unmentionedClashes(scene: Scene, urgency: UrgencyWords): Clash[] {
  if (!scene.impression.length || scene.implied) return [];
  const items = scene.impression.flatMap((item) => scene.findingsOf(item).map((finding) => ({ finding, item })));
  if (!items.length) return [];
  const tier = (finding: Finding, statement: SegmentedStatement): number =>
    TIERS.indexOf(
      tierOfFinding(
        { finding, measurements: scene.measurements, held: () => urgency.held(statement) },
        scene.knowledge,
      ) ?? 'reassuring',
    );
  const urgent = TIERS.indexOf('urgent');
  const loose = looseIn(scene, items);
  const worst = Math.max(0, ...items.map(({ finding, item }) => tier(finding, item)));
  for (const statement of scene.findings) {
    if (wordsIn(scene, scene.words.minor, statement).length > 0 || saysNormal(scene, statement)) continue;
    for (const finding of scene.findingsOf(statement)) {
      if (!isThere(finding) || !sure(finding) || !isFinding(scene, finding)) continue;
      const own = tier(finding, statement);
      const lesion = own === urgent - 1 && finding.assertion.certainty === 'definite' && isLesion(scene, finding);
      if (own < urgent && !lesion) continue;
      if (own >= urgent && worst >= own) continue;
      if (own <= urgent && loose.some((one) => mayBe(scene, one, finding))) continue;
      if (scene.impression.some((item) => isTold(scene, finding, statement, item, own > urgent))) continue;
      return [{ kind: 'finding-not-in-impression', basis: [statement.span] }];
    }
  }
  return [];
}

interface Loose {
  readonly finding: Finding;
  readonly item: SegmentedStatement;
}

/** Findings of the impression that no statement of the findings names: what the reader made of something described there. */
const looseIn = (scene: Scene, items: readonly Loose[]): Loose[] =>
  items.filter(
    ({ finding }) =>
      finding.assertion.presence !== 'absent' &&
      isFinding(scene, finding) &&
      !scene.findings.some((one) => scene.findingsOf(one).some((f) => isKin(scene, f.concept, finding.concept))),
  );

/** A diagnosis may stand for a finding where their regions allow it. */
function mayBe(scene: Scene, { finding }: Loose, described: Finding): boolean {
  const [one, other] = [regionsOf(scene, finding), regionsOf(scene, described)];
  return !one.length || !other.length || one.some((region) => other.includes(region));
}

/** A measured lesion of some size. */
function isLesion(scene: Scene, { concept, measurements }: Finding): boolean {
  const kinds = scene.broader(concept);
  const sizes = measurements.flatMap((id) =>
    scene.measurements.get(id)?.role === 'current' ? (scene.measurements.get(id)?.mm ?? []) : [],
  );
  return (
    kinds.some((kind) => kind === 'lesion' || kind === 'mass' || kind === 'enhancing-lesion') &&
    Math.max(0, ...sizes) >= LESION_MM
  );
}

/** Whether an item of the impression speaks of the finding in any way. */
function isTold(
  scene: Scene,
  finding: Finding,
  statement: SegmentedStatement,
  item: SegmentedStatement,
  emergency: boolean,
): boolean {
  const own = scene.findingsOf(item);
  if (own.some((one) => isKin(scene, one.concept, finding.concept))) return true;
  if (emergency)
    return (
      likeness(scene, item, statement) >= 3 &&
      sideOf(scene, item)?.side === sideOf(scene, statement)?.side &&
      own.some((one) => one.anatomy.some(({ concept }) => finding.anatomy.some((place) => place.concept === concept)))
    );
  const places = new Set([finding.concept, ...finding.anatomy.map(({ concept }) => concept)]);
  return (
    likeness(scene, item, statement) >= 1 || own.some((one) => one.anatomy.some(({ concept }) => places.has(concept)))
  );
}
