/** Wing 3, relate: what each statement is about, for comparing statements: concepts, sides, sizes, levels, telling words. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Knowledge } from '../stages.ts';
import type { Outline, Told } from './outline.ts';
import { EVERYDAY, LEVEL } from './word-kinds.ts';

export interface Features {
  /** ids of finding concepts, of what they specialize, and of what is more general */
  readonly findings: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  /** ids of anatomy, device and other concepts named */
  readonly places: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  /** content words: rare ones, everyday ones, and pairs such as "segment 8"; outside of the impression only those that it has too */
  readonly words: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** regions of findings that are said not to be there */
  readonly absent: ReadonlySet<string>;
}

/** Content words of one statement, or of the whole impression. */
interface Words {
  readonly words: Set<string>;
  readonly everyday: Set<string>;
  readonly pairs: Set<string>;
}

export type FeaturesOf = (told: Told) => Features;

/** The features of a statement, made when they are first asked for. Statements are only compared with those of the impression: no other words count. */
export function featuresIn(outline: Outline): FeaturesOf {
  const { recognized, statements, byId } = outline;
  const made = statements.map((): Features | undefined => undefined);
  const impression: Words = { words: new Set(), everyday: new Set(), pairs: new Set() };
  const conclude = (told: Told): void => {
    if (made[told.index]) return;
    const features = featuresAt(outline, told, null);
    made[told.index] = features;
    for (const word of features.words) impression.words.add(word);
    for (const word of features.everyday) impression.everyday.add(word);
    for (const pair of features.pairs) impression.pairs.add(pair);
  };
  for (const told of statements) if (told.code === 'impression') conclude(told);
  for (const item of recognized.items)
    for (const id of item.statements) {
      const told = byId.get(id);
      if (told) conclude(told);
    }
  return (told) => {
    let features = made[told.index];
    if (!features) {
      features = featuresAt(outline, told, impression);
      made[told.index] = features;
    }
    return features;
  };
}

const NONE: ReadonlySet<string> = new Set();

/** Of the words only those among `shared`; all of them where it is null. */
function featuresAt(outline: Outline, told: Told, shared: Words | null): Features {
  const { recognized, knowledge } = outline;
  const entries = knowledge.reading.concepts;
  const matches = recognized.matches.concept;
  let named: Set<string> | null = null;
  let places: Set<string> | null = null;
  let sides: Set<string> | null = null;
  let levels: Set<string> | null = null;
  let absent: Set<string> | null = null;
  for (let at = told.conceptsFrom; at < told.conceptsTo; at += 1) {
    const concept = entries[matches[at]?.entry ?? -1];
    if (concept?.kind === 'finding') named = including(named, concept.id);
    else if (concept) places = including(places, concept.id);
  }
  if (told.findings.length > 0) {
    const concepts = conceptsById(knowledge);
    for (const { concept, assertion, anatomy } of told.findings) {
      named = including(named, concept);
      const about = concepts.get(concept);
      if (about?.site) places = including(places, about.site);
      if (assertion.presence === 'absent') absent = including(absent, about?.region ?? 'anywhere');
      for (const place of anatomy) {
        places = including(places, place.concept);
        if (place.laterality) sides = including(sides, place.laterality);
        if (place.level) levels = including(levels, place.level);
      }
    }
  }
  const own = wordsOf(outline, told, shared);
  return {
    findings: named ?? NONE,
    kin: named ? kinOf(named, knowledge) : NONE,
    places: places ?? NONE,
    sides: sides ?? NONE,
    levels: levels ?? NONE,
    words: own.words ?? NONE,
    everyday: own.everyday ?? NONE,
    pairs: own.pairs ?? NONE,
    absent: absent ?? NONE,
  };
}

/** Most statements need few of their sets: each is made for its first member. */
function including(set: Set<string> | null, one: string): Set<string> {
  const own = set ?? new Set<string>();
  own.add(one);
  return own;
}

/** Concepts with all that is more general. */
function kinOf(concepts: ReadonlySet<string>, knowledge: Knowledge): ReadonlySet<string> {
  const broader = broaderOf(knowledge);
  const kin = new Set<string>();
  for (const concept of concepts) for (const one of broader(concept)) kin.add(one);
  return kin;
}

/** Words of more than three letters; a level counts as a pair. */
function wordsOf(
  { recognized: { tokens }, kinds }: Outline,
  { statement: { from, to } }: Told,
  shared: Words | null,
): { readonly [K in keyof Words]: Words[K] | null } {
  let words: Set<string> | null = null;
  let everyday: Set<string> | null = null;
  let pairs: Set<string> | null = null;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const kind = kinds[at] ?? 0;
    const { norm } = token;
    if (norm.length <= 3) {
      if ((kind & LEVEL) !== 0 && (!shared || shared.pairs.has(norm))) pairs = including(pairs, norm);
      continue;
    }
    const next = at + 1 < to ? tokens[at + 1] : undefined;
    if (next?.kind === 'number' && (!shared || shared.pairs.size > 0)) {
      const pair = `${norm} ${next.norm}`;
      if (!shared || shared.pairs.has(pair)) pairs = including(pairs, pair);
    }
    const word = stem(norm);
    if ((kind & EVERYDAY) !== 0) {
      if (!shared || shared.everyday.has(word)) everyday = including(everyday, word);
    } else if (!shared || shared.words.has(word)) words = including(words, word);
  }
  return { words, everyday, pairs };
}

/** "Nodules" and "nodule" are one word here. */
function stem(word: string): string {
  const last = word.length - 1;
  return last > 3 && word.charCodeAt(last) === S && word.charCodeAt(last - 1) !== S ? word.slice(0, last) : word;
}
const S = 115;

const concepts = new WeakMap<object, ReadonlyMap<string, ReadingConcept>>();

export function conceptsById({ reading }: Knowledge): ReadonlyMap<string, ReadingConcept> {
  let byId = concepts.get(reading);
  if (!byId) {
    byId = new Map(reading.concepts.map((concept) => [concept.id, concept]));
    concepts.set(reading, byId);
  }
  return byId;
}

const cache = new WeakMap<object, (concept: string) => readonly string[]>();

/** A concept and all that is more general than it. */
export function broaderOf({ reading }: Knowledge): (concept: string) => readonly string[] {
  let chain = cache.get(reading);
  if (!chain) {
    const parent = new Map(reading.concepts.map(({ id, broader }) => [id, broader]));
    const known = new Map<string, readonly string[]>();
    chain = (concept) => {
      const done = known.get(concept);
      if (done) return done;
      const all: string[] = [];
      for (let at: string | undefined = concept; at && !all.includes(at) && all.length < 12; at = parent.get(at))
        all.push(at);
      known.set(concept, all);
      return all;
    };
    cache.set(reading, chain);
  }
  return chain;
}
