/** Wing 3, assertion: what opens with how it was treated is of the past: "resected meningioma", "coiled left aneurysm without residual". */
import type { Span } from '../../document.ts';
import { listed } from '../../word-lists.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADD, ADVERB, ARTICLE, AUXILIARY, DEFINITE, JOIN, LENGTH, LINK, PARTIAL, VERB } from './word-classes.ts';

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
