/** Sentences of our own stand beside the words of a report: they may not add a side or a count to them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { ShippedWords } from '../src/index.ts';

const words: ShippedWords = JSON.parse(readFileSync(new URL('../dist/en.words.json', import.meta.url), 'utf8'));
const CLAIMS = /\b(?:left|right(?! away)|both|two|three|\d+)\b/i;

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];

it('sentences of our own hold no side and no number', () => {
  // examSide, regionSide and neededForSide are the sentences of a side: which of the two is used is read from the title, the advice, or the finding
  const { emergencyNumbers: _numbers, examSide, regionSide, stepWhat, ...templates } = words.documents.templates;
  const { neededForSide, ...what } = stepWhat;
  expect(texts([templates, what]).filter((text) => CLAIMS.test(text))).toEqual([]);
  for (const sided of [examSide, regionSide, neededForSide])
    expect(Object.entries(sided).map(([side, text]) => text.toLowerCase().includes(side))).not.toContain(false);
});
it('sentences of our own promise nothing and alarm nobody', () => {
  const banned =
    /\b(?:nothing to worry|you are fine|don't worry|do not worry|can wait|fatal|deadly|survival|guarantee)\b/i;
  expect(texts(words.documents.templates).filter((text) => banned.test(text))).toEqual([]);
});
