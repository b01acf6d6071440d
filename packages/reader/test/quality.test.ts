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
      doubts: doubts.map((kind) => ({ span: [2, 3], kind, confidence: 0.4, alternatives: [] })),
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

test('a doubtful number without a unit spoils nothing: the patient, the order and the place of a list', () => {
  const source = { ...extraction(['number']).source, text: `MRN: 5512 ${TEXT}`, doubts: [] };
  const doubt: Doubt = { span: [5, 9], kind: 'number', confidence: 0.3, alternatives: [] };
  expect(isTooDoubtful({ ...extraction([]), source: { ...source, doubts: [doubt, doubt, doubt] } })).toBe(false);
});

test('every number of a size counts by the unit at its end', () => {
  const text = 'Mass of 2.1 x 3 x 4.5 cm.';
  const doubt: Doubt = { span: [8, 11], kind: 'number', confidence: 0.3, alternatives: [] };
  expect(isTooDoubtful({ ...extraction([]), source: { kind: 'image', text, doubts: [doubt] } })).toBe(true);
});
