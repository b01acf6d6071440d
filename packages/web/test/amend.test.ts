import type { Doubt } from '@readingscan/engine';
import { expect, test } from 'vitest';
import { draftOf, replaceAt, retype } from '../src/reader/amend.ts';

const TEXT = 'A 9 mm nodule in the lest lung.';
const doubt = (words: string, kind: Doubt['kind']): Doubt => {
  const start = TEXT.indexOf(words);
  return { span: [start, start + words.length], kind, confidence: 0.5, alternatives: [] };
};
const draft = draftOf(TEXT, [doubt('9 mm', 'number'), doubt('lest', 'side')]);
const wordsOf = ({ text, doubts }: typeof draft) => doubts.map(({ span }) => text.slice(span[0], span[1]));

test('a place that was answered is settled, and later places still point at their words', () => {
  const answered = replaceAt(draft, draft.doubts[0]?.span ?? [0, 0], '2.9 mm');
  expect(answered.text).toBe('A 2.9 mm nodule in the lest lung.');
  expect(wordsOf(answered)).toEqual(['lest']);
});

test('typing before a doubtful word moves its mark', () => {
  expect(wordsOf(retype(draft, `CT. ${TEXT}`))).toEqual(['9 mm', 'lest']);
});

test('typing over a doubtful word settles it', () => {
  const typed = retype(draft, TEXT.replace('lest', 'left'));
  expect(wordsOf(typed)).toEqual(['9 mm']);
});

test('a doubt keeps the place it had on the picture', () => {
  const moved = retype(draft, `CT. ${TEXT}`);
  expect(moved.doubts[1]?.origin).toEqual(draft.doubts[1]?.span);
});
