/** What an adversarial reader found wrong in terse reports and capitals: sides as letters, adjectives behind their place, what is already arranged, whom a headline speaks of. */
import { describe, expect, test } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const of = (impression: string) => explained(`CT\nIMPRESSION: ${impression}`);
const told = (impression: string): string =>
  of(impression)
    .items.flatMap(({ plain }) => plain.map(({ text }) => text))
    .join(' ');

describe('a letter is a side', () => {
  test.each([
    ['LT URETERIC CALCULUS 4 MM.', 'left'],
    ['RT PLEURAL EFFUSION.', 'right'],
    ['RT. RENAL CYST 2 CM.', 'right'],
    ['L MCA INFARCT.', 'left'],
    ['(R) hip fracture.', 'right'],
    ['Hip fracture (L).', 'left'],
    ['Scarring L base.', 'left'],
  ])('%s', (text, side) => {
    expect(told(text)).toContain(side);
    expect(told(text)).not.toMatch(/\b(?:lt|rt)\b|\((?:L|R)\)/i);
  });
  test.each([
    'Effusions, R > L.',
    'Effusions, R>L.',
    'Effusions, RT > LT.',
    'Effusions, L < R.',
    'Effusions, right > left.',
    'Effusions, R greater than L.',
  ])('more on one side: %s', (text) => {
    expect(told(text)).toContain('more on the right than on the left');
  });
  test.each([
    'Post RT changes in the left lung.',
    'RT pneumonitis in the left upper lobe.',
    'S/P RT of the left breast.',
    'Type L aneurysm of the left renal artery.',
    'R/O pneumonia in the left lung.',
    'Seen in the PM&R spine clinic.',
    'SL and LT ligaments of the left wrist are intact.',
  ])('not where it is something else: %s', (text) => {
    expect(told(text)).not.toMatch(/right|left (?:lig|and)/);
  });
});

describe('what describes a finding stands before its place', () => {
  test.each([
    ['Left upper lobe spiculated nodule.', 'There is a spiky small spot in the upper part of the left lung.'],
    ['Right lower lobe patchy opacity.', 'There is a patchy cloudy area in the lower part of the right lung.'],
    [
      'No right upper lobe suspicious nodule.',
      'There is no suspicious small spot in the upper part of the right lung.',
    ],
    ['Left kidney 2 cm simple cyst.', 'There is a 2 cm simple fluid-filled sac in the left kidney.'],
  ])('%s', (text, sentence) => {
    expect(told(text)).toBe(sentence);
  });
  test('what the place itself may be stays with it', () => {
    expect(told('Liver enlarged, gallstones.')).not.toContain('enlarged gallstone');
    expect(told('In both lungs smooth septal thickening.')).not.toMatch(/^In smooth/);
  });
});

test.each([
  ['Enlarged left adrenal gland, 18 mm.', 'Your left adrenal gland is enlarged, 18 mm.'],
  ['Abnormal right level II cervical lymph node.', 'The right lymph node in your neck (level II) is not normal.'],
  ['No cause for the pain seen.', 'No cause for the pain was seen.'],
  ['No findings to suggest appendicitis.', 'There are no findings to suggest an inflamed appendix.'],
  ['Cyst too small to measure.', 'There is a fluid-filled sac too small to measure.'],
])('a sentence has its verb: %s', (text, sentence) => {
  expect(told(text)).toBe(sentence);
});

describe('what was done or arranged is not asked for', () => {
  test.each([
    'Urgent surgical referral made.',
    'Referral made.',
    'Histology to follow.',
    'Cytology results are awaited.',
    'Biopsy: benign.',
    'Bone age is advanced by 2 years.',
    'Bone age is delayed by 18 months.',
  ])('%s', (text) => {
    expect(of(text).nextSteps).toEqual([]);
    expect(told(text)).not.toContain('report advises');
  });
});

describe('the laboratory is no finding', () => {
  test.each(['Pathology: benign and concordant.', 'Final pathology is awaited.', 'Correlate with pathology.'])(
    '%s',
    (text) => {
      expect(told(text)).not.toContain('abnormal finding');
      expect(of(text).reading.findings).toEqual([]);
    },
  );
  test('but what it found is', () => {
    const { urgency, headline } = of('Pathology demonstrates invasive ductal carcinoma.');
    expect(urgency.tier).toBe('urgent');
    expect(headline.text).toContain('breast cancer');
  });
  test.each(['No pathology was detected in the liver.', 'No significant pathology is seen.'])('%s', (text) => {
    expect(told(text)).toContain('abnormal finding');
  });
});

