/** "Negative" is good news in a report: what it means stands behind it, where it is said of a picture or a part of the body. */
import { describe, expect, it } from 'vitest';
import { toldOf } from './support/impression.ts';

const NOTE = '(no problem seen)';

describe('negative', () => {
  it.each([
    ['Negative chest.', `Your chest is negative ${NOTE}.`],
    ['Negative hips.', `Your hips are negative ${NOTE}.`],
    ['Negative CT head.', `A negative CT scan of the head ${NOTE}.`],
    ['The examination is negative.', `The exam is negative ${NOTE}.`],
    ['CT head negative. Sinus disease.', `A CT scan of the head is negative ${NOTE}.`],
  ])('%s', (text, expected) => expect(toldOf(text)).toContain(expected));

  it.each([
    ['of what was looked for', 'The exam is negative for fracture.'],
    ['denied', 'The head CT is not negative.'],
    ['of a blood test', 'Negative beta-hCG.'],
    ['beside a finding', 'Negative chest with a small nodule.'],
  ])('is not explained %s', (_, text) => expect(toldOf(text)).not.toContain(NOTE));
});
