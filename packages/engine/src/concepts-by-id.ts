/** Ground floor: the concepts of the knowledge by their id. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Knowledge } from './stages.ts';

const concepts = new WeakMap<object, ReadonlyMap<string, ReadingConcept>>();

export function conceptsById({ reading }: Pick<Knowledge, 'reading'>): ReadonlyMap<string, ReadingConcept> {
  let byId = concepts.get(reading);
  if (!byId) {
    byId = new Map(reading.concepts.map((concept) => [concept.id, concept]));
    concepts.set(reading, byId);
  }
  return byId;
}
