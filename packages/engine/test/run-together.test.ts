/** Reports without marks: where a denial ends must be read right, or be left to the report's own words. */
import { describe, expect, it, test } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text: `IMPRESSION:\n${text}` });
const told = (text: string): string[] =>
  explained(text).sections.flatMap(({ statements }) =>
    statements.flatMap(({ plain }) => plain.map(({ text }) => text)),
  );

describe('what follows a denied thing without a mark', () => {
  it.each([
    ['NO PLEURAL EFFUSION LEFT UPPER LOBE PNEUMONIA', 'pneumonia', 'There is no fluid around the lung.'],
    ['no hydroureter 5 mm left renal calculus', 'kidney-stone', 'There is no widened urine tube.'],
    ['NO SUBDURAL HEMATOMA OLD RIGHT FRONTAL INFARCT', 'infarct', undefined],
  ])('is there where it has a side, a size or an age of its own: %s', (text, concept, first) => {
    const { reading } = explained(text);
    expect(reading.findings.find((one) => one.concept.includes(concept))?.assertion.presence).toBe('present');
    const sentences = told(text);
    expect(sentences).toHaveLength(2);
    if (first) expect(sentences[0]).toBe(first);
  });

  it.each(['NO PNEUMONIA RIB FRACTURE', 'NO RENAL STONE FATTY LIVER', 'no meniscal tear joint effusion'])(
    'is shown in its own words where nothing tells which: %s',
    (text) => {
      const { sections, urgency } = explained(text);
      expect(sections.flatMap(({ statements }) => statements.map(({ how }) => how))).toEqual(['verbatim']);
      expect(urgency.tier).toBe('soon');
    },
  );

  it('is in no list of what is fine', () => {
    expect(english().explain({ kind: 'text', text: 'FINDINGS: NO RENAL STONE FATTY LIVER' }).normal).toEqual([]);
  });

  it.each([
    ['No pneumothorax effusion or pneumonia.', 'There is no air outside the lung, fluid build-up or lung infection.'],
    ['No fracture of the left hip.', 'There is no break of the left hip.'],
  ])('is denied too where an "or" closes the list, or no other thing is named: %s', (text, sentence) => {
    expect(told(text)).toEqual([sentence]);
    expect(explained(text).urgency.tier).toBe('reassuring');
  });
});

it.each([
  'Mild right and no left foraminal narrowing.',
  'Left but no right hydronephrosis.',
  'Left, no right effusion.',
])('what one side has is not lost where the other is denied: %s', (text) => {
  expect(explained(text).urgency.tier).not.toBe('reassuring');
  expect(told(text)).toEqual([text]);
});

test('a line that ends with a whole thing is no beginning of the next', () => {
  expect(told('No acute fracture\nPneumothorax on the right\nStable study\nLeft rib fracture')).toEqual([
    'There is no recently broken bone.',
    'There is air outside the lung on the right.',
    expect.any(String),
    'There is a broken left rib.',
  ]);
});

describe('a change that opens a line', () => {
  it.each([
    ['Resolved left effusion and pneumothorax.', 'Fluid build-up on the left and air outside the lung are resolved.'],
    ['Improved right pneumonia and effusion.', 'Lung infection on the right and fluid build-up are improved.'],
    [
      'Decreased effusion and new left pneumothorax.',
      'Fluid build-up is decreased and there is new air outside the left lung.',
    ],
  ])('is said of all that it stands before: %s', (text, sentence) => expect(told(text)).toEqual([sentence]));
});

test.each([
  ['Pneumothorax absent.', 'There is no air outside the lung.'],
  ['Hydronephrosis absent on the right.', 'There is no urine build-up in the kidney on the right.'],
])('"absent" denies what stands before it: %s', (text, sentence) => expect(told(text)).toEqual([sentence]));

test.each(['No mild, moderate or severe stenosis.', 'No mild, moderate or large effusion.'])(
  'degrees in a row are all denied: %s',
  (text) => expect(explained(text).urgency.tier).toBe('reassuring'),
);

describe('a step', () => {
  const steps = (text: string): string[] => explained(text).nextSteps.map((step) => step.text);
  it.each([
    [
      'Ultrasound of the right breast in 6 months is recommended.',
      'The report asks for an ultrasound of the right breast in 6 months.',
    ],
    ['Yearly screening mammogram in 12 months is recommended.', 'The report asks for a mammogram in 12 months.'],
    ['Benign. Return to routine screening.', 'The report asks for your usual screening.'],
  ])('%s', (text, sentence) => expect(steps(text)).toEqual([sentence]));
});

