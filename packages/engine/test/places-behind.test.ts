/** Places listed before what was found in all of them come behind it. */
import { describe, expect, it } from 'vitest';
import { toldOf } from './support/impression.ts';

describe('places before a finding', () => {
  it.each([
    [
      'LUL and RLL contusions.',
      'There are bruises in the upper part of the left lung and the lower part of the right lung.',
    ],
    [
      'No LUL or RLL consolidation.',
      'There is no filled-in area in the upper part of the left lung or lower part of the right lung.',
    ],
  ])('%s', (text, expected) => expect(toldOf(text)).toBe(expected));

  it.each([
    ['places of their own findings', 'Right kidney and left ureteral stones.', 'tube from the left kidney'],
    ['organs that something is said of', 'Liver and spleen are normal.', 'Your liver and spleen are normal.'],
    ['places behind their finding', 'Mass in the liver and splenic infarct.', 'There is a lump in the liver'],
  ])('not %s', (_, text, expected) => expect(toldOf(text)).toContain(expected));
});

describe('a name with a clause of its own', () => {
  it.each([
    ['Mildly FDG avid lymph node.', 'There is a lymph node that takes up a little more tracer.'],
    ['Markedly hypermetabolic mass.', 'There is a lump that takes up much more tracer.'],
    ['Hypermetabolic lesion of the spleen.', 'There is an area that takes up more tracer in the spleen.'],
    ['Mass of the spleen.', 'There is a lump of the spleen.'],
  ])('%s', (text, expected) => expect(toldOf(text)).toBe(expected));
});
