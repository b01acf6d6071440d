/** A step that is denied for some by their numbers is told with the numbers: it is asked for another one. */
import { expect, it } from 'vitest';
import { TOLD, toldIn } from './support/english.ts';
import { impression } from './support/impression.ts';

const REPORT = 'Sample of nodule 1 with a fine needle is advised. No FNA needed for nodules 2 and 4.';

it.each([
  [REPORT, /small lumps 2 and 4/],
  ['Biopsy of lesion 1. No follow-up required for lesion 3.', /3\.$/],
])('%s', (text, told) => {
  const denied = impression(text).nextSteps.filter(({ text: step }) => /\b[Nn]o\b/.test(step));
  expect(denied).toHaveLength(1);
  expect(denied[0]?.text).toMatch(told);
});

it('one that has no number is told by its name', () => {
  const [step] = impression('No follow-up is needed for the renal cyst.').nextSteps;
  expect(step?.text).toContain('the fluid-filled sac in the kidney');
});

it.each(TOLD)('in %s the report’s own words stand', (language) => {
  const { nextSteps } = toldIn(language).explain({ kind: 'text', text: `IMPRESSION: ${REPORT}` });
  expect(nextSteps.some(({ text }) => text.includes('nodules 2 and 4'))).toBe(true);
});

it.each([
  ['No follow-up needed for 3 years.', 0],
  ['No imaging is required for 6-12 months.', 0],
  ['No follow-up is needed for the 4 mm renal cyst.', 1],
  ['No follow-up CT in 12 months is required.', 1],
])('a time that it is put off for is no thing that it is not needed for: %s', (text, steps) => {
  expect(impression(text).nextSteps).toHaveLength(steps);
});
