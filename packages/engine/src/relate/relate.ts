/** Wing 3, relate: how what was recognized belongs together. */
import type { Knowledge, Recognized, Related } from '../stages.ts';
import { checksOf } from './checks.ts';
import { coverageOf } from './coverage.ts';
import { findingsIn } from './findings.ts';
import { impressionOf } from './impression.ts';

export function relate(recognized: Recognized, knowledge: Knowledge): Related {
  const findings = findingsIn(recognized, knowledge);
  const impression = impressionOf(recognized, findings, knowledge);
  return {
    ...recognized,
    findings,
    impression,
    checks: checksOf(recognized, findings, impression, knowledge),
    coverage: coverageOf(recognized, knowledge),
  };
}
