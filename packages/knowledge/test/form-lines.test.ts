import { expect, it } from 'vitest';
import { countForms, eachShipped, linesOf, pair, shippedForms } from '../src/form-lines.ts';

it('writes a form and its plural once', () => {
  expect(pair('nodule', 'nodules')).toBe('nodule<|s>');
  expect(pair('cavity in the lung', 'cavities in the lung')).toBe('cavit<y|ies> in the lung');
  expect(pair('foot', 'feet')).toBe('f<oot|eet>');
  expect(pair('child of two', 'children of two')).toBe('child<|ren> of two');
});

it.each([
  ['mass', 'masses'],
  ['metastasis of the spine', 'metastases of the spine'],
  ['hemithorax', 'hemithoraces'],
  ['t-score', 't-scores'],
  ['man', 'men'],
])('gives back %s and %s', (one, many) => {
  expect(shippedForms(pair(one, many))).toEqual({ one: [one], many: [many] });
});

it('writes out alternatives, which have no plural', () => {
  expect(shippedForms('not {seen|found}')).toEqual({ one: ['not seen', 'not found'], many: [] });
});

it('tells of each form its entry, its place and whether it is exact', () => {
  const lines = linesOf([
    { match: ['nodule<|s>', 'small spot'], exact: ['SPN'] },
    { match: [], exact: [] },
    { match: [], exact: ['PE'] },
  ]);
  const found: unknown[] = [];
  eachShipped(lines, (entry, start, end, isExact) => found.push([entry, lines.slice(start, end), isExact]));
  expect(found).toEqual([
    [0, 'nodule<|s>', false],
    [0, 'small spot', false],
    [0, 'SPN', true],
    [2, 'PE', true],
  ]);
  expect(countForms(lines)).toBe(5);
});
