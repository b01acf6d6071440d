/** The `assert` command: presence, certainty, time and change of one named target, whether or not the lexicon knows it. */
import type { Assertion, Change, Span } from './document.ts';
import { assertTargets } from './relate/assertion.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';

export interface TargetAnswer {
  readonly assertion: Assertion;
  readonly change: Change | null;
}

export function assertTarget(recognized: Recognized, target: string | Span, knowledge: Knowledge): TargetAnswer {
  const { text } = recognized.source;
  const at = typeof target === 'string' ? Math.max(0, text.toLowerCase().indexOf(target.toLowerCase())) : target[0];
  const span: Span = typeof target === 'string' ? [at, at + target.length] : target;
  const holds = ({ span: [start, end] }: SegmentedStatement): boolean => start <= span[0] && span[0] < end;
  const statement = recognized.statements.find(holds) ?? whole(recognized);
  const [answer] = assertTargets(recognized, statement, [span], knowledge);
  return (
    answer ?? {
      assertion: {
        presence: 'present',
        certainty: 'definite',
        temporality: 'current',
        experiencer: 'patient',
        basis: [span],
      },
      change: null,
    }
  );
}

const whole = ({ tokens, source }: Recognized): SegmentedStatement => ({
  id: 'st0',
  section: 'sec0',
  span: [0, source.text.length],
  from: 0,
  to: tokens.length,
});
