/** A degree before a list of things of one kind is said of each; before others it is said of the first alone. */
import { describe, expect, it } from 'vitest';
import { impression, toldOf } from './support/impression.ts';

const severities = (text: string) => impression(text).reading.findings.map(({ severity }) => severity);

describe('a degree that leaks of valves share', () => {
  it.each([
    ['Trace MR and TR.', ['trace', 'trace']],
    ['Mild MR, TR and PR.', ['mild', 'mild', 'mild']],
    ['Mild MR and moderate TR.', ['mild', 'moderate']],
    ['Mild edema and effusion.', ['mild', null]],
    ['Severe AS and AR.', ['severe', null]],
  ])('%s', (text, expected) => expect(severities(text)).toEqual(expected));

  it('is told of each', () => {
    expect(toldOf('Trace MR and TR.')).toBe(
      'There is a slightly leaky mitral heart valve and a slightly leaky tricuspid heart valve.',
    );
  });
});

describe('what was removed', () => {
  it.each([
    [
      'Interval removal of the chest tube without pneumothorax.',
      'The drain tube in the chest was removed since the last exam without air outside the lung.',
    ],
    ['No effusion no pneumothorax.', 'There is no fluid build-up. There is no air outside the lung.'],
  ])('%s', (text, told) => expect(toldOf(text)).toBe(told));
});

describe('a spot that names the organ', () => {
  it.each([
    ['Bibasilar airspace disease.', 'There is a cloudy area at the bottom of both lungs.'],
    ['Posterior opacity in the lung.', 'There is a cloudy area at the back of the lung.'],
  ])('%s', (text, told) => expect(toldOf(text)).toBe(told));
});
