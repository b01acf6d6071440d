/** Wing 3, assertion: whether a phrase ends here, so that a cue before it looks back. */
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADVERB, LINK, SIGHTING } from './word-classes.ts';

/** Nothing to deny follows: an end, a comma or a small word. */
export function endsHere(ground: Ground, i: number): boolean {
  if (wallAt(ground, i) >= CLAUSE) return true;
  const norm = normAt(ground, i);
  return /^[^\p{L}\p{N}]$/u.test(norm) || (bitsAt(ground, i) & (LINK | ADVERB | SIGHTING)) !== 0;
}
