/** Nouns that add nothing to a finding, words that say only that it is old, and a small place right behind a larger one. */
import { describe, expect, it } from 'vitest';
import { toldOf } from './support/impression.ts';

describe('a noun behind the name of a finding', () => {
  it.each([
    [
      'Subsegmental atelectasis areas in both lower lobes.',
      'There are thin collapsed strips in the lower parts of both lungs.',
    ],
    ['No atelectasis changes.', 'There are no collapsed parts of the lung.'],
    ['Scattered fibrosis areas.', 'There is scattered scar tissue.'],
    ['Klippel-Feil anomaly.', 'There is a spine bone that formed differently.'],
  ])('is part of it: %s', (text, expected) => expect(toldOf(text)).toBe(expected));

  it.each([
    ['where it is the thing itself', 'The displaced fracture line is no longer seen.', 'line'],
    ['where the name can be counted and ends in its noun', 'Rib fracture area.', 'broken rib area'],
  ])('not %s', (_, text, expected) => expect(toldOf(text)).toContain(expected));
});

describe('a mark of an old problem', () => {
  it.each([
    ['Sequela fibrotic bands in the right apex.', 'There are old scar-like changes in the tip on the right.'],
    ['Sequela rib fractures on the left.', 'There are old broken ribs on the left.'],
    ['Sequela changes in both lungs.', 'There are marks of an old problem in both lungs.'],
  ])('%s', (text, expected) => expect(toldOf(text)).toBe(expected));
});

describe('a place within a place', () => {
  it.each([
    [
      'A mass is seen in the left lung upper lobe inferior lingular segment.',
      'A lump is seen in the upper part of the left lung, the lower tongue-shaped part of the left lung.',
    ],
    ['Stone in the right kidney lower pole.', 'There is a stone in the bottom of the right kidney.'],
  ])('%s', (text, expected) => expect(toldOf(text)).toBe(expected));
});
