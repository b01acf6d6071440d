/** Organs that have a state of their own each, in telegraphic lines: no state reaches the organ beside it. */
import { describe, expect, it } from 'vitest';
import { foundIn, toldOf } from './support/impression.ts';

describe('a state before its organ', () => {
  it.each([
    ['Normal right ovary, left ovary not seen.', 'Your right ovary is normal. Your left ovary was not seen.'],
    ['Clear lungs and normal heart.', 'Your lungs are clear. Your heart is normal.'],
    [
      'Clear lungs, normal heart, and intact bones.',
      'Your lungs are clear. Your heart is normal. Your bones are unbroken.',
    ],
    ['Normal uterus, endometrium 5 mm.', 'Your womb is normal. The lining of your womb is 5 mm.'],
    ['Enlarged heart, lungs clear.', 'There is an enlarged heart. Your lungs are clear.'],
    ['Left kidney stone, right kidney normal.', 'There is a stone in the left kidney. Your right kidney is normal.'],
  ])('is told of that organ alone: %s', (text, told) => expect(toldOf(text)).toBe(told));

  it.each([
    ['Normal liver, spleen and pancreas.', 'Your liver, spleen and pancreas are normal.'],
    ['Patent portal and hepatic veins.', 'Your veins to the liver and liver veins are open.'],
    ['Normal ovaries bilaterally.', 'Your ovaries on both sides are normal.'],
    ['Enlarged liver, spleen and left kidney.', 'Your liver, spleen and left kidney are enlarged.'],
  ])('is told of all that share it: %s', (text, told) => expect(toldOf(text)).toBe(told));

  it.each([
    ['Normal caliber of the aorta.', 'Your main artery is normal in width.'],
    [
      'Normal size and configuration of the ventricles.',
      'The fluid spaces of your brain are normal in size and shape.',
    ],
    ['Normal appearance of the liver.', 'Your liver is normal-looking.'],
  ])('is told with what it is of: %s', (text, told) => expect(toldOf(text)).toBe(told));

  it('does not reach behind a doubt', () => {
    expect(toldOf('Possible fracture and enlarged liver.')).toBe('There is a possible broken bone and a large liver.');
  });
});

describe('a state under a label', () => {
  it.each([
    [
      'Kidneys: Normal right kidney, left kidney surgically absent.',
      'Kidneys: the right kidney is normal. Your left kidney is removed by surgery.',
    ],
    [
      'Right: Normal ovary, tube not seen.',
      'Right: the ovary is normal. Right: the tube from the ovary to the womb was not seen.',
    ],
    ['Kidneys: Normal.', 'Kidneys: normal.'],
  ])('%s', (text, told) => expect(toldOf(text)).toBe(told));
});

describe('a state that organs share', () => {
  it.each([
    ['Enlarged liver, spleen, and kidneys.', ['hepatomegaly:present', 'splenomegaly:present']],
    ['Enlarged liver, spleen and kidneys are normal.', ['hepatomegaly:present']],
  ])('is a finding of each: %s', (text, found) => expect(foundIn(text)).toEqual(found));
});