describe('how old a pregnancy is, is no time from now', () => {
  test.each([
    ['Suggest NT scan at 11-13 weeks 6 days.', '11-13 weeks of pregnancy'],
    ['NT scan advised at 12 weeks.', '12 weeks of pregnancy'],
    ['Nuchal translucency scan between 11 and 13+6 weeks is advised.', 'an ultrasound'],
  ])('%s', (text, step) => {
    const { reading, nextSteps } = of(text);
    expect(reading.recommendations).toMatchObject([{ modality: 'US', interval: null }]);
    expect(nextSteps[0]?.text).toContain(step);
  });
});

describe('clots, gas and joints', () => {
  test('several branches at once are an emergency', () => {
    const { urgency, reading } = of('Acute right lower lobe segmental and subsegmental pulmonary emboli.');
    expect(urgency.tier).toBe('emergency');
    expect(reading.findings).toMatchObject([{ concept: 'pulmonary-embolism' }]);
    expect(told('Acute right lower lobe segmental and subsegmental pulmonary emboli.')).toBe(
      'There are recent blood clots in the lower part of the right lung.',
    );
  });
  test.each([
    ['Subcutaneous gas related to recent surgery.', 'routine'],
    ['Soft tissue gas, expected postoperatively.', 'routine'],
    ['Soft tissue gas, postoperative versus infection.', 'emergency'],
    ['Soft tissue gas concerning for necrotizing fasciitis.', 'emergency'],
  ])('%s', (text, tier) => {
    expect(of(text).urgency.tier).toBe(tier);
  });
  test('a joint that was put back is no longer out', () => {
    expect(of('Interval reduction of the shoulder dislocation.').headline.text).toContain('put back in its joint');
    for (const text of ['Failed reduction of the shoulder dislocation.', 'No successful reduction of the dislocation.'])
      expect(of(text).urgency.tier, text).toBe('emergency');
  });
});

describe('a headline names what the step is asked for', () => {
  test.each([
    [
      'CAROTID DUPLEX\nIMPRESSION:\n1. 80-99% stenosis of the left internal carotid artery.\n2. Antegrade vertebral flow.\n3. Vascular surgery review is recommended.',
      'Next step needed: narrowing of the main artery to the brain.',
    ],
    [
      'MAMMOGRAM\nIMPRESSION:\n1. No mammographic evidence of malignancy.\n2. Annual screening mammogram is recommended.',
      'Main point: no cancer seen.',
    ],
  ])('%s', (text, headline) => {
    expect(explained(text).headline.text).toBe(headline);
  });
  test('not for a part of the body that this exam did not show', () => {
    const { headline } = explained(
      'CT ABDOMEN\nIMPRESSION:\n1. Stable simple renal cyst.\n2. Thyroid ultrasound is recommended.',
    );
    expect(headline.text).not.toContain('kidney');
  });
});

test.each([
  ['ENT and dental review.', 'an ear, nose and throat doctor and a dentist'],
  ['Refer to urology or oncology.', 'a urinary doctor or a cancer doctor'],
  ['Urgent neurosurgical and oncology opinion.', 'a brain and spine surgeon and a cancer doctor'],
])('several doctors in one line: %s', (text, who) => {
  expect(told(text)).toContain(who);
  expect(of(text).nextSteps[0]?.text).toContain(who);
});

test.each([
  ['No sonographic correlate for the palpable lump.', 'no matching finding on ultrasound'],
  ['No CT correlate for the uptake.', 'no matching finding on CT'],
  ['Diagnostic mammogram with spot compression views is recommended.', 'close-up mammogram views'],
])('%s', (text, words) => {
  expect(told(text)).toContain(words);
});

test('a measure without its value leaves no gap in the request', () => {
  const { sections } = explained('HISTORY: Prostate cancer, rising PSA.\nIMPRESSION: No metastases.');
  const plain = sections.flatMap(({ statements }) => statements.flatMap((one) => one.plain.map(({ text }) => text)));
  expect(plain.join(' ')).not.toMatch(/[{}]/);
});

