/** What readers who tried to break the explanations found about advice: refused, decided by others, on a condition, in few words. */
import { describe, expect, it } from 'vitest';
import { english, toldIn } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const steps = (text: string, title = 'CT CHEST') =>
  explained(`${title}\nIMPRESSION: ${text}`).nextSteps.map((step) => step.text);
const told = (text: string) => {
  const { urgency, items } = explained(text);
  return { tier: urgency.tier, items: items.map(({ plain }) => plain.map((sentence) => sentence.text).join(' ')) };
};

describe('a bare "no" is advice against', () => {
  const report = (text: string) =>
    explained(`US THYROID\nFINDINGS: Nodule.\n${text}`).nextSteps.map((step) => step.text);
  it.each([
    [
      'RECOMMENDATIONS:\n1. Ultrasound in 6 months.\n2. No FNA.',
      ['The report asks for an ultrasound in 6 months.', 'The report does not advise a thin-needle sample.'],
    ],
    ['RECOMMENDATION: No biopsy.', ['The report does not advise a tissue sample.']],
    ['IMPRESSION: Stable nodule. Recommendation: no MRI.', ['The report does not advise an MRI scan.']],
    [
      'IMPRESSION: NO BIOPSY. F/U 3/12.',
      ['The report does not advise a tissue sample.', 'The report asks for a follow-up check in 3 months.'],
    ],
    ['RECOMMENDATION: No biopsy was performed.', []],
    ['RECOMMENDATION: No contrast MRI in 3 months.', ['The report asks for an MRI scan in 3 months.']],
    ['FINDINGS: No biopsy.', []],
  ])('%s', (text, expected) => {
    expect(report(text)).toEqual(expected);
  });

  it.each([
    ['No biopsy unless the nodule grows.', 'The report does not advise a tissue sample, unless the small lump grows.'],
    ['No MRI unless symptoms return.', 'The report does not advise an MRI scan, unless symptoms return.'],
    ['Would not biopsy.', 'The report does not advise a tissue sample.'],
    ['No biopsy at this stage.', 'The report does not advise a tissue sample.'],
    ['Not for biopsy.', 'The report does not advise a tissue sample.'],
    ['Not for follow up.', 'The report says no further step is needed for this.'],
    ['No role for further imaging.', 'The report says no further scan is needed for this.'],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });

  it.each([
    'No urgent referral necessary.',
    'No surgical referral.',
    'No urgent biopsy needed.',
    'I would not perform MRI without a plain film.',
    'Biopsy would be technically difficult.',
  ])('is no step: %s', (text) => {
    expect(steps(text)).toEqual([]);
  });

  it('refuses what is set behind the last comma', () => {
    const refused = 'The report does not advise a tissue sample.';
    expect(steps('Follow-up with MRI, no biopsy.')).toEqual(['The report asks for an MRI scan.', refused]);
    expect(steps('Plan: no biopsy.')).toEqual([refused]);
  });

  it('refuses what stands in its list, and nothing behind "only"', () => {
    expect(steps('Does not require biopsy, only ultrasound in 1 year.')).toEqual([
      'The report does not advise a tissue sample.',
      'The report asks for an ultrasound in 1 year.',
    ]);
    expect(steps('Neither CT nor MRI is needed.')).toEqual([
      'The report does not advise a CT scan.',
      'The report does not advise an MRI scan.',
    ]);
  });

  it.each([
    ['es', '«unless the nodule grows»'],
    ['zh', '“unless the nodule grows”'],
  ] as const)('never takes "unless" for "if" in %s', (language, quoted) => {
    const text = 'CT CHEST\nIMPRESSION: No biopsy unless the nodule grows.';
    const [step] = toldIn(language).explain({ kind: 'text', text }).nextSteps;
    expect(step?.text).toContain(quoted);
  });

  it('refuses each thing by its name, and the rest together', () => {
    expect(steps('TR2; no FNA or follow-up.')).toEqual([
      'The report does not advise a thin-needle sample.',
      'The report says no further step is needed for this.',
    ]);
  });
});

