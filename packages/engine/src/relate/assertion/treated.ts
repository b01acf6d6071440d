/** Wing 3, assertion: what opens with how it was treated is of the past, and so is an operation named alone: "resected meningioma", "coiled left aneurysm without residual". */
import type { Span } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import { listed } from '../../word-lists.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADD, ADVERB, ARTICLE, AUXILIARY, DEFINITE, JOIN, LENGTH, LINK, PARTIAL, SIDE, VERB } from './word-classes.ts';

const NEAR = 7;
const FAR = 25;

/** The word of treatment before the target of the tokens `[from, to)`; null where something is left of it, "partially resected", or measured. */
export function treatedBefore(ground: Ground, from: number, to: number): Span | null {
  const { reading } = ground.knowledge;
  const treated = listed(reading, 'treated');
  let at = from;
  while (at >= ground.from && from - at < NEAR && !treated.has(normAt(ground, at))) {
    if (at < from && bitsAt(ground, at) & (LINK | JOIN | ADD | AUXILIARY | VERB | ADVERB)) return null;
    if (wallAt(ground, at) > 0) return null;
    at -= 1;
  }
  if (!treated.has(normAt(ground, at))) return null;
  let before = at - 1;
  while (before >= ground.from && wallAt(ground, before + 1) < CLAUSE) {
    const bits = bitsAt(ground, before);
    if (bits & PARTIAL || !(bits & (ARTICLE | DEFINITE | ADVERB))) return null;
    before -= 1;
  }
  const [left, without] = [listed(reading, 'left-over'), listed(reading, 'denying-words')];
  for (let i = to; i < Math.min(ground.to, to + FAR) && (i === to || wallAt(ground, i) < CLAUSE); i += 1) {
    if (bitsAt(ground, i) & LENGTH && ground.tokens[i - 1]?.kind === 'number') return null;
    if (left.has(normAt(ground, i)) && !without.has(normAt(ground, i - 1))) return null;
  }
  const [first, last] = [ground.tokens[at]?.start, ground.tokens[at]?.end];
  return first === undefined || last === undefined ? null : [first, last];
}

/** "Left nephrectomy.", "Hysterectomy 2009", "tissue after thyroidectomy": an operation that is all its clause names was done before. */
export function doneBefore(ground: Ground, from: number, to: number): Span | null {
  const last = ground.tokens[to - 1];
  if (!last || !listed(ground.knowledge.reading, 'operations').has(last.norm)) return null;
  if (listed(ground.knowledge.reading, 'after-operation').has(normAt(ground, from - 1))) return [last.start, last.end];
  const end = ground.tokens[to]?.kind === 'number' ? to + 1 : to;
  if (end < ground.to && wallAt(ground, end) < CLAUSE && !CLOSING.has(normAt(ground, end))) return null;
  for (let at = from; at > ground.from && wallAt(ground, at) < CLAUSE; at -= 1) {
    const before = ground.tokens[at - 1];
    const bits = bitsAt(ground, at - 1);
    if (before?.kind !== 'word' || !(bits & SIDE || describes(ground, at - 1))) return null;
  }
  return [last.start, last.end];
}
const CLOSING: ReadonlySet<string> = new Set(['.', ',']);

const describes = ({ modifiers }: Ground, at: number): boolean =>
  matchesWithin(modifiers, at, at + 1).some((match) => match.from === at && match.to === at + 1);
