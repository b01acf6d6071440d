/** Wing 4, explain: the first sentence and how soon the report asks for something. */
import type { Significance } from '@readingscan/knowledge';
import { broaderOf } from '../broader.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Certainty, Finding, ImpressionItem, Span, UrgencyTier } from '../document.ts';
import type { ExplainedItem, PlainSentence, Told } from '../explanation.ts';
import { findingsOf } from '../findings-index.ts';
import type { Explainable, Knowledge, Related, SegmentedStatement } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { conclusionOf } from './headline-conclusion.ts';
import { isNarrowed } from './headline-denial.ts';
import { subjectOf } from './headline-subject.ts';
import { leadsIn } from './lead.ts';
import { isNamedBabys } from './pregnancy.ts';
import type { ScoreMeaning, ScoreMeanings } from './score-meanings.ts';
import { languageOf } from './sentence/language.ts';
import { withSide } from './sentence/side.ts';
import type { ToldStatement } from './sentence/statement.ts';
import type { Speech } from './speech.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';
import { isUnchecked } from './unchecked.ts';

export interface HeadlineParts {
  readonly items: readonly ExplainedItem[];
  readonly tier: UrgencyTier;
  /** part of the impression has no plain words */
  readonly partial: boolean;
  readonly meanings: ScoreMeanings;
  readonly nameOf: Speech['headlineName'];
  readonly emergencyNumber: string;
  readonly templates: Templates;
  /** what a statement is told as */
  readonly tell: (statement: SegmentedStatement) => ToldStatement;
}

const SHORT = 120; // characters of a sentence that fits a headline

/** The weightiest item in a few words: its main finding by plain name and certainty, or its own first sentence. */
export function headlineOf(
  related: Explainable,
  { items, tier, partial, meanings, templates, nameOf, tell }: HeadlineParts,
  knowledge: Knowledge,
): Told {
  const passed = items.some(({ urgency }) => urgency === tier)
    ? undefined
    : passedOver(related, tier, nameOf, tell, templates);
  if (passed) return passed;
  const pressed = weightiest(related, items, tier) ?? items[0];
  const asked = related.impression.find(({ id }) => id === pressed?.impression);
  const item = (asked && subjectOf(asked, related, meanings, knowledge)) ?? asked;
  const weighty = item === asked ? pressed : items.find(({ impression }) => impression === item?.id);
  const sentence = weighty?.plain[0];
  if (!weighty || !sentence) return { text: templates.headlineNothing, basis: [somewhere(related)] };
  const corrected = correctedBy(related, item, nameOf, templates);
  if (corrected) return corrected;
  const point = item && leadsIn(related, knowledge)(item)?.finding;
  // "no effusion, but there is a pneumothorax": the first names nothing that is there
  const first = point ?? findingsOf(item?.findings ?? [], related.findings).find(isDenied);
  const main = (first && item && pressing(first, item, tier, related, knowledge)) ?? point;
  const lead = (main && item && conclusionOf(main, item, related, knowledge)) ?? main;
  const score = item && scoreOf(item, tier, lead, meanings);
  const name = lead ? nameOf(lead) : undefined;
  const step = lead?.assertion.certainty === 'excluded' ? stepIn(weighty, item, tier, related) : undefined;
  const isLess = lead && (score ? isLesser(lead, tier, knowledge) : isComplaint(lead, knowledge));
  const isOwn = isLess || (lead && (isReserved(lead, knowledge) || isNamedBabys(lead, related, knowledge)));
  const named = step || (isOwn && (score || sentence.how === 'composed')) ? undefined : name;
  const scored = !named && score ? scoreText(score, name?.text, templates) : '';
  const whole = step ?? (lead ? sentence : wholeOf(weighty, related, templates));
  const what = named?.text || scored || ownWords(whole, templates);
  const opening = templates.headline[tier === 'soon' && !(score || asks(related, asked)) ? 'unasked' : tier];
  const text = fill(opening, { first: what });
  const basis = [
    ...(scored && score ? [score.span] : []),
    ...(name && (named || scored.includes(unended(name.text))) ? name.basis : []),
  ];
  return {
    text: [
      text,
      ...(item && hasTwoSides(related, item) ? [templates.headlineSides] : []),
      ...(partial ? [templates.headlinePartial] : []),
    ].join(templates.gap),
    basis: basis.length ? basis : whole.basis,
  };
}

