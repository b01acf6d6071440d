/** Wing 3, relate, checks: a pressing finding that the impression passes over in silence. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Finding } from '../../document.ts';
import { longestForm } from '../../search.ts';
import { ADD, INFINITIVE, JOIN, LINK, SIZE, SIZED } from '../assertion/word-classes.ts';
import { isFine } from '../fine.ts';
import type { Told } from '../outline.ts';
import { signsOf } from '../support/signs.ts';
import { highestTierOf, largest, tierOfFinding } from '../urgency/finding.ts';
import { TIERS } from '../urgency/tier.ts';
import { MINOR } from '../word-kinds.ts';
import { isSure } from './presence.ts';
import { type Clash, isThere, likeness, mayBeOne, mayMeet, type Scene, sideOf } from './scene.ts';

const LESION_MM = 10;
const URGENT = TIERS.indexOf('urgent');

export function unmentionedClashes(scene: Scene): readonly Clash[] {
  if (scene.implied || !concludes(scene)) return EMPTY_LIST;
  let worst: number | null = null;
  let loose: readonly Finding[] | null = null;
  const elsewhere = describedIn(scene);
  let most = -1;
  let passedOver: Told | null = null;
  for (const told of scene.findings) {
    if (!told.findings.some((finding) => mayPress(scene, finding))) continue;
    if (isMinor(scene, told) || saysNormal(scene, told)) continue;
    for (const finding of told.findings) {
      if (!mayPress(scene, finding)) continue;
      const own = tier(scene, finding, told);
      const weighs = own === URGENT - 1 && (isLesion(scene, finding) || isWeighty(scene, finding));
      if (own <= most) continue;
      if (own < URGENT && !(weighs && finding.assertion.certainty === 'definite')) continue;
      worst ??= worstOf(scene);
      if (own >= URGENT && worst >= own) continue;
      loose ??= looseIn(scene);
      if (own <= URGENT && loose.some((one) => mayMeet(scene, one, finding))) continue;
      if (scene.impression.some((item) => isTold(scene, finding, told, item, own > URGENT, elsewhere))) continue;
      most = own;
      passedOver = told;
    }
  }
  return passedOver ? [{ kind: 'finding-not-in-impression', basis: [passedOver.statement.span] }] : [];
}

/** The impression names something, or says that all is well: "Normal chest." */
const concludes = ({ impression, outline: { recognized, coverage, knowledge } }: Scene): boolean =>
  impression.some(({ findings }) => findings.length > 0) ||
  (impression.length > 0 &&
    impression.every(({ statement, findings }) =>
      isFine(recognized, statement, findings, coverage.unknown, knowledge),
    ));

/** Certain, and of a kind that asks for something soon in some state. */
const mayPress = (scene: Scene, finding: Finding): boolean =>
  isThere(finding) &&
  isSure(finding) &&
  scene.isFinding(finding) &&
  TIERS.indexOf(highestTierOf(finding, scene.outline)) >= URGENT - 1;

/** Said to be small, old or known; not "small bowel obstruction". */
function isMinor({ recognized: { source, tokens }, outline, words }: Scene, { words: own, statement }: Told): boolean {
  if ((own & MINOR) === 0) return false;
  for (let at = statement.from; at < statement.to; at += 1) {
    if (((outline.kinds[at] ?? 0) & MINOR) === 0 || !longestForm(words.minor, source.text, tokens, at, statement.to))
      continue;
    const next = tokens[at + 1]?.word.classes ?? 0;
    const isName = ((tokens[at]?.word.classes ?? 0) & SIZE) !== 0 && (next & SIZED) !== 0 && (next & JOINS) === 0;
    if (!isName) return true;
  }
  return false;
}

const JOINS = JOIN | ADD | LINK | INFINITIVE;

const tier = ({ outline }: Scene, finding: Finding, told: Told): number =>
  TIERS.indexOf(tierOfFinding(finding, told, outline) ?? 'reassuring');

