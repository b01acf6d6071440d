/** Which examination it was: modality, regions, contrast and dates of own report heads. */
import { expect, it } from 'vitest';
import { casesOf } from './support/cases.ts';
import { english } from './support/english.ts';

const [cases = []] = [...casesOf(new URL('./cases/study.txt', import.meta.url)).values()];

it.each(cases)('$text', ({ text, answer }) => {
  const { modality, regions, contrast, date, comparisonDates } = english().read({ kind: 'text', text }).study;
  const told = [modality ?? '', regions.join(' '), contrast ?? '', date ?? '', comparisonDates.join(' ')].join(' | ');
  expect(told.replace(/[ |]+$/, '')).toBe(answer);
});
