/** Wing 3, relate: how soon an impression item, and the report, asks for something. It fails towards concern. */
import { conceptsById } from '../concepts-by-id.ts';
import type { Check, Finding, ImpressionItem, Recommendation, Span, UrgencyTier } from '../document.ts';
import { categoryOf, type Scale, tierOfCategory } from '../score-category.ts';
import { holdsSeenPart } from '../seen-part.ts';
import type { Knowledge, Pressing, Recognized, SegmentedItem } from '../stages.ts';
import { isFine } from './fine.ts';
import { missingIn } from './missing.ts';
import type { Outline, Told } from './outline.ts';
import { isUnclear, seamsOf } from './seams.ts';
import { holdsUnseen } from './unseen.ts';
import { tierOfAdvice } from './urgency/advice.ts';
import { highestTierOf, tierOfFinding, usualTierOf } from './urgency/finding.ts';
import { tierLeftOpen } from './urgency/left-open.ts';
import { spokenTier } from './urgency/spoken.ts';
import { higher, lowered, TIERS } from './urgency/tier.ts';
import { heldIn, setsOf } from './urgency/words.ts';
import { SEEN_PART, WANTED } from './word-kinds.ts';

/** The tier of an impression item. */
export function urgencyOf(item: SegmentedItem, understood: () => boolean, outline: Outline): UrgencyTier {
  let tier: UrgencyTier = 'reassuring';
  let holds = false;
  let isTakenBack = false;
  let isStillAsked = false;
  for (const id of item.statements) {
    const told = outline.byId.get(id);
    if (!told) continue;
    for (const advice of told.recommendations)
      if (outline.adviceTakenBack.has(advice.id)) isTakenBack = true;
      else isStillAsked ||= !isNoneNeeded(advice);
    if (isCall(told, outline)) {
      holds = true;
      continue;
    }
    tier = higher(tier, tierOf(told, outline));
    holds ||=
      told.findings.some((finding) => mayReassure(finding, outline)) ||
      isScored(told, outline) ||
      (tier === 'reassuring' && isGoodNews(told, outline));
  }
  // an addendum that takes the advice of an item back says that the thing asks for less than was thought
  if (tier === 'soon' && ((isTakenBack && !isStillAsked) || isUnchangedAndDone(item, outline))) tier = 'routine';
  // an item that names neither a finding that may reassure nor a score, says nothing to be fine, or is not understood reassures of nothing
  return tier === 'reassuring' && !(holds && understood()) ? 'routine' : tier;
}

/** "Unchanged since 2014, no follow-up is needed": the words of an addendum that takes advice back, all of a thing that has not changed. */
function isUnchangedAndDone({ statements }: SegmentedItem, { byId, adviceTakenBack }: Outline): boolean {
  if (adviceTakenBack.size === 0) return false;
  const told = statements.flatMap((id) => byId.get(id) ?? []);
  const found = told.flatMap(({ findings }) => findings);
  return (
    found.length > 0 &&
    told.every(({ code, recommendations }) => code === 'addendum' && recommendations.every(isNoneNeeded)) &&
    found.every(({ change }) => change?.direction === 'stable')
  );
}
const isNoneNeeded = ({ action }: Recommendation): boolean => action === 'none-needed';

/** To whom the result was told says nothing of how soon it asks for something, unless it was told as urgent, or to nobody who is named. */
export const isCall = ({ statement, findings, recommendations }: Told, { recognized }: Outline): boolean =>
  findings.length === 0 &&
  recommendations.length === 0 &&
  recognized.communications.some((call) => call.statement === statement.id && !call.urgent && call.to !== null);

/** "Normal chest X-ray." names no finding and is good news all the same. */
const isGoodNews = ({ statement, findings }: Told, { recognized, coverage, knowledge }: Outline): boolean =>
  isFine(recognized, statement, findings, coverage.unknown, knowledge);

/**
 * A thing of the past that matters ("operated breast cancer", "previous ulcer") is no alarm, and no good news either; nor is a tube that is
 * not seen.
 */
const mayReassure = (finding: Finding, outline: Outline): boolean =>
  // "call if there is pain"
  finding.assertion.presence !== 'conditional' &&
  (finding.assertion.temporality !== 'historical' ||
    (usualTierOf(finding, outline) === 'reassuring' && !isGrave(highestTierOf(finding, outline)))) &&
  !(
    finding.assertion.presence === 'absent' &&
    (conceptsById(outline.knowledge).get(finding.concept)?.kind === 'device' || isWanted(finding, outline))
  );

/** "This is not a benign lesion": what would be good news is denied. */
const isWanted = ({ concept }: Finding, { knowledge }: Outline): boolean =>
  knowledge.reading.documents.fine.wantedFindings.includes(concept);

const isGrave = (tier: UrgencyTier | null): boolean => tier === 'urgent' || tier === 'emergency';

