/** Wing 3, relate: concept mentions → findings with assertion, place, side, severity, change, measurements and differential. */

import type { ReadingConcept } from '@readingscan/knowledge';
import { EMPTY_LIST } from '../alike.ts';
import type { Finding, Measurement, Place, Span } from '../document.ts';
import { type Level, levelsIn } from '../level.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { listed } from '../word-lists.ts';
import { type Asserted, assertTargets } from './assertion.ts';
import { degreeOf } from './findings/degree.ts';
import { alternativesAmong } from './findings/differential.ts';
import { type Location, locationsOf } from './findings/location.ts';
import { type Mention, mentionsIn } from './findings/mentions.ts';
import { FINDING, isAt, MEASUREMENT, type Part, PLACE, VISIBLE } from './findings/part.ts';
import { place, placesOf, specialized } from './findings/place.ts';
import { type Parts, partsOf, type Scene, sceneOf } from './findings/scene.ts';
import { settledAmong } from './findings/settled.ts';
import { type Sizes, sizesIn } from './findings/sizes.ts';
import type { Degree } from './findings/tables.ts';

export function findingsIn(recognized: Recognized, knowledge: Knowledge): readonly Finding[] {
  const scene = sceneOf(recognized, knowledge);
  const sections = sectionsById(recognized);
  const findings: Finding[] = [];
  let lastStatement = 0;
  for (const statement of recognized.statements) {
    const code = sections.get(statement.section)?.code ?? '';
    if (scene.tables.unread.has(code)) continue;
    const before = lastStatement;
    lastStatement = findings.length;
    const loose = findingsOf(scene, statement, partsOf(scene, statement), findings, code === 'history');
    if (loose.length > 0 && findings.length === lastStatement) addLoose(scene, loose, findings, before);
  }
  return findings;
}

/** "It measures 12 mm.": said of what the statement before is about, whose findings open at `from`. */
function addLoose({ recognized }: Scene, loose: readonly number[], findings: Finding[], from: number): void {
  let at = from;
  while (at < findings.length && findings[at]?.assertion.presence !== 'present') at += 1;
  if (at === findings.length) at = from;
  const carrier = findings[at];
  if (!carrier) return;
  const ids = loose.flatMap((index) => recognized.measurements[index]?.id ?? []);
  findings[at] = holding(carrier, [...carrier.measurements, ...ids], carrier.differential);
}

/** "10-year probability of hip fracture 4.2%", "coronary calcium score 0" */
const isUnfound = ({ concept, span }: Mention, { unfound }: Recognized): boolean =>
  unfound.length > 0 &&
  unfound.some((one) => one.span[0] <= span[0] && span[1] <= one.span[1] && one.concepts.includes(concept.id));

/** Adds the findings of one statement; the indices of measurements that name nothing here. */
function findingsOf(
  scene: Scene,
  statement: SegmentedStatement,
  parts: Parts,
  findings: Finding[],
  earlier: boolean,
): readonly number[] {
  const { hold } = parts;
  if (!(hold & (FINDING | PLACE | MEASUREMENT))) return NO_SIZES;
  const mentioned = mentionsIn(scene, parts);
  const { mentions, named } = mentioned;
  if (named.length === 0 && !(hold & (VISIBLE | MEASUREMENT))) return NO_SIZES;
  const locations = locationsOf(scene, parts, mentioned);
  const sizes = sizesIn(scene, parts, mentioned, locations);
  const organs =
    hold & PLACE && hold & (VISIBLE | MEASUREMENT) ? organsIn(parts, mentions, named, locations, sizes) : null;
  const all = organs ? [...named, ...organs.measured, ...organs.seen] : named;
  if (all.length === 0) return sizes.loose;
  const asserted = settledAmong(scene, parts, all, assertionsOf(scene, statement, all, earlier));
  const levels = levelsIn(scene.recognized.tokens, statement.from, statement.to);
  const groups = alternativesAmong(parts, named, asserted);
  const onlySeen = named.length + (organs?.measured.length ?? 0);
  const made = groups ? ([] as Made[]) : null;
  for (let index = 0; index < all.length; index += 1) {
    const mention = all[index];
    const answer = asserted[index];
    if (!mention || !answer || (index >= onlySeen && !isSeen(answer))) continue;
    if (isUnfound(mention, scene.recognized)) continue;
    const isNamed = index < named.length;
    // a measured organ stands at itself
    const located = isNamed ? (locations[index] ?? NOWHERE) : { ...NOWHERE, places: [mention] };
    const location = answer.excepted ? exceptedFrom(located, mentions, answer.excepted) : located;
    const degree = degreeOf(scene, parts, mention, isNamed ? location.opens : mention.first);
    const places = placesOf(scene, parts, mention, location);
    const levelled = levels.length === 0 ? places : withLevel(places, levels, mention, parts.parts, scene);
    const measurements = measurementsOf(scene, sizes, mention);
    const found = noneAtZero(scene, answer, mention, sizes);
    for (const { concept, anatomy } of specialized(scene, mention.concept, levelled)) {
      const id = `f${findings.length + (made?.length ?? 0) + 1}`;
      const one = finding(id, statement.id, concept, mention.span, found, anatomy, degree, measurements);
      if (made) made.push({ group: groups?.[index] ?? -1, finding: one });
      else findings.push(one);
    }
  }
  if (made) for (const one of withAlternatives(made)) findings.push(one);
  return sizes.loose;
}

