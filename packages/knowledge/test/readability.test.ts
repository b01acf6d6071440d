/** The counter of reading ease: where sentences end, and that a long run of marks costs no more than its length. */
import { expect, it } from 'vitest';
import { fleschKincaidGrade, sentencesOf } from '../src/readability.ts';

it.each([
  ['Dr. Stone has read it. All is well!', ['Dr. Stone has read it.', 'All is well!']],
  ['2. A cyst of 1.6 cm. "It is small." Is it?', ['2. A cyst of 1.6 cm.', '"It is small."', 'Is it?']],
  ['No end here', ['No end here']],
  ['... ... ', []],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

it.each(['.', '!"', '. ', 'Dr. ', '1. '])('grows no faster than the text: %j', (part) => {
  // the least of three: a busy machine only ever adds to it
  const cost = (times: number): number => Math.min(once(times), once(times), once(times));
  const once = (times: number): number => {
    const began = process.cpuUsage();
    fleschKincaidGrade([`${part.repeat(times)}a`]);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  cost(50_000);
  expect(cost(400_000)).toBeLessThan(9 * Math.max(cost(100_000), 20));
});

it('counts a word that is also the name of something in the language of the program', () => {
  expect(fleschKincaidGrade(['The constructor is here.'])).toBeCloseTo(0.39 * 4 + 11.8 * (6 / 4) - 15.59);
});
