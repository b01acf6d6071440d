/** Where a report does not say how far a state, a denial or a verb reaches, no sentence says more than it does. */
import { describe, expect, it } from 'vitest';
import { foundIn, impression, toldOf } from './support/impression.ts';

const steps = (text: string): string =>
  impression(text)
    .nextSteps.map((step) => step.text)
    .join(' ');

describe('a state before a list that has no end of its own', () => {
  it.each([
    ['Enlarged uterus, ovaries, and tubes normal.', 'are enlarged'],
    ['Absent gallbladder, liver, spleen, and pancreas normal.', 'are missing'],
    ['Occluded right ICA, left ICA, and basilar artery patent.', 'are blocked'],
    ['Enlarged uterus and enlarged ovaries not seen.', 'is enlarged'],
    ['Normal appendix and thickened terminal ileum cannot be differentiated.', 'is normal'],
    ['Enlarged liver, spleen and kidneys ruled out.', 'There is a large liver.'],
    ['Enlarged liver, spleen and normal kidneys.', 'Your spleen and'],
  ])('is not cut: %s', (text, said) => expect(toldOf(text)).not.toContain(said));

  it.each([
    ['Absent gallbladder, liver and spleen normal.', 'Your gallbladder is missing. Your liver and spleen are normal.'],
    [
      'Normal uterus and right ovary, left ovary enlarged.',
      'Your womb and right ovary are normal. Your left ovary is enlarged.',
    ],
    ['Clear lungs and normal heart.', 'Your lungs are clear. Your heart is normal.'],
  ])('is cut where the list ends: %s', (text, told) => expect(toldOf(text)).toBe(told));
});

describe('the headline of organs with a state each', () => {
  it('keeps the state that is not normal', () =>
    expect(impression('Normal right ovary and enlarged left ovary.').headline.text).toContain('is enlarged'));
});

describe('a word for how a thing looks', () => {
  it.each([
    ['Pneumonia pattern.', 'There is lung infection.'],
    ['Abscess appearance not typical.', 'A pocket of pus is not usual.'],
  ])('stays: %s', (text, said) => expect(toldOf(text)).not.toBe(said));
});

describe('a degree behind the last of a list', () => {
  it('is its own', () => expect(toldOf('Mild MR and TR, severe.')).not.toContain('mildly leaky tricuspid'));
  it('leaves a list without one alone', () =>
    expect(toldOf('Mild MR and TR, moderate AS.')).toContain('mildly leaky tricuspid'));
});

describe('what has resolved', () => {
  it.each([
    ['Effusion, pneumonia have resolved.', ['effusion:absent', 'pneumonia:absent']],
    ['Effusion, pneumonia has resolved.', ['effusion:present', 'pneumonia:absent']],
    ['Mass, effusions have resolved.', ['mass:present', 'effusion:absent']],
  ])('%s', (text, found) => expect(foundIn(text)).toEqual(found));
});

describe('advice beside a denial', () => {
  it.each([
    ['No improvement in the mass which requires biopsy.', 'biopsy'],
    ['No internal flow in the lesion that requires MRI.', 'MRI'],
    ['No calcification within the nodule which warrants follow-up CT in 3 months.', 'CT'],
    ['No fracture to suggest abuse, skeletal survey recommended.', 'X-ray'],
    ['Discussed by MDT, refer to urology.', 'urinary'],
    ['Case discussed by the tumour board, surgical referral recommended.', 'surgeon'],
    ['Recommendation is unchanged: CT in 3 months.', 'CT scan in 3 months'],
    ['Biopsy (after MRI) recommended.', 'MRI'],
  ])('is asked for: %s', (text, step) => expect(steps(text)).toContain(step));

  it.each([
    ['No lesion in the liver that requires biopsy.'],
    ['No nodule which requires biopsy, MRI or CT.'],
    ['Discussed by MDT.'],
    ['There is no mass that warrants MRI.'],
  ])('is not asked for: %s', (text) => expect(steps(text)).toBe(''));
});

describe('a discrepancy', () => {
  it.each([
    ['Major discrepancy called to Dr. Rowan at 3 pm.', 'urgent'],
    ['No significant discrepancy with the first report, discussed with Dr. Rowan.', 'routine'],
    ['There is no change in interpretation, called to Dr. Rowan.', 'routine'],
  ])('%s', (text, tier) => expect(impression(text).urgency.tier).toBe(tier));
});

describe('who was updated', () => {
  it.each([
    ['Effusion. Dr. Rowan was updated on the findings.', 1],
    ['Effusion. Last updated on 3 May.', 0],
  ])('%s', (text, calls) => expect(impression(text).communications).toHaveLength(calls));
});
