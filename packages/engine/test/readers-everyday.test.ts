/** What an adversarial reader found wrong in everyday reports: no hurry told as hurry, a category read as months, a side corrected late, a history that went on. */
import { describe, expect, test } from 'vitest';
import { english } from './support/english.ts';

const explained = (text: string) => english().explain({ kind: 'text', text });
const of = (impression: string) => explained(`CT\nIMPRESSION: ${impression}`);
const told = (impression: string): string =>
  of(impression)
    .items.flatMap(({ plain }) => plain.map(({ text }) => text))
    .join(' ');

describe('what is not urgent', () => {
  test.each([
    'Non-emergent thyroid ultrasound is recommended.',
    'Non emergent MRI of the brain is recommended.',
    'Thyroid ultrasound recommended non-emergently.',
    'Follow up non-urgently with urology.',
    'Recommend nonemergent CT of the chest.',
  ])('%s', (text) => {
    const { urgency, nextSteps } = of(text);
    expect(urgency.tier).toBe('soon');
    expect(nextSteps).toHaveLength(1);
    expect(`${nextSteps[0]?.text} ${told(text)}`).not.toMatch(/right away|at once|quickly/);
  });
  test('an emergent exam beside it still is', () => {
    expect(of('Nonemergent MRI. Emergent CT if worse.').urgency.tier).toBe('emergency');
    expect(of('Emergent surgery is needed.').urgency.tier).toBe('emergency');
  });
});

describe('who is sent to where emergencies are seen', () => {
  test.each([
    'The patient was advised to go to the emergency department.',
    'Patient advised to attend A&E.',
    'Recommend ED evaluation.',
    'Patient sent to the ED for further management.',
  ])('%s', (text) => {
    expect(of(text).urgency.tier).toBe('emergency');
  });
  test.each(['The patient was sent from the emergency department.', 'Findings discussed with Dr Smith in the ED.'])(
    'nobody is sent: %s',
    (text) => {
      expect(of(text).urgency.tier).toBe('routine');
    },
  );
});

test.each([
  ['BI-RADS 3, 6 month follow-up ultrasound.', 6, 'month'],
  ['TI-RADS 4, 12 month follow-up ultrasound.', 12, 'month'],
  ['Lung-RADS 4A, 3 month LDCT.', 3, 'month'],
  ['LI-RADS 3 - 3 month follow-up MRI.', 3, 'month'],
  ['Follow-up CT at 3, 6 and 12 months.', 3, 'month'],
])('the category of a scale is no time: %s', (text, min, unit) => {
  const [step] = of(text).reading.recommendations;
  expect(step?.interval).toMatchObject({ min, unit });
  if (!text.includes(' and ')) expect(step?.interval?.max).toBe(min);
});

describe('the next round of screening is no worry', () => {
  test.each([
    'BI-RADS 1: Negative. Annual screening recommended.',
    'BI-RADS CATEGORY 2: BENIGN. Recommend return to routine screening.',
    'Lung-RADS 1. Continue annual screening with LDCT in 12 months.',
  ])('%s', (text) => {
    expect(of(text).urgency.tier).toBe('routine');
  });
  test.each(['Lung-RADS 3. Screening CT in 6 months.', '6 mm nodule. Recommend annual CT surveillance.'])(
    '%s',
    (text) => {
      expect(of(text).urgency.tier).toBe('soon');
    },
  );
});

test('a side that an addendum puts right, beside the thing and without its place, no longer heads the result', () => {
  const { headline, items } = explained(
    'XR WRIST\nIMPRESSION: Right distal radius fracture.\nADDENDUM: The fracture involves the LEFT distal radius, not the right.',
  );
  expect(headline.text).not.toContain('right');
  expect(items[0]?.plain.map(({ text }) => text)).toContain('A later note in the report changes this.');
});

describe('behind a question a size is an answer', () => {
  const codes = (text: string): readonly string[] => {
    const { sections, statements } = explained(text).reading;
    return statements.map(({ section }) => sections.find(({ id }) => id === section)?.code ?? '');
  };
  test('the line below the question is what was found', () => {
    expect(codes('CT KUB\nLeft loin pain ?stone\n6 mm stone left distal ureter. Mild left hydronephrosis.')).toEqual([
      'exam',
      'history',
      'findings',
      'findings',
    ]);
  });
  test('a question that goes on over the line stays one', () => {
    expect(codes('CT KUB\nLoin pain ?recurrence of\n6 mm stone left ureter seen in May.\nNo hydronephrosis.')).toEqual([
      'exam',
      'history',
      'findings',
    ]);
  });
});

describe('what is sure, and behind a comma what is not', () => {
  test.each([
    [
      'Dilated CBD, choledocholithiasis not excluded.',
      'Your main bile duct is widened. A stone in the bile duct is not excluded.',
    ],
    [
      'Enlarged heart, pericardial effusion not excluded.',
      'There is an enlarged heart. Fluid around the heart is not excluded.',
    ],
    ['Fractured ribs, pneumothorax not excluded.', 'There are broken ribs. Air outside the lung is not excluded.'],
    ['Thickened appendix, appendicitis possible.', 'There is a widened appendix. An inflamed appendix is possible.'],
    [
      'The CBD is dilated, choledocholithiasis not excluded.',
      'Your main bile duct is widened. A stone in the bile duct is not excluded.',
    ],
    ['Appendicitis likely.', 'An inflamed appendix is likely.'],
  ])('%s', (text, plain) => {
    expect(told(text)).toBe(plain);
  });
});

describe('what stays one statement', () => {
  test.each([
    'Apart from the cyst, pneumonia not excluded.',
    'Infiltration or effusion, pneumothorax were not detected in both lungs.',
  ])('%s', (text) => {
    expect(of(text).items[0]?.plain).toHaveLength(1);
  });
});
