/** What a report asks for next: action, test, region, time, condition and guideline of own sentences. */
import { readFileSync } from 'node:fs';
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { describe, expect, it } from 'vitest';
import { createEngine, type Recommendation } from '../src/index.ts';

const own = (path: string): URL => new URL(path, import.meta.url);
const reading: ReadingKnowledge = JSON.parse(readFileSync(own('../../knowledge/dist/en.reading.json'), 'utf8'));
const engine = createEngine(reading, null);

const timeOf = ({ interval, repeat, times }: Recommendation): string => {
  if (!interval) return '';
  const { min, max, unit } = interval;
  const points = times?.length ? ` (${times.join(', ')})` : '';
  return `${repeat ? 'every ' : ''}${min}-${max ?? ''} ${unit}${points}`;
};
const told = (text: string) => (one: Recommendation) =>
  [
    one.action,
    one.modality ?? '',
    one.region ?? '',
    timeOf(one),
    one.condition ? `if: ${text.slice(...one.condition.span)}` : '',
    one.guideline ?? '',
  ]
    .join(' | ')
    .replace(/[ |]+$/, '');

const cases = readFileSync(own('./cases/recommendations.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(' ==> '));

describe('recommendations', () => {
  it.each(cases)('%s', (text = '', expected = '') => {
    const { recommendations } = engine.read({ kind: 'text', text });
    expect(recommendations.map(told(text)).join(' ; ') || 'none').toBe(expected);
  });

  it('takes no advice from the history or the technique', () => {
    const text =
      'HISTORY: Follow-up in 6 months was planned, MRI recommended.\nFINDINGS: Normal study.\nIMPRESSION: Normal.';
    expect(engine.read({ kind: 'text', text }).recommendations).toEqual([]);
  });

  it('rests on words of the text', () => {
    const text = 'IMPRESSION:\n1. Liver cyst.\n2. Recommend ultrasound in 6 months if pain persists.';
    const [one] = engine.read({ kind: 'text', text }).recommendations;
    expect(one && text.slice(...one.span)).toContain('ultrasound in 6 months');
    expect(one?.condition && text.slice(...one.condition.span)).toBe('if pain persists');
  });
});
