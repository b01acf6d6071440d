/** Wing 3, relate, findings: what stands at each token of the report, looked up once, and the parts of one statement in order. */

import type { Match } from '../../lexicon.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { longestForm } from '../../trie.ts';
import { type FindingTables, findingTables, type LinkWord } from './tables.ts';

export type Part =
  | { readonly kind: 'concept'; readonly match: Match; readonly from: number; readonly to: number }
  | { readonly kind: 'modifier'; readonly match: Match; readonly from: number; readonly to: number }
  | { readonly kind: 'measurement'; readonly index: number; readonly from: number; readonly to: number }
  | { readonly kind: 'link'; readonly words: readonly LinkWord[]; readonly from: number; readonly to: number }
  | { readonly kind: 'cue'; readonly from: number; readonly to: number; readonly category: string }
  | { readonly kind: 'stop'; readonly from: number; readonly to: number }
  | { readonly kind: 'word'; readonly norm: string; readonly from: number; readonly to: number };

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

export function sceneOf(recognized: Recognized, knowledge: Knowledge): Scene {
  const { tokens, matches, measurements } = recognized;
  const starts = (list: readonly Match[]): Int32Array => {
    const at = new Int32Array(tokens.length);
    list.forEach((match, index) => {
      at[match.from] = index + 1;
    });
    return at;
  };
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
    conceptFrom: starts(matches.concept),
    modifierFrom: starts(matches.modifier),
    measurementFrom,
    cueFrom: starts(matches.cue),
  };
}

/** The parts of a statement from left to right: measurements before concepts before modifiers before cues before link words. */
export function partsOf(scene: Scene, statement: SegmentedStatement): Part[] {
  const { recognized, knowledge } = scene;
  const { tokens, matches, measurements, source } = recognized;
  const parts: Part[] = [];
  for (let at = statement.from; at < statement.to; ) {
    const token = tokens[at];
    if (!token) break;
    const index = (scene.measurementFrom[at] ?? 0) - 1;
    const measured = measurements[index];
    const concept = matches.concept[(scene.conceptFrom[at] ?? 0) - 1];
    const modifier = matches.modifier[(scene.modifierFrom[at] ?? 0) - 1];
    const cue = matches.cue[(scene.cueFrom[at] ?? 0) - 1];
    let to = at + 1;
    if (measured) {
      while (to < statement.to && (tokens[to]?.start ?? 0) < measured.span[1]) to += 1;
      parts.push({ kind: 'measurement', index, from: at, to });
    } else if (concept && !(modifier && modifier.to > concept.to)) {
      to = concept.to;
      parts.push({ kind: 'concept', match: concept, from: at, to });
    } else if (modifier) {
      to = modifier.to;
      parts.push({ kind: 'modifier', match: modifier, from: at, to });
    } else {
      const link = longestForm(scene.tables.words, source.text, tokens, at);
      if (link && !(cue && cue.to > link.to)) {
        to = link.to;
        parts.push({ kind: 'link', words: link.values, from: at, to });
      } else if (cue) {
        to = cue.to;
        parts.push({ kind: 'cue', from: at, to, category: knowledge.reading.cues[cue.entry]?.category ?? '' });
      } else if (token.norm === ';' || (token.norm === '.' && !tokens[at + 1]?.glued))
        parts.push({ kind: 'stop', from: at, to });
      else parts.push({ kind: 'word', norm: token.norm, from: at, to });
    }
    at = to;
  }
  return parts;
}

export const isLink = (part: Part | undefined, word: LinkWord): boolean =>
  part?.kind === 'link' && part.words.includes(word);
