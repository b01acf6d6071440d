/** Wing 3, relate: the signs that conclusions rest on (data/<language>/signs.yml), and the statements that tell of them. */
import { conceptsById } from '../../concepts-by-id.ts';
import type { Knowledge } from '../../stages.ts';
import { broaderOf, type Things } from '../features.ts';
import { NOTHING, type Outline, type Told } from '../outline.ts';
import { phrasesIn, phrasesOf, stemmed } from './phrases.ts';

/** what a sign is worth: of one organ, or one that any organ may have, which needs the same place or side beside it */
const SIGN = 2.5;
const LOOSE_SIGN = 1.5;
const WORDS = 1.5;

export interface Sign {
  readonly sign: string;
  /** a finding, another concept, or words that are no concept */
  readonly kind: 'finding' | 'place' | 'words';
  readonly worth: number;
  /** a finding speaks for the conclusion by not being there (no sac in the womb, for a pregnancy outside of it), words for its denial only */
  readonly isMissing?: true;
}

/** What a statement of an item concludes, and its signs. */
interface Conclusion {
  readonly concept: string | null;
  readonly signs: readonly Sign[];
}

export interface Signs {
  readonly ofConcept: (concept: string) => readonly Sign[];
  readonly conclusionsOf: (told: Told, things: Things, outline: Outline) => readonly Conclusion[];
  readonly of: (told: Told, things: Things, outline: Outline) => readonly Sign[];
}

const known = new WeakMap<object, Signs>();

/** The signs of a conclusion, those of what is more general included. */
export function signsOf(knowledge: Knowledge): Signs {
  const { reading } = knowledge;
  let signs = known.get(reading);
  if (!signs) {
    signs = signsFrom(knowledge);
    known.set(reading, signs);
  }
  return signs;
}

function signsFrom(knowledge: Knowledge): Signs {
  const concepts = conceptsById(knowledge);
  const signOf = (id: string): Sign => {
    const concept = concepts.get(id);
    // a sign with a name of its own, such as the whirlpool sign, is one test concept
    const isPlaced = concept?.kind === 'test' || concept?.region !== undefined || concept?.site !== undefined;
    return { sign: id, kind: concept?.kind === 'finding' ? 'finding' : 'place', worth: isPlaced ? SIGN : LOOSE_SIGN };
  };
  const byConcept = new Map<string, readonly Sign[]>();
  const byWord = new Map<string, readonly Sign[]>();
  const join = (all: Map<string, readonly Sign[]>, key: string, some: readonly Sign[]): void => {
    all.set(key, [...(all.get(key) ?? NOTHING), ...some]);
  };
  const inWords = (phrases: readonly string[] | undefined, worth: number): readonly Sign[] =>
    (phrases ?? []).map((phrase) => ({ sign: stemmed(phrase), kind: 'words', worth }));
  for (const { of, named, signs, missing, words, terms, normal } of knowledge.reading.documents.signs.entries) {
    const some = [
      ...(signs ?? []).map(signOf),
      ...(missing ?? []).map((id): Sign => ({ ...signOf(id), isMissing: true })),
      ...inWords(words, WORDS),
      ...inWords(terms, SIGN),
      ...inWords(normal, SIGN).map((sign): Sign => ({ ...sign, isMissing: true })),
    ];
    for (const concept of of) join(byConcept, concept, some);
    // what names the thing itself needs no place: "preserved flow" rests on what is said of the flow
    for (const word of named ?? [])
      join(
        byWord,
        stemmed(word),
        some.map((sign) => ({ ...sign, worth: SIGN })),
      );
  }
  const broader = broaderOf(knowledge);
  const asked = new Map<string, readonly Sign[]>();
  const ofConcept = (concept: string): readonly Sign[] => {
    let own = asked.get(concept);
    if (!own) {
      own = broader(concept).flatMap((one) => byConcept.get(one) ?? NOTHING);
      asked.set(concept, own);
    }
    return own;
  };
  const namedPhrases = phrasesOf(byWord.keys());
  const conclusionsOf: Signs['conclusionsOf'] = ({ statement }, { named, places }, { recognized: { tokens } }) => {
    const conclusions: Conclusion[] = [];
    for (const concept of new Set([...named, ...places])) {
      const own = ofConcept(concept);
      if (own.length > 0) conclusions.push({ concept, signs: own });
    }
    for (const phrase of phrasesIn(tokens, statement, namedPhrases)) {
      const own = byWord.get(phrase);
      if (own) conclusions.push({ concept: null, signs: own });
    }
    return conclusions;
  };
  return {
    ofConcept,
    conclusionsOf,
    of: (told, things, outline) => conclusionsOf(told, things, outline).flatMap(({ signs }) => signs),
  };
}