/** "no spread in the chest except in the left adrenal": where it is, not where it is not. */
function exceptedFrom(location: Location, mentions: readonly Mention[], [, end]: Span): Location {
  const places = mentions.filter(({ kind, span }) => kind === 'place' && span[0] >= end);
  return places.length > 0 ? { ...location, places, adjectives: [], side: null } : location;
}

const NO_SIZES: readonly number[] = [];

interface Organs {
  readonly measured: readonly Mention[];
  readonly seen: readonly Mention[];
}

/** An organ that is measured is told like a finding: the common bile duct, 6 mm. Lymph nodes are a finding where they are only seen. */
function organsIn(
  { parts }: Parts,
  mentions: readonly Mention[],
  named: readonly Mention[],
  locations: readonly Location[],
  sizes: Sizes,
): Organs {
  const measured: Mention[] = [];
  const seen: Mention[] = [];
  for (const mention of mentions)
    if (mention.kind === 'place') {
      if (sizes.of.has(mention)) measured.push(mention);
      else if (isAt(parts, mention.first) & VISIBLE && !isPlaceOnly(mention, named, locations)) seen.push(mention);
    }
  return { measured, seen };
}

const isPlaceOnly = (place: Mention, named: readonly Mention[], locations: readonly Location[]): boolean =>
  locations.some(({ places }) => places.includes(place)) && !named.some(({ organ }) => organ === place);
const isSeen = ({ assertion }: Asserted): boolean =>
  assertion.presence === 'present' || assertion.presence === 'possible';

const NO_IDS: readonly string[] = EMPTY_LIST;

function measurementsOf({ recognized }: Scene, { of }: Sizes, mention: Mention): readonly string[] {
  const indices = of.get(mention);
  return indices ? indices.flatMap((at) => recognized.measurements[at]?.id ?? []) : NO_IDS;
}

/** "Midline shift: 0 mm": of what is measured by how much of it there is, there is none. */
function noneAtZero({ recognized, knowledge }: Scene, answer: Asserted, mention: Mention, { of }: Sizes): Asserted {
  const now = (of.get(mention) ?? []).flatMap((at) => {
    const one = recognized.measurements[at];
    return one?.role === 'current' ? one : [];
  });
  const { presence, temporality } = answer.assertion;
  const isTold = presence === 'present' && temporality === 'current' && now.length > 0;
  if (!isTold || !now.every(isZero) || !listed(knowledge.reading, 'none-at-zero').has(mention.concept.id))
    return answer;
  const basis = now.map(({ span }) => span);
  return { assertion: { ...answer.assertion, presence: 'absent', certainty: 'excluded', basis }, change: null };
}

const isZero = ({ mm, value, qualifier }: Measurement): boolean =>
  qualifier === null && (mm ? mm.every((length) => length === 0) : value === 0);

