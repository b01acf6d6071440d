/** Reading and explaining take a time that grows with the length, not with its square: each shape against a quarter of it. */
import { describe, expect, it } from 'vitest';
import { effortOf } from './support/effort.ts';
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

function repeated(parts: readonly string[], length: number): string {
  const whole = `${parts.join('\n')}\n`;
  return whole.repeat(Math.ceil(length / whole.length));
}

/** Each shape in a length of about so many characters. */
const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  'long findings and a long impression': (length) =>
    `FINDINGS:\n${repeated(FINDINGS, length / 2)}\nIMPRESSION:\n${repeated(IMPRESSION, length / 2)}`,
  'many reports in one': (length) => repeated(['FINDINGS:', ...FINDINGS, 'IMPRESSION:', ...IMPRESSION], length),
  'many short sections': (length) => repeated(['FINDINGS: clear.', 'COMPARISON: None.', 'IMPRESSION: normal.'], length),
  'one sentence': (length) =>
    `FINDINGS: ${repeated(['nodule and', 'effusion,', 'no mass or', 'possible fracture'], length)}`,
};
const LENGTH = 200_000;
/** Four times the text takes four times as long, sixteen times if the time grew with the square; how busy the machine is counts for both. */
const MOST = 9;
const ROUNDS = 5;

/** the least of some rounds, in ms of the processor */
function effort(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const cost = effortOf(() => {
      english().read({ kind: 'text', text });
      english().explain({ kind: 'text', text });
    });
    least = Math.min(least, cost);
  }
  return least;
}

describe('the time for a long text', () => {
  for (const [shape, text] of Object.entries(SHAPES))
    it(`grows with the length of ${shape}`, { timeout: 300_000 }, () => {
      effort(text(LENGTH / 16)); // warm
      expect(effort(text(LENGTH)) / effort(text(LENGTH / 4))).toBeLessThan(MOST);
    });
});