describe('what is set against the thing asked for', () => {
  it.each([
    ['Recommend follow-up MRI and not biopsy.', 'The report asks for an MRI scan.'],
    ['Advise MRI not CT for follow up.', 'The report asks for an MRI scan.'],
    ['MRI (not CT) is recommended.', 'The report asks for an MRI scan.'],
    ['Ultrasound not possible, MRI recommended.', 'The report asks for an MRI scan.'],
    [
      'Follow-up should be in 6 months, not 3 months as stated before.',
      'The report asks for a follow-up check in 6 months.',
    ],
  ])('%s', (text, step) => {
    expect(steps(text)).toEqual([step]);
  });
});

describe('what somebody else is to decide is no step', () => {
  it.each([
    'Any decision to biopsy should be based on clinical findings.',
    'The decision to biopsy must be made on clinical grounds.',
    'Biopsy should be guided by clinical examination.',
    'Biopsy should be based on clinical assessment.',
    'Decisions regarding surgery rest with the treating team.',
  ])('%s', (text) => {
    expect(steps(text, 'MAMMOGRAM')).toEqual([]);
    expect(told(`MAMMOGRAM\nIMPRESSION: BI-RADS 1. ${text}`).tier).not.toBe('urgent');
  });
  it('leaves what is asked for beside it', () => {
    expect(steps('Recommend follow-up MRI, timing of which should be based on risk.')).toEqual([
      'The report asks for an MRI scan.',
    ]);
    expect(steps('MRI is recommended, and the decision to biopsy should be based on it.')).toEqual([
      'The report asks for an MRI scan.',
    ]);
  });
});

