/** Wing 4, explain, frame: findings as claims, each as sure as the report is. */

import type { Claimed } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Direction, Finding, Measurement, Place, Span } from '../../document.ts';
import { type Level, levelsIn } from '../../level.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { tokenAt } from '../../token.ts';
import { isUnchecked } from '../unchecked.ts';
import type { Claim, Thing, ThingClaim } from './claim.ts';
import { eitherBefore, isWithinChange, seenBeside, sideBeside } from './described.ts';
import { type Ground, normAt } from './ground.ts';
import { conceptFrom, isPlural, NOT_DESCRIBED, placeOf, sideIn, type ToldPlace, writtenConcept } from './place-of.ts';
import type { Scene } from './scene.ts';
import {
  isAlternative,
  isBesideSide,
  isKnownBetween,
  isListed,
  isOneList,
  isPartOf,
  liesIn,
  measuresOther,
  organMeasured,
} from './walk.ts';
import { besideIn, lastWithin, withInner } from './within-name.ts';

/** null where no sentence of ours would be true to one of them. */
export function thingClaims(things: readonly Finding[], scene: Scene): Claim[] | null {
  const { related, parts, account, described, ground } = scene;
  const claims: Claim[] = [];
  let last: ThingClaim | undefined;
  const beside: Span[] = [];
  for (const finding of things) {
    // "small for gestational age fetus": one baby
    if (things.some((other) => other !== finding && other.anatomy.some(({ concept }) => concept === finding.concept))) {
      account.tell(finding.span);
      continue;
    }
    const kind = kindOf(finding, scene);
    const presence = presenceOf(finding, scene);
    // beside advice, what may be done or depends on something is told with the advice
    const isOfAdvice = presence === null || (kind === 'deed' && presence === 'present');
    if (isOfAdvice && parts.recommendations.length > 0) continue;
    if (presence === null || (kind === 'deed' && UNSURE.has(presence))) return null;
    const change = changeOf(finding, scene);
    if (change === 'lost' || (presence === 'absent' && change !== null && change !== 'new')) return null;
    const { words, spans } = withInner(described.ofFinding(finding), finding, scene);
    const denied = described.deniedOf(finding);
    if (presence !== 'present' && denied.words.length > 0) return null;
    const toward = towardOf(finding, scene);
    const measured = sizesOf(finding, scene);
    const picked = pickedBy(measured, ground);
    // one that is named once is no "largest"
    const sizes = picked && !isPlural(finding.span, related) ? [] : measured;
    const own = finding.anatomy.flatMap((place) => toldPlace(place, finding, scene) ?? []);
    const label = labelPlace(finding, own, scene);
    const listed = label ? [label, ...own] : own;
    const places = toward?.isDirected ? listed.map((place) => withoutSide(place, toward.side)) : listed;
    const isOther =
      presence === 'absent' && finding.assertion.basis.some((span) => holds(span, ground.words.others, ground));
    const { levelSpan } = places.find((place) => place.levelSpan) ?? {};
    // "deposits at T4 and L2, no other compression" denies none at L2
    if (levelSpan && presence === 'absent' && (isOther || isApart(finding.span, levelSpan, ground))) return null;
    const thing: Thing = {
      finding,
      concept: places.some(({ span }) => span !== null)
        ? writtenConcept(finding, related, scene.knowledge)
        : finding.concept,
      plural: isPlural(finding.span, related),
      modifiers: words,
      places,
      sizes,
      isOther,
      isPicked: picked !== undefined,
      denied: presence === 'present' ? denied.words : [],
      toward: toward?.side ?? null,
    };
    const said = [
      finding.span,
      ...places.flatMap(({ span, levelSpan: level, seenSpan, describing }) => [
        ...(span ? [span, ...describing.spans] : []),
        ...(level ? [level] : []),
        ...(seenSpan ? [seenSpan] : []),
      ]),
      ...sizes.map(({ span }) => span),
      ...(picked && sizes.length > 0 ? [[picked.start, picked.end] as const] : []),
    ];
    for (const span of [...said, ...denied.spans, ...(toward ? [toward.span] : []), ...finding.assertion.basis])
      account.tell(span);
    beside.push(...besideIn(finding, spans, scene));
    if (change) for (const span of finding.change?.basis ?? []) account.tellWords(span);
    for (const match of matchesWithin(related.matches.modifier, ground.from, ground.to))
      if (isWithinChange(match, ground)) account.release([match.start, match.end]);
    const before: Span | undefined = last?.kind === kind ? last.thing.finding.span : undefined;
    last = {
      kind,
      thing,
      presence,
      change: presence === 'gone' ? null : change,
      isListed: before !== undefined && isOneList(before, finding.span, ground),
      isAlternative: before !== undefined && isAlternative(before, finding.span, ground),
      at: finding.span[0],
      basis: [
        ...finding.assertion.basis,
        ...spans,
        ...denied.spans,
        ...said,
        ...(toward ? [toward.span] : []),
        ...sidesBeside(places, ground),
      ],
    };
    claims.push(last);
  }
  // "the liver is enlarged and fatty": each word is the other's name
  const named = things.flatMap((finding) => lastWithin(finding, scene) ?? []);
  for (const span of beside)
    if (!named.some(({ start, end }) => start <= span[0] && span[1] <= end)) account.release(span);
  return claims;
}