/** "Normal right ovary, enlarged left ovary": all sentences that one statement is told in head it, not what is normal alone. */
function wholeOf({ plain }: ExplainedItem, related: Explainable, { gap }: Templates): PlainSentence {
  const [first] = plain;
  const start = first?.basis[0]?.[0] ?? 0;
  const own = [...statementsById(related).values()].find(({ span }) => span[0] <= start && start < span[1]);
  const end = plain.findIndex(
    ({ basis, how }) => how !== 'composed' || !own || !basis.every((one) => meets(one, own.span)),
  );
  const told = plain.slice(0, end < 0 ? plain.length : Math.max(1, end));
  return { ...first, text: told.map(({ text }) => text).join(gap), basis: told.flatMap(({ basis }) => basis) };
}

/** The report names one side here and the other there: the headline takes neither for sure. */
const hasTwoSides = ({ checks }: Explainable, { span }: ImpressionItem): boolean =>
  checks.some(({ kind, basis }) => kind === 'laterality-mismatch' && basis.some((one) => meets(one, span)));

/** "No cause for the pain was seen": what is said of a complaint heads it, not the complaint. */
const isComplaint = ({ concept }: Finding, { reading }: Knowledge): boolean =>
  reading.documents.specializations.complaints.includes(concept);

/** "No obvious fracture", "not a benign lesion": in the words of the sentence. */
const isReserved = ({ concept, assertion: { presence, certainty } }: Finding, { reading }: Knowledge): boolean =>
  presence === 'absent' && (certainty === 'unlikely' || reading.documents.fine.wantedFindings.includes(concept));

/** "No new nodules. Repeat CT in 12 months": what asks for the step heads it, not what was not seen. */
function stepIn(
  { plain }: ExplainedItem,
  item: ImpressionItem | undefined,
  tier: UrgencyTier,
  { recommendations }: Explainable,
): PlainSentence | undefined {
  if (!item || !PRESSES.has(tier)) return undefined;
  const asking = recommendations.filter(
    ({ id, action }) => action !== 'none-needed' && item.recommendations.includes(id),
  );
  return plain.findLast(({ basis }) => asking.some(({ span }) => basis.some((one) => meets(one, span))));
}

/** What a later note says instead, where it takes back all that the item says. */
function correctedBy(
  { amended, remarks, findings }: Explainable,
  item: ImpressionItem | undefined,
  nameOf: HeadlineParts['nameOf'],
  { headlineCorrected, headlineChanged }: Templates,
): Told | undefined {
  const later = item?.statements.map((id) => amended.get(id)).find((span) => span !== undefined);
  if (!item || !later || !item.statements.every((id) => amended.has(id) && remarks.has(id))) return undefined;
  const denied = findings.find(({ span, assertion }) => assertion.presence === 'absent' && meets(span, later));
  const name = denied && nameOf(denied);
  return name
    ? { text: fill(headlineCorrected, { first: name.text }), basis: name.basis }
    : { text: headlineChanged, basis: [later] };
}

/** The report asks for a step for this item, or for one that belongs to no other. "No further imaging" asks for none. */
function asks({ recommendations, impression }: Explainable, item: ImpressionItem | undefined): boolean {
  const others = new Set(
    impression.flatMap((one) => (one === item || !one.findings.length ? [] : one.recommendations)),
  );
  return recommendations.some(({ id, action }) => action !== 'none-needed' && !others.has(id));
}

/** The first item of the tier; where steps are asked for soon, the first finding for which the report itself asks for one. */
function weightiest(
  related: Explainable,
  items: readonly ExplainedItem[],
  tier: UrgencyTier,
): ExplainedItem | undefined {
  const { impression, recommendations, findings, remarks } = related;
  const byId = new Map(impression.map((item) => [item.id, item]));
  const isAside = (one: ExplainedItem): boolean => {
    const { statements = [], findings: ids = [] } = byId.get(one.impression) ?? {};
    if (statements.length > 0 && statements.every((id) => remarks.has(id))) return true;
    const named = findingsOf(ids, findings);
    return named.length > 0 && named.every(({ assertion }) => assertion.presence === 'hypothetical');
  };
  const all = items.filter(({ urgency }) => urgency === tier);
  const told = all.filter((one) => !isAside(one));
  // what only a remark on the test makes routine is headed by what was found
  const own = told.length > 0 ? told : items.filter((one) => !isAside(one)).slice(0, 1);
  if (tier !== 'soon' || own.length < 2) return own[0] ?? all[0];
  const steps = new Set(recommendations.flatMap(({ id, action }) => (action === 'none-needed' ? [] : [id])));
  const asking = impression.find(
    (item) =>
      item.findings.length > 0 &&
      item.recommendations.some((id) => steps.has(id)) &&
      own.some((one) => one.impression === item.id),
  );
  return own.find((one) => one.impression === asking?.id) ?? own[0];
}

