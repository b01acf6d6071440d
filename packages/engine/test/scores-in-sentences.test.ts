/** Scores and categories as a person reads them: with their meaning, and in the headline too. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const explain = (impression: string, findings = 'No other finding.', exam = 'CT STUDY') =>
  english().explain({ kind: 'text', text: `${exam}\n\nFINDINGS:\n${findings}\n\nIMPRESSION:\n${impression}\n` });

const plain = (impression: string, findings?: string, exam?: string): string =>
  explain(impression, findings, exam)
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');

describe('a score in a sentence', () => {
  it.each([
    ['a bare category is its meaning', 'BI-RADS 0.', 'BI-RADS 0: not complete, more or older pictures needed.'],
    [
      'words around a category add nothing',
      'Final assessment: BI-RADS category 1.',
      'BI-RADS category 1: no sign of cancer.',
    ],
    ['the clinical name of a category is its meaning', 'BI-RADS 2 - BENIGN.', 'BI-RADS 2: not cancer.'],
    ['behind a colon', 'BI-RADS: 4 (Suspicious abnormality).', 'BI-RADS 4: suspicious.'],
    ['a category ends a sentence', 'Liver lesion, LR-5.', 'LR-5 (pattern of a liver cancer).'],
    [
      'a category within a sentence',
      'PI-RADS 5 lesion in the prostate.',
      'PI-RADS 5: important cancer is very likely.',
    ],
    [
      'a letter behind a figure ends a sentence',
      'Lung-RADS 4B. Referral recommended.',
      'Lung-RADS 4B: very suspicious.',
    ],
    ['a Roman numeral stays as written', 'Bosniak IIF cyst of the left kidney.', 'Bosniak IIF: probably not cancer.'],
    [
      'a grade before its finding',
      'Grade 1 anterolisthesis of L4 on L5.',
      'There is a grade 1 forward slip of a spine bone of L4 on L5. Grade 1: a slight slip',
    ],
    ['further parts of a category', 'CAD-RADS 3/P2.', 'CAD-RADS 3/P2: medium narrowing of the heart arteries.'],
    [
      'a category on each side',
      'BI-RADS 4C right, BI-RADS 2 left.',
      'BI-RADS 4C right, BI-RADS 2 left. BI-RADS 4C: high suspicion of cancer. BI-RADS 2: not cancer.',
    ],
    ['a count of calcium', 'Agatston score 0.', 'Agatston 0: no calcium in the heart arteries.'],
    ['a treated spot', 'LI-RADS TR viable.', 'signs of living tumor'],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });

  it.each([
    ['an earlier category has no present meaning', 'Previously BI-RADS 3 in 2022.', /probably not cancer/],
    ['a denied category has none', 'No PI-RADS 4 or 5 lesion.', /likely/],
    ['a range of categories has none', 'Kellgren-Lawrence grade 2-3 arthritis of the knee.', /mild|medium/],
    [
      'what a statement says itself is not said again',
      'Highly suspicious thyroid nodule, TI-RADS 5.',
      /TI-RADS 5 \(|TI-RADS 5:/,
    ],
  ])('%s', (_, statement, never) => {
    expect(plain(statement)).not.toMatch(never);
  });

  it('a meaning is told once, in the impression rather than in the findings', () => {
    const told = explain('1. Nodule, TI-RADS 4.\n2. Second nodule, TI-RADS 4.', 'Right lobe nodule, TI-RADS 4.');
    const items = told.items.map((item) => item.plain.map(({ text }) => text).join(' '));
    expect(items[0]).toContain('moderately suspicious');
    expect(items[1]).not.toContain('moderately suspicious');
    expect(JSON.stringify(told.sections.at(1))).not.toContain('moderately suspicious');
  });

  it.each([
    ['T-score -2.5 at the lumbar spine.', 'The bone score (T-score) is -2.5 at the lower back part of the spine.'],
    ['Lowest T-score -2.7.', 'The lowest bone score (T-score) is -2.7.'],
    ['Left femoral neck: T-score of -1.9.', 'the bone score (T-score) is -1.9'],
    ['The Z-score is -0.5.', 'The score for age (Z-score) is -0.5.'],
  ])('%s is told with its verb', (statement, expected) => {
    expect(plain(statement, undefined, 'DXA')).toContain(expected);
  });
});

describe('a score in the headline', () => {
  it.each([
    ['BI-RADS 4C right.', 'high suspicion of cancer (BI-RADS 4C).'],
    ['Lung-RADS 4B.', 'lung spot, very suspicious (Lung-RADS 4B).'],
    ['Lesion of the prostate, PI-RADS 4.', 'important cancer is likely (PI-RADS 4).'],
    ['PI-RADS 2.', 'important cancer is unlikely (PI-RADS 2).'],
  ])('%s', (impression, expected) => {
    expect(explain(impression).headline.text).toContain(expected);
  });

  it('a weightier finding comes first', () => {
    expect(explain('Acute pulmonary embolism. Lung-RADS 2.').headline.text).not.toContain('Lung-RADS');
  });
});

describe('advice on care', () => {
  it.each([
    ['Treatment should be considered.', 'Treatment should be thought about.'],
    ['Smoking cessation is recommended.', 'Giving up smoking is advised.'],
    ['Antibiotic treatment is recommended.', 'Antibiotic treatment is recommended.'],
    ['Treatment with alendronate should be considered.', 'Treatment with alendronate should be considered.'],
    ['Stop metformin for 48 hours.', 'Stop metformin for 48 hours.'],
    ['Consider treatment.', 'Consider treatment.'],
  ])('%s', (statement, expected) => {
    expect(plain(statement)).toBe(expected);
  });

  it('quoted advice says so in the next step, told advice does not', () => {
    const step = (impression: string) =>
      explain(impression)
        .nextSteps.map(({ text }) => text)
        .join(' ');
    expect(step('Antibiotic treatment is recommended.')).toContain('in its own words');
    expect(step('Treatment should be considered.')).toBe(
      'The report gives advice about your care. Talk with your doctor about it.',
    );
  });
});
