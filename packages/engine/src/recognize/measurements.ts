/** Wing 2, recognize: lengths and other quantities with unit, as written and in mm. */
import type { Measurement } from '../document.ts';
import type { Matches } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';

export function measurementsIn(
  _segmented: Segmented,
  _matches: Matches,
  _knowledge: Knowledge,
): readonly Measurement[] {
  return [];
}
