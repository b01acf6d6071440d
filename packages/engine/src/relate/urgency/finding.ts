/** Wing 3, relate, urgency: the tier of one finding in its state, from the rules of the knowledge and the significance of its concept. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import { broaderOf } from '../../broader.ts';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding, Measurement, UrgencyTier } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import { type Token, tokenAt } from '../../token.ts';
import type { Outline, Told } from '../outline.ts';
import { isComplaint } from './complaint.ts';
import { higher, lowered } from './tier.ts';
import { heldIn, isRequested, isWordDenied } from './words.ts';

type Rule = ReadingDocuments['urgency']['rules'][number];

/** The tier of a finding that is, or may be, there now; null of one that is not, was, or might come. */
export function tierOfFinding(finding: Finding, told: Told, outline: Outline): UrgencyTier | null {
  const { presence, temporality, experiencer, certainty } = finding.assertion;
  if (presence === 'hypothetical') return experiencer === 'other' ? null : tierOfRisk(finding, told, outline);
  if (presence !== 'present' && presence !== 'possible') return null;
  if (temporality !== 'current' || experiencer === 'other' || finding.change?.direction === 'resolved') return null;
  if (isComplaint(finding, told, outline)) return 'routine';
  const known = knownOf(outline.knowledge)(finding.concept);
  const rule = known.rules.find((one) => fits(one, finding, told, outline));
  const tier = rule?.tier ?? byChange(finding, known.tier);
  if (certainty === 'unlikely') return tier === 'emergency' ? 'soon' : 'routine';
  // a rule that speaks of the doubt has weighed it
  return certainty === 'possible' && tier === 'emergency' && !rule?.certainty ? lowered(tier) : tier;
}

/** "High risk of rupture", "rule out cancer": what might come or is asked is open; null where the risk is small. */
function tierOfRisk({ concept, assertion }: Finding, told: Told, outline: Outline): UrgencyTier | null {
  const { risks } = outline.knowledge.reading.documents.urgency;
  const held = heldIn(told, outline);
  const share = percentIn(told, outline);
  const high = risks.figures.find(
    ({ concepts, from }) => share !== null && share >= from && concepts.includes(concept),
  );
  if (high && assertion.temporality === 'future') return high.tier;
  if (risks.without.some((word) => held.has(word))) return null;
  const grave = risks.grave.find(
    ({ concepts, words }) => concepts.includes(concept) && words.some((word) => held.has(word)),
  );
  return grave && assertion.temporality === 'future' ? grave.tier : risks.tier;
}

/** "Risk of malignancy greater than 95%": the greatest share that a statement states. */
function percentIn({ statement }: Told, { recognized: { tokens } }: Outline): number | null {
  let most: number | null = null;
  for (let at = statement.from + 1; at < statement.to; at += 1) {
    const number = tokens[at - 1];
    if (number?.kind !== 'number' || !PERCENT.has(tokens[at]?.norm ?? '')) continue;
    const share = Number(number.norm);
    if (!Number.isNaN(share)) most = Math.max(most ?? share, share);
  }
  return most;
}
const PERCENT: ReadonlySet<string> = new Set(['%', 'percent']);

/** The most pressing tier that a finding of the kind may have in any state. */
export const highestTierOf = ({ concept }: Finding, { knowledge }: Outline): UrgencyTier =>
  knownOf(knowledge)(concept).highest;

/** The tier of a finding of the kind where nothing is said of its state. */
export const usualTierOf = ({ concept }: Finding, { knowledge }: Outline): UrgencyTier =>
  knownOf(knowledge)(concept).tier;

function byChange({ change, acuity }: Finding, tier: UrgencyTier): UrgencyTier {
  if (change?.direction === 'decreased') return lowered(tier);
  const steady = change?.direction === 'stable' || acuity === 'chronic';
  return steady && (tier === 'emergency' || tier === 'urgent') ? lowered(tier) : tier;
}

function fits(rule: Rule, finding: Finding, told: Told, outline: Outline): boolean {
  if (rule.severity && !(finding.severity && rule.severity.includes(finding.severity))) return false;
  if (rule.acuity && !(finding.acuity && rule.acuity.includes(finding.acuity))) return false;
  if (rule.change && !(finding.change && rule.change.includes(finding.change.direction))) return false;
  if (rule.certainty && !rule.certainty.some((one) => one === finding.assertion.certainty)) return false;
  if (rule.request && !isRequested(rule.request, outline)) return false;
  if (rule.at && !finding.anatomy.some(({ concept }) => rule.at?.includes(concept))) return false;
  if (rule.from !== undefined || rule.below !== undefined) {
    const size = rule.unit === undefined ? largest(finding, outline) : valueIn(rule.unit, finding, outline);
    if (size === null || size < (rule.from ?? 0) || size >= (rule.below ?? Number.POSITIVE_INFINITY)) return false;
  }
  if (!rule.words && !rule.without) return true;
  const held = heldIn(told, outline);
  if (rule.without?.some((word) => held.has(word) && !isOfOther(word, finding, told, outline))) return false;
  if (!rule.words) return true;
  if (rule.near && !rule.words.some((word) => held.has(word) && standsNear(word, finding, told, outline))) return false;
  return rule.words.some(
    (word) => held.has(word) && !isOfOther(word, finding, told, outline) && !isWordDenied(word, finding, told, outline),
  );
}

