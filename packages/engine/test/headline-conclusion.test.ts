/** A likely conclusion heads the result rather than the sign it rests on; a possible one, or one of several, does not. */
import { describe, expect, it } from 'vitest';
import { impression } from './support/impression.ts';

describe('what heads a result', () => {
  it.each([
    ['Enlarged appendix consistent with acute appendicitis.', 'likely inflamed appendix'],
    ['Consolidation in the right lower lobe, consistent with pneumonia.', 'likely lung infection'],
    ['Consolidation, possibly pneumonia.', 'filled-in area'],
    ['Consolidation in the right lower lobe, pneumonia versus atelectasis.', 'filled-in area'],
    ['Small pleural effusion and no pneumonia.', 'fluid around the lung'],
    ['3 cm lung mass with consolidation consistent with pneumonia.', 'lump in the lung'],
  ])('%s', (text, name) => expect(impression(text).headline.text).toContain(name));
});
