/** The word for a region before a finding of the spine tells where in the spine it lies; what an operation leaves is told as such. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { toldOf } from './support/impression.ts';

const placesOf = (text: string): readonly string[] =>
  (english().read({ kind: 'text', text }).findings[0]?.anatomy ?? []).map(({ concept }) => concept);

describe('regions of the spine', () => {
  it.each([
    ['Old thoracic vertebral wedge fracture.', ['thoracic-spine']],
    ['Lower thoracic compression deformity.', ['lower-thoracic-spine']],
    ['Cervical and lumbar disc herniations.', ['cervical-spine', 'lumbar-spine']],
    ['Dorsal kyphosis.', ['thoracic-spine']],
    ['No acute lumbar compression fracture.', ['lumbar-spine']],
    ['Thoracic aortic aneurysm.', ['thoracic-aorta']],
    ['Cervical adenopathy.', ['cervical-lymph-node']],
  ])('%s → %j', (text, expected) => expect(placesOf(text)).toEqual(expected));

  it.each([
    ['Thoracic compression fracture.', 'There is a squashed spine bone in the upper back part of the spine.'],
    [
      'Cervical and lumbar disc herniations.',
      'There are slipped discs in the neck part of the spine and the lower back part of the spine.',
    ],
    ['No thoracic compression fracture.', 'There is no squashed spine bone in the upper back part of the spine.'],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));

  it('leaves the levels of a table to the region of their letter', () => {
    const text = 'FINDINGS:\nL1-L4  0.912  -1.9  -0.8\n\nIMPRESSION:\nLumbar spine: osteopenia.\n';
    expect(english().explain({ kind: 'text', text }).items[0]?.supportedBy).toHaveLength(1);
  });
});

describe('what an operation leaves', () => {
  it.each([
    ['Stable left thoracotomy changes.', 'There are stable changes from chest surgery on the left.'],
    ['Post-cholecystectomy changes.', 'There are changes from gallbladder removal.'],
    ['No acute changes of the lung.', 'There are no recent changes of the lung.'],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('a test that is otherwise normal', () => {
  it.each([
    ['Otherwise unremarkable chest radiograph.', 'An otherwise normal chest X-ray.'],
    ['Normal chest exam.', 'A normal chest exam.'],
    ['Otherwise normal CT of the chest.', 'An otherwise normal CT scan of the chest.'],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('the patient as "you" only where a sentence is about the patient', () => {
  it.each([
    ['Compared with the previous examination of the patient.', 'Compared with the earlier exam.'],
    ["Worsening of the patient's known interstitial lung disease.", 'Worsening of your known lung tissue disease.'],
    ['Hematoma in a patient with stab wounds.', 'There is a pocket of blood in a person with stab wounds.'],
    [
      'These appearances can be observed in the previous examination.',
      'These features can be seen in the earlier exam.',
    ],
  ])('%s → %s', (text, expected) => expect(toldOf(text)).toBe(expected));
});
