/** Orders that stand alone, with their time or their choice, and what looks like one. */
import { describe, expect, it } from 'vitest';
import { impression } from './support/impression.ts';

const steps = (text: string): readonly string[] => impression(text).nextSteps.map((step) => step.text);

describe('a clinic and its time are a visit', () => {
  it.each([
    ['Urgent urology 2WW', 'a visit with a urinary doctor within 2 weeks.'],
    ['Solid renal mass: urology 2WW.', 'a visit with a urinary doctor within 2 weeks.'],
    ['No displaced fracture. Fracture clinic 2/52.', 'a visit with the clinic for broken bones in 2 weeks.'],
    ['Urgent ENT review within the next few days.', 'a visit with an ear, nose and throat doctor urgently.'],
    ['Transfer to the regional stroke unit immediately.', 'a visit with a stroke team right away.'],
    ['Urology referral for nephrostomy today.', 'a visit with a urinary doctor right away.'],
  ])('%s', (text, told) => expect(steps(text)[0]).toContain(told));

  it.each([
    ['Abnormal CT, MRI advised.', 'MRI'],
    ['Negative mammogram, MRI in 6 months.', 'MRI'],
    ['Unremarkable scan, repeat in 12 months.', 'in 12 months'],
  ])('of what was done only the next is a step: %s', (text, told) => {
    expect(steps(text)).toEqual([expect.stringContaining(told)]);
  });

  it.each(['Unremarkable MRI of the left shoulder except for edema.', 'Unremarkable PET except in the neck.'])(
    'not %s',
    (text) => expect(steps(text)).toEqual([]),
  );

  it.each(['Seen in fracture clinic 2/52 ago.', 'Known sarcoid, under regular review in the lung clinic.'])(
    'not %s',
    (text) => expect(steps(text)).toEqual([]),
  );
});

describe('a sample or a test alone', () => {
  it.each([
    ['Targeted biopsy.', 'a tissue sample (biopsy).'],
    ['Solid nodule 19 mm, FNA.', 'a thin-needle sample.'],
    ['Suspicious nodule for US-guided FNA.', 'a thin-needle sample.'],
    ['Bile duct stone - ERCP', 'a camera check of the bile ducts.'],
    ['CEUS or MRI for the indeterminate lesion.', 'an ultrasound or an MRI scan.'],
    ['Annual WBMRI', 'an MRI scan of the whole body every year.'],
    ['MRI correlation.', 'an MRI scan.'],
  ])('%s', (text, told) => expect(steps(text)[0]).toContain(told));

  it('FNA or core biopsy are both told', () => expect(steps('FNA or core biopsy of the mass.')).toHaveLength(2));

  it.each([
    'Patient presented with a neck lump for biopsy.',
    'Good CT/MRI correlation.',
    'Follow the Fleischner criteria.',
    'Adenoma on CT correlation is not possible.',
  ])('not %s', (text) => expect(steps(text)).toEqual([]));
});

describe('times and choices', () => {
  it.each([
    ['Chest X-ray at 2 and 6 hours is advised.', ['The report asks for an X-ray of the chest in 2 and 6 hours.']],
    ['Repeat MRI in two or three months.', ['The report asks for another MRI scan in 2 to 3 months.']],
    [
      'CT or MRI at 3 months, then yearly.',
      [
        'The report asks for a CT scan or an MRI scan in 3 months.',
        'The report asks for a CT scan or an MRI scan every year.',
      ],
    ],
    ['Growth scans every 3 weeks from 26 weeks.', ['The report asks for an ultrasound every 3 weeks.']],
    ['Uterine artery Doppler at 23 weeks.', ['The report asks for an ultrasound at 23 weeks of pregnancy.']],
    ['Repeat transvaginal scan in 12 weeks.', ['The report asks for another ultrasound in 12 weeks.']],
    ['TI-RADS 3 nodule, rescan in 1 year.', ['The report asks for an ultrasound in 1 year.']],
    [
      'Follow-up in the region of 4 to 5 months is advised.',
      ['The report asks for a follow-up check in 4 to 5 months.'],
    ],
  ])('%s', (text, expected) => expect(steps(text)).toEqual(expected));

  it('of a test that is said to be weak only the other is asked for', () =>
    expect(steps('CT is insensitive for this: MRI is advised.')).toEqual(['The report asks for an MRI scan.']));

  it('a head of an organ is no second part', () =>
    expect(steps('Recommend biopsy of the pancreatic head mass.')[0]).toContain('of the pancreas.'));

  it.each([
    ['Simple cyst, nothing further.', 'The report says no further step is needed for the simple fluid-filled sac.'],
    ['Bone island, no action.', 'The report says no further step is needed'],
  ])('%s', (text, told) => expect(steps(text)[0]).toContain(told));

  it('not where more is said', () => expect(steps('Simple cyst, nothing further seen.')).toEqual([]));
});
