/** Wing 3, relate: is what a statement names present, absent, possible, past, somebody else's? ConText: cue, direction, scope, termination. */
import type { Assertion, Change, Span } from '../document.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';

export interface Asserted {
  readonly assertion: Assertion;
  readonly change: Change | null;
}

/** One answer for each target, in order. Targets are spans inside the statement. */
export function assertTargets(
  _recognized: Recognized,
  _statement: SegmentedStatement,
  targets: readonly Span[],
  _knowledge: Knowledge,
): readonly Asserted[] {
  return targets.map(() => ({
    assertion: {
      presence: 'present',
      certainty: 'definite',
      temporality: 'current',
      experiencer: 'patient',
      basis: [],
    },
    change: null,
  }));
}
