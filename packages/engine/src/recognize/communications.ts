/** Wing 2, recognize: results passed on to a clinician, by whom asked and when. */
import type { Communication } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';

export function communicationsIn(
  _segmented: Segmented,
  _matches: Matches,
  _knowledge: Knowledge,
): readonly Communication[] {
  return [];
}