/** "Old infarct": a trace that is seen, by its very name, beside what once was ("history of a stroke"). */
const isOldTrace = ({ assertion, span }: Finding): boolean =>
  assertion.temporality === 'historical' &&
  assertion.presence === 'present' &&
  assertion.experiencer !== 'other' &&
  assertion.basis.some(([start, end]) => span[0] <= start && end <= span[1]);

/** As if it were of now: what an old scar means is weighed as any other state of its concept. */
const tierOfOldTrace = (finding: Finding, told: Told, outline: Outline): UrgencyTier | null =>
  tierOfFinding({ ...finding, assertion: { ...finding.assertion, temporality: 'current' } }, told, outline);

/** "CT is insensitive for early ischemia": where in the text words begin that are said of the test; infinite where none are. */
function remarkAt(told: Told, outline: Outline): number {
  const held = heldIn(told, outline);
  if (held.size === 0) return Number.POSITIVE_INFINITY;
  const { remarks } = setsOf(outline.knowledge);
  const { tokens } = outline.recognized;
  let first = tokens.length;
  // a statement holds few of the words, and there are hundreds of remarks: the words are gone through, not the remarks
  for (const [form, at] of held) if (at < first && remarks.has(form)) first = at;
  return tokens[first]?.start ?? Number.POSITIVE_INFINITY;
}

/** Doubted, or only thought of, because the test may miss it: what the words before the remark say is there counts. */
const isDoubted = ({ assertion, span }: Finding, remark: number): boolean =>
  (assertion.presence === 'possible' || assertion.presence === 'hypothetical') && span[0] > remark;

/** Whether a statement says nothing of the person: all that it names is what the test may miss. */
export function isRemark(told: Told, outline: Outline): boolean {
  const remark = remarkAt(told, outline);
  return remark !== Number.POSITIVE_INFINITY && told.findings.every((finding) => isDoubted(finding, remark));
}

/** The most pressing of all that a statement tells. */
function tierOf(told: Told, outline: Outline): UrgencyTier {
  let tier: UrgencyTier = 'reassuring';
  const remark = remarkAt(told, outline);
  for (const finding of told.findings) {
    const own = isDoubted(finding, remark) ? 'routine' : tierOfFinding(finding, told, outline);
    tier = higher(tier, own ?? 'reassuring');
    if (isOldTrace(finding) && tierOfOldTrace(finding, told, outline) !== 'reassuring') tier = higher(tier, 'routine');
  }
  if (told.recommendations.length > 0) {
    const { urgency } = outline.knowledge.reading.documents;
    const held = heldIn(told, outline);
    for (const advice of told.recommendations)
      if (!outline.adviceTakenBack.has(advice.id))
        tier = higher(tier, tierOfAdvice(advice, held, urgency, outline.recognized.source.text) ?? 'reassuring');
  }
  if (outline.recognized.scores.length > 0)
    for (const one of scoreTiers(outline).get(told) ?? []) tier = higher(tier, one);
  // "NO FRACTURE JOINT EFFUSION": what follows may be there
  if (isUnclear(seamsOf(outline.recognized, told.statement, told.findings, outline.knowledge)))
    tier = higher(tier, 'soon');
  const missing = missingFrom(told, outline);
  if (missing) tier = higher(tier, missing);
  if (holdsUnseen(outline.recognized, told.statement, told.findings, outline.knowledge)) tier = higher(tier, 'routine');
  if ((told.words & SEEN_PART) !== 0 && holdsSeenPart(outline.recognized, told.statement, outline.knowledge))
    tier = higher(tier, 'routine');
  tier = higher(tier, tierLeftOpen(told, outline) ?? 'reassuring');
  const isSpoken = !outline.takenBack.has(told.statement.id) && !isRemark(told, outline);
  return isSpoken ? higher(tier, spokenTier(told, outline)) : tier;
}

/** Most statements hold no word for what should be there. */
const missingFrom = (told: Told, { recognized, knowledge }: Outline): UrgencyTier | null =>
  (told.words & WANTED) === 0 ? null : missingIn(recognized, told.statement, knowledge);

type ScoreTiers = ReadonlyMap<Told, readonly UrgencyTier[]>;

const reports = new WeakMap<Outline, ScoreTiers>();

const isScored = (told: Told, outline: Outline): boolean =>
  outline.recognized.scores.length > 0 && scoreTiers(outline).has(told);

