/** Where on the body map an item lies. */
import { expect, it } from 'vitest';
import { english } from './support/english.ts';

const places = (text: string) =>
  english()
    .explain({ kind: 'text', text })
    .items.map((item) => item.places.map(({ place, side }) => `${place} ${side ?? '?'}`).join(', '));

it.each([
  ['a side is that of the anatomy', 'CT CHEST\nIMPRESSION: 8 mm nodule in the right upper lobe.', ['chest right']],
  ['a side that only the title gives counts', 'MRI LEFT KNEE\nIMPRESSION: Tear of the medial meniscus.', ['knee left']],
  ['no side is claimed where none is given', 'CT CHEST\nIMPRESSION: Small pleural effusion.', ['chest ?']],
  ['both sides are told as both', 'CT CHEST\nIMPRESSION: Bilateral pleural effusions.', ['chest both']],
  ['what is denied is nowhere', 'CT CHEST\nIMPRESSION: No pulmonary embolism.', ['']],
  ['what is past is nowhere', 'CT CHEST\nIMPRESSION: History of left pneumothorax.', ['']],
  ['a finding without a place is where the exam looked', 'XR RIGHT FOOT\nIMPRESSION: Fracture.', ['foot right']],
  ['each item has its own', 'IMPRESSION:\n1. Left renal cyst.\n2. L4-L5 disc bulge.', ['abdomen left', 'spine ?']],
])('%s', (_, text, expected) => {
  expect(places(text)).toEqual(expected);
});

it('rests on words of the report', () => {
  const text = 'IMPRESSION: 8 mm nodule in the right upper lobe.';
  const [item] = english().explain({ kind: 'text', text }).items;
  for (const { basis } of item?.places ?? [])
    for (const [start, end] of basis) expect(text.slice(start, end)).toMatch(/\S/);
});
