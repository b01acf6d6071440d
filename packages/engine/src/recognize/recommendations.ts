/** Wing 2, recognize: what the report asks to be done next, when and on what condition. */
import type { Recommendation } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';

export function recommendationsIn(
  _segmented: Segmented,
  _matches: Matches,
  _knowledge: Knowledge,
): readonly Recommendation[] {
  return [];
}
