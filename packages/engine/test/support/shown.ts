/** Parts of a reading as one line of text, for case files. */
import type { Reading } from '../../src/index.ts';

const NOTHING = 'nothing';
const list = (items: readonly string[]): string => items.join('; ') || NOTHING;
const words = (items: readonly (string | null | undefined | false)[]): string => items.filter(Boolean).join(' ');

export const measurementsShown = ({ measurements }: Reading): string =>
  list(
    measurements.map(({ mm, value, unit, role, qualifier, prior }) =>
      words([
        [mm ?? value].flat().join(' x '),
        unit,
        role !== 'current' && role,
        qualifier,
        prior !== undefined && `before ${prior}`,
      ]),
    ),
  );

export const scoresShown = ({ scores }: Reading): string =>
  list(
    scores.map(({ system, category, temporality }) =>
      words([system, category, temporality !== 'current' && temporality]),
    ),
  );

export const findingsShown = ({ findings, measurements }: Reading): string =>
  list(
    findings.map(({ concept, assertion, anatomy, severity, acuity, measurements: ids, differential }) =>
      words([
        assertion.presence !== 'present' && assertion.presence,
        assertion.temporality !== 'current' && assertion.temporality,
        acuity,
        severity,
        concept,
        anatomy.length > 0 &&
          `@ ${anatomy.map((place) => words([place.laterality, place.concept, place.level])).join(' + ')}`,
        ids.length > 0 && `= ${ids.map((id) => measurements.find((m) => m.id === id)?.written).join(' + ')}`,
        differential.length > 0 && `or ${differential.join(' ')}`,
      ]),
    ),
  );
