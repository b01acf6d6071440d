/** Wing 3, assertion: whether a phrase ends here, so that a cue before it looks back, and whether a cue ends what was denied. */

import type { PlacedCue } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, wallAt } from './ground.ts';
import { ADVERB, EXCLUSION, LINK, SIGHTING } from './word-classes.ts';

/** Nothing to deny follows: an end, a comma or a small word. */
export function endsHere(ground: Ground, i: number): boolean {
  if (wallAt(ground, i) >= CLAUSE) return true;
  if (bitsAt(ground, i) & (LINK | ADVERB | SIGHTING)) return true;
  const token = ground.tokens[i];
  return token?.kind === 'mark' && (token.norm.charCodeAt(0) < 128 || MARK.test(token.norm));
}

/** "½" is no mark but a number */
const MARK = /^[^\p{L}\p{N}]$/u;

/** "the lack of X does not exclude Y", "cannot rule out Y": it says no more of X. */
export function leavesOpen(ground: Ground, { from, to }: PlacedCue): boolean {
  for (let i = from; i < to; i += 1) if (bitsAt(ground, i) & EXCLUSION) return true;
  return false;
}
