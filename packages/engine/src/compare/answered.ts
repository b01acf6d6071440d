/** Compare: whether a test that an earlier report advised is among the later reports. */
import type { Comparison } from '../comparison.ts';
import type { Reading, Recommendation } from '../document.ts';
import { later } from '../explain/step-due.ts';

type Answered = Comparison['recommendations'][number];

const TESTS = new Set(['imaging', 'surveillance']);

export function answeredIn(
  readings: readonly Reading[],
  ids: readonly string[],
  within: ReadonlyMap<string, string>,
): readonly Answered[] {
  const newest = readings.at(-1)?.study.date ?? null;
  return readings.flatMap((reading, at) =>
    reading.recommendations
      .filter(({ action }) => action !== 'none-needed')
      .map((recommendation): Answered => {
        const due = dueOf(recommendation, reading.study.date);
        const by = TESTS.has(recommendation.action)
          ? readings.findIndex((other, i) => i > at && isTest(other, recommendation, within))
          : -1;
        const missed =
          by < 0 &&
          TESTS.has(recommendation.action) &&
          due?.latest &&
          newest !== null &&
          due.latest < newest &&
          !recommendation.condition;
        return {
          report: ids[at] ?? '',
          recommendation: recommendation.id,
          due,
          answered: by >= 0 ? 'yes' : missed ? 'no' : 'unknown',
          by: by >= 0 ? (ids[by] ?? null) : null,
        };
      }),
  );
}

function dueOf({ interval }: Recommendation, date: string | null): Answered['due'] {
  if (!interval || !date) return null;
  return {
    from: date,
    earliest: later(date, interval.min, interval.unit),
    latest: interval.max === null ? null : later(date, interval.max, interval.unit),
  };
}

/** The later examination is of the kind and the part that was advised. */
function isTest(
  { study }: Reading,
  { modality, region: named }: Recommendation,
  within: ReadonlyMap<string, string>,
): boolean {
  if (!modality || study.modality !== modality) return false;
  const region = named && (within.get(named) ?? named);
  return (
    !region ||
    study.regions.length === 0 ||
    study.regions.some((part) => part === region || part.includes(region) || region.includes(part))
  );
}