/** "Mediastinal shift to the left": where to, not where; "to the left of the aorta" is a place. */
function towardOf(
  { span }: Finding,
  { related: { tokens }, ground, knowledge }: Scene,
): { readonly side: 'left' | 'right'; readonly span: Span; readonly isDirected: boolean } | null {
  const before = ground.modifierTo.get(tokenAt(tokens, span[0], ground.from, ground.to));
  const own = before && DIRECTED[knowledge.reading.modifiers[before.entry]?.id ?? ''];
  if (before && own) return { side: own, span: [before.start, before.end], isDirected: true };
  let at = tokenAt(tokens, span[1], ground.from, ground.to);
  if (!TOWARD.has(normAt(ground, at))) return null;
  at += normAt(ground, at + 1) === 'the' ? 2 : 1;
  const match = ground.modifierFrom.get(at);
  const modifier = match && knowledge.reading.modifiers[match.entry];
  const side = modifier?.role === 'side' ? modifier.value : undefined;
  if (!match || (side !== 'left' && side !== 'right')) return null;
  const isOfPlace =
    normAt(ground, match.to) === 'of' || ground.organFrom.has(match.to) || ground.modifierFrom.has(match.to);
  return isOfPlace ? null : { side, span: [match.start, match.end], isDirected: false };
}
/** "leftward deviation" lies on no side. */
const withoutSide = (place: ToldPlace, side: 'left' | 'right'): ToldPlace =>
  place.laterality === side && place.span === null ? { ...place, laterality: null } : place;

/** ids of modifiers that say to which side, not on which */
const DIRECTED: Readonly<Record<string, 'left' | 'right'>> = { leftward: 'left', rightward: 'right' };
const TOWARD: ReadonlySet<string> = new Set(['to', 'toward', 'towards']);

const kindOf = ({ concept }: Finding, { knowledge }: Scene): 'thing' | 'deed' =>
  conceptsById(knowledge).get(concept)?.kind === 'procedure' ? 'deed' : 'thing';

/** What may have been done is a matter of words between, "may be secondary to surgery": they are the report's. */
const UNSURE: ReadonlySet<Claimed> = new Set(['likely', 'possible', 'unchecked', 'unlikely', 'suspected', 'asked']);

