/** A level between a describing word and what was found comes behind it. */
import { describe, expect, it } from 'vitest';
import { toldOf } from './support/impression.ts';

describe('levels of the spine', () => {
  it.each([
    ['Mild L4-5 disc bulge.', 'There is a mildly bulging disc at L4-5.'],
    ['Old T12 and L1 compression fractures.', 'There are old squashed spine bones at T12 and L1.'],
    ['Incidental T12 hemangioma.', 'There is a cluster of tiny blood vessels found by chance at T12.'],
    ['The L3-4 disc bulge is unchanged.', 'The bulging disc at L3-4 is unchanged.'],
    ['There is mild L2-3, L3-4 and L4-5 stenosis.', 'There is a mild narrowing at L2-3, L3-4 and L4-5.'],
    ['L2 and L4 fractures.', 'There are broken bones at L2 and L4.'],
    ['No T8 fracture.', 'There is no broken bone at T8.'],
  ])('%s', (text, expected) => expect(toldOf(text)).toBe(expected));

  it.each([
    ['a nerve that is named after one', 'Mild L5 nerve root impingement.'],
    ['an MRI sequence', 'Small T2 hyperintense lesion.'],
    ['what stands first', 'L5-S1: mild disc bulge.'],
  ])('not %s', (_, text) => expect(toldOf(text)).not.toMatch(/ at (?:L5|T2)/));
});
