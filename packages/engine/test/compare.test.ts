/** What changed between two reports of ours: told only where they say it. */
import { compile, shipWords } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../src/comparison.ts';
import { createEngine } from '../src/pipeline.ts';

const { reading, words } = compile(new URL('../../knowledge/data', import.meta.url).pathname, 'en', 'test', {
  keepGoing: true,
});
const engine = createEngine(reading, shipWords(words, reading));
const read = (findings: string, date: string, head = '') =>
  engine.read({ kind: 'text', text: `${head}CT CHEST\nDate: ${date}\nFINDINGS: ${findings}` });

function compared(older: string, newer: string): Comparison {
  const found = engine.compare([read(older, '2023-01-10'), read(newer, '2023-07-20')]);
  if ('error' in found) throw new Error(found.error.message);
  return found;
}

describe('compare', () => {
  it.each([
    [
      'There is a 6 mm nodule in the right upper lobe.',
      'The nodule in the right upper lobe measures 9 mm.',
      'increased',
    ],
    ['There is a 6 mm nodule in the right upper lobe.', 'There is a 7 mm nodule in the right upper lobe.', 'stable'],
    [
      'There is a 12 mm nodule in the right upper lobe.',
      'There is a 6 mm nodule in the right upper lobe.',
      'decreased',
    ],
    ['Small left pleural effusion.', 'No pleural effusion.', 'gone'],
    ['Small left pleural effusion.', 'The heart is normal.', 'not-mentioned'],
    ['Small left pleural effusion.', 'No right pleural effusion.', 'not-mentioned'],
    ['A nodule in the left lung.', 'No new nodule.', 'not-mentioned'],
    ['No pleural effusion.', 'Small left pleural effusion.', 'new'],
    ['The heart is normal.', 'Small left pleural effusion.', 'uncertain'],
  ])('%s then %s: %s', (older, newer, change) => {
    expect(compared(older, newer).lesions.map((lesion) => lesion.change)).toEqual([change]);
  });

  it('never follows a lesion to the other side', () => {
    const { lesions } = compared('Small left pleural effusion.', 'Small right pleural effusion.');
    expect(lesions.map(({ laterality, change }) => `${laterality} ${change}`)).toEqual([
      'left not-mentioned',
      'right uncertain',
    ]);
  });

  it('never tells what is not mentioned as gone', () => {
    const { summary } = compared('Small left pleural effusion.', 'The heart is normal.');
    expect(summary[0]?.text).toContain('does not mention it');
  });

  it('says whether an advised test was done', () => {
    const { recommendations } = compared('A 6 mm nodule. CT chest in 6 months is recommended.', 'A 6 mm nodule.');
    expect(recommendations[0]).toMatchObject({ answered: 'yes', by: 'report2', due: { earliest: '2023-07-10' } });
  });

  it('rests every sentence on words of the reports', () => {
    const { summary, reports } = compared(
      'There is a 6 mm nodule in the right upper lobe.',
      'The nodule in the right upper lobe measures 9 mm.',
    );
    for (const { basis } of summary) {
      expect(basis.length).toBeGreaterThan(0);
      for (const { report, span } of basis)
        expect(reports.find(({ id }) => id === report)?.reading.source.text.slice(...span).length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['Name: Ann Example\n', 'Name: Bob Muster\n', false],
    ['Name: Ann Example\nDOB: 01/02/1960\n', 'Name: Ann Example\nDOB: 03/04/1970\n', false],
    ['Name: Ann Example\nDOB: 1960-02-01\n', 'Patient: Example, Ann\nDOB: 01 Feb 1960\n', true],
    ['', 'Name: Ann Example\n', true],
  ])('knows one person: %j and %j', (older, newer, one) => {
    const found = engine.compare([read('Clear.', '2023-01-10', older), read('Clear.', '2023-07-20', newer)]);
    expect('error' in found).toBe(!one);
  });
});