/** How it changed, where the words show that this is over time and of this finding; 'lost' where it would be told as if it had not become less. */
function changeOf({ change, span }: Finding, { ground }: Scene): Direction | 'lost' | null {
  if (!change) return null;
  const { direction, basis } = change;
  if (!basis.every((own) => isKnownBetween(own, span, ground))) return direction === 'new' ? 'lost' : null;
  if (direction !== 'increased' && direction !== 'decreased') return direction;
  const { tokens } = ground.related;
  for (let at = ground.from; at < ground.to; at += 1) {
    const { norm = '' } = tokens[at] ?? {};
    if (ground.words.overTime.has(norm) || EARLIER.has(norm)) return direction;
    // "the effusion has decreased"
    const isOwn = (one: number): boolean => basis.some(([start]) => start === tokens[one]?.start);
    if (PERFECT.has(norm) && (isOwn(at) || isOwn(at + 1))) return direction;
  }
  return direction === 'decreased' ? 'lost' : null;
}

/** "smaller than yesterday", "larger than before" */
const EARLIER: ReadonlySet<string> = new Set(['yesterday', 'before', 'ago']);

const PERFECT: ReadonlySet<string> = new Set(['has', 'have']);

const isApart = (one: Span, other: Span, ground: Ground): boolean =>
  one[0] < other[0] ? !isOneList(one, other, ground) : !isOneList(other, one, ground);

/** Whether one of the words stands in a part of the text: "no other lesion". */
const holds = ([start, end]: Span, words: ReadonlySet<string>, { related: { tokens }, from, to }: Ground): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token && token.start >= start && token.end <= end && words.has(token.norm)) return true;
  }
  return false;
};

/** An organ's measure is the organ's, a density is no size, and what stands before a noun without a name is that noun's. */
function sizesOf(finding: Finding, { parts, ground, related, account }: Scene): readonly Measurement[] {
  const isOverTime = holds(
    [related.tokens[ground.from]?.start ?? 0, Number.POSITIVE_INFINITY],
    ground.words.overTime,
    ground,
  );
  const own = parts.measurements.filter(({ id, span, mm, unit, role }) => {
    // "withdraw 3 cm" is no size of the tube
    if (account.isTold(span[0])) return false;
    // "infected kidney from a 9 mm stone" was no other size before
    if (role === 'prior' && !isOverTime && ground.changeFrom.size === 0) return false;
    if (!finding.measurements.includes(id) || (mm === null && !SIZED.has(unit)) || measuresOther(span, ground))
      return false;
    const organ = organMeasured(span, ground);
    return organ === null || organ.start > finding.span[0];
  });
  // "spleen enlarged 15 cm" is 15 cm long, not longer by that
  return own.map((one) =>
    one.role === 'difference' && isRightBehind(one, finding, ground) ? { ...one, role: 'current' } : one,
  );
}

const isRightBehind = ({ span }: Measurement, finding: Finding, { related }: Ground): boolean =>
  finding.span[1] <= span[0] && related.source.text.slice(finding.span[1], span[0]).trim() === '';

/** The word by which a size is that of one of several: "the largest 8 mm". */
const pickedBy = (
  sizes: readonly Measurement[],
  { modifiers, knowledge, words, related: { source } }: Ground,
): Match | undefined =>
  modifiers.find(
    ({ entry, end }) =>
      words.picking.has(knowledge.reading.modifiers[entry]?.id ?? '') &&
      sizes.some(
        ({ span }) => span[0] >= end && span[0] - end <= LONGEST_GAP && !source.text.slice(end, span[0]).includes('.'),
      ),
  );
const LONGEST_GAP = 16; // characters: " one measuring "

/** units of amounts that are no lengths */
const SIZED: ReadonlySet<string> = new Set(['%', 'ml', 'mL', 'cc', 'cm3', 'cm³']);