const PRESSES: ReadonlySet<UrgencyTier> = new Set(['soon', 'urgent', 'emergency']);

/** What asks for the tier where no item does: a finding that the impression passes over by its name, or what is said of it. */
function passedOver(
  related: Explainable,
  tier: UrgencyTier,
  nameOf: HeadlineParts['nameOf'],
  tell: HeadlineParts['tell'],
  templates: Templates,
): Told | undefined {
  const { pressing, statements, findings } = related;
  const { headline } = templates;
  const [basis] = pressing.basis;
  if (!basis || pressing.tier !== tier || !PRESSES.has(tier)) return undefined;
  const statement = statements.find(({ span }) => span[0] === basis[0] && span[1] === basis[1]);
  const id = statement?.id;
  const own = findings.filter(
    ({ statement, assertion: { presence, temporality } }) =>
      statement === id && presence === 'present' && temporality === 'current',
  );
  const name = own.length === 1 && own[0] ? nameOf(own[0]) : undefined;
  const opening = headline[tier === 'soon' && !asks(related, undefined) ? 'unasked' : tier];
  if (name) return { text: fill(opening, { first: name.text }), basis: name.basis };
  const [sentence] = statement && GRAVE.has(tier) ? tell(statement).plain : [];
  return sentence && { text: fill(opening, { first: ownWords(sentence, templates) }), basis: sentence.basis };
}

const GRAVE: ReadonlySet<UrgencyTier> = new Set(['urgent', 'emergency']);

/** The item's own first sentence where it is short enough; one in the report's words stands in another language than ours where we say so. */
function ownWords({ text, how }: PlainSentence, { headlineAsWritten, headlineLong }: Templates): string {
  if (how === 'verbatim' && headlineAsWritten !== undefined) return headlineAsWritten;
  return text.length <= SHORT ? text : headlineLong;
}

const unended = (text: string): string => text.replace(/[.。]$/, '');

/** The score that asks for the tier of the report; where the item names no finding, any of its scores. */
function scoreOf(
  { statements }: ImpressionItem,
  tier: UrgencyTier,
  lead: Finding | null | undefined,
  meanings: ScoreMeanings,
): ScoreMeaning | undefined {
  const own = [...meanings].flatMap(([{ id }, scores]) =>
    statements.includes(id)
      ? scores.filter((score) => isTelling(score) && !(lead && meets(score.span, lead.span)))
      : [],
  );
  return own.find((score) => score.tier === tier) ?? (lead ? undefined : own[0]);
}

/** "very suspicious" needs the finding that is; "important cancer is likely" does not. */
function scoreText(
  { plain, thing, dependent, name: score }: ScoreMeaning,
  finding: string | undefined,
  { headlineScore }: Templates,
): string {
  const what = finding ? unended(finding) : thing;
  const isShort = plain.split(' ').length <= (finding ? 3 : 4);
  return what && (isShort || dependent)
    ? fill(headlineScore.beside, { what, plain, score })
    : fill(headlineScore.alone, { plain, score });
}

/** A category says something by itself; a measured number does not. */
const isTelling = ({ category }: ScoreMeaning): boolean => category.code !== 'number';

const meets = (one: Span, other: Span): boolean => one[0] < other[1] && other[0] < one[1];

const WEIGHT: readonly (UrgencyTier | Significance)[] = ['emergency', 'urgent', 'soon', 'attention'];

/** By its kind alone the finding would not ask for the tier: the score beside it does. */
function isLesser({ concept }: Finding, tier: UrgencyTier, knowledge: Knowledge): boolean {
  const significance = conceptsById(knowledge).get(concept)?.significance;
  return WEIGHT.includes(tier) && !(significance && WEIGHT.slice(0, WEIGHT.indexOf(tier) + 1).includes(significance));
}

