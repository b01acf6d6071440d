/** What readers found where one side differs from the other, and where a place lends its side to what has none. */
import { describe, expect, it } from 'vitest';
import { told as toldOf } from './support/told.ts';

const told = (text: string) => toldOf(`IMPRESSION: ${text}`);

describe('one side but not the other', () => {
  it.each([
    ['Right but not left hydronephrosis.', 'hydronephrosis present right'],
    ['Hydronephrosis on the right but not the left.', 'hydronephrosis present right'],
    ['Left but not right pleural effusion.', 'pleural-effusion present left'],
  ])('is there on the side that is said: %s', (text, finding) => {
    const { findings, normal, tier } = told(text);
    expect(findings).toEqual([finding]);
    expect(normal).toEqual([]);
    expect(tier).not.toBe('reassuring');
  });
});

describe('a side whose finding is not named again', () => {
  it.each([
    'The left pleural effusion is gone; the right persists.',
    'Left pleural effusion resolved, right persists.',
    'The collection on the left is no longer seen while the one on the right remains.',
    'No effusion on the left; right unchanged.',
    'The left lung is clear, the right is not.',
  ])('is no good news: %s', (text) => {
    expect(told(text).tier).not.toBe('reassuring');
  });

  it('a denial of one side is headed with its side', () => {
    const { headline } = told('Left pleural effusion has resolved; the right persists.');
    expect(headline).toBe('Main point: Fluid around the left lung has resolved.');
  });

  it.each(['The right kidney is normal. The left is normal.', 'Right hilar calcified granuloma is unchanged.'])(
    'good news of both stays so: %s',
    (text) => {
      expect(told(text).tier).toBe('reassuring');
    },
  );
});

describe('a tube that ends in a chamber with a side', () => {
  it('came in at an arm that is not said', () => {
    expect(told('PICC tip in the right atrium.').headline).toBe('Main point: thin tube from arm to large vein.');
  });
  it('keeps the side that is said', () => {
    expect(told('Left PICC with tip in the right atrium.').headline).toBe(
      'Main point: thin tube from left arm to large vein.',
    );
  });
});

describe('what a denial leaves open', () => {
  it.each([
    ['Thrombus has resolved in the right femoral vein but persists in the left.', 'urgent'],
    ['No left subdural hematoma; small right one.', 'emergency'],
    ['No acute infarct except in the left pons.', 'emergency'],
    ['No free air other than a small amount next to the sigmoid colon.', 'emergency'],
    ['No acute fracture apart from the right 5th rib.', 'urgent'],
  ])('has the weight of what is there: %s', (text, tier) => {
    expect(told(text).tier).toBe(tier);
  });
  it.each([
    ['No pneumothorax, left stable effusion.', 'routine'],
    ['No pneumothorax; right unchanged pleural effusion.', 'routine'],
    ['Left effusion resolved; right remains clear.', 'reassuring'],
    ['No left pneumothorax, right lung unchanged.', 'reassuring'],
    ['No DVT, right larger than left calf.', 'reassuring'],
    ['No fracture or physeal bar.', 'reassuring'],
    ['No hemorrhage, aside from motion artifact.', 'routine'],
    ['No acute hemorrhage, apart from limitation by motion.', 'routine'],
  ])('is nothing where the words behind have another sense: %s', (text, tier) => {
    expect(told(text).tier).toBe(tier);
  });
  it.each([
    ['No acute findings except for degenerative changes.', 'routine'],
    ['No abnormality except as noted above.', 'routine'],
    ['No focal lesion except simple cysts.', 'reassuring'],
  ])('is weighed by its own name: %s', (text, tier) => {
    expect(told(text).tier).toBe(tier);
  });
});

describe('what has gone', () => {
  it.each([
    ['Edema around the right frontal metastasis has resolved.', 'metastasis present right'],
    ['Uptake in the liver metastasis has resolved.', 'liver-metastasis present '],
  ])('was of something that stays: %s', (text, finding) => {
    expect(told(text).findings[1]).toBe(finding);
    expect(told(text).tier).toBe('urgent');
  });
  it('was two things joined by a word', () => {
    expect(told('Edema and effusion in the right knee have resolved.').tier).toBe('reassuring');
  });
});

describe('a label', () => {
  it('says nothing beside what stands behind it', () => {
    const { findings, tier } = told('PE: no evidence of PE.');
    expect(findings).toEqual(['pulmonary-embolism absent ', 'pulmonary-embolism absent ']);
    expect(tier).toBe('reassuring');
  });
});
