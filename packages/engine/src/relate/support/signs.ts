/** Wing 3, relate: the signs that conclusions rest on (data/<language>/signs.yml), and the statements that tell of them. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import { broaderOf } from '../../broader.ts';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Knowledge } from '../../stages.ts';
import type { Things } from '../features.ts';
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

type Entry = ReadingDocuments['signs']['entries'][number];

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
  const byConcept = new Map<string, Entry[]>();
  const byWord = new Map<string, Entry[]>();
  const join = (all: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const some = all.get(key);
    if (some) some.push(entry);
    else all.set(key, [entry]);
  };
  for (const entry of knowledge.reading.documents.signs.entries) {
    for (const concept of entry.of) join(byConcept, concept, entry);
    for (const word of entry.named ?? []) join(byWord, stemmed(word), entry);
  }
  const inWords = (phrases: readonly string[] | undefined, worth: number): readonly Sign[] =>
    (phrases ?? []).map((phrase) => ({ sign: stemmed(phrase), kind: 'words', worth }));
  // a report asks for few of them: each is made when it is first asked for
  const made = new Map<Entry, readonly Sign[]>();
  const signsIn = (entry: Entry): readonly Sign[] => {
    let some = made.get(entry);
    if (!some) {
      const { signs, missing, words, terms, normal } = entry;
      some = [
        ...(signs ?? []).map(signOf),
        ...(missing ?? []).map((id): Sign => ({ ...signOf(id), isMissing: true })),
        ...inWords(words, WORDS),
        ...inWords(terms, SIGN),
        ...inWords(normal, SIGN).map((sign): Sign => ({ ...sign, isMissing: true })),
      ];
      made.set(entry, some);
    }
    return some;
  };
  // what names the thing itself needs no place: "preserved flow" rests on what is said of the flow
  const ofWord = (phrase: string): readonly Sign[] =>
    (byWord.get(phrase) ?? NOTHING).flatMap(signsIn).map((sign) => ({ ...sign, worth: SIGN }));
  const broader = broaderOf(knowledge);
  const asked = new Map<string, readonly Sign[]>();
  const ofConcept = (concept: string): readonly Sign[] => {
    let own = asked.get(concept);
    if (!own) {
      own = broader(concept).flatMap((one) => (byConcept.get(one) ?? NOTHING).flatMap(signsIn));
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
      const own = ofWord(phrase);
      if (own.length > 0) conclusions.push({ concept: null, signs: own });
    }
    return conclusions;
  };
  return {
    ofConcept,
    conclusionsOf,
    of: (told, things, outline) => conclusionsOf(told, things, outline).flatMap(({ signs }) => signs),
  };
}
