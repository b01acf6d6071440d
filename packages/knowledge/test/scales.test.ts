/** What a category means stands in sentences: few plain words that add no figure, side or order. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fleschKincaidGrade, wordsOf } from '../src/readability.ts';
import type { ReadingKnowledge } from '../src/types.ts';

const { scales }: ReadingKnowledge['documents'] = JSON.parse(
  readFileSync(new URL('../dist/en.reading.json', import.meta.url), 'utf8'),
).documents;
const meanings = scales.flatMap(({ system, categories }) =>
  categories.map(({ code, plain }) => [`${system} ${code}`, plain] as const),
);

it('has few words', () => {
  expect(meanings.filter(([, plain]) => wordsOf(plain).length > 10)).toEqual([]);
});
it('adds no count, side or order', () => {
  const added = /\b(?:two|three|four|five|left|right|both|should|must|call)\b/i;
  expect(meanings.filter(([, plain]) => added.test(plain))).toEqual([]);
});
it('reads at grade 6 or below', () => {
  expect(fleschKincaidGrade(meanings.map(([, plain]) => `It says: ${plain}.`)) ?? 0).toBeLessThanOrEqual(6);
});
