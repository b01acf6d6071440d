/** The words of a language as they are shipped: by the order of the concepts, a plural beside its singular, what is usual left out. */
import { pair, shippedForms } from './form-lines.ts';
import type { ConceptWords, ReadingKnowledge, WordsKnowledge } from './types.ts';

/** `plain` holds the plural too: "spot<|s> in the lung"; `number` is count and `term` true where they are left out. */
interface ShippedConcept {
  readonly plain: string;
  readonly number?: ConceptWords['number'];
  readonly located?: string;
  readonly means: string;
  readonly term?: false;
}

export interface ShippedWords {
  readonly language: string;
  readonly version: string;
  /** in the order of the concepts of the reading knowledge */
  readonly concepts: readonly ShippedConcept[];
  readonly documents: WordsKnowledge['documents'];
}

export function shipWords(words: WordsKnowledge, { concepts }: ReadingKnowledge): ShippedWords {
  const shipped = concepts.flatMap(({ id }) => words.concepts[id] ?? []).map(shipConcept);
  if (shipped.length !== concepts.length) throw new RangeError('a concept has no words');
  return { ...words, concepts: shipped };
}

function shipConcept({ plain, plural, number, located, means, term }: ConceptWords): ShippedConcept {
  return {
    plain: plural ? pair(plain, plural) : plain,
    ...(number === 'count' ? {} : { number }),
    ...(located ? { located } : {}),
    means,
    ...(term ? {} : { term }),
  };
}

export function openWords(shipped: ShippedWords, { concepts }: ReadingKnowledge): WordsKnowledge {
  const opened: Record<string, ConceptWords> = {};
  shipped.concepts.forEach((words, at) => {
    const concept = concepts[at];
    if (concept) opened[concept.id] = openConcept(words);
  });
  return { ...shipped, concepts: opened };
}

function openConcept({ plain, number = 'count', located, means, term }: ShippedConcept): ConceptWords {
  const { one, many } = shippedForms(plain);
  const [plural] = many;
  return {
    plain: one[0] ?? plain,
    ...(plural ? { plural } : {}),
    number,
    ...(located ? { located } : {}),
    means,
    term: term ?? true,
  };
}
