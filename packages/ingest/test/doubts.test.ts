/** What is doubted in recognized words, and how rows are rebuilt. */
import { expect, test } from 'vitest';
import { withoutRules } from '../src/image/rules.ts';
import { crossCheck } from '../src/ocr/audit.ts';
import { doubtOf, tokenKind } from '../src/ocr/doubts.ts';
import { rowsOf } from '../src/ocr/rows.ts';

test('numbers are doubted below 0.8, plain words only below 0.5', () => {
  expect(doubtOf('2.9', 0.79)?.kind).toBe('number');
  expect(doubtOf('2.9', 0.81)).toBeNull();
  expect(doubtOf('nodule', 0.55)).toBeNull();
  expect(doubtOf('nodule', 0.45)?.kind).toBe('word');
});

test('sides, negations and units are known as such', () => {
  expect(['Left', 'no', 'cm.', 'LEFT,', 'Without'].map(tokenKind)).toEqual([
    'side',
    'negation',
    'unit',
    'side',
    'negation',
  ]);
});

test('a spine level read with a letter for its digit is doubted, and the digit offered', () => {
  expect(doubtOf('LS', 0.95)?.alternatives).toEqual(['L5']);
  expect(doubtOf('LA-LS', 0.95)?.alternatives).toEqual(['L4-L5']);
  expect(doubtOf('L5-$1', 0.95)?.alternatives).toEqual(['L5-S1']);
  expect(doubtOf('CT', 0.95)).toBeNull();
});

test('another reading of a number is kept beside it', () => {
  expect(doubtOf('9', 0.7, ['2.9'])).toEqual({ kind: 'number', confidence: 0.7, alternatives: ['2.9'] });
});

test('words of two columns on one base line make one row, left before right', () => {
  const word = (text: string, x: number, baseline: number, line: number) => ({
    text,
    confidence: 1,
    weakest: 1,
    line,
    baseline,
    box: [x, baseline - 20, text.length * 10, 20] as const,
  });
  const rows = rowsOf([word('MRN', 400, 103, 2), word('Patient', 10, 100, 1), word('EXAM', 10, 140, 3)]);
  expect(rows.map((row) => row.words.map(({ text }) => text))).toEqual([['Patient', 'MRN'], ['EXAM']]);
});

test('two readings that differ in a minus sign are both kept, and doubted', async () => {
  const word = { confidence: 0.7, weakest: 0.7, line: 1, baseline: 20, box: [0, 0, 40, 20] as const };
  const row = rowsOf([{ ...word, text: '-2.6' }]);
  const again = {
    recognize: async () => [{ ...word, text: '2.6', confidence: 0.9, box: [5, 5, 32, 16] as const }],
    close: async () => {},
  };
  const page = { width: 100, height: 40, data: new Uint8Array(4000).fill(255) };
  const [checked] = [...(await crossCheck(row, page, again)).values()];
  expect(doubtOf(checked?.text ?? '', checked?.confidence ?? 1, checked?.others)?.alternatives).toEqual(['-2.6']);
});

test('a second reading that runs words together changes no word', async () => {
  const word = { confidence: 0.6, weakest: 0.6, line: 1, baseline: 20, box: [0, 0, 40, 20] as const };
  const again = {
    recognize: async () => [{ ...word, text: '2.Mild', confidence: 0.9, box: [5, 5, 95, 16] as const }],
    close: async () => {},
  };
  const page = { width: 200, height: 40, data: new Uint8Array(8000).fill(255) };
  const [checked] = [...(await crossCheck(rowsOf([{ ...word, text: '2.' }]), page, again)).values()];
  expect([checked?.text, checked?.confidence]).toEqual(['2.', 0.85]);
});

test('lines about the patient raise no doubts about words, and about numbers only where they are hardly read', () => {
  const place = { furniture: true, spine: false, next: null, first: false };
  expect(doubtOf('LI', 0.95, [], place)).toBeNull();
  expect(doubtOf('Accession', 0.1, [], place)).toBeNull();
  expect(doubtOf('55120', 0.6, [], place)).toBeNull();
  expect(doubtOf('55120', 0.4, [], place)?.kind).toBe('number');
});

test('a stray sign or letter where a number belongs is doubted however sure it was read', () => {
  const place = { furniture: false, spine: false, next: 'mm.', first: false };
  expect(doubtOf('&', 0.95, [], place)?.kind).toBe('number');
  expect(doubtOf('&', 0.95, [], { ...place, next: 'chest' })).toBeNull();
  expect(doubtOf('S', 0.95, [], { ...place, next: 'days' })?.alternatives).toEqual(['5']);
  expect(doubtOf('LS', 0.95, [], place)).toBeNull();
});

test('a long thin line is wiped off, a letter and a thick bar are not', () => {
  const page = { width: 200, height: 60, data: new Uint8Array(12_000).fill(255) };
  const fill = (left: number, top: number, right: number, low: number) => {
    for (let y = top; y < low; y += 1) page.data.fill(0, y * 200 + left, y * 200 + right);
  };
  fill(0, 5, 200, 7);
  fill(10, 20, 13, 40);
  fill(50, 20, 200, 45);
  const { data } = withoutRules(page, 20);
  expect([data[6 * 200 + 100], data[30 * 200 + 11], data[30 * 200 + 100]]).toEqual([255, 0, 0]);
});
