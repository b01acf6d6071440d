/** Wing 3, relate: what each statement is about, for comparing statements: concepts, sides, sizes, levels, telling words. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Finding, Measurement } from '../document.ts';
import { everydayWords } from '../everyday.ts';
import type { Knowledge, Recognized } from '../stages.ts';

export interface Features {
  /** ids of finding concepts, of what they specialize, and of what is more general */
  readonly findings: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
  /** ids of anatomy, device and other concepts named */
  readonly places: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly levels: ReadonlySet<string>;
  /** current lengths in mm, and other measured values */
  readonly sizes: ReadonlySet<number>;
  /** content words: rare ones, everyday ones, and pairs such as "segment 8" */
  readonly words: ReadonlySet<string>;
  readonly everyday: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** regions of findings that are said not to be there */
  readonly absent: ReadonlySet<string>;
}

const known = new WeakMap<readonly Finding[], ReadonlyMap<string, Features>>();

/** By statement id, made once for the findings of a report. */
export function featuresOf(
  recognized: Recognized,
  findings: readonly Finding[],
  knowledge: Knowledge,
): ReadonlyMap<string, Features> {
  const features = known.get(findings) ?? allFeatures(recognized, findings, knowledge);
  known.set(findings, features);
  return features;
}

/** One pass over matches, findings and measurements. */
function allFeatures(
  recognized: Recognized,
  findings: readonly Finding[],
  knowledge: Knowledge,
): ReadonlyMap<string, Features> {
  const entries = knowledge.reading.concepts;
  const broader = broaderOf(knowledge);
  const everyday = everydayWords(knowledge.reading);
  const byStatement = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byStatement.get(finding.statement);
    if (own) own.push(finding);
    else byStatement.set(finding.statement, [finding]);
  }
  const regions = conceptsById(knowledge);
  const measured = [...recognized.measurements].sort((a, b) => a.span[0] - b.span[0]);
  let length = 0;
  const features = new Map<string, Features>();
  const matches = recognized.matches.concept;
  let next = 0;
  for (const { id, from, to, span } of recognized.statements) {
    const named = new Set<string>();
    const places = new Set<string>();
    while (next < matches.length && (matches[next]?.from ?? 0) < from) next += 1;
    for (; next < matches.length && (matches[next]?.from ?? to) < to; next += 1) {
      const concept = entries[matches[next]?.entry ?? -1];
      if (concept) (concept.kind === 'finding' ? named : places).add(concept.id);
    }
    const sides = new Set<string>();
    const levels = new Set<string>();
    const sizes = new Set<number>();
    const absent = new Set<string>();
    while (length < measured.length && (measured[length]?.span[0] ?? 0) < span[0]) length += 1;
    for (; length < measured.length && (measured[length]?.span[0] ?? 0) < span[1]; length += 1)
      for (const value of valuesOf(measured[length])) sizes.add(value);
    for (const finding of byStatement.get(id) ?? []) {
      named.add(finding.concept);
      const about = regions.get(finding.concept);
      if (about?.site) places.add(about.site);
      if (finding.assertion.presence === 'absent') absent.add(about?.region ?? 'anywhere');
      for (const place of finding.anatomy) {
        places.add(place.concept);
        if (place.laterality) sides.add(place.laterality);
        if (place.level) levels.add(place.level);
      }
    }
    const kin = new Set([...named].flatMap((concept) => broader(concept)));
    features.set(id, {
      findings: named,
      kin,
      places,
      sides,
      levels,
      sizes,
      absent,
      ...wordsOf(recognized, from, to, everyday),
    });
  }
  return features;
}

const valuesOf = (measurement: Measurement | undefined): readonly number[] => {
  if (measurement?.role !== 'current') return [];
  const value = measurement.mm ?? measurement.value ?? [];
  return typeof value === 'number' ? [value] : value;
};

const LEVEL = /^[ctls]\d{1,2}$/;

function wordsOf(
  { tokens }: Recognized,
  from: number,
  to: number,
  ordinary: ReadonlySet<string>,
): Pick<Features, 'words' | 'everyday' | 'pairs'> {
  const words = new Set<string>();
  const everyday = new Set<string>();
  const pairs = new Set<string>();
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const next = tokens[at + 1];
    if (next?.kind === 'number' && at + 1 < to && token.norm.length > 3) pairs.add(`${token.norm} ${next.norm}`);
    if (LEVEL.test(token.norm)) pairs.add(token.norm);
    else if (token.norm.length > 3) (ordinary.has(token.norm) ? everyday : words).add(stem(token.norm));
  }
  return { words, everyday, pairs };
}

/** "Nodules" and "nodule" are one word here. */
const stem = (word: string): string =>
  word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

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
