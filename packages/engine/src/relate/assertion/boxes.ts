/** Wing 3, assertion: boxes and signs that answer for a thing: "[x] Fracture", "Fracture: [x]", "Free fluid -ve". */
import type { Match } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import { listed } from '../../word-lists.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';

/** Whether the boxes of a statement stand behind their things, "Effusion [ ] Fracture [x]", or before them: "[ ] Effusion [x] Fracture". */
export function boxesBehind(ground: Ground, matches: readonly Match[], begin: number, { reading }: Knowledge): boolean {
  let first: Match | undefined;
  let last: Match | undefined;
  for (let i = begin; i < matches.length; i += 1) {
    const match = matches[i];
    if (!match || match.to > ground.to) break;
    if (!reading.cues[match.entry]?.box) continue;
    first ??= match;
    last = match;
  }
  return first !== undefined && last !== undefined && first.from > ground.from && endsValue(ground, last.to);
}

const ENDS = new Set(['.', ',', ';', ')', ']', '|', '_']);

/** Nothing follows that the value could be said of. */
export const endsValue = (ground: Ground, at: number): boolean =>
  at >= ground.to ||
  wallAt(ground, at) >= CLAUSE ||
  ENDS.has(normAt(ground, at)) ||
  (normAt(ground, at) === '/' && wallAt(ground, at + 1) >= CLAUSE) ||
  isRule(ground, at);

/** "--- NIL ---", "*** NO ***" */
const isRule = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.kind === 'mark' && normAt(ground, at) === normAt(ground, at + 1);

/** "+ve collection, -ve abscess": before the thing. */
export const isPrefixed = (ground: Ground, { from, to }: Match): boolean =>
  to - from > 1 &&
  ground.tokens[from]?.kind === 'mark' &&
  ground.tokens[from + 1]?.kind === 'word' &&
  (from === ground.from || normAt(ground, from - 1) === ',' || wallAt(ground, from) >= CLAUSE) &&
  ground.tokens[to]?.kind === 'word' &&
  wallAt(ground, to) < CLAUSE;

const AN_ITEM = 5;

/** "Haemorrhage -ve", "bleed -ve fracture +ve", "Spondylolysis ☐ Yes ☒ No"; not "gram -ve sepsis". */
export function isSigned(ground: Ground, { from, to }: Match): boolean {
  if (to - from < 2 || ground.tokens[from]?.kind !== 'mark') return false;
  if (isStage(ground, from - 1)) return true;
  if (endsValue(ground, to) || bitsAt(ground, to - 1) !== 0) return true;
  if (ground.tokens[to]?.kind === 'mark') return true;
  for (let i = to + 1; i < Math.min(to + AN_ITEM, ground.to); i += 1)
    if (ground.tokens[i]?.kind === 'mark' && normAt(ground, i + 1) === normAt(ground, from + 1)) return true;
  return false;
}

/** A short form of staging that a sign answers: "EMVI -ve". */
export const isStage = (ground: Ground, at: number): boolean =>
  at >= ground.from && listed(ground.knowledge.reading, 'signed-stages').has(normAt(ground, at));