test('a level of the spine is none of what lies elsewhere', () => {
  const { normal } = explained(
    'MRI LUMBAR SPINE\nFINDINGS: L5-S1: No disc bulge. The kidneys are normal.\nIMPRESSION: Normal.',
  );
  expect(normal.map(({ text }) => text).join(' ')).toContain('The report says: Your kidneys are normal.');
});

test.each([
  [
    'Consolidation ?infection ?tumour.',
    'There is a filled-in area of the lung, a possible infection, a possible growth.',
  ],
  ['?pneumonia.', 'There is possible lung infection.'],
  [
    'Less than 50% stenosis of the left ICA.',
    'There is less than a 50% narrowing of the left main artery to the brain.',
  ],
  ['Dilated CBD, stone not excluded.', 'Your main bile duct is widened. A stone is not excluded.'],
])('%s', (text, sentence) => {
  expect(told(text)).toBe(sentence);
});

test.each(['Opacity (infection? tumor?).', 'Opacity, infection? tumor?'])(
  'a mark behind asks of what stands before it: %s',
  (text) => {
    expect(told(text)).not.toContain('possible growth');
    expect(told(text)).toContain('infection?');
  },
);

describe('what has a size or stayed the same is there', () => {
  test.each([
    'Stable nodule, infection or malignancy not excluded.',
    '6 mm nodule, infection or malignancy cannot be excluded.',
  ])('%s', (text) => {
    const presence = of(text).reading.findings.map(({ concept, assertion }) => [concept, assertion.presence]);
    expect(presence).toEqual([
      ['nodule', 'present'],
      ['infection', 'possible'],
      ['malignancy', 'possible'],
    ]);
  });
  test.each(['Abscess, tumor or infection not excluded.', 'New infarct, hemorrhage or mass cannot be excluded.'])(
    '%s',
    (text) => {
      expect(of(text).reading.findings.map(({ assertion }) => assertion.presence)).toEqual(Array(3).fill('possible'));
    },
  );
});

test('a question behind a denial is none of it', () => {
  expect(of('No fracture ?sprain.').reading.findings).toMatchObject([
    { concept: 'fracture', assertion: { presence: 'absent' } },
    { concept: 'sprain', assertion: { presence: 'possible' } },
  ]);
});

test.each([
  ['Interval growth of the nodule.', 'The small lump has grown since the last exam.'],
  [
    'Slight interval increase in the left pleural effusion.',
    'The fluid around the left lung has slightly increased since the last exam.',
  ],
  ['Near complete resolution of pneumonia.', 'Lung infection has almost completely cleared.'],
  ['Interval removal of the chest tube.', 'The drain tube in the chest was removed since the last exam.'],
  [
    'Interval development of a small pericardial effusion.',
    'A small amount of fluid around the heart is new since the last exam.',
  ],
  ['No interval growth of the nodule.', 'There is no growth since the last exam of the small lump.'],
])('a change is said of what has changed: %s', (text, sentence) => {
  expect(told(text)).toBe(sentence);
});

test.each([
  ['Fibroid embolization with complete infarction.', 'routine'],
  ['Broken sternal wire.', 'soon'],
  ['Silicone implant rupture, intracapsular.', 'soon'],
])('%s', (text, tier) => {
  expect(of(text).urgency.tier).toBe(tier);
});

test('none that is obvious is none in the words of its sentence', () => {
  expect(of('No obvious fracture.').headline.text).toBe('Main point: There is no clear broken bone.');
});

test('a label that names its side is said before what is fine there', () => {
  const { normal } = explained(
    'USG ABDOMEN\nFINDINGS:\nRT KIDNEY: 5 MM CALCULUS. NO HYDRONEPHROSIS.\nLT KIDNEY: MILD HYDRONEPHROSIS.\nIMPRESSION: LT HYDRONEPHROSIS.',
  );
  expect(normal.map(({ text }) => text)).toEqual([
    'The report says: Right kidney: there is no urine build-up in the kidney.',
  ]);
});

test('a grade keeps its numeral in capitals', () => {
  expect(told('GRADE I PROSTATOMEGALY.')).toContain('grade I ');
});

test('points of time joined by a plus are no age of a pregnancy', () => {
  expect(of('Follow-up CT at 3 + 6 months.').reading.recommendations).toMatchObject([
    { modality: 'CT', interval: { min: 3, max: 6, unit: 'month' } },
  ]);
});
