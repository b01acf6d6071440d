/** Wing 3, relate, checks: what all checks look at: statements of findings, impression and title, and how alike two of them are. */
import { EMPTY_LIST } from '../../alike.ts';
import { broaderOf } from '../../broader.ts';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding, Span } from '../../document.ts';
import { longestForm, type Tagged, tagsIn } from '../../search.ts';
import type { Recognized } from '../../stages.ts';
import type { Trie } from '../../trie.ts';
import type { Subjects } from '../features.ts';
import type { Outline, Told } from '../outline.ts';
import { NORMAL, SIDE } from '../word-kinds.ts';
import { type CheckWords, checkWords } from './words.ts';

export interface Clash {
  readonly kind: keyof CheckWords['data']['messages'];
  readonly basis: readonly Span[];
}

export interface Scene {
  readonly recognized: Recognized;
  readonly outline: Outline;
  readonly words: CheckWords;
  readonly subjects: Subjects;
  /** statements of findings, and of the impression */
  readonly findings: readonly Told[];
  readonly impression: readonly Told[];
  /** what stands in the title */
  readonly titles: readonly Told[];
  /** a concept and what is more general */
  readonly broader: (concept: string) => readonly string[];
  readonly regionOf: (concept: string) => string | undefined;
  /** the place that the name of a finding implies */
  readonly siteOf: (concept: string) => string | undefined;
  readonly isFinding: (finding: Finding) => boolean;
  /** the impression has no heading: it was taken from the findings */
  readonly implied: boolean;
}

/** Each statement of one is compared with each of the other: what has more than these is no single report. */
const MOST = 300;

export function sceneOf(outline: Outline, subjects: Subjects): Scene {
  const { recognized, knowledge } = outline;
  const findings: Told[] = [];
  const impression: Told[] = [];
  const titles: Told[] = [];
  for (const told of outline.statements)
    if (told.code === 'findings') {
      if (findings.length < MOST) findings.push(told);
    } else if (told.code === 'impression') {
      if (impression.length < MOST) impression.push(told);
    } else if (told.code === 'exam') titles.push(told);
  const concepts = conceptsById(knowledge);
  return {
    recognized,
    outline,
    words: checkWords(knowledge.reading),
    subjects,
    findings,
    impression,
    titles,
    broader: broaderOf(knowledge),
    regionOf: (concept) => concepts.get(concept)?.region || undefined,
    siteOf: (concept) => concepts.get(concept)?.site,
    isFinding: ({ concept }) => concepts.get(concept)?.kind === 'finding',
    implied: recognized.sections.every((one) => one.code !== 'impression' || one.implied),
  };
}

/** Words of a vocabulary in a statement, if one of its words has the bit of the vocabulary. */
export function wordsIn<T>({ recognized }: Scene, vocabulary: Trie<T>, told: Told, bit: number): readonly Tagged<T>[] {
  if ((told.words & bit) === 0) return EMPTY_LIST;
  const { from, to } = told.statement;
  return tagsIn(vocabulary, recognized.source.text, recognized.tokens, from, to);
}

/** Whether a statement holds any word of a vocabulary. */
export function holds<T>({ recognized, outline }: Scene, vocabulary: Trie<T>, told: Told, bit: number): boolean {
  if ((told.words & bit) === 0) return false;
  const { source, tokens } = recognized;
  const { from, to } = told.statement;
  for (let at = from; at < to; at += 1)
    if (((outline.kinds[at] ?? 0) & bit) !== 0 && longestForm(vocabulary, source.text, tokens, at, to)) return true;
  return false;
}

export function spanOf({ recognized: { tokens } }: Scene, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}

export const isThere = ({ assertion: { presence, temporality, experiencer } }: Finding): boolean =>
  presence === 'present' && temporality === 'current' && experiencer === 'patient';

export const isSeen = (scene: Scene, finding: Finding): boolean =>
  finding.assertion.presence !== 'absent' && scene.isFinding(finding);

/** Says that something is normal or absent, and of nothing that it is there. */
export const isNormal = (scene: Scene, told: Told): boolean =>
  !told.findings.some((one) => isSeen(scene, one)) && holds(scene, scene.words.normal, told, NORMAL);

/** Two findings of one kind: the same concept, or one more general than the other. */
export function isKin({ broader, words: { kindOf } }: Scene, a: string, b: string): boolean {
  if (a === b || broader(a).includes(b) || broader(b).includes(a)) return true;
  return kindOf.get(a) === b || kindOf.get(b) === a;
}

/** What is described may be what is concluded: an opacity, a pneumonia. */
export function mayBeOne(scene: Scene, a: Finding, b: Finding): boolean {
  if (isKin(scene, a.concept, b.concept)) return true;
  const [one, other] = [scene.words.alike.get(a.concept), scene.words.alike.get(b.concept)];
  return one !== undefined && other !== undefined && one.some((group) => other.includes(group)) && mayMeet(scene, a, b);
}

/** Their regions allow that they are one. */
export function mayMeet(scene: Scene, a: Finding, b: Finding): boolean {
  const [one, other] = [regionsOf(scene, a), regionsOf(scene, b)];
  return !one.length || !other.length || one.some((region) => other.includes(region));
}

/** Regions of the body that a finding is in. */
export function regionsOf({ regionOf }: Scene, { concept, anatomy }: Finding): string[] {
  const regions: string[] = [];
  for (const id of [concept, ...anatomy.map((place) => place.concept)]) {
    const region = regionOf(id);
    if (region !== undefined) regions.push(region);
  }
  return regions;
}

/** How much two statements speak of the same: concepts of one kind, places, rare words, pairs such as "segment 7". One is of the impression. */
export function likeness({ subjects: { featuresOf } }: Scene, a: Told, b: Told): number {
  const [one, other] = [featuresOf(a), featuresOf(b)];
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
export function sideOf(scene: Scene, told: Told): { side: 'left' | 'right'; span: Span } | null {
  const said = wordsIn(scene, scene.words.sides, told, SIDE);
  const [first] = said;
  if (!first) return null;
  const sides = new Set(said.flatMap(({ value }) => [...value]));
  if (sides.size !== 1 || sides.has('both')) return null;
  return { side: sides.has('left') ? 'left' : 'right', span: spanOf(scene, first.from, first.to) };
}

const NONE: ReadonlySet<string> = new Set();

/** Words of the names of findings. */
export function namedWords({ recognized: { tokens } }: Scene, { statement, findings }: Told): ReadonlySet<string> {
  if (findings.length === 0) return NONE;
  const words = new Set<string>();
  for (let at = statement.from; at < statement.to; at += 1) {
    const token = tokens[at];
    if (token && token.norm.length > 4 && findings.some(({ span }) => token.start >= span[0] && token.end <= span[1]))
      words.add(token.norm);
  }
  return words;
}
