/** Wing 3, relate, findings: what stands at each token of the report, looked up once, and the parts of one statement in order. */

import type { Match } from '../../lexicon.ts';
import { longestForm } from '../../search.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { BRACKET, COMMA, CUE, HYPHEN, LINK, LONGER, MEASUREMENT, OPTION, type Part, SAYS, STOP, WORD } from './part.ts';
import { type FindingTables, findingTables } from './tables.ts';

export interface Scene {
  readonly recognized: Recognized;
  readonly knowledge: Knowledge;
  readonly tables: FindingTables;
  /** four places per token, one for each kind of what may begin there: 1 + its index, 0 for nothing */
  readonly starts: Int32Array;
}

const KINDS = 4;
const MEASURED = 0;
const NAMED = 1;
const DESCRIBED = 2;
const CUED = 3;

/** The parts of a statement, and all that any of them is. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly hold: number;
}

export function sceneOf(recognized: Recognized, knowledge: Knowledge): Scene {
  const { tokens, matches, measurements } = recognized;
  const starts = new Int32Array(tokens.length * KINDS);
  let token = 0;
  for (let index = 0; index < measurements.length; index += 1) {
    const start = measurements[index]?.span[0] ?? 0;
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= start) token += 1;
    if (token < tokens.length) starts[token * KINDS + MEASURED] = index + 1;
  }
  note(starts, matches.concept, NAMED);
  note(starts, matches.modifier, DESCRIBED);
  note(starts, matches.cue, CUED);
  return { recognized, knowledge, tables: findingTables(knowledge), starts };
}

function note(starts: Int32Array, matches: readonly Match[], kind: number): void {
  let next = 1;
  for (const { from } of matches) {
    starts[from * KINDS + kind] = next;
    next += 1;
  }
}

const startingAt = (starts: Int32Array, matches: readonly Match[], at: number, kind: number): Match | null => {
  const next = starts[at * KINDS + kind] ?? 0;
  return next === 0 ? null : (matches[next - 1] ?? null);
};

export const modifierAt = ({ recognized, starts }: Scene, token: number): Match | null =>
  startingAt(starts, recognized.matches.modifier, token, DESCRIBED);

/** Whether a cue begins at a token, though a link word stands there: "no" is both. */
export const isCued = ({ starts }: Scene, token: number): boolean => (starts[token * KINDS + CUED] ?? 0) !== 0;

/** The parts of a statement from left to right: measurements before concepts before modifiers before cues before link words. */
export function partsOf(scene: Scene, statement: SegmentedStatement): Parts {
  const { recognized, tables, starts } = scene;
  const { tokens, matches } = recognized;
  const parts: Part[] = [];
  let hold = 0;
  for (let at = statement.from; at < statement.to; ) {
    const measured = starts[at * KINDS + MEASURED] ?? 0;
    const concept = startingAt(starts, matches.concept, at, NAMED);
    const modifier = startingAt(starts, matches.modifier, at, DESCRIBED);
    let part: Part;
    if (measured !== 0) part = measuredAt(scene, measured - 1, at, statement.to);
    else if (concept && !(modifier && modifier.to > concept.to))
      part = { is: tables.conceptIs[concept.entry] ?? 0, from: at, to: concept.to, entry: concept.entry };
    else if (modifier) {
      const says = (tokens[at]?.word.parts ?? 0) & SAYS;
      part = { is: (tables.modifierIs[modifier.entry] ?? 0) | says, from: at, to: modifier.to, entry: modifier.entry };
    } else part = wordAt(scene, at);
    parts.push(part);
    hold |= part.is;
    at = part.to;
  }
  return { parts, hold };
}

function measuredAt({ recognized }: Scene, index: number, from: number, end: number): Part {
  const { tokens, measurements } = recognized;
  const until = measurements[index]?.span[1] ?? 0;
  let to = from + 1;
  while (to < end && (tokens[to]?.start ?? 0) < until) to += 1;
  return { is: MEASUREMENT, from, to, entry: index };
}

/** The ": 0" of "Midline shift: 0 mm" leaves the size to itself. */
function beforeSize(starts: Int32Array, from: number, to: number): number {
  let end = from + 1;
  while (end < to && (starts[end * KINDS + MEASURED] ?? 0) === 0) end += 1;
  return end;
}

/** A link word, a cue, a mark that ends something or any other word. */
function wordAt(scene: Scene, from: number): Part {
  const { recognized, knowledge, tables, starts } = scene;
  const { tokens, matches, source } = recognized;
  const norm = tokens[from]?.norm ?? '';
  const placed = startingAt(starts, matches.cue, from, CUED);
  const cue = placed && isLed(scene, placed) ? placed : null;
  const word = tokens[from]?.word.parts ?? 0;
  const kept = word & (SAYS | COMMA | BRACKET | HYPHEN);
  let link = word & LINK ? word : 0;
  let to = from + 1;
  if (word & LONGER && tables.seconds.has(tokens[to]?.norm ?? '')) {
    const longest = longestForm(tables.links, source.text, tokens, from);
    if (longest) {
      link = 0;
      for (const bits of longest.values) link |= bits;
      to = longest.to;
    }
  }
  if (link !== 0 && !(cue && cue.to > to)) return { is: link | kept, from, to, entry: -1 };
  if (cue) {
    const option = knowledge.reading.cues[cue.entry]?.category === 'alternative' ? OPTION : 0;
    return { is: CUE | option | kept, from, to: beforeSize(starts, from, cue.to), entry: cue.entry };
  }
  const stops = norm === ';' || (norm === '.' && !tokens[from + 1]?.glued);
  return { is: (stops ? STOP : WORD) | kept, from, to: from + 1, entry: -1 };
}

const A_CLAUSE = 20;

/** The "is thrombosed" of a false bulge is no cue behind a vein: what it must follow does not stand before it. */
function isLed({ recognized: { tokens }, knowledge }: Scene, { entry, from, to }: Match): boolean {
  const follows = knowledge.reading.cues[entry]?.follows;
  if (!follows || to - from < 2) return true;
  for (let at = from - 1; at >= Math.max(0, from - A_CLAUSE); at -= 1) {
    if (follows.includes(tokens[at]?.norm ?? '')) return true;
    if (tokens[at]?.norm === '.' && !tokens[at + 1]?.glued) return false;
  }
  return false;
}