/** The most pressing that the impression names. */
function worstOf(scene: Scene): number {
  let worst = 0;
  for (const item of scene.impression)
    for (const finding of item.findings) worst = Math.max(worst, tier(scene, finding, item));
  return worst;
}

/** "The heart size and the vessels are within normal limits" */
function saysNormal({ recognized: { tokens } }: Scene, { statement: { from, to } }: Told): boolean {
  for (let at = from; at < to; at += 1) if (tokens[at]?.norm === 'normal') return true;
  return false;
}

/** Findings of the impression that no statement of the findings names, or describes: what the reader made of something described there. */
function looseIn(scene: Scene): readonly Finding[] {
  const isNamed = (finding: Finding): boolean =>
    scene.findings.some(({ findings }) => findings.some((one) => mayBeOne(scene, one, finding)));
  return scene.impression.flatMap(({ findings }) =>
    findings.filter(
      (one) =>
        one.assertion.presence !== 'absent' &&
        // what is old is not what is described now
        one.assertion.temporality !== 'historical' &&
        scene.isFinding(one) &&
        !isNamed(one),
    ),
  );
}

/** A measured lesion of some size. */
const isLesion = (scene: Scene, finding: Finding): boolean =>
  scene.broader(finding.concept).some((kind) => kind === 'lesion' || kind === 'mass' || kind === 'enhancing-lesion') &&
  (largest(finding, scene.outline) ?? 0) >= LESION_MM;

/** Of a kind, degree and size that is asked about. */
function isWeighty(scene: Scene, finding: Finding): boolean {
  const kinds = scene.broader(finding.concept);
  return scene.words.data.weighty.some(
    ({ concepts, severity, from }) =>
      kinds.some((kind) => concepts.includes(kind)) &&
      (!severity || (finding.severity !== null && severity.includes(finding.severity))) &&
      (from === undefined || (largest(finding, scene.outline) ?? 0) >= from),
  );
}

/** Whether an item of the impression speaks of the finding in any way. */
function isTold(
  scene: Scene,
  finding: Finding,
  told: Told,
  item: Told,
  emergency: boolean,
  elsewhere: Described,
): boolean {
  const own = item.findings;
  if (own.some((one) => mayBeOne(scene, one, finding))) return true;
  if (emergency && own.some((one) => isSignOf(scene, finding, told, one, item))) return true;
  if (emergency)
    return (
      likeness(scene, item, told) >= 3 &&
      sideOf(scene, item)?.side === sideOf(scene, told)?.side &&
      own.some((one) => one.anatomy.some(({ concept }) => finding.anatomy.some((place) => place.concept === concept)))
    );
  // what it names is described by other statements: an organ that both name is not enough
  if (own.length > 0 && own.every((one) => elsewhere(one, told))) return likeness(scene, item, told) >= 2;
  const places = new Set([finding.concept, ...finding.anatomy.map(({ concept }) => concept)]);
  return likeness(scene, item, told) >= 1 || own.some((one) => one.anatomy.some(({ concept }) => places.has(concept)));
}

/** "Loss of gray-white differentiation" for "left MCA infarct": what the item names rests on it, on the same side. */
function isSignOf(scene: Scene, sign: Finding, told: Told, { concept, assertion }: Finding, item: Told): boolean {
  if (assertion.presence === 'absent') return false;
  const signs = signsOf(scene.outline.knowledge).ofConcept(concept);
  if (!signs.some((one) => one.kind === 'finding' && !one.isMissing && one.sign === sign.concept)) return false;
  const [own, other] = [sideOf(scene, item)?.side, sideOf(scene, told)?.side];
  return !own || !other || own === other;
}

/** Whether a statement of the findings other than this one describes what an item names. */
type Described = (finding: Finding, told: Told) => boolean;

function describedIn(scene: Scene): Described {
  const known = new Map<Finding, readonly Told[]>();
  return (finding, told) => {
    let all = known.get(finding);
    if (!all) {
      all = scene.findings.filter(({ findings }) => findings.some((one) => mayBeOne(scene, finding, one)));
      known.set(finding, all);
    }
    return all.some((one) => one !== told);
  };
}