describe('a condition belongs to the step behind it', () => {
  it.each([
    [
      'If stable at 6 months, annual MRI thereafter.',
      ['The report asks for an MRI scan every year, if stable at 6 months.'],
    ],
    [
      'Rpt MRI in 6/12, if stable then 1 yr.',
      ['The report asks for another MRI scan in 6 months.', 'The report asks for an MRI scan in 1 year, if stable.'],
    ],
    [
      'MRI in 3 months, and if no growth then annually.',
      ['The report asks for an MRI scan in 3 months.', 'The report asks for an MRI scan every year, if no growth.'],
    ],
    ['If stable then MRI in 1 year.', ['The report asks for an MRI scan in 1 year, if stable.']],
    [
      'MRI if symptoms persist after 4 weeks of rest.',
      ['The report asks for an MRI scan, if your symptoms go on after 4 weeks of rest.'],
    ],
  ])('%s', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it('is turned round by "otherwise"', () => {
    const text = 'If benign on biopsy, no follow-up; otherwise surgical referral.';
    expect(steps(text)).toEqual([
      'The report says no further step is needed for this, if non-cancerous on a tissue sample.',
      'The report asks for a visit with a surgeon, if that is not so.',
    ]);
    expect(told(`IMPRESSION: ${text}`).items.join(' ')).toContain('If not, the report advises a visit with a surgeon.');
    expect(steps('Otherwise no further imaging needed.').join()).not.toContain('if not');
  });

  it.each([
    'Consider PET/CT for nodules 10 mm or larger; not applicable here.',
    'MRI only if the lesion grows; not needed at present.',
  ])('is taken back: %s', (text) => {
    expect(steps(text)).toEqual([]);
  });
  it('is not taken back by halves', () => {
    expect(steps('MRI is recommended; not required if symptoms settle.')[0]).toBe('The report asks for an MRI scan.');
  });
});

describe('the test that is meant', () => {
  const of = (report: string) => explained(report).nextSteps.map((step) => step.text);
  it.each([
    ['Heart views limited by fetal position. Repeat in 1 week.', 'The report asks for another ultrasound in 1 week.'],
    [
      'OBSTETRIC ULTRASOUND\nIMPRESSION: Rescan at 34/40.',
      'The report asks for an ultrasound at 34 weeks of pregnancy.',
    ],
    [
      'OBSTETRIC ULTRASOUND\nIMPRESSION: Repeat scan to complete the spine views.',
      'The report asks for another ultrasound.',
    ],
    ['MAMMOGRAM\nIMPRESSION: Recall for additional views.', 'The report asks for more mammogram views.'],
    [
      'CHEST X-RAY\nHISTORY: Pregnancy.\nIMPRESSION: Repeat in 2 weeks.',
      'The report asks for another X-ray in 2 weeks.',
    ],
    ['MRI PROSTATE\nIMPRESSION: MRI-TRUS fusion biopsy is advised.', 'The report asks for a tissue sample (biopsy).'],
    ['MRI PROSTATE\nIMPRESSION: TRUS bx adv.', 'The report asks for a tissue sample (biopsy).'],
    [
      'CT ABDOMEN\nIMPRESSION: Further evaluation with renal protocol MRI is advised.',
      'The report asks for an MRI scan of the kidney.',
    ],
    ['MAMMOGRAM\nIMPRESSION: BI-RADS 1. Return to routine screening.', 'The report asks for a mammogram.'],
  ])('%s', (report, step) => {
    expect(of(report)).toEqual([step]);
  });
  it('is asked for where it was not done lately', () => {
    expect(steps('Consider colonoscopy if not recently performed.')).toEqual([
      'Your doctor may think about a camera check of the large bowel, if not done lately.',
    ]);
  });
});

describe('short orders', () => {
  it.each([
    ['Gallbladder polyp 7 mm, USS 1 yr', 'The report asks for an ultrasound in 1 year.'],
    ['Referral to MDT recommended.', 'The report asks that a team of specialists talks about your case.'],
    [
      'Referral to the breast MDT recommended.',
      'The report asks that a team of specialists (breast) talks about your case.',
    ],
    ['For MDT discussion.', 'The report asks that a team of specialists talks about your case.'],
    ['GTT advised.', 'The report asks for a lab test.'],
    ['VAE advised.', 'The report asks for a procedure.'],
    ['CA125 if clinically concerned.', 'The report asks for a lab test, if medically concerned.'],
    ['Review in 3/12.', 'The report asks for a follow-up check in 3 months.'],
    ['CT every 3 to 6 months.', 'The report asks for a CT scan every 3 to 6 months.'],
  ])('%s', (text, step) => {
    expect(steps(text, 'ULTRASOUND ABDOMEN')).toEqual([step]);
  });
});

describe('what was found before the advice is told as found', () => {
  it.each([
    ['ETT tip at the carina; pull back 3 cm.', 'The tip of a breathing tube'],
    ['Gallbladder polyp 7 mm, USS in 1 year.', 'There is a 7 mm growth in the gallbladder.'],
  ])('%s', (text, opening) => {
    expect(told(`IMPRESSION: ${text}`).items.join(' ').startsWith(opening)).toBe(true);
  });
});

describe('what is refused is told so', () => {
  it.each([
    ['Do not biopsy.', 'The report does not advise a tissue sample.'],
    ['I would not biopsy.', 'The report does not advise a tissue sample.'],
    ['Not for follow up.', 'The report does not advise a follow-up check.'],
    ['No indication for biopsy.', 'The report does not advise a tissue sample.'],
    ['No role for further imaging.', 'The report does not advise more pictures.'],
  ])('%s', (text, sentence) => {
    expect(told(`IMPRESSION: ${text}`).items).toEqual([sentence]);
  });
});

describe('a test that is named by its protocol, or behind what advises it', () => {
  it.each([
    ['Renal mass protocol CT recommended.', 'A special kidney CT scan is advised.'],
    ['Recommend adrenal protocol CT.', 'The report advises a special adrenal gland CT scan.'],
    ['Pancreas protocol MRI in 6 months.', 'The report advises a special pancreas MRI scan in 6 months.'],
    ['Advised anomaly scan at 18-20 weeks.', 'The report advises a check of how the baby is formed at 18-20 weeks.'],
  ])('%s', (text, sentence) => {
    expect(told(`IMPRESSION: ${text}`).items).toEqual([sentence]);
  });
});
