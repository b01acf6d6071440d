/** Wing 3, relate: what each statement is about, for comparing statements: concepts, sides, sizes, levels, telling words. */

import { broaderOf } from '../broader.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Knowledge } from '../stages.ts';
import { added, NOTHING, type Outline, type Told } from './outline.ts';
import { EVERYDAY, LEVEL } from './word-kinds.ts';

/** What is met in a statement, in order; a thing may stand there twice. */
export interface Things {
  /** ids of finding concepts, and of anatomy, device and other concepts */
  readonly named: readonly string[];
  readonly places: readonly string[];
  readonly levels: readonly string[];
  /** content words: rare ones, everyday ones, and pairs such as "segment 8"; outside of the impression only those that it has too */
  readonly words: readonly string[];
  readonly everyday: readonly string[];
  readonly pairs: readonly string[];
}

/** The same for looking up, with what is more general than the findings. */
export interface Features {
  readonly findings: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
}

/** Made when first asked for. */
export interface Subjects {
  readonly thingsOf: (told: Told) => Things;
  readonly featuresOf: (told: Told) => Features;
}

/** The words of the impression: statements are only compared with it, so that no others count. */
interface Shared {
  readonly words: Set<string>;
  readonly everyday: Set<string>;
  readonly pairs: Set<string>;
}

export function subjectsIn(outline: Outline): Subjects {
  const { recognized, statements, byId, knowledge } = outline;
  const things = new Array<Things | undefined>(statements.length).fill(undefined);
  const shared: Shared = { words: new Set(), everyday: new Set(), pairs: new Set() };
  const conclude = (told: Told | undefined): void => {
    if (!told || things[told.index]) return;
    const own = thingsAt(outline, told, null);
    things[told.index] = own;
    for (const word of own.words) shared.words.add(word);
    for (const word of own.everyday) shared.everyday.add(word);
    for (const pair of own.pairs) shared.pairs.add(pair);
  };
  for (const told of statements) if (told.code === 'impression') conclude(told);
  for (const item of recognized.items) for (const id of item.statements) conclude(byId.get(id));
  const thingsOf = (told: Told): Things => {
    let own = things[told.index];
    if (!own) {
      own = thingsAt(outline, told, shared);
      things[told.index] = own;
    }
    return own;
  };
  const features = new Map<Told, Features>();
  const featuresOf = (told: Told): Features => {
    let own = features.get(told);
    if (!own) {
      own = featuresFrom(thingsOf(told), knowledge);
      features.set(told, own);
    }
    return own;
  };
  return { thingsOf, featuresOf };
}

/** Of the words only the shared ones; all of them where it is null. */
function thingsAt(outline: Outline, told: Told, shared: Shared | null): Things {
  const { recognized, knowledge, kinds } = outline;
  const entries = knowledge.reading.concepts;
  const matches = recognized.matches.concept;
  const { tokens } = recognized;
  let named: string[] = NOTHING;
  let places: string[] = NOTHING;
  let levels: string[] = NOTHING;
  let words: string[] = NOTHING;
  let everyday: string[] = NOTHING;
  let pairs: string[] = NOTHING;
  for (let at = told.conceptsFrom; at < told.conceptsTo; at += 1) {
    const concept = entries[matches[at]?.entry ?? -1];
    if (concept?.kind === 'finding') named = added(named, concept.id);
    else if (concept) places = added(places, concept.id);
  }
  for (const { concept, anatomy } of told.findings) {
    named = added(named, concept);
    const site = conceptsById(knowledge).get(concept)?.site;
    if (site) places = added(places, site);
    for (const place of anatomy) {
      places = added(places, place.concept);
      if (place.level) levels = added(levels, place.level);
    }
  }
  const { from, to } = told.statement;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const kind = kinds[at] ?? 0;
    const { norm } = token;
    // a level counts as a pair; no other word so short tells anything
    if (norm.length <= 3) {
      if ((kind & LEVEL) !== 0 && (!shared || shared.pairs.has(norm))) pairs = added(pairs, norm);
      continue;
    }
    const next = at + 1 < to && (!shared || shared.pairs.size > 0) ? tokens[at + 1] : undefined;
    if (next?.kind === 'number') {
      const pair = `${norm} ${next.norm}`;
      if (!shared || shared.pairs.has(pair)) pairs = added(pairs, pair);
    }
    const word = stem(norm);
    if ((kind & EVERYDAY) === 0) {
      if (!shared || shared.words.has(word)) words = added(words, word);
    } else if (!shared || shared.everyday.has(word)) everyday = added(everyday, word);
  }
  return { named, places, levels, words, everyday, pairs };
}

/** "Nodules" and "nodule" are one word here. */
export function stem(word: string): string {
  const last = word.length - 1;
  return last > 3 && word.charCodeAt(last) === S && word.charCodeAt(last - 1) !== S ? word.slice(0, last) : word;
}
const S = 115;

function featuresFrom({ named, places, words, everyday, pairs }: Things, knowledge: Knowledge): Features {
  const broader = broaderOf(knowledge);
  const kin = new Set<string>();
  for (const concept of named) for (const one of broader(concept)) kin.add(one);
  return {
    findings: new Set(named),
    kin,
    places: new Set(places),
    words: new Set(words),
    everyday: new Set(everyday),
    pairs: new Set(pairs),
  };
}

/** Regions of findings that a statement says not to be there. */
export function absentIn({ findings }: Told, knowledge: Knowledge): readonly string[] {
  let regions: string[] = NOTHING;
  for (const { concept, assertion } of findings)
    if (assertion.presence === 'absent')
      regions = added(regions, conceptsById(knowledge).get(concept)?.region ?? 'anywhere');
  return regions;
}