/** `earlier`: the section tells of the time before, so that a diagnosis told there is none of this examination. */
function assertionsOf(
  { recognized, knowledge, tables }: Scene,
  statement: SegmentedStatement,
  mentions: readonly Mention[],
  earlier: boolean,
): readonly Asserted[] {
  const targets: Span[] = [];
  for (const { target } of mentions) targets.push(target);
  for (const { second } of mentions) if (second) targets.push(second);
  const answers = assertTargets(recognized, statement, targets, knowledge);
  if (!earlier && targets.length === mentions.length) return answers;
  let next = mentions.length;
  return mentions.flatMap(({ second, concept }, index) => {
    const own = answers[index];
    const other = second ? answers[next++] : undefined;
    if (!own) return [];
    const answer = other && STRENGTH[other.assertion.presence] > STRENGTH[own.assertion.presence] ? other : own;
    const { assertion } = answer;
    const told = assertion.presence === 'present' && assertion.temporality === 'current';
    if (!earlier || !told || concept.kind !== 'finding' || tables.complaints.has(concept.id)) return [answer];
    return [{ ...answer, assertion: { ...assertion, temporality: 'historical' as const } }];
  });
}

const STRENGTH = { present: 0, conditional: 1, hypothetical: 1, possible: 2, absent: 3 } as const;

interface Made {
  readonly group: number;
  readonly finding: Finding;
}

const MOST_ALTERNATIVES = 8;

/** Each finding with the others of its group. */
function withAlternatives(made: readonly Made[]): readonly Finding[] {
  const alternatives = new Map<number, string[]>();
  for (const { finding, group } of made) {
    const ids = alternatives.get(group);
    if (!ids) alternatives.set(group, [finding.id]);
    else if (ids.length < MOST_ALTERNATIVES) ids.push(finding.id);
  }
  return made.map(({ finding, group }) => {
    if (group === -1) return finding;
    const others = (alternatives.get(group) ?? NO_IDS).filter((id) => id !== finding.id);
    return holding(finding, finding.measurements, others);
  });
}

const NOWHERE: Location = { places: [], adjectives: [], side: null, opens: 0, joined: false };

function finding(
  id: string,
  statement: string,
  concept: ReadingConcept,
  span: Span,
  { assertion, change }: Asserted,
  anatomy: readonly Place[],
  { severity, acuity }: Degree,
  measurements: readonly string[],
): Finding {
  const said = assertion.basis.length > 0 ? assertion : { ...assertion, basis: [span] };
  const { id: name } = concept;
  const differential = NO_IDS;
  return {
    id,
    statement,
    concept: name,
    span,
    assertion: said,
    anatomy,
    severity,
    acuity,
    measurements,
    change: change ?? undefined,
    differential,
  };
}

/** The same finding with other ids: written out, for a spread would be of another shape to the machine. */
function holding(
  { id, statement, concept, span, assertion, anatomy, severity, acuity, change }: Finding,
  measurements: readonly string[],
  differential: readonly string[],
): Finding {
  return {
    id,
    statement,
    concept,
    span,
    assertion,
    anatomy,
    severity,
    acuity,
    measurements,
    change,
    differential,
  };
}

/** The level that stands nearest before the finding, else behind it, up to the next finding. */
function withLevel(
  places: readonly Place[],
  levels: readonly Level[],
  mention: Mention,
  parts: readonly Part[],
  scene: Scene,
): readonly Place[] {
  const from = parts[mention.first]?.from ?? 0;
  const before = levels.filter((level) => level.from < from).at(-1);
  const behind = levels.find((level) => level.from > from);
  const level = behind && behind.from - from < 8 && !headed(scene, before, parts) ? behind : (before ?? behind);
  if (!level) return places;
  const [first, ...rest] = places;
  if (!first) return [place('spine', level.span, null, level.level)];
  return [place(first.concept, first.span, first.laterality, level.level), ...rest];
}

/** "L4-L5: …" opens the statement and holds for all of it. */
function headed(scene: Scene, level: Level | undefined, parts: readonly Part[]): boolean {
  return level !== undefined && scene.recognized.tokens[parts[0]?.from ?? 0]?.start === level.span[0];
}
