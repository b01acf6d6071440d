/** "Checked and fine", the ladder and the headline hold nothing that is there, may be there, or is lost. */
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../src/index.ts';
import { english } from './support/english.ts';

const explained = (findings: string, impression = findings): Explanation =>
  english().explain({ kind: 'text', text: `CT STUDY\n\nFINDINGS:\n${findings}\n\nIMPRESSION:\n${impression}\n` });

describe('checked and fine', () => {
  it.each([
    'No stone, gallbladder distended.',
    'The uterus is bulky with no focal lesion.',
    'Ovaries are not normal.',
    'Liver is probably normal.',
    'Lungs are clear apart from dependent changes.',
    'No callus formation at the fracture site.',
    'No evidence of healing of the fracture.',
    'No mass seen but study limited by motion.',
    'Normal enhancement of the left kidney is lost.',
    'Loss of the normal grey white differentiation.',
    'Ventricles are larger than normal.',
    'Bone density is below normal.',
    'No longer any normal liver tissue.',
    'Fat planes are not preserved.',
    'No normal lung is seen on the left.',
    'Heart is normal in size, no effusion, aorta unfolded.',
    'Lungs clear no effusion small hiatus hernia',
    'No hydronephrosis, left renal stone 4 mm.',
    'Ovaries normal, no quxoma seen.',
    'No definite fracture.',
    'Absence of flow in the right testis.',
    'Improved aeration, no pneumothorax.',
    'Heart size top normal.',
    'No intrauterine pregnancy is seen.',
    'The study is limited and a mass cannot be seen.',
    'Flow in the left vertebral artery is reversed.',
    'Flow is weak in the right testis.',
    'Healing is slow.',
  ])('leaves out: %s', (text) => expect(explained(text).normal).toEqual([]));

  it.each([
    'No pleural effusion or pneumothorax.',
    'The spleen is of normal size and shape.',
    'Lungs are clear.',
    'No fracture or dislocation is seen.',
    'The gallbladder is normal without stones.',
    'No suspicious mass.',
    'Bony structures are intact.',
    'There is antegrade flow in both vertebral arteries.',
  ])('holds: %s', (text) => expect(explained(text).normal).toHaveLength(1));
});

describe('the ladder of an item', () => {
  const rank = (text: string) => explained(text).items[0]?.certainty?.rank ?? null;
  it.each([
    ['Spiculated nodule in the right upper lobe, suspicious for cancer.', 'likely'],
    ['Opacity in the left lower lobe, pneumonia vs atelectasis.', 'possible'],
    ['Liver lesion, likely hemangioma.', 'likely'],
    ['Stone in the bladder.', 'definite'],
    ['Opacity in the left lower lobe, likely infective.', 'likely'],
    ['Indeterminate 4 cm adrenal lesion, probably benign.', 'possible'],
    ['Indeterminate pulmonary embolism.', 'possible'],
    ['Cannot exclude small pneumothorax.', 'possible'],
    ['Mass in the liver, unlikely to be an abscess.', 'definite'],
    ['No fracture.', 'excluded'],
    ['No stone, gallbladder distended.', 'definite'],
    ['If abdominal pain persists, MRI is advised.', null],
  ])('%s is %s', (text, expected) => expect(rank(text)).toBe(expected));

  it('says that a part is in doubt where only the cause or the nature is', () => {
    const text = 'Opacity in the left lower lobe, likely infective.';
    const certainty = explained(text).items[0]?.certainty;
    expect(certainty?.text).toBe('Part of what is said here is not certain.');
    const { source } = explained(text).reading;
    expect(certainty?.basis.map((span) => source.text.slice(...span))).toEqual(['likely']);
  });
});

describe('the headline', () => {
  it.each([
    ['Findings suspicious for malignancy.', 'possible cancer'],
    ['Spiculated nodule, suspicious for cancer.', 'small lump'],
  ])('%s', (text, expected) => expect(explained(text).headline.text).toContain(expected));

  it('does not name what is only feared or not seen beside what is amiss', () => {
    expect(explained('If pain persists, MRI is advised.').headline.text).not.toContain('possible pain');
    expect(explained('No stone, gallbladder distended.').headline.text).not.toContain('no stone seen');
  });
});

describe('under the label of one side', () => {
  const fine = (left: string): readonly string[] =>
    english()
      .explain({
        kind: 'text',
        text: `PELVIC ULTRASOUND\n\nFINDINGS:\nLeft ovary: ${left}\n\nIMPRESSION:\nSmall fibroid.\n`,
      })
      .normal.map(({ text }) => text);
  it('what holds for either side is told without it', () => {
    expect(fine('Normal. No mass.').join(' ')).toContain('Left ovary: there is no lump.');
    expect(fine('Normal. No mass on either side.')).toContain('The report says: There is no lump on either side.');
  });
});
