/** Reading and explaining take a time that grows with the length, not with its square: 200 KB of each shape in seconds. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const FINDINGS = [
  'There is a 12 mm nodule in the right upper lobe, unchanged.',
  'Small left pleural effusion, increased since 02/03/2022.',
  'No pneumothorax or consolidation.',
  'A cyst of 2.3 x 1.9 cm lies in the liver, segment 7.',
  'A critical finding was called to Dr Stone at 14:10.',
  'Recommend CT in 6 months.',
];
const IMPRESSION = ['Right lung nodule, stable.', 'Left effusion, likely reactive.', 'No acute fracture.'];
const HALF = 100_000;

function repeated(parts: readonly string[], length: number): string {
  const whole = `${parts.join('\n')}\n`;
  return whole.repeat(Math.ceil(length / whole.length));
}

const SHAPES: Readonly<Record<string, string>> = {
  'long findings and a long impression': `FINDINGS:\n${repeated(FINDINGS, HALF)}\nIMPRESSION:\n${repeated(IMPRESSION, HALF)}`,
  'many reports in one': repeated(['FINDINGS:', ...FINDINGS, 'IMPRESSION:', ...IMPRESSION], 2 * HALF),
  'many short sections': repeated(['FINDINGS: clear.', 'COMPARISON: None.', 'IMPRESSION: normal.'], 2 * HALF),
  'one sentence': `FINDINGS: ${repeated(['nodule and', 'effusion,', 'no mass or', 'possible fracture'], 2 * HALF)}`,
};
/** ten times what it takes on a slow machine; a square would take minutes */
const PATIENCE = 10_000;

describe('the time for a long text', () => {
  for (const [shape, text] of Object.entries(SHAPES))
    it(`is short for ${shape}`, { timeout: 3 * PATIENCE }, () => {
      const began = performance.now();
      english().read({ kind: 'text', text });
      english().explain({ kind: 'text', text });
      expect(performance.now() - began).toBeLessThan(PATIENCE);
    });
});
