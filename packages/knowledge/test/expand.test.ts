import { expect, it } from 'vitest';
import { byFirstWord, expand, widthOf } from '../src/expand.ts';
import { form } from '../src/schema/common.ts';

it('writes out alternatives in braces', () => {
  expect(expand('not {seen|present} on {the |}prior')).toEqual([
    'not seen on the prior',
    'not seen on prior',
    'not present on the prior',
    'not present on prior',
  ]);
});
it('leaves a plain form as it is', () => {
  expect(expand('no evidence of')).toEqual(['no evidence of']);
});
it('refuses a pattern that stands for too many forms', () => {
  expect(() => expand('{a|b|c|d|e|f}'.repeat(6))).toThrow(RangeError);
});

it('settles the first word of a pattern and leaves the rest as it is', () => {
  expect(byFirstWord('not {seen|present}')).toEqual(['not {seen|present}']);
  expect(byFirstWord('{no|nor} {sign|trace} of')).toEqual(['no {sign|trace} of', 'nor {sign|trace} of']);
  expect(byFirstWord('{the |}non{-| |}{acute|urgent} change')).toEqual([
    'the non{-| |}{acute|urgent} change',
    'non-acute change',
    'non-urgent change',
    'non {acute|urgent} change',
    'nonacute change',
    'nonurgent change',
  ]);
});

it('counts the forms of a pattern, and a field of forms says which is too wide', () => {
  expect(widthOf('no {sign|trace} of {a |}{clot|bleed}')).toBe(8);
  const wide = form.safeParse('{a|b|c|d|e|f}'.repeat(6));
  expect(wide.error?.issues[0]?.message).toContain('make two of it');
});
