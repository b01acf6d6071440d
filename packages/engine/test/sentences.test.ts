/** Plain sentences of single statements, as an adversarial reader of thirty reports asked for them. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const plain = (statement: string): string =>
  english()
    .explain({ kind: 'text', text: `CT STUDY\n\nFINDINGS:\n${statement}\n\nIMPRESSION:\n${statement}\n` })
    .items.flatMap((item) => item.plain.map(({ text }) => text))
    .join(' ');

describe('plain sentences', () => {
  it.each([
    ['a degree of a state is an adverb', 'Mild pancreatitis.', 'There is a mildly inflamed pancreas.'],
    [
      'a finding and its organ are joined',
      'Nodule left thyroid lobe.',
      'There is a small lump in the left thyroid gland.',
    ],
    ['what is not seen was not seen', 'Left ovary not seen.', 'Your left ovary was not seen.'],
    [
      'what is found by chance is no chance',
      'Incidental thyroid nodule.',
      'There is a lump in the thyroid gland found by chance.',
    ],
    ['a benign growth is told once', 'Benign adrenal adenoma.', 'There is an adrenal growth that is not cancer.'],
    [
      'a region of the spine is not the chest',
      'Degenerative change of the thoracic and lumbar spine.',
      'upper back part of the spine and the lower back part of the spine',
    ],
    ['esophageal varices keep their place', 'Esophageal varices.', 'There are wide veins in the food pipe.'],
    ['a quarter of the breast keeps its name', 'Mass in the upper outer quadrant.', 'upper outer part of the breast'],
    ['vertebral flow is not of a spine bone', 'Vertebral flow antegrade.', 'neck arteries to the back of the brain'],
    ['a leg keeps its side', 'Abscess of the right lower limb.', 'right leg'],
    ['advice is the report’s, not ours', 'Recommend MRI of the brain.', 'The report advises an MRI scan of the brain.'],
    [
      'a shift to the right is told',
      'Acute left subdural hematoma with 9 mm rightward midline shift.',
      'toward the right',
    ],
    ['how much it changed, behind the verb', 'Pericardial effusion slightly increased.', 'is slightly increased.'],
    ['with what is changed', 'Opacity with mildly increased swelling.', 'with mildly increased'],
    ['several symptoms', 'No symptoms of chest pain.', 'There are no symptoms of'],
    ['a stray full stop', 'No pneumonia. .', 'There is no lung infection.'],
  ])('%s', (_, statement, expected) => {
    expect(plain(statement)).toContain(expected);
  });

  it('"if there is concern for cord compression" is no emergency', () => {
    const text = 'BONE SCAN\n\nIMPRESSION:\nRecommend MRI of the spine if there is concern for cord compression.\n';
    expect(english().explain({ kind: 'text', text }).urgency.tier).not.toBe('emergency');
  });

  it('RT in capitals is no side: it may be radiotherapy', () => {
    expect(plain('Post RT changes of the lung.')).not.toMatch(/right/i);
    expect(plain('Nodule in the lt lung.')).toMatch(/left/i);
  });
});