test.each([
  ['There is likely C. difficile colitis.', 'There is a likely infection of the large bowel.'],
  ['Grade 2 MCL sprain.', 'There is a grade 2 hurt inner ligament of the knee.'],
])('%s', (text, sentence) => expect(told(text)).toEqual([sentence]));

describe('an addendum', () => {
  const whole = (text: string) => english().explain({ kind: 'text', text });
  it.each([
    ['8 mm nodule. CT in 6-12 months recommended.', 'Unchanged since 2019. No further follow-up is needed.'],
    ['Thyroid nodule. FNA recommended.', 'FNA is not recommended.'],
  ])('takes back the step before it: %s', (impression, note) => {
    const { nextSteps } = whole(`IMPRESSION: ${impression}\n\nADDENDUM: ${note}`);
    expect(nextSteps.filter(({ text }) => text.includes('asks for'))).toEqual([]);
  });
  it('takes back a finding after a further review', () => {
    const text = 'IMPRESSION: Pulmonary embolism.\n\nADDENDUM: On further review there is no pulmonary embolism.';
    expect(whole(text).urgency.tier).toBe('routine');
  });
  it('that corrects a side asks for no scan', () => {
    const text = 'IMPRESSION: Meniscal tear.\n\nCORRECTION: The side in the exam title should read RIGHT knee.';
    expect(whole(text).nextSteps).toEqual([]);
  });
});

test('the age of a pregnancy by ultrasound asks for none', () => {
  const text = 'OB ULTRASOUND\nFINDINGS: Gestational age by ultrasound: 20 weeks 2 days.\nIMPRESSION: Normal growth.';
  expect(english().explain({ kind: 'text', text }).nextSteps).toEqual([]);
});

test.each([
  ['Right kidney: No hydronephrosis. Left kidney is normal.', 'Your left kidney is normal.'],
  ['Left lung: Clear. Right lung is clear.', 'Your right lung is clear.'],
])('a label is not said of the other side: %s', (findings, sentence) => {
  const { normal } = english().explain({ kind: 'text', text: `FINDINGS: ${findings}` });
  expect(normal.at(-1)?.text).toBe(`The report says: ${sentence}`);
});

describe('dictation without a single mark', () => {
  const lower = 'chest xray heart size normal lungs clear no effusion no pneumothorax impression no acute disease';
  it('has the conclusion that it names', () => {
    const { items } = english().explain({ kind: 'text', text: lower });
    expect(items.map(({ plain }) => plain.map(({ text }) => text))).toEqual([['There is no recent disease.']]);
  });
  it('has none where the word means a dent', () => {
    const text = 'there is a disc bulge at l4 5 with mild impression thecal sac and no canal stenosis seen here';
    expect(english().explain({ kind: 'text', text }).urgency.tier).not.toBe('reassuring');
  });
  it('begins anew with each "no"', () =>
    expect(told('mild atrophy no acute hemorrhage')).toEqual([
      'There is mild shrinking.',
      'There is no recent bleeding.',
    ]));
});

test.each([
  ['No suspicious mass.\n\nBI-RADS CATEGORY 2: BENIGN', 'BI-RADS category 2: not cancer.'],
  ['Mass.\nBI-RADS ASSESSMENT: Category 0 - Incomplete.', 'BI-RADS assessment category 0:'],
])('a category in capitals with a colon is a category: %s', (text, sentence) =>
  expect(told(text).at(-1)).toContain(sentence),
);

test.each([
  ['RCA: Severe (70-99%) stenosis.', 'Right heart artery: there is a severe narrowing (70-99%).'],
  ['Minimal (1-24%) stenosis of the LAD.', 'There is a very slight narrowing (1-24%) of the front left heart artery.'],
  ['Tumor thrombus in the left renal vein.', 'There is a clot with tumor in it in the kidney vein on the left.'],
])('%s', (text, sentence) => expect(told(text)).toEqual([sentence]));

test('a yearly scan after a screening without a finding asks for nothing soon', () =>
  expect(explained('Lung-RADS 1. Annual low dose CT in 12 months.').urgency.tier).toBe('routine'));

test.each([
  ['Thickening to 8 mm, mild edema.', 'There is thickening to 8 mm, mild swelling.'],
  ['There is a 6 mm, spiculated nodule.', 'There is a 6 mm spiky lump.'],
])('a size behind its link keeps its comma: %s', (text, sentence) => expect(told(text)).toEqual([sentence]));

test('what is said of both sides stands under the label of neither', () => {
  const text = 'FINDINGS: Left: ICA patent. Both vertebral arteries show antegrade flow.';
  expect(english().explain({ kind: 'text', text }).normal.at(-1)?.text).toMatch(/^The report says: The neck arteries/);
});
