/** Results passed on: to whom, when and whether urgent, in own sentences. */
import { readFileSync } from 'node:fs';
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../src/index.ts';
import { english } from './support/english.ts';

const own = (path: string): URL => new URL(path, import.meta.url);
const reading: ReadingKnowledge = JSON.parse(readFileSync(own('../../knowledge/dist/en.reading.json'), 'utf8'));
const engine = createEngine(reading, null);
const cases = readFileSync(own('./cases/communications.txt'), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split(' ==> '));

describe('communications', () => {
  it.each(cases)('%s', (text = '', expected = '') => {
    const { communications } = engine.read({ kind: 'text', text });
    const told = communications.map(({ to, at, urgent }) =>
      [to ?? '', at ?? '', urgent ? 'urgent' : ''].join(' | ').replace(/[ |]+$/, ''),
    );
    expect(told.join(' ; ') || 'none').toBe(expected);
  });

  it('is urgent where an emergency of the impression is passed on', () => {
    const text = 'IMPRESSION: Tension pneumothorax on the left.\n\nDr. Moss was told by phone at 11:20.';
    expect(engine.read({ kind: 'text', text }).communications).toMatchObject([
      { to: 'Dr. Moss', at: '11:20', urgent: true },
    ]);
  });

  it('is no conclusion: without headings the emergency before it is what the report comes to', () => {
    const text = 'Ruptured aortic aneurysm. These findings were relayed to Dr. Moss at 4:05 AM.';
    const { urgency, headline } = english().explain({ kind: 'text', text });
    expect(urgency.tier).toBe('emergency');
    expect(headline.text).toContain('burst bulge');
  });

  it.each(['Findings explained to the patient and her husband.', 'Findings were discussed with the mother.'])(
    'what the person was told is not told as passed to the doctors: %s',
    (text) => {
      const { communications } = english().explain({ kind: 'text', text: `IMPRESSION: Gallstones.\n\n${text}` });
      expect(communications[0]?.plain[0]?.text).toContain('told to you or your family');
    },
  );
});