/**
 * What asks for the tier where the first thing named does not: the clot of "a filling defect, consistent with a clot". Where help is not asked
 * for at once, only what is new or growing beside it, or beside what is less or old.
 */
function pressing(
  lead: Finding,
  item: ImpressionItem,
  tier: UrgencyTier,
  { findings }: Explainable,
  knowledge: Knowledge,
): Finding | undefined {
  const isLess = isPast(lead) || isDenied(lead);
  if ((tier !== 'urgent' && tier !== 'emergency') || !(isLess || isLesser(lead, tier, knowledge))) return undefined;
  const own = new Set(item.findings);
  // "catheter-related clot"
  const isDevice = conceptsById(knowledge).get(lead.concept)?.kind === 'device';
  return findings.find(
    (one) =>
      own.has(one.id) &&
      PRESENT.has(one.assertion.presence) &&
      one.assertion.temporality === 'current' &&
      one.assertion.experiencer === 'patient' &&
      !isPast(one) &&
      (isLess || isDevice || tier === 'emergency' || GROWS.has(one.change?.direction ?? '')) &&
      (isDenied(lead) || !isLesser(one, tier, knowledge)),
  );
}

const isDenied = ({ assertion }: Finding): boolean => assertion.presence === 'absent';

/** Smaller than before, or long-standing. */
const isPast = ({ change, acuity }: Finding): boolean => change?.direction === 'decreased' || acuity === 'chronic';

const GROWS: ReadonlySet<string> = new Set(['new', 'increased']);
const PRESENT: ReadonlySet<string> = new Set(['present', 'possible']);

/** What is only suspected is never headed as likely. */
export const atMostPossible = (certainty: Certainty): Certainty => (certainty === 'unlikely' ? 'unlikely' : 'possible');

/** How sure the report is of a finding: a frame for its name. "Evaluation for a clot is limited": it was not looked for well enough. */
export function certaintyFrame(
  finding: Finding,
  related: Related,
  knowledge: Knowledge,
  { headlineWhat, headlineUnchecked }: Templates,
): string {
  const { assertion } = finding;
  if (assertion.presence === 'possible' && isUnchecked(finding, related, knowledge)) return headlineUnchecked;
  return headlineWhat[assertion.presence === 'possible' ? atMostPossible(assertion.certainty) : assertion.certainty];
}

/** Where the report names the place in words of its own: a side alone names none. */
export const placesOf = ({ anatomy: [place] }: Finding, { matches }: Related): readonly Span[] =>
  place && matches.concept.some(({ start, end }) => start <= place.span[0] && place.span[1] <= end) ? [place.span] : [];

/** What names the finding, how sure it is, and where it lies. */
export const basisOf = (finding: Finding, related: Related): readonly Span[] => [
  ...finding.assertion.basis,
  finding.span,
  ...placesOf(finding, related),
];

/** The words that give the finding its one side; none where its statement names another side too. */
function sideOf(finding: Finding, { matches, statements }: Related, knowledge: Knowledge): Sided | null {
  const { reading } = knowledge;
  const sides = new Set(finding.anatomy.map(({ laterality }) => laterality));
  const [side] = sides;
  const statement = statements.find(({ id }) => id === finding.statement);
  if (sides.size !== 1 || !statement || (side !== 'left' && side !== 'right')) return null;
  const isDevice = conceptsById(knowledge).get(finding.concept)?.kind === 'device';
  // a tube that ends in the right atrium came in at either arm
  const isOfOrgan = (start: number, end: number): boolean =>
    isDevice && matches.concept.some((one) => one.start <= start && end < one.end && one.start >= finding.span[1]);
  const named = matches.modifier.filter(
    ({ start, end, entry }) =>
      start >= statement.span[0] &&
      end <= statement.span[1] &&
      reading.modifiers[entry]?.role === 'side' &&
      !isOfOrgan(start, end),
  );
  const [word] = named;
  if (!word || named.some(({ entry }) => reading.modifiers[entry]?.value !== side)) return null;
  return { side, span: [word.start, word.end] };
}

/** Its places are all of one side. */
const isOneSided = ({ anatomy }: Finding): boolean =>
  anatomy.length > 0 && anatomy.every(({ laterality }) => laterality === 'left' || laterality === 'right');

