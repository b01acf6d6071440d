/** Scores as readers found them misread: keys and guidelines inside a report, counts of none, British categories, changes of a category. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const scores = (text: string): string =>
  english()
    .read({ kind: 'text', text })
    .scores.filter(({ temporality }) => temporality === 'current')
    .map(({ system, category }) => `${system} ${category}`)
    .join(', ');
const plain = (text: string): string =>
  english()
    .explain({ kind: 'text', text })
    .items.flatMap((item) => item.plain.map((sentence) => sentence.text))
    .join(' ');

describe('a key of a scale is nobody’s category', () => {
  it.each([
    [
      'one sentence for each category',
      'MRI PROSTATE\nIMPRESSION: PI-RADS 5 = very high likelihood. PI-RADS 1 = very low. PI-RADS score: 2.',
      'PI-RADS 2',
    ],
    [
      'thresholds for a needle test',
      'THYROID US\nIMPRESSION: TR3 nodule, 1.2 cm.\nTR4: ≥ 1.5 cm FNA, ≥ 1.0 cm follow up\nTR5: ≥ 1.0 cm FNA, ≥ 0.5 cm follow up',
      'TI-RADS 3',
    ],
    [
      'a numbered list below its name',
      'PET CT\nIMPRESSION: Deauville 2.\nDeauville 5-point scale:\n1: No uptake\n2: Uptake ≤ mediastinum\n3: Uptake > mediastinum but ≤ liver\n4: Uptake moderately above liver\n5: Markedly above liver or new lesions',
      'Deauville 2',
    ],
    [
      'all categories in one sentence',
      'MAMMOGRAM\nIMPRESSION: BI-RADS 1.\nBI-RADS categories: 0 incomplete, 1 negative, 2 benign, 3 probably benign, 4 suspicious, 5 highly suggestive of malignancy, 6 known cancer.',
      'BI-RADS 1',
    ],
    [
      'behind the own category, in brackets',
      'MRI PROSTATE\nIMPRESSION: PI-RADS 2 (1 = very low, 2 = low, 3 = intermediate, 4 = high, 5 = very high).',
      'PI-RADS 2',
    ],
    [
      'a rule for another category',
      'LOW DOSE CT\nIMPRESSION: Lung-RADS 2. Lung-RADS 4B nodules are referred to the clinic.',
      'Lung-RADS 2',
    ],
    [
      'ranges of the bone score',
      'DXA\nIMPRESSION: T-score lumbar spine -2.7.\nT-score above -1.0 normal\nT-score -1.0 to -2.5 osteopenia\nT-score below -2.5 osteoporosis',
      'T-score -2.7',
    ],
  ])('%s', (_, text, own) => {
    expect(scores(text)).toBe(own);
  });
});

describe('what looks like a key and is of this patient stays', () => {
  it.each([
    [
      'one category for each breast',
      'MAMMOGRAM\nIMPRESSION:\nRIGHT BREAST:\nBI-RADS 1 - negative\nLEFT BREAST:\nBI-RADS 4 - suspicious',
      'BI-RADS 1, BI-RADS 4',
    ],
    [
      'one for each finding',
      'MAMMOGRAM\nIMPRESSION:\n1. BI-RADS 4: suspicious.\n2. BI-RADS 2: benign.\n3. BI-RADS 3: probably benign.',
      'BI-RADS 4, BI-RADS 2, BI-RADS 3',
    ],
    [
      'places',
      'MRI PROSTATE\nIMPRESSION: PI-RADS 5: left apex. PI-RADS 4: right base. PI-RADS 3: midline.',
      'PI-RADS 5, PI-RADS 4, PI-RADS 3',
    ],
    [
      'sizes',
      'THYROID US\nIMPRESSION: TR4: 1.6 cm, FNA recommended (≥ 1.5 cm). TR5: 1.2 cm, FNA recommended (≥ 1 cm).',
      'TI-RADS 4, TI-RADS 5',
    ],
    [
      'nodules of the same category',
      'LOW DOSE CT\nIMPRESSION: Lung-RADS 4B. Lung-RADS 4B nodules should be referred.',
      'Lung-RADS 4B, Lung-RADS 4B',
    ],
  ])('%s', (_, text, own) => {
    expect(scores(text)).toBe(own);
  });
});

describe('a category that changed', () => {
  it.each([
    ['PI-RADS upgraded from 3 to 4.', 'PI-RADS 4'],
    ['BI-RADS previously 4, now 2.', 'BI-RADS 2'],
    ['TI-RADS changed from 4 to 3.', 'TI-RADS 3'],
    ['Deauville upgraded from 2 to 4.', 'Deauville 4'],
  ])('%s', (text, own) => {
    expect(scores(`IMPRESSION: ${text}`)).toBe(own);
  });
});

describe('British categories', () => {
  it.each([
    ['Breast: R4 M5 U4 P5.', 'UK breast R 4, UK breast M 5, UK breast U 4, UK breast P 5'],
    ['Right breast mass, U5. Core biopsy B5b.', 'UK breast U 5, UK breast B 5b'],
    ['FNA node C5.', 'UK breast C 5'],
    ['Thyroid nodule U4. FNA Thy3a.', 'BTA U 4, Thy 3a'],
    ['Prostate: Likert 4 lesion.', 'Likert 4'],
    ['Likert score 5/5.', 'Likert 5'],
    ['Prostate: PRECISE 4.', 'PRECISE 4'],
    ['PSMA-RADS 3B.', 'PSMA-RADS 3B'],
    ['PI-RR 4.', 'PI-RR 4'],
    ['MY-RADS RAC 5.', 'MY-RADS RAC 5'],
    ['Mirels score 9.', 'Mirels 9'],
    ['Herder score 80%.', 'Herder 80%'],
    ['CT colonography: C4 lesion.', 'C-RADS C4'],
  ])('%s', (text, own) => {
    expect(scores(`IMPRESSION: ${text}`)).toBe(own);
  });

  it.each([
    ['a stage', 'Breast cancer T2 N1 M1 with liver metastases.'],
    ['a vertebra', 'Metastatic breast cancer. C5 vertebral body lesion.'],
    ['earlier births', 'G2 P1. Breast lump.'],
    ['a word', 'For precise 4 mm slices see above.'],
  ])('not %s', (_, text) => {
    expect(scores(`IMPRESSION: ${text}`)).toBe('');
  });
});

describe('bone scores and counts of calcium', () => {
  it.each([
    ['a letter for the score', 'DXA\nIMPRESSION: Total hip T -1.9, Z -0.4.', 'T-score -1.9, Z-score -0.4'],
    ['no bone, no score', 'MRI\nIMPRESSION: T -1.9.', ''],
    [
      'the chance of a break without the name of its scale',
      'DXA\nIMPRESSION: 10-year probability of hip fracture 4.2%, major osteoporotic fracture 18%.',
      'FRAX 4.2%, FRAX 18%',
    ],
    ['one artery of several', 'CT HEART\nIMPRESSION: Agatston: LM 0, LAD 120, RCA 0.', ''],
  ])('%s', (_, text, own) => {
    expect(scores(text)).toBe(own);
  });

  it('says what a bone score is', () => {
    expect(plain('DXA\nIMPRESSION: Lowest T-score -2.6.')).toBe(
      'The lowest bone score (T-score) is -2.6. This number compares your bones with those of healthy young adults. A number further below zero means less bone.',
    );
  });

  it.each(['CAC score 0.', 'CAC 0.', 'Coronary calcium score: 0.'])('%s is none', (text) => {
    expect(plain(`IMPRESSION: ${text}`)).toBe('Agatston 0: no calcium in the heart arteries.');
  });
});
const tier = (text: string): string => english().explain({ kind: 'text', text }).urgency.tier;

describe('with the wings that ask for keys and tiers', () => {
  it.each([
    ['no calcium', 'CT\nIMPRESSION: CAC score 0.', 'reassuring'],
    ['calcium', 'CT\nIMPRESSION: Calcium score 250.', 'soon'],
    [
      'the chance of a break',
      'DXA\nIMPRESSION: 10-year probability of hip fracture 4.2%, major osteoporotic fracture 18%.',
      'routine',
    ],
    [
      'a break beside the chance of one',
      'DXA\nIMPRESSION: FRAX: hip fracture 4.2%. Acute hip fracture on the left.',
      'emergency',
    ],
    ['a low bone score', 'DXA\nIMPRESSION: Lowest T-score -2.6.', 'soon'],
    ['a bone score that is no good news', 'DXA\nIMPRESSION: Lowest T-score -2.4.', 'routine'],
    ['a further part of a category', 'CT\nIMPRESSION: CAD-RADS 4A/P2.', 'urgent'],
    ['Likert', 'MRI PROSTATE\nIMPRESSION: Likert score 5/5.', 'urgent'],
  ])('%s', (_, text, expected) => {
    expect(tier(text)).toBe(expected);
  });

  it('the table of a guideline asks for nothing and is no item', () => {
    const { items, nextSteps } = english().explain({
      kind: 'text',
      text: 'CT CHEST\nIMPRESSION:\n1. 5 mm nodule in the right upper lobe.\n\nFleischner Society guidelines 2017 for solid nodules:\n<6 mm: low risk: no routine follow-up; high risk: optional CT at 12 months.\n6-8 mm: CT at 6-12 months, then consider CT at 18-24 months.\n>8 mm: consider CT at 3 months, PET/CT, or tissue sampling.',
    });
    expect([items.length, nextSteps.length]).toEqual([1, 0]);
  });
});
