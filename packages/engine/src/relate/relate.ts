/** Wing 3, relate: how what was recognized belongs together. */
import type { Knowledge, Recognized, Related } from '../stages.ts';
import { checksOf } from './checks.ts';
import { coverageOf } from './coverage.ts';
import { findingsIn } from './findings.ts';
import { impressionOf } from './impression.ts';
import { overallUrgency, withDoubts } from './urgency.ts';

export function relate(recognized: Recognized, knowledge: Knowledge): Related {
  const findings = findingsIn(recognized, knowledge);
  const coverage = coverageOf(recognized, knowledge);
  const impression = impressionOf(recognized, findings, coverage, knowledge);
  const checks = checksOf(recognized, findings, impression, knowledge);
  const related = {
    ...recognized,
    findings,
    impression: withDoubts(impression, checks, recognized),
    checks,
    coverage,
  };
  return { ...related, pressing: overallUrgency(related, knowledge) };
}