interface Sided {
  readonly side: 'left' | 'right';
  readonly span: Span;
}

/** The report names a place in words of its own that is not all of where such a finding lies. */
function isOfPart(finding: Finding, related: Related, knowledge: Knowledge): boolean {
  const [place] = finding.anatomy;
  if (!place || placesOf(finding, related).length === 0 || meets(place.span, finding.span)) return false;
  const site = conceptsById(knowledge).get(finding.concept)?.site;
  return site === undefined || !broaderOf(knowledge)(site).includes(place.concept);
}

/** "narrowing" alone says little: "narrowing in the main artery to the brain". A finding of one organ names it itself. */
function placed(
  what: string,
  finding: Finding,
  related: Related,
  knowledge: Knowledge,
  { headlinePlace }: Templates,
): string {
  const [place] = placesOf(finding, related);
  if (!place || isApart(finding.span, place, related, headlinePlace.apart)) return what;
  const { concept, anatomy } = finding;
  const organ = knowledge.words?.concepts[anatomy[0]?.concept ?? '']?.plain;
  const noun = organ?.split(' ').at(-1);
  const isSited = conceptsById(knowledge).get(concept)?.site !== undefined;
  const isPlaced = what.split(' ').some((word) => headlinePlace.placed.includes(word));
  if (!organ || !noun || isSited || isPlaced || what.includes(noun)) return what;
  return fill(headlinePlace.text, { what, organ });
}

/** "A nodule behind the heart" does not lie in it. */
const isApart = (finding: Span, place: Span, { tokens }: Related, words: readonly string[]): boolean =>
  tokens.some(({ norm, start, end }) => start >= finding[1] && end <= place[0] && words.includes(norm));

/** "Chronic infarct": a stroke of long ago. */
const aged = (what: string, { acuity, assertion }: Finding, { headlineChronic: says }: Templates): string => {
  const isOld = says !== undefined && acuity === 'chronic' && assertion.certainty !== 'excluded';
  return isOld && !what.split(' ').some((word) => says.unless.includes(word)) ? fill(says.text, { what }) : what;
};

/** The finding by its plain name and certainty, and the words this rests on. */
export function headlineName(
  finding: Finding,
  related: Related,
  knowledge: Knowledge,
  templates: Templates,
): Told | undefined {
  const { concept, assertion } = finding;
  if (assertion.certainty === 'excluded' && isNarrowed(finding, related, knowledge)) return undefined;
  const plain = knowledge.words?.concepts[concept]?.plain;
  const bare = plain && placed(plain, finding, related, knowledge, templates);
  if (!bare || !knowledge.words || /\b(?:left|right)\b/.test(bare)) return undefined;
  const basis = basisOf(finding, related);
  const sided = sideOf(finding, related, knowledge);
  const withIt = sided ? withSide(bare, sided.side, languageOf(knowledge.words)) : bare;
  // only before its organ: "in the left lung"
  const isShort = withIt.split(' ').length === bare.split(' ').length + 1;
  // "the left effusion has resolved; the right persists", "no clot in the calf": a denial holds where it was made
  const isWider = (isOneSided(finding) && !isShort) || (bare === plain && isOfPart(finding, related, knowledge));
  if (assertion.certainty === 'excluded' && isWider) return undefined;
  const frame = certaintyFrame(finding, related, knowledge, templates);
  return {
    text: fill(frame, { what: aged(isShort ? withIt : bare, finding, templates) }),
    basis: sided && isShort ? [...basis, sided.span] : basis,
  };
}

export function urgencyOf(
  related: Explainable,
  { items, tier, emergencyNumber, templates }: HeadlineParts,
): Told & { readonly tier: UrgencyTier } {
  const weighty = items.filter(({ urgency }) => urgency === tier);
  const basis = (weighty.length ? weighty : items).flatMap(({ plain }) => plain[0]?.basis ?? []).slice(0, 3);
  return {
    tier,
    text: fill(templates.urgency[tier], { emergency: emergencyNumber }),
    basis: basis.length ? basis : [somewhere(related)],
  };
}

const somewhere = ({ source, statements }: Related) =>
  statements[0]?.span ?? ([0, Math.max(1, source.text.length)] as const);
