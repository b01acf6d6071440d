/** Wing 3, relate, checks: what all checks look at: statements by section, their features, findings by statement. */
import type { Finding, Measurement, SectionCode, Span } from '../../document.ts';
import { sectionsById } from '../../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { type Tagged, type Trie, tagsIn } from '../../trie.ts';
import { broaderOf, type Features, featuresOf } from '../features.ts';
import { type CheckWords, checkWords } from './words.ts';

export interface Clash {
  readonly kind: keyof CheckWords['data']['messages'];
  readonly basis: readonly Span[];
}

export interface Scene {
  readonly recognized: Recognized;
  readonly knowledge: Knowledge;
  readonly words: CheckWords;
  readonly features: ReadonlyMap<string, Features>;
  /** statements of findings, and of the impression */
  readonly findings: readonly SegmentedStatement[];
  readonly impression: readonly SegmentedStatement[];
  /** what stands in the title */
  readonly titles: readonly SegmentedStatement[];
  readonly code: (statement: SegmentedStatement) => SectionCode;
  readonly findingsOf: (statement: SegmentedStatement) => readonly Finding[];
  readonly measurements: ReadonlyMap<string, Measurement>;
  /** a concept and what is more general */
  readonly broader: (concept: string) => readonly string[];
  readonly regionOf: (concept: string) => string | undefined;
  readonly advised: ReadonlySet<string>;
  /** the impression has no heading: it was taken from the findings */
  readonly implied: boolean;
}

/** Each statement of one is compared with each of the other: what has more than these is no single report. */
const MOST = 300;

export function sceneOf(recognized: Recognized, findings: readonly Finding[], knowledge: Knowledge): Scene {
  const sections = sectionsById(recognized);
  const code = ({ section }: SegmentedStatement): SectionCode => sections.get(section)?.code ?? 'other';
  const named = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = named.get(finding.statement);
    if (own) own.push(finding);
    else named.set(finding.statement, [finding]);
  }
  return {
    recognized,
    knowledge,
    words: checkWords(knowledge.reading),
    features: featuresOf(recognized, findings, knowledge),
    findings: recognized.statements.filter((one) => code(one) === 'findings').slice(0, MOST),
    impression: recognized.statements.filter((one) => code(one) === 'impression').slice(0, MOST),
    titles: recognized.statements.filter((one) => code(one) === 'exam'),
    code,
    findingsOf: ({ id }) => named.get(id) ?? [],
    measurements: new Map(recognized.measurements.map((one) => [one.id, one])),
    broader: broaderOf(knowledge),
    regionOf: (concept) => regionsOf(knowledge).get(concept),
    implied: recognized.sections.every((one) => one.code !== 'impression' || one.implied),
    advised: new Set(recognized.recommendations.map(({ statement }) => statement)),
  };
}

const cache = new WeakMap<object, ReadonlyMap<string, string>>();
function regionsOf({ reading }: Knowledge): ReadonlyMap<string, string> {
  let regions = cache.get(reading);
  if (!regions) {
    regions = new Map(reading.concepts.flatMap(({ id, region }) => (region ? [[id, region] as const] : [])));
    cache.set(reading, regions);
  }
  return regions;
}

/** Words of a vocabulary in a statement. */
export function wordsIn<T>({ recognized }: Scene, vocabulary: Trie<T>, statement: SegmentedStatement): Tagged<T>[] {
  return tagsIn(vocabulary, recognized.source.text, recognized.tokens, statement.from, statement.to);
}

export function spanOf({ recognized: { tokens } }: Scene, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

export const isThere = ({ assertion: { presence, temporality, experiencer } }: Finding): boolean =>
  presence === 'present' && temporality === 'current' && experiencer === 'patient';

/** Two findings of one kind: the same concept, or one more general than the other. */
export function isKin({ broader }: Scene, a: string, b: string): boolean {
  return a === b || broader(a).includes(b) || broader(b).includes(a);
}

/** How much two statements speak of the same: concepts of one kind, places, rare words, pairs such as "segment 7". */
export function likeness(scene: Scene, a: SegmentedStatement, b: SegmentedStatement): number {
  const [one, other] = [scene.features.get(a.id), scene.features.get(b.id)];
  if (!one || !other) return 0;
  let score = 0;
  for (const concept of one.findings) if (other.kin.has(concept)) score += 2;
  for (const concept of other.findings) if (!one.findings.has(concept) && one.kin.has(concept)) score += 2;
  for (const place of one.places) if (other.places.has(place)) score += 1;
  for (const word of one.words) if (other.words.has(word)) score += 1;
  for (const word of one.everyday) if (other.everyday.has(word)) score += 0.35;
  for (const pair of one.pairs) if (other.pairs.has(pair)) score += 1;
  return score;
}

/** The one side that the words of a statement name; null where none or both. */
export function sideOf(scene: Scene, statement: SegmentedStatement): { side: 'left' | 'right'; span: Span } | null {
  const said = wordsIn(scene, scene.words.sides, statement);
  const sides = new Set(said.flatMap(({ value }) => [...value]));
  const [first] = said;
  if (!first || sides.size !== 1 || sides.has('both')) return null;
  return { side: sides.has('left') ? 'left' : 'right', span: spanOf(scene, first.from, first.to) };
}

/** Words of the names of findings. */
export function namedWords(
  { recognized: { tokens }, findingsOf }: Scene,
  statement: SegmentedStatement,
): ReadonlySet<string> {
  const spans = findingsOf(statement).map(({ span }) => span);
  const words = tokens
    .slice(statement.from, statement.to)
    .filter((token) => token.norm.length > 4 && spans.some(([start, end]) => token.start >= start && token.end <= end));
  return new Set(words.map(({ norm }) => norm));
}
