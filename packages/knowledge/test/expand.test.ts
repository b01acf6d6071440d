import { expect, it } from 'vitest';
import { expand } from '../src/compile/expand.ts';

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
