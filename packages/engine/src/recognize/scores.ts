/** Wing 2, recognize: assessment categories and scores (BI-RADS 4A, LI-RADS 5, T-score −2.6). */
import type { Score } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';

export function scoresIn(_segmented: Segmented, _matches: Matches, _knowledge: Knowledge): readonly Score[] {
  return [];
}
