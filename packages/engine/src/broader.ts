/** Ground floor: a concept and all that is more general than it, looked up once for a knowledge. */
import { conceptsById } from './concepts-by-id.ts';
import type { Knowledge } from './stages.ts';

/** no chain of the knowledge is as long; one that leads back to itself ends here */
const LONGEST = 12;

const cache = new WeakMap<object, (concept: string) => readonly string[]>();

export function broaderOf(knowledge: Knowledge): (concept: string) => readonly string[] {
  const { reading } = knowledge;
  let chain = cache.get(reading);
  if (!chain) {
    const concepts = conceptsById(knowledge);
    const known = new Map<string, readonly string[]>();
    chain = (concept) => {
      const done = known.get(concept);
      if (done) return done;
      const all: string[] = [];
      for (
        let at: string | undefined = concept;
        at && !all.includes(at) && all.length < LONGEST;
        at = concepts.get(at)?.broader
      )
        all.push(at);
      known.set(concept, all);
      return all;
    };
    cache.set(reading, chain);
  }
  return chain;
}
