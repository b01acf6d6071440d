/** Wing 2, recognize: which examination it is, of what, when, compared with what. */
import type { Study } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';

export function studyOf(_segmented: Segmented, _matches: Matches, _knowledge: Knowledge): Study {
  return { modality: null, regions: [], contrast: null, date: null, comparisonDates: [], basis: [] };
}
