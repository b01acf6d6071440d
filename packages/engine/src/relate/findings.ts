/** Wing 3, relate: concept mentions → findings with assertion, place, side, severity, change, measurements and differential. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Finding, Place, Span } from '../document.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { type Asserted, assertTargets } from './assertion.ts';
import { degreeOf } from './findings/degree.ts';
import { alternativesAmong } from './findings/differential.ts';
import { type Level, levelsIn } from './findings/level.ts';
import { type Location, locationsOf } from './findings/location.ts';
import { type Mention, mentionsIn } from './findings/mentions.ts';
import { placesOf, specialized } from './findings/place.ts';
import { type Part, partsOf, type Scene, sceneOf } from './findings/scene.ts';
import { sizesIn } from './findings/sizes.ts';

export function findingsIn(recognized: Recognized, knowledge: Knowledge): readonly Finding[] {
  const scene = sceneOf(recognized, knowledge);
  const sections = sectionsById(recognized);
  const findings: Finding[] = [];
  let lastStatement = 0;
  for (const statement of recognized.statements) {
    if (scene.tables.unread.has(sections.get(statement.section)?.code ?? '')) continue;
    const parts = partsOf(scene, statement);
    const before = lastStatement;
    lastStatement = findings.length;
    const loose = findingsOf(scene, statement, parts, findings, sections.get(statement.section)?.code === 'history');
    // "It measures 12 mm.": said of what the statement before is about
    const at = before + Math.max(0, findings.slice(before, lastStatement).findIndex(isPresent));
    const carrier = at < lastStatement ? findings[at] : undefined;
    if (loose.length > 0 && carrier && findings.length === lastStatement) {
      const ids = loose.flatMap((index) => recognized.measurements[index]?.id ?? []);
      findings[at] = { ...carrier, measurements: [...carrier.measurements, ...ids] };
    }
  }
  return findings;
}

/** Adds the findings of one statement; the indices of measurements that name nothing here. */
function findingsOf(
  scene: Scene,
  statement: SegmentedStatement,
  parts: readonly Part[],
  findings: Finding[],
  earlier: boolean,
): readonly number[] {
  const { recognized } = scene;
  const mentions = mentionsIn(scene, parts);
  const named = mentions.filter(({ kind }) => kind === 'finding');
  const locations = locationsOf(scene, parts, mentions);
  const sizes = sizesIn(parts, mentions, named, locations);
  // an organ that is measured is told like a finding: the common bile duct, 6 mm
  const measured = mentions.filter((mention) => mention.kind === 'place' && sizes.of.has(mention));
  const placed = new Set(locations.flatMap(({ places }) => places));
  // lymph nodes are a finding where they are only seen
  const seen = mentions.filter(
    (mention) =>
      mention.kind === 'place' &&
      isVisible(scene, mention) &&
      !sizes.of.has(mention) &&
      !isPlaceOnly(mention, named, placed),
  );
  const all = [...named, ...measured, ...seen];
  if (all.length === 0) return sizes.loose;
  const asserted = assertionsOf(scene, statement, all, earlier);
  const levels = levelsIn(recognized.tokens, statement.from, statement.to);
  const groups = alternativesAmong(parts, named, asserted);
  const firstId: (string | undefined)[] = [];
  const made: { finding: Finding; group: number }[] = [];
  all.forEach((mention, index) => {
    const answer = asserted[index];
    if (!answer || (index >= named.length + measured.length && !isSeen(answer))) return;
    const location = locations[index] ?? NOWHERE;
    const measurements = (sizes.of.get(mention) ?? []).flatMap((at) => recognized.measurements[at]?.id ?? []);
    const { severity, acuity } = degreeOf(scene, parts, mention, index < named.length ? location.opens : mention.first);
    const places = index < named.length ? placesOf(scene, parts, mention, location) : organPlace(scene, parts, mention);
    const levelled = withLevel(places, levels, mention, parts, scene);
    for (const { concept, anatomy } of specialized(scene, mention.concept, levelled)) {
      const id = `f${findings.length + made.length + 1}`;
      firstId[index] ??= id;
      made.push({
        group: groups[index] ?? -1,
        finding: finding(id, statement.id, concept, mention.span, answer, anatomy, { severity, acuity, measurements }),
      });
    }
  });
  const alternatives = new Map<number, string[]>();
  for (const { finding, group } of made) {
    const ids = alternatives.get(group);
    if (!ids) alternatives.set(group, [finding.id]);
    else if (ids.length < MOST_ALTERNATIVES) ids.push(finding.id);
  }
  for (const { finding, group } of made) {
    const differential = group === -1 ? [] : (alternatives.get(group) ?? []).filter((id) => id !== finding.id);
    findings.push({ ...finding, differential });
  }
  return sizes.loose;
}