/** "Healed rib fractures; acute hip fracture": the word is said of another finding, which stands between it and this one, and this one is of now. */
function isOfOther(word: string, finding: Finding, told: Told, outline: Outline): boolean {
  if (told.findings.length < 2 || !isOfNow(finding, outline)) return false;
  const at = heldIn(told, outline).get(word) ?? told.statement.from;
  const { tokens } = outline.recognized;
  const start = tokens[at]?.start ?? 0;
  const [from, to] = finding.span;
  if (start < from && hasSemicolon(tokens, at, from)) return true;
  return told.findings.some(
    ({ span }) => (span[0] >= start && span[1] <= from && start < from) || (span[0] >= to && span[0] <= start),
  );
}

const NEAR = 6; // tokens

/** "Expected postoperative air", "air, expected after surgery": close to the finding, no other finding and no sentence's end between. */
function standsNear(word: string, finding: Finding, told: Told, outline: Outline): boolean {
  const { tokens } = outline.recognized;
  const at = heldIn(told, outline).get(word) ?? told.statement.from;
  const [from, to] = finding.span;
  const name = tokenAt(tokens, from, told.statement.from, told.statement.to);
  const behind = tokenAt(tokens, to, name, told.statement.to);
  const isBefore = at < name;
  if (isBefore ? name - at > NEAR : at - behind > NEAR) return false;
  const [start, end] = isBefore ? [tokens[at]?.start ?? from, from] : [to, tokens[at]?.start ?? to];
  return (
    !told.findings.some(({ span }) => span[0] >= start && span[1] <= end) &&
    !hasSemicolon(tokens, isBefore ? at : behind, end)
  );
}

/** Between a token and a place behind it. */
function hasSemicolon(tokens: readonly Token[], at: number, place: number): boolean {
  for (let i = at; (tokens[i]?.start ?? place) < place; i += 1) if (tokens[i]?.norm === ';') return true;
  return false;
}

/** Called new or acute, in its name or right before it. */
function isOfNow({ span, acuity, change }: Finding, { recognized, knowledge }: Outline): boolean {
  if (acuity === 'acute' || change?.direction === 'new') return true;
  const { tokens, matches } = recognized;
  const from = tokenAt(tokens, span[0], 0, tokens.length);
  const to = tokenAt(tokens, span[1], from, tokens.length);
  return matchesWithin(matches.modifier, from, to).some(({ entry }) => {
    const { role, value } = knowledge.reading.modifiers[entry] ?? {};
    return role === 'acuity' && value === 'acute';
  });
}

/** Largest current length of a finding, in mm. */
export function largest({ measurements: ids }: Finding, outline: Outline): number | null {
  let most: number | null = null;
  for (const id of ids) {
    const one = measurementsById(outline).get(id);
    if (one?.role !== 'current') continue;
    for (const mm of one.mm ?? []) most = most === null ? mm : Math.max(most, mm);
  }
  return most;
}

/** The least current value of a finding in a unit; null where none was measured. */
function valueIn(unit: string, { measurements: ids }: Finding, outline: Outline): number | null {
  let least: number | null = null;
  for (const id of ids) {
    const one = measurementsById(outline).get(id);
    if (one?.role !== 'current' || one.unit !== unit) continue;
    const values = typeof one.value === 'number' ? [one.value] : (one.value ?? []);
    for (const value of values) least = least === null ? value : Math.min(least, value);
  }
  return least;
}

const reports = new WeakMap<Outline, ReadonlyMap<string, Measurement>>();

/** Made once for a report in which a size counts. */
function measurementsById(outline: Outline): ReadonlyMap<string, Measurement> {
  let byId = reports.get(outline);
  if (!byId) {
    byId = new Map(outline.recognized.measurements.map((one) => [one.id, one]));
    reports.set(outline, byId);
  }
  return byId;
}

/** What is known of one concept. */
interface Known {
  /** in the order of the document; a rule of a broader concept comes after those of the concept itself */
  readonly rules: readonly Rule[];
  readonly tier: UrgencyTier;
  /** of the tier and all rules */
  readonly highest: UrgencyTier;
}

const cache = new WeakMap<object, (concept: string) => Known>();

/** Of each concept when it is first asked for: most are in no report. */
function knownOf(knowledge: Knowledge): (concept: string) => Known {
  const made = cache.get(knowledge.reading);
  if (made) return made;
  const own = new Map<string, Rule[]>();
  for (const rule of knowledge.reading.documents.urgency.rules)
    for (const concept of rule.concepts) {
      const rules = own.get(concept);
      if (rules) rules.push(rule);
      else own.set(concept, [rule]);
    }
  const all = new Map<string, Known>();
  const of = (concept: string): Known => {
    const known = all.get(concept) ?? knownFrom(concept, own, knowledge);
    all.set(concept, known);
    return known;
  };
  cache.set(knowledge.reading, of);
  return of;
}

function knownFrom(concept: string, own: ReadonlyMap<string, readonly Rule[]>, knowledge: Knowledge): Known {
  const { urgency } = knowledge.reading.documents;
  const { significance } = conceptsById(knowledge).get(concept) ?? {};
  const rules = broaderOf(knowledge)(concept)
    .slice(0, 2)
    .flatMap((one, i) => (own.get(one) ?? []).filter((rule) => i === 0 || isGraded(rule)));
  const tier = urgency.significance[significance ?? 'depends'];
  return { rules, tier, highest: rules.reduce((most, rule) => higher(most, rule.tier), higher(tier, 'routine')) };
}

/** A rule without any condition speaks of its own concept alone. */
const isGraded = ({ severity, acuity, change, words, from, below }: Rule): boolean =>
  Boolean(severity ?? acuity ?? change ?? words) || from !== undefined || below !== undefined;
