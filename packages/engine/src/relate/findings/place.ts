/** Wing 3, relate, findings: places with their sides, and the name that a general finding has at its place. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Laterality, Place, Span } from '../../document.ts';
import type { Location } from './location.ts';
import type { Mention } from './mentions.ts';
import { sideBeyond, sideOf } from './neighbors.ts';
import { CONCEPT, DETERMINER, DISTANCE, isAt, JOIN, MEASUREMENT, MODIFIER, type Part, WORD } from './part.ts';
import type { Parts, Scene } from './scene.ts';

/** Where a finding is: the places written, those that an adjective names, and else the one that its own name implies. */
export function placesOf(scene: Scene, { parts, hold }: Parts, finding: Mention, location: Location): readonly Place[] {
  const places: Place[] = [];
  const { side } = location;
  let inherited: Laterality | null = null;
  for (const { concept, first, last, span } of location.places) {
    if (isAway(scene, parts, first)) {
      const whole = scene.tables.landmarks.get(concept.id);
      if (whole) places.push(place(whole, span, side));
      continue;
    }
    const own =
      concept.laterality ??
      (hold & (MODIFIER | DETERMINER) ? (sideBefore(scene, parts, first) ?? sideAfter(scene, parts, last)) : null);
    inherited = own ?? inherited;
    places.push(place(concept.id, span, own ?? inherited ?? side));
  }
  for (const { anatomy, part } of location.adjectives) {
    if (places.some(({ concept }) => concept === anatomy)) continue;
    places.push(place(anatomy, spanOf(scene, parts[part], finding.span), side));
  }
  if (places.length === 0) {
    const { site, laterality, region } = finding.concept;
    const implied = site ?? (side || laterality ? (region ?? 'body') : null);
    if (implied) places.push(place(implied, finding.span, laterality ?? side));
  }
  // "bilateral nodules, the largest in the right upper lobe"
  const [first] = places;
  if (side !== null && first && !places.some((one) => one.laterality === side)) {
    const root = scene.tables.lineage(first.concept).at(-1);
    if (root) places.push(place(root, finding.span, side));
  }
  return places;
}

/** "2 cm from the carina": how far away it lies, not where; from a landmark such as the nipple it lies in the part that bears it. */
function isAway(scene: Scene, parts: readonly Part[], first: number): boolean {
  let at = first - 1;
  while (isAt(parts, at) & (MODIFIER | DETERMINER)) at -= 1;
  return (isAt(parts, at) & DISTANCE) !== 0 && endsLength(scene, parts, at - 1);
}

/** A length, also one that is no size. */
function endsLength({ recognized: { tokens } }: Scene, parts: readonly Part[], at: number): boolean {
  if (isAt(parts, at) & MEASUREMENT) return true;
  const last = (parts[at]?.to ?? 0) - 1;
  return LENGTH.has(tokens[last]?.norm ?? '') && tokens[last - 1]?.kind === 'number';
}
const LENGTH: ReadonlySet<string> = new Set(['mm', 'cm']);

/** Of one shape with a level and without. */
export const place = (concept: string, span: Span, laterality: Laterality | null, level?: string): Place => ({
  concept,
  span,
  laterality,
  level,
});

function spanOf({ recognized }: Scene, part: Part | undefined, otherwise: Span): Span {
  const first = part && recognized.tokens[part.from];
  const last = part && recognized.tokens[part.to - 1];
  return first && last ? [first.start, last.end] : otherwise;
}

/** "left kidney", "right and left lungs", "both lower lobes". */
function sideBefore(scene: Scene, parts: readonly Part[], first: number): Laterality | null {
  let side: Laterality | null = null;
  const end = Math.max(0, first - 8);
  for (let at = first - 1; at >= end; at -= 1) {
    const is = isAt(parts, at);
    if (is & MODIFIER) {
      const modifier = scene.knowledge.reading.modifiers[parts[at]?.entry ?? 0];
      const said = modifier?.role === 'side' || modifier?.role === 'position' ? sideOf(modifier.value) : null;
      if (said) side = side !== null && side !== said ? 'bilateral' : said;
    } else if (is & DETERMINER && scene.recognized.tokens[parts[at]?.from ?? 0]?.norm === 'both') return 'bilateral';
    else if (is === WORD) return side ?? sideBeyond(scene, parts, at);
    else if (!(is & JOIN && isAt(parts, at - 1) & MODIFIER && isAt(parts, at + 1) & MODIFIER)) break;
  }
  return side;
}

/** "lungs bilaterally", "hip on the left". */
function sideAfter(scene: Scene, parts: readonly Part[], last: number): Laterality | null {
  if (!(isAt(parts, last + 1) & MODIFIER) || isAt(parts, last + 2) & CONCEPT) return null;
  const modifier = scene.knowledge.reading.modifiers[parts[last + 1]?.entry ?? 0];
  return modifier?.role === 'side' ? sideOf(modifier.value) : null;
}

export interface Specialized {
  readonly concept: ReadingConcept;
  readonly anatomy: readonly Place[];
}

/** "nodule" in the lung is a lung nodule; at two places with two names it is two findings. */
export function specialized(scene: Scene, concept: ReadingConcept, places: readonly Place[]): readonly Specialized[] {
  const { tables } = scene;
  const table = tables.special.get(concept.id);
  if (places.length === 0) return [{ concept, anatomy: places }];
  if (!table) return [{ concept: namedAt(scene, concept, places), anatomy: places }];
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const at = tables.lineage(place.concept).find((id) => table.has(id));
    const becomes = (at && table.get(at)) || concept.id;
    const group = groups.get(becomes);
    if (group) group.push(place);
    else groups.set(becomes, [place]);
  }
  const special = [...groups.keys()].filter((id) => id !== concept.id);
  const [only] = special;
  if (only !== undefined && special.length === 1)
    return [{ concept: tables.concept.get(only) ?? concept, anatomy: places }];
  const unnamed = groups.get(concept.id) ?? [];
  if (special.length === 0) {
    const own = concept.site && tables.lineage(concept.site).find((id) => table.has(id));
    const sited = tables.concept.get((own && table.get(own)) ?? '');
    return [{ concept: sited ?? namedAt(scene, concept, places), anatomy: places }];
  }
  return special.map((id, index) => ({
    concept: tables.concept.get(id) ?? concept,
    anatomy: [...(groups.get(id) ?? []), ...(index === 0 ? unnamed : [])],
  }));
}

/** "Obstruction of the small bowel" is a small bowel obstruction; where its places give it several names it keeps its own. */
function namedAt({ tables }: Scene, concept: ReadingConcept, places: readonly Place[]): ReadingConcept {
  const table = tables.named.get(concept.id);
  if (!table) return concept;
  const names = new Set(places.flatMap(({ concept: id }) => table.get(tables.unsided(id)) ?? []));
  const [name] = names;
  return (names.size === 1 && tables.concept.get(name ?? '')) || concept;
}