/** What is claimed of a finding; null where it depends on something. */
function presenceOf(finding: Finding, scene: Scene): Claimed | null {
  const { assertion, change } = finding;
  const { parts, related, statement, knowledge, ground } = scene;
  const isDeed = kindOf(finding, scene) === 'deed';
  const { presence, certainty, temporality, experiencer, basis } = assertion;
  const isHistory = parts.code === 'history';
  if (experiencer === 'other') return presence === 'absent' ? 'familyAbsent' : 'family';
  // "prior negative biopsy", "colonoscopy was negative": it was done, and found nothing
  if (presence === 'absent' && isDeed && !isPlainlyDenied(basis, ground)) return null;
  if (presence === 'hypothetical' || temporality === 'future') return 'asked';
  if (presence === 'conditional') return null;
  if (isHistory && presence === 'possible') return 'asked';
  if (presence === 'possible' && isUnchecked(finding, related, knowledge)) return 'unchecked';
  if (temporality === 'historical')
    return presence === 'absent' ? 'pastAbsent' : isTreated(basis, ground) ? 'treated' : 'past';
  if (presence === 'absent')
    return change?.direction === 'resolved' || basis.some((span) => holds(span, ground.words.removing, ground))
      ? 'gone'
      : certainty === 'unlikely'
        ? 'unlikely'
        : 'absent';
  if (change?.direction === 'resolved') return 'gone';
  if (certainty === 'definite') return presence === 'possible' ? 'possible' : 'present';
  if (certainty === 'excluded') return 'absent';
  const { cues } = knowledge.reading;
  const isSuspected = matchesWithin(related.matches.cue, statement.from, statement.to).some(
    ({ start, end, entry }) =>
      cues[entry]?.category === 'suspected' && basis.some((span) => span[0] <= start && end <= span[1]),
  );
  return isSuspected && certainty === 'likely' ? 'suspected' : certainty;
}

/** "no biopsy", "without surgery", not "negative biopsy". */
const isPlainlyDenied = (basis: readonly Span[], { related: { matches }, knowledge, from, to }: Ground): boolean =>
  matchesWithin(matches.cue, from, to).some(
    ({ entry, start, end }) =>
      knowledge.reading.cues[entry]?.category === 'negated' &&
      !TESTED_NEGATIVE.has(knowledge.reading.cues[entry]?.id ?? '') &&
      basis.some((span) => span[0] <= start && end <= span[1]),
  );
/** ids of cues of data/en/context/negation.yml that tell the answer of a test */
const TESTED_NEGATIVE: ReadonlySet<string> = new Set([
  'negative',
  'negative-for',
  'absent-behind',
  'negative-sign',
  'label-negative',
]);

/** "The abscess has been drained": a treatment has ended it. */
const isTreated = (basis: readonly Span[], { related: { matches }, knowledge, from, to }: Ground): boolean =>
  matchesWithin(matches.cue, from, to).some(
    ({ entry, start, end }) =>
      TREATED.has(knowledge.reading.cues[entry]?.id ?? '') && basis.some((span) => span[0] <= start && end <= span[1]),
  );
/** ids of cues of data/en/context/time.yml */
const TREATED: ReadonlySet<string> = new Set(['mended', 'mended-bare', 'closed-off-bare', 'put-back', 'clotted-bulge']);