const isVisible = ({ tables }: Scene, { concept }: Mention): boolean =>
  tables.lineage(concept.id).some((id) => tables.visible.has(id));
const isPlaceOnly = (place: Mention, named: readonly Mention[], placed: ReadonlySet<Mention>): boolean =>
  placed.has(place) && !named.some(({ organ }) => organ === place);
const isSeen = ({ assertion }: Asserted): boolean =>
  assertion.presence === 'present' || assertion.presence === 'possible';

/** `earlier`: the section tells of the time before, so that a diagnosis told there is none of this examination. */
function assertionsOf(
  scene: Scene,
  statement: SegmentedStatement,
  mentions: readonly Mention[],
  earlier: boolean,
): readonly Asserted[] {
  const { recognized, knowledge, tables } = scene;
  const targets = mentions.map(({ target }) => target);
  const seconds = mentions.flatMap(({ second }) => (second ? [second] : []));
  const answers = assertTargets(recognized, statement, [...targets, ...seconds], knowledge);
  let next = targets.length;
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

const isPresent = ({ assertion }: Finding): boolean => assertion.presence === 'present';
const MOST_ALTERNATIVES = 8;
const NOWHERE: Location = { places: [], adjectives: [], side: null, opens: 0, joined: false };

function finding(
  id: string,
  statement: string,
  concept: ReadingConcept,
  span: Span,
  { assertion, change }: Asserted,
  anatomy: readonly Place[],
  rest: Pick<Finding, 'severity' | 'acuity' | 'measurements'>,
): Finding {
  const basis = assertion.basis.length > 0 ? assertion.basis : [span];
  return {
    id,
    statement,
    concept: concept.id,
    span,
    assertion: { ...assertion, basis },
    anatomy,
    ...rest,
    ...(change ? { change } : {}),
    differential: [],
  };
}

/** A measured organ stands at itself. */
function organPlace(scene: Scene, parts: readonly Part[], mention: Mention): readonly Place[] {
  const location: Location = { ...NOWHERE, places: [mention] };
  return placesOf(scene, parts, mention, location);
}

/** The level that stands nearest before the finding, else behind it, up to the next finding. */
function withLevel(
  places: readonly Place[],
  levels: readonly Level[],
  mention: Mention,
  parts: readonly Part[],
  scene: Scene,
): readonly Place[] {
  if (levels.length === 0) return places;
  const from = parts[mention.first]?.from ?? 0;
  const before = levels.filter((level) => level.from < from).at(-1);
  const behind = levels.find((level) => level.from > from);
  const level = behind && behind.from - from < 8 && !headed(scene, before, parts) ? behind : (before ?? behind);
  if (!level) return places;
  const [first, ...rest] = places;
  if (!first) return [{ concept: 'spine', span: level.span, laterality: null, level: level.level }];
  return [{ ...first, level: level.level }, ...rest];
}

/** "L4-L5: …" opens the statement and holds for all of it. */
function headed(scene: Scene, level: Level | undefined, parts: readonly Part[]): boolean {
  return level !== undefined && scene.recognized.tokens[parts[0]?.from ?? 0]?.start === level.span[0];
}
