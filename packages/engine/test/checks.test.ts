/** What in a report does not agree: each kind in own short reports, and quiet where all is well. */
import { describe, expect, it } from 'vitest';
import { casesOf } from './support/cases.ts';
import { english } from './support/english.ts';

const cases = casesOf(new URL('./cases/checks.txt', import.meta.url)).get('checks') ?? [];

describe('checks', () => {
  it.each(cases)('$answer: $text', ({ text, answer }) => {
    const { checks } = english().read({ kind: 'text', text });
    expect([...new Set(checks.map(({ kind }) => kind))].join(' ') || 'none').toBe(answer);
  });

  it('rests on the words that clash', () => {
    const text = 'XR KNEE\nFINDINGS: Tibial plateau fracture on the right.\nIMPRESSION: Left tibial plateau fracture.';
    const [check] = english().read({ kind: 'text', text }).checks;
    expect(check?.basis.map((span) => text.slice(...span))).toEqual(['right', 'Left']);
  });
});
