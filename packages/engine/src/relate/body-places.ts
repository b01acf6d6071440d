/** Wing 3, relate: where on the body map something is. */
import type { Knowledge } from '../stages.ts';
import { NOTHING } from './outline.ts';

const known = new WeakMap<object, ReadonlyMap<string, readonly string[]>>();

/** A region of concepts or of advice → its places on the body map. */
export function bodyOf({ reading }: Knowledge): ReadonlyMap<string, readonly string[]> {
  let toPlace = known.get(reading);
  if (!toPlace) {
    const all = new Map<string, readonly string[]>();
    for (const [place, regions] of Object.entries(reading.documents.body.places))
      for (const region of regions) all.set(region, [...(all.get(region) ?? NOTHING), place]);
    toPlace = all;
    known.set(reading, toPlace);
  }
  return toPlace;
}
