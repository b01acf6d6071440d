import { expect, test } from 'vitest';
import { cut } from '../src/result/cut.ts';

const TEXT = 'No large effusion. Small nodule.';

test('the pieces put together are the words as written', () => {
  const pieces = cut(
    TEXT,
    [0, TEXT.length],
    [
      { span: [0, 2], id: 'a' },
      { span: [1, 12], id: 'b' },
    ],
  );
  expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
});

test('words that two sentences rest on point to both', () => {
  const pieces = cut(
    TEXT,
    [0, 18],
    [
      { span: [0, 17], id: 'a' },
      { span: [3, 8], id: 'b' },
    ],
  );
  expect(pieces.find(({ text }) => text === 'large')?.ids).toEqual(['a', 'b']);
});

test('a basis outside the piece marks nothing in it', () => {
  expect(cut(TEXT, [0, 18], [{ span: [19, 32], id: 'a' }])).toEqual([
    { start: 0, text: 'No large effusion.', ids: [] },
  ]);
});
