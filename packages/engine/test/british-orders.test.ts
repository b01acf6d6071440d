/** Orders as British reports write them: "…, for MRI", "in 24/24". */
import { describe, expect, it } from 'vitest';
import { impression } from './support/impression.ts';

const steps = (text: string): readonly string[] => impression(text).nextSteps.map((step) => step.text);

describe('what a thing found is for', () => {
  it.each([
    ['Indeterminate liver lesions, for MRI.', ['The report asks for an MRI scan.']],
    ['Thyroid nodule - for FNA.', ['The report asks for a thin-needle sample.']],
    ['Pancreatic cyst, for EUS.', ['The report asks for an ultrasound through a scope.']],
    ['Breast mass, for biopsy.', ['The report asks for a tissue sample (biopsy).']],
  ])('%s', (text, expected) => expect(steps(text)).toEqual(expected));

  it.each([
    ['what it was done for', 'Breast mass, for which biopsy was done.'],
    ['someone who is sent', 'Patient prepared for MRI.'],
  ])('not %s', (_, text) => expect(steps(text)).toEqual([]));
});

describe('hours over 24', () => {
  it.each([
    ['Repeat CT head in 24/24.', 'in 24 hours'],
    ['Rpt CXR in 6/24.', 'in 6 hours'],
  ])('%s', (text, time) => {
    const explained = impression(text);
    expect(explained.nextSteps[0]?.text).toContain(time);
    expect(explained.items[0]?.plain[0]?.text).toContain(time);
  });
  it('are no time outside advice', () => expect(steps('Respiratory rate 20/24.')).toEqual([]));
});

describe('two orders in one sentence', () => {
  const TEAM = 'that a team of specialists talks about your case.';
  it.each([
    ['Suggest surgical opinion and MDT discussion.', ['a visit with a surgeon.', TEAM]],
    ['Suggest discussion at the MDT and a surgical opinion.', [TEAM, 'a visit with a surgeon.']],
    ['Discuss at MDT and refer to urology.', [TEAM, 'a visit with a urinary doctor.']],
    ['Urology referral and refer to cardiology.', ['a visit with a urinary doctor.', 'a visit with a heart doctor.']],
    ['Refer to urology and discuss at MDT.', ['a visit with a urinary doctor.', TEAM]],
    ['Repeat CT in 3 months and refer to urology.', ['another CT scan in 3 months.', 'a visit with a urinary doctor.']],
  ])('%s', (text, ends) => {
    const told = steps(text);
    expect(told).toHaveLength(ends.length);
    for (const [i, end] of ends.entries()) expect(told[i]).toContain(end);
  });
});
