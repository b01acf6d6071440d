/** Wing 3, relate: what each statement holds, gathered in one walk over the words of a report, for all steps behind the findings. */
import { adviceTakenBack } from '../advice-taken-back.ts';
import type { Coverage, Finding, Measurement, Recommendation, SectionCode, Span } from '../document.ts';
import { LAYERS } from '../lexicon.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { isDigit } from '../token.ts';
import { EVERYDAY, LETTER, LEVEL, UNDERSTOOD } from './word-kinds.ts';

/** A statement with what was found in it. */
export interface Told {
  readonly statement: SegmentedStatement;
  /** its place among the statements */
  readonly index: number;
  readonly code: SectionCode;
  /** its section has no heading: it was taken from another one */
  readonly implied: boolean;
  /** the bits of its words (word-kinds.ts) */
  readonly words: number;
  /** its matches of concepts, `[conceptsFrom, conceptsTo)` */
  readonly conceptsFrom: number;
  readonly conceptsTo: number;
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
  /** what is measured in it now: lengths in mm, and other values */
  readonly sizes: readonly number[];
}

/** Words of the urgency document → token at which each stands first. */
export type Held = ReadonlyMap<string, number>;

export interface Outline {
  readonly recognized: Recognized;
  readonly knowledge: Knowledge;
  readonly findings: readonly Finding[];
  /** statements that a later note takes back whole */
  readonly takenBack: ReadonlySet<string>;
  /** recommendations that an addendum takes back */
  readonly adviceTakenBack: ReadonlySet<string>;
  readonly statements: readonly Told[];
  readonly byId: ReadonlyMap<string, Told>;
  /** the bits of each token */
  readonly kinds: Int32Array;
  /** filled where it is asked for (urgency/words.ts) */
  readonly held: Map<Told, Held>;
  readonly coverage: Coverage;
}

/** A statement while the lists are filled. */
interface Filling extends Told {
  findings: Finding[];
  recommendations: Recommendation[];
  sizes: number[];
}

export function outlineOf(
  recognized: Recognized,
  findings: readonly Finding[],
  takenBack: ReadonlySet<string>,
  knowledge: Knowledge,
): Outline {
  const kinds = kindsOf(recognized);
  const statements = toldIn(recognized, kinds);
  const byId = new Map<string, Filling>();
  for (const told of statements) byId.set(told.statement.id, told);
  for (const finding of findings) {
    const told = byId.get(finding.statement);
    if (told) told.findings = added(told.findings, finding);
  }
  for (const advice of recognized.recommendations) {
    const told = byId.get(advice.statement);
    if (told) told.recommendations = added(told.recommendations, advice);
  }
  if (recognized.measurements.length > 0) addSizes(statements, recognized.measurements);
  const coverage = coverageOf(recognized, kinds);
  return {
    recognized,
    knowledge,
    findings,
    takenBack,
    adviceTakenBack: adviceTakenBack(recognized, knowledge),
    statements,
    byId,
    kinds,
    held: new Map(),
    coverage,
  };
}

/** Most statements hold nothing of a sort: they share one empty list. */
export const NOTHING: never[] = [];
export function added<T>(list: T[], one: T): T[] {
  if (list.length === 0) return [one];
  list.push(one);
  return list;
}

function kindsOf({ tokens, matches }: Recognized): Int32Array {
  const kinds = new Int32Array(tokens.length);
  for (const layer of LAYERS) {
    const found = matches[layer];
    for (let i = 0; i < found.length; i += 1) {
      const match = found[i];
      if (match) for (let at = match.from; at < match.to; at += 1) kinds[at] = UNDERSTOOD;
    }
  }
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const { norm, kind } = token;
    // no form begins with a comma or a full stop
    if (norm === '.' || norm === ',') continue;
    let own = (kinds[at] ?? 0) | token.word.kinds;
    if (norm.length <= 3 && kind === 'word') own |= shortKind(norm);
    kinds[at] = own;
  }
  return kinds;
}

/** One letter may be the sex of the patient; c, t, l or s with one or two digits is a level of the spine. */
function shortKind(norm: string): number {
  const first = norm.charCodeAt(0);
  if (norm.length === 1) return first === 109 || first === 102 ? LETTER : 0;
  if (first !== 99 && first !== 116 && first !== 108 && first !== 115) return 0;
  return isDigit(norm.charCodeAt(1)) && (norm.length === 2 || isDigit(norm.charCodeAt(2))) ? LEVEL : 0;
}

function toldIn(recognized: Recognized, kinds: Int32Array): Filling[] {
  const { statements, matches } = recognized;
  const sections = sectionsById(recognized);
  const concepts = matches.concept;
  const told: Filling[] = [];
  let next = 0;
  for (const statement of statements) {
    const { from, to } = statement;
    let words = 0;
    for (let at = from; at < to; at += 1) words |= kinds[at] ?? 0;
    while (next < concepts.length && (concepts[next]?.from ?? 0) < from) next += 1;
    const first = next;
    while (next < concepts.length && (concepts[next]?.from ?? to) < to) next += 1;
    const section = sections.get(statement.section);
    told.push({
      statement,
      index: told.length,
      code: section?.code ?? 'other',
      implied: section?.implied ?? false,
      words,
      conceptsFrom: first,
      conceptsTo: next,
      findings: NOTHING,
      recommendations: NOTHING,
      sizes: NOTHING,
    });
  }
  return told;
}

function addSizes(statements: readonly Filling[], measurements: readonly Measurement[]): void {
  const measured = [...measurements].sort((a, b) => a.span[0] - b.span[0]);
  let at = 0;
  for (const { role, mm, value, span } of measured) {
    while (at < statements.length && (statements[at]?.statement.span[1] ?? 0) <= span[0]) at += 1;
    const told = statements[at];
    if (!told) return;
    if (role !== 'current' || told.statement.span[0] > span[0]) continue;
    const values = mm ?? value ?? [];
    if (typeof values === 'number') told.sizes = added(told.sizes, values);
    else for (const one of values) told.sizes = added(told.sizes, one);
  }
}

/** How many content words were understood, and which were not. */
function coverageOf({ tokens, statements }: Recognized, kinds: Int32Array): Coverage {
  const unknown: Span[] = [];
  let contentWords = 0;
  for (const { from, to } of statements)
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token?.kind !== 'word') continue;
      contentWords += 1;
      if (((kinds[at] ?? 0) & (EVERYDAY | UNDERSTOOD)) === 0) unknown.push([token.start, token.end]);
    }
  return { contentWords, understood: contentWords - unknown.length, unknown };
}
