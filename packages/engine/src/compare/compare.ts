/** Beside the wings, compare: two or more readings of one person, oldest first → what changed. */
import type { Comparison, NotOnePerson } from '../comparison.ts';
import type { Reading } from '../document.ts';
import type { Knowledge } from '../stages.ts';

export function compare(readings: readonly Reading[], _knowledge: Knowledge): Comparison | NotOnePerson {
  return {
    schema: 'readingscan.comparison/1',
    reports: readings.map((reading, i) => ({ id: `report${i + 1}`, date: reading.study.date, reading })),
    lesions: [],
    recommendations: [],
    summary: [],
  };
}