/** Tiers of the current scores by the statement they stand in; made once for a report that has scores. */
function scoreTiers(outline: Outline): ScoreTiers {
  const made = reports.get(outline);
  if (made) return made;
  const { recognized, statements, knowledge } = outline;
  const tiers = new Map<Told, UrgencyTier[]>();
  const known = scalesOf(knowledge);
  let at = 0;
  for (const score of [...recognized.scores].sort((a, b) => a.span[0] - b.span[0])) {
    while (at < statements.length && (statements[at]?.statement.span[1] ?? 0) <= score.span[0]) at += 1;
    const told = statements[at];
    if (!told || score.temporality !== 'current') continue;
    const scale = known.get(score.system);
    const category = scale && categoryOf(scale, score.category);
    const tier = category && tierOfCategory(category, score.category);
    // "known type B dissection": a thing as grave as its category has the tier of its own state
    const isWeighed =
      tier !== undefined &&
      told.findings.some((one) => meets(one.span, score.span) && isAsGrave(usualTierOf(one, outline), tier));
    tiers.set(told, [...(tiers.get(told) ?? []), ...(tier && !isWeighed ? [tier] : [])]);
  }
  reports.set(outline, tiers);
  return tiers;
}

const isAsGrave = (a: UrgencyTier, b: UrgencyTier): boolean => TIERS.indexOf(a) >= TIERS.indexOf(b);

const cache = new WeakMap<object, ReadonlyMap<string, Scale>>();
function scalesOf({ reading }: Knowledge): ReadonlyMap<string, Scale> {
  let scales = cache.get(reading);
  if (!scales) {
    scales = new Map(reading.documents.scales.map((scale) => [scale.system, scale]));
    cache.set(reading, scales);
  }
  return scales;
}

/** An item that a check questions, or whose text is doubtful, is never reassuring. */
export function withDoubts(
  impression: readonly ImpressionItem[],
  checks: readonly Check[],
  { source }: Recognized,
): readonly ImpressionItem[] {
  if (checks.length === 0 && !source.doubts?.length) return impression;
  const spans = [...checks.flatMap(({ basis }) => basis), ...(source.doubts ?? []).map(({ span }) => span)];
  if (!spans.length) return impression;
  return impression.map((item) => {
    const doubted = item.urgency === 'reassuring' && spans.some((span) => meets(span, item.span));
    return doubted ? { ...item, urgency: 'routine' } : item;
  });
}

const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** The most pressing tier of the report, with the words it rests on. */
export function overallUrgency(impression: readonly ImpressionItem[], outline: Outline): Pressing {
  const { recognized, byId } = outline;
  const basisOf = (ids: readonly string[]): Span[] => {
    const spans: Span[] = [];
    for (const id of ids) {
      const told = byId.get(id);
      if (told) spans.push(told.statement.span);
    }
    return spans;
  };
  let top: UrgencyTier = impression.length ? 'reassuring' : 'routine';
  for (const { urgency } of impression) top = higher(top, urgency);
  const first: Span[] = [];
  for (const { urgency, statements } of impression) if (urgency === top) first.push(...basisOf(statements.slice(0, 2)));
  let pressing: Pressing = { tier: top, basis: first };
  const raise = (tier: UrgencyTier, id: string): void => {
    if (TIERS.indexOf(tier) > TIERS.indexOf(pressing.tier)) pressing = { tier, basis: basisOf([id]) };
  };
  if (recognized.recommendations.length > 0) {
    const inItems = new Set(impression.flatMap((item) => item.statements));
    for (const { id, statement } of recognized.recommendations) {
      const told = byId.get(statement);
      if (!told || outline.adviceTakenBack.has(id) || inItems.has(statement)) continue;
      const asked = tierOf(told, outline);
      raise(asked === 'emergency' ? 'urgent' : asked, statement);
    }
  }
  for (const { urgent, statement } of recognized.communications) if (urgent) raise('urgent', statement);
  const counts = impression.length === 0 ? (tier: UrgencyTier) => tier : passedOver;
  for (const told of outline.statements) {
    if (told.code !== 'findings' || pressing.tier === 'emergency') continue;
    const tier = seenIn(told, outline, (most) => TIERS.indexOf(counts(most)) > TIERS.indexOf(pressing.tier));
    if (tier) raise(counts(tier), told.statement.id);
  }
  return pressing;
}

/** What the findings hold and the impression passes over: its author saw it and weighed it, so one step less; an ordinary finding raises nothing. */
const passedOver = (tier: UrgencyTier): UrgencyTier => (tier === 'routine' ? 'reassuring' : lowered(tier));

/** The most pressing of what a statement of the findings says for certain to be there, or to be missing. */
function seenIn(told: Told, outline: Outline, mayRaise: (most: UrgencyTier) => boolean): UrgencyTier | null {
  let tier = missingFrom(told, outline);
  for (const finding of told.findings) {
    const { presence, certainty } = finding.assertion;
    if (presence !== 'present' || certainty !== 'definite' || !mayRaise(highestTierOf(finding, outline))) continue;
    const own = tierOfFinding(finding, told, outline);
    if (own) tier = higher(tier ?? own, own);
  }
  return tier;
}
