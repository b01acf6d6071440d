/** Steps: what is asked for twice is told once, what two items ask for is told twice. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const steps = (text: string) => english().explain({ kind: 'text', text }).nextSteps;

describe('next steps', () => {
  it('a test named in the findings and in the impression is one step that points to both', () => {
    const [step, ...more] = steps(
      'CT CHEST\n\nFINDINGS:\nA 7 mm nodule. CT chest in 6 months is recommended.\n\nIMPRESSION:\nNodule. CT chest in 6 months is recommended.\n',
    );
    expect(more).toEqual([]);
    expect(step?.basis.length).toBe(2);
  });

  it('a biopsy of each of two things is two steps', () => {
    const text =
      'BREAST ULTRASOUND\n\nIMPRESSION:\n1. Left breast mass. Biopsy is recommended.\n2. Left axillary node. Biopsy is recommended.\n';
    expect(steps(text).map((step) => step.recommendation)).toHaveLength(2);
  });
});
