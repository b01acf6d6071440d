/** Wing 4, explain: where on the body map an item lies. Only what the report says is there, or may be there, is shown. */
import type { ReadingConcept } from '@readingscan/knowledge';
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding, ImpressionItem, Laterality, Place, Span } from '../document.ts';
import type { BodyPlace, ItemPlace } from '../explanation.ts';
import { findingsOf } from '../findings-index.ts';
import type { KnownSide } from '../sides.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import { mayBeOfBaby } from './pregnancy.ts';

/** An item of the report names few places; a map with more says nothing. */
const MOST = 4;

export function placesOfItem(
  item: ImpressionItem,
  known: KnownSide | null,
  related: Explainable,
  knowledge: Knowledge,
): readonly ItemPlace[] {
  const found: { place: ItemPlace['place']; side: ItemPlace['side']; basis: Span[] }[] = [];
  for (const finding of findingsOf(item.findings, related.findings)) {
    if (!isThere(finding) || mayBeOfBaby(finding, related, knowledge)) continue;
    for (const place of placesOfFinding(finding, related, knowledge)) {
      const side = place.side === null && known ? known.side : place.side;
      const same = found.find((one) => one.place === place.place && (one.side === side || one.side === null));
      if (same) {
        same.side = side;
        for (const span of place.basis) same.basis.push(span);
      } else if (!(side === null && found.some((one) => one.place === place.place)))
        found.push({ place: place.place, side, basis: [...place.basis] });
    }
  }
  return found.slice(0, MOST);
}

const isThere = ({ assertion }: Finding): boolean =>
  (assertion.presence === 'present' || assertion.presence === 'possible') &&
  assertion.temporality === 'current' &&
  assertion.experiencer === 'patient';

/** By the anatomy that is named, else by what the finding is. */
function placesOfFinding(finding: Finding, related: Explainable, knowledge: Knowledge): readonly ItemPlace[] {
  const named = finding.anatomy.flatMap((one) => placeFor(one, knowledge));
  if (named.length > 0) return named;
  const { region, laterality } = conceptOf(finding.concept, knowledge);
  const place = placeIn(region, knowledge);
  if (place) return [{ place, side: sideOf(laterality), basis: [finding.span] }];
  // "Transverse fracture." in a report of one part of the body
  const [only, ...others] = related.study.regions.flatMap((one) => placeIn(one, knowledge) ?? []);
  return only && others.length === 0 ? [{ place: only, side: null, basis: [finding.span] }] : [];
}

function placeFor({ concept, laterality, span }: Place, knowledge: Knowledge): readonly ItemPlace[] {
  const own = conceptOf(concept, knowledge);
  const place = placeIn(own.region, knowledge);
  return place ? [{ place, side: sideOf(laterality ?? own.laterality), basis: [span] }] : [];
}

const sideOf = (laterality: Laterality | null | undefined): ItemPlace['side'] =>
  laterality === 'bilateral' ? 'both' : laterality === 'left' || laterality === 'right' ? laterality : null;

const placesByRegion = new WeakMap<object, ReadonlyMap<string, BodyPlace>>();

function placeIn(region: string | undefined, { reading }: Knowledge): BodyPlace | undefined {
  if (region === undefined) return undefined;
  let places = placesByRegion.get(reading);
  if (!places) {
    places = new Map(
      Object.entries(reading.documents.body.places).flatMap(([place, regions]) =>
        // the keys of the document are the places
        regions.map((one) => [one, place as BodyPlace] as const),
      ),
    );
    placesByRegion.set(reading, places);
  }
  return places.get(region);
}

const conceptOf = (id: string, knowledge: Knowledge): Partial<ReadingConcept> => conceptsById(knowledge).get(id) ?? {};
