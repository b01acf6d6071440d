/** Wing 3, relate, findings: places with their sides, and the name that a general finding has at its place. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Laterality, Place, Span } from '../../document.ts';
import { type Location, sideOf } from './location.ts';
import type { Mention } from './mentions.ts';
import { isLink, type Part, type Scene } from './scene.ts';

/** Where a finding is: the places written, those that an adjective names, and else the one that its own name implies. */
export function placesOf(scene: Scene, parts: readonly Part[], finding: Mention, location: Location): readonly Place[] {
  const places: Place[] = [];
  let inherited: Laterality | null = null;
  for (const place of location.places) {
    const own = place.concept.laterality ?? sideBefore(scene, parts, place) ?? sideAfter(scene, parts, place);
    inherited = own ?? inherited;
    places.push({ concept: place.concept.id, span: place.span, laterality: own ?? inherited ?? location.side });
  }
  for (const { anatomy, part } of location.adjectives) {
    if (places.some(({ concept }) => concept === anatomy)) continue;
    places.push({ concept: anatomy, span: spanOf(scene, parts[part], finding.span), laterality: location.side });
  }
  const { site, laterality } = finding.concept;
  const implied = site ?? (location.side || laterality ? (finding.concept.region ?? 'body') : null);
  if (implied && places.length === 0)
    places.push({ concept: implied, span: finding.span, laterality: laterality ?? location.side });
  // "bilateral nodules, the largest in the right upper lobe"
  const { side } = location;
  const whole = side !== null && places.length > 0 && !places.some((place) => place.laterality === side);
  const root = places[0] ? scene.tables.lineage(places[0].concept).at(-1) : undefined;
  if (whole && root) places.push({ concept: root, span: finding.span, laterality: side });
  return places;
}

function spanOf({ recognized }: Scene, part: Part | undefined, otherwise: Span): Span {
  const first = part && recognized.tokens[part.from];
  const last = part && recognized.tokens[part.to - 1];
  return first && last ? [first.start, last.end] : otherwise;
}

/** "left kidney", "right and left lungs", "both lower lobes". */
function sideBefore(scene: Scene, parts: readonly Part[], place: Mention): Laterality | null {
  let side: Laterality | null = null;
  for (let at = place.first - 1; at >= Math.max(0, place.first - 8); at -= 1) {
    const part = parts[at];
    if (part?.kind === 'modifier') {
      const modifier = scene.knowledge.reading.modifiers[part.match.entry];
      const said = modifier
        ? sideOf(modifier.role === 'side' || modifier.role === 'position' ? modifier.value : undefined)
        : null;
      if (said) side = side !== null && side !== said ? 'bilateral' : said;
    } else if (isLink(part, 'determiner') && scene.recognized.tokens[part?.from ?? 0]?.norm === 'both')
      return 'bilateral';
    else if (!(isLink(part, 'join') && parts[at - 1]?.kind === 'modifier' && parts[at + 1]?.kind === 'modifier')) break;
  }
  return side;
}

/** "lungs bilaterally", "hip on the left". */
function sideAfter(scene: Scene, parts: readonly Part[], place: Mention): Laterality | null {
  const part = parts[place.last + 1];
  if (part?.kind !== 'modifier' || parts[place.last + 2]?.kind === 'concept') return null;
  const modifier = scene.knowledge.reading.modifiers[part.match.entry];
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
  if (!table) return [{ concept, anatomy: places }];
  const groups = new Map<string, Place[]>();
  for (const place of places) {
    const at = tables.lineage(place.concept).find((id) => table.has(id));
    const becomes = (at && table.get(at)) || concept.id;
    const group = groups.get(becomes);
    if (group) group.push(place);
    else groups.set(becomes, [place]);
  }
  if (groups.size === 0) return [{ concept, anatomy: places }];
  const special = [...groups.keys()].filter((id) => id !== concept.id);
  const [only] = special;
  if (only !== undefined && special.length === 1)
    return [{ concept: tables.concept.get(only) ?? concept, anatomy: places }];
  const unnamed = groups.get(concept.id) ?? [];
  if (special.length === 0) {
    const own = concept.site && tables.lineage(concept.site).find((id) => table.has(id));
    return [{ concept: tables.concept.get((own && table.get(own)) ?? '') ?? concept, anatomy: places }];
  }
  return special.map((id, index) => ({
    concept: tables.concept.get(id) ?? concept,
    anatomy: [...(groups.get(id) ?? []), ...(index === 0 ? unnamed : [])],
  }));
}
