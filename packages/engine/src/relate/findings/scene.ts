/** Wing 3, relate, findings: what stands at each token of the report, looked up once, and the parts of one statement in order. */

import type { Match } from '../../lexicon.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { longestForm } from '../../trie.ts';
import { BRACKET, COMMA, CUE, HYPHEN, LINK, LONGER, MEASUREMENT, OPTION, type Part, SAYS, STOP, WORD } from './part.ts';
import { type FindingTables, findingTables } from './tables.ts';

export interface Scene {
  readonly recognized: Recognized;
  readonly knowledge: Knowledge;
  readonly tables: FindingTables;
  /** per token: 1 + index of what begins there, 0 for nothing */
  readonly conceptFrom: Int32Array;
  readonly modifierFrom: Int32Array;
  readonly measurementFrom: Int32Array;
  readonly cueFrom: Int32Array;
}

/** The parts of a statement, and all that any of them is. */
export interface Parts {
  readonly parts: readonly Part[];
  readonly hold: number;
}

export function sceneOf(recognized: Recognized, knowledge: Knowledge): Scene {
  const { tokens, matches, measurements } = recognized;
  const measurementFrom = new Int32Array(tokens.length);
  let token = 0;
  measurements.forEach(({ span }, index) => {
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= span[0]) token += 1;
    if (token < tokens.length) measurementFrom[token] = index + 1;
  });
  return {
    recognized,
    knowledge,
    tables: findingTables(knowledge),
    conceptFrom: starts(matches.concept, tokens.length),
    modifierFrom: starts(matches.modifier, tokens.length),
    measurementFrom,
    cueFrom: starts(matches.cue, tokens.length),
  };
}

function starts(list: readonly Match[], tokens: number): Int32Array {
  const at = new Int32Array(tokens);
  let next = 1;
  for (const match of list) {
    at[match.from] = next;
    next += 1;
  }
  return at;
}

const beginning = (list: readonly Match[], from: Int32Array, at: number): Match | null => {
  const next = from[at] ?? 0;
  return next === 0 ? null : (list[next - 1] ?? null);
};

/** The parts of a statement from left to right: measurements before concepts before modifiers before cues before link words. */
export function partsOf(scene: Scene, statement: SegmentedStatement): Parts {
  const { recognized, tables, measurementFrom, conceptFrom, modifierFrom } = scene;
  const { tokens, matches } = recognized;
  const parts: Part[] = [];
  let hold = 0;
  for (let at = statement.from; at < statement.to; ) {
    const measured = measurementFrom[at] ?? 0;
    const concept = beginning(matches.concept, conceptFrom, at);
    const modifier = beginning(matches.modifier, modifierFrom, at);
    let part: Part;
    if (measured !== 0) part = measuredAt(scene, measured - 1, at, statement.to);
    else if (concept && !(modifier && modifier.to > concept.to))
      part = { is: tables.conceptIs[concept.entry] ?? 0, from: at, to: concept.to, entry: concept.entry };
    else if (modifier) {
      const says = (tables.word.get(tokens[at]?.norm ?? '') ?? 0) & SAYS;
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

/** A link word, a cue, a mark that ends something or any other word. */
function wordAt({ recognized, knowledge, tables, cueFrom }: Scene, from: number): Part {
  const { tokens, matches, source } = recognized;
  const norm = tokens[from]?.norm ?? '';
  const cue = beginning(matches.cue, cueFrom, from);
  const word = tables.word.get(norm) ?? 0;
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
    return { is: CUE | option | kept, from, to: cue.to, entry: cue.entry };
  }
  const stops = norm === ';' || (norm === '.' && !tokens[from + 1]?.glued);
  return { is: (stops ? STOP : WORD) | kept, from, to: from + 1, entry: -1 };
}
