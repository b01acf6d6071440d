/** Beside the wings, compare: two or more readings of one person, oldest first → what changed. */
import type { Comparison, Lesion, NotOnePerson } from '../comparison.ts';
import type { Reading } from '../document.ts';
import type { Knowledge } from '../stages.ts';
import { answeredIn } from './answered.ts';
import { followed } from './lesions.ts';
import { isOnePerson } from './person.ts';
import { summaryOf } from './summary.ts';

export function compare(given: readonly Reading[], knowledge: Knowledge): Comparison | NotOnePerson {
  if (!isOnePerson(given, knowledge))
    return { error: { code: 'several-reports', message: knowledge.reading.documents.comparison.otherPerson } };
  const readings = inOrder(given);
  const ids = readings.map((_, i) => `report${i + 1}`);
  const tracks = followed(readings, knowledge);
  const recommendations = answeredIn(readings, ids, partsOf(knowledge));
  return {
    schema: 'readingscan.comparison/1',
    reports: readings.map((reading, i) => ({ id: ids[i] ?? '', date: reading.study.date, reading })),
    lesions: tracks.map(({ seen, change }, i): Lesion => {
      const last = seen.at(-1);
      return {
        id: `l${i + 1}`,
        concept: last?.finding.concept ?? '',
        anatomy: last?.finding.anatomy ?? [],
        laterality: last?.side ?? null,
        seen: seen.map(({ report, finding, mm, basis }) => ({
          report: ids[report] ?? '',
          finding: finding.id,
          mm,
          basis,
        })),
        change,
      };
    }),
    recommendations,
    summary: summaryOf(tracks, readings, ids, recommendations, knowledge),
  };
}

/** By date where every report states one; else as given. */
function inOrder(readings: readonly Reading[]): readonly Reading[] {
  if (readings.some(({ study }) => study.date === null)) return readings;
  return [...readings].sort((a, b) => (a.study.date ?? '').localeCompare(b.study.date ?? ''));
}

/** The region that an examination of a part belongs to: calf → leg. */
const partsOf = ({ reading }: Knowledge): ReadonlyMap<string, string> =>
  new Map(reading.documents.study.regions.flatMap(({ region, within }) => (within ? [[region, within] as const] : [])));