/** null where the words of the statement do not set the finding in the place. */
function toldPlace(place: Place, finding: Finding, scene: Scene): ToldPlace | null {
  const { related, statement, parts, knowledge, ground, described } = scene;
  const from = conceptFrom(place.span[0], related);
  const isOwn = from?.end === place.span[1] && knowledge.reading.concepts[from.entry]?.id === place.concept;
  const match = isOwn ? from : undefined;
  const isWithin = place.span[0] < finding.span[1] && finding.span[0] < place.span[1];
  // "mass in the liver, right kidney normal"
  if (
    match &&
    finding.span[1] <= match.start &&
    described.states.some(({ organs }) => organs.some((organ) => organ.span?.[0] === match.start))
  )
    return null;
  if (match && !isWithin && (scene.unseen.has(match.start) || !liesIn(match, finding, ground))) return null;
  // "Right ovary contains a corpus luteum": the organ that the finding implies is named
  const isImplied = conceptsById(knowledge).get(finding.concept)?.site === place.concept;
  const named = isWithin && isImplied ? undefined : match;
  const own = named ?? (isWithin ? organNamed(place.concept, finding, ground) : undefined);
  const isOnly = finding.anatomy.length === 1;
  // "disc extrusion at L4/5 on the right": the one side of a statement is that of the one thing it names
  const statementSide = sideIn(related, statement, knowledge);
  const isLone =
    parts.findings.length === 1 &&
    ground.organFrom.size === 0 &&
    statementSide !== null &&
    isBesideSide(finding, statementSide, ground);
  // "both at the level of and distal to the styloid"
  const isPair = own === undefined || own.plural || isPlural(finding.span, related);
  const said = place.laterality ?? (isOnly && (isLone || statementSide === 'bilateral') ? statementSide : null);
  const side = said === 'bilateral' && !isPair ? null : said;
  const level = levelOf(place, finding, scene);
  const either = own && finding.assertion.presence === 'absent' ? eitherBefore(own, ground) : null;
  return {
    concept: place.concept,
    plural: own?.plural ?? false,
    // what lies in the middle lies there by its name
    laterality: either
      ? 'bilateral'
      : side !== null && side !== 'midline' && ((match && !isWithin) || isBesideSide(finding, side, ground))
        ? side
        : isWithin && own
          ? sideBeside(own, ground)
          : null,
    level: level?.level,
    span: own ? [either?.[0] ?? own.start, own.end] : null,
    seenSpan: own ? seenBeside(own.start, ground) : null,
    levelSpan: level?.span ?? null,
    isNext: own !== undefined && isListed(own, ground),
    isOf: own !== undefined && isPartOf(own, ground),
    describing: own ? described.ofOrgan(own) : NOT_DESCRIBED,
  };
}

/** "Previous L5 laminectomy, new disc extrusion at L4/5": the level right before a finding is its own, and one behind another finding is that one's. */
function levelOf(
  place: Place,
  { span, assertion }: Finding,
  { related, statement, ground, parts }: Scene,
): Level | undefined {
  const all = levelsIn(related.tokens, statement.from, statement.to);
  let first = tokenAt(related.tokens, span[0], ground.from, ground.to);
  for (let before = ground.modifierTo.get(first); before; before = ground.modifierTo.get(first)) first = before.from;
  const start = related.tokens[first]?.start ?? span[0];
  const own = all.find((one) => one.span[1] <= start && related.source.text.slice(one.span[1], start).trim() === '');
  if (own) return own;
  const named = all.find(({ level }) => level === place.level);
  const isOthers = parts.findings.some(
    (one) =>
      named !== undefined &&
      span[1] <= one.span[0] &&
      one.span[1] <= named.span[0] &&
      one.assertion.temporality !== assertion.temporality,
  );
  return isOthers ? undefined : named;
}

/** "Medial meniscus: horizontal tear": the organ that a line is about, where the finding has no other place of that name. */
function labelPlace(finding: Finding, places: readonly ToldPlace[], { ground, knowledge }: Scene): ToldPlace | null {
  const organ = [...ground.organFrom.values()].find(({ to }) => normAt(ground, to) === ':');
  if (!organ || organ.start >= finding.span[0] || !liesIn(organ, finding, ground)) return null;
  const place = placeOf(organ, sideBeside(organ, ground), knowledge);
  return places.some(({ concept }) => concept === place.concept) ? null : { ...place, isNext: false };
}

const organNamed = (concept: string, finding: Finding, ground: Ground): Match | undefined =>
  [...ground.organFrom.values()].find(
    (organ) => ground.knowledge.reading.concepts[organ.entry]?.id === concept && liesIn(organ, finding, ground),
  );

/** The words that give places their side. */
function sidesBeside(places: readonly ToldPlace[], { modifiers, knowledge }: Ground): readonly Span[] {
  const sides = new Set<string | null>(places.map(({ laterality }) => laterality));
  return modifiers.flatMap(({ entry, start, end }): readonly Span[] => {
    const modifier = knowledge.reading.modifiers[entry];
    return modifier?.role === 'side' && sides.has(modifier.value ?? null) ? [[start, end]] : [];
  });
}
