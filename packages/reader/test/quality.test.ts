import type { Doubt, Extraction } from '@readingscan/engine';
import { expect, test } from 'vitest';
import { isTooDoubtful } from '../src/quality.ts';

const TEXT = `A 9 mm nodule in the left lung. No effusion. ${'The right lung measures 12 cm. '.repeat(6)}`;

function extraction(doubts: readonly Doubt['kind'][], page = false): Extraction {
  return {
    schema: 'readingscan.extraction/1',
    source: {
      kind: 'image',
      text: TEXT,
      doubts: doubts.map((kind) => ({ span: [0, 1], kind, confidence: 0.4, alternatives: [] })),
    },
    warnings: page ? [{ code: 'page-missing', message: 'A row is missing.', basis: [] }] : [],
  };
}

test('text without a doubt can be relied on', () => {
  expect(isTooDoubtful(extraction([]))).toBe(false);
});

test('doubtful words that are neither number, unit, side nor negation do not spoil a text', () => {
  expect(isTooDoubtful(extraction(['word', 'word', 'word', 'word']))).toBe(false);
});

test('more than 1 in 20 doubtful numbers, units, sides and negations is too many', () => {
  expect(isTooDoubtful(extraction(['number']))).toBe(true);
  expect(isTooDoubtful(extraction(['negation', 'side']))).toBe(true);
});

test('a missing row is too much, whatever the rest is like', () => {
  expect(isTooDoubtful(extraction([], true))).toBe(true);
});
