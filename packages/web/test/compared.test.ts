/** What kept reports say together is the engine's; here it is put into series and into words of another language. */
import { createReader } from '@readingscan/reader';
import type { Compared } from '@readingscan/reader/browser';
import { expect, test } from 'vitest';
import { seriesOf } from '../src/dashboard/series.ts';
import { toldOf } from '../src/dashboard/told.ts';
import { dashboardWordsOf } from '../src/words/dashboard/words-of.ts';

const EARLIER =
  'EXAM: CT chest\nDATE: 12 May 2026\nFINDINGS: 5 mm nodule in the right upper lobe. 8 mm cyst in the left kidney.\nIMPRESSION: 1. 5 mm right upper lobe pulmonary nodule. Recommend CT chest in 6 months. 2. Left renal cyst.';
const LATER =
  'EXAM: CT chest\nDATE: 9 November 2026\nFINDINGS: 8 mm nodule in the right upper lobe, previously 5 mm. Small left pleural effusion.\nIMPRESSION: 1. Right upper lobe pulmonary nodule has increased from 5 mm to 8 mm. 2. Small left pleural effusion.';

async function compared(): Promise<Compared> {
  const reader = createReader({ knowledge: new URL('../../knowledge/dist/', import.meta.url) });
  const result = await reader.compare([EARLIER, LATER].map((text) => ({ kind: 'text', text })));
  await reader.close();
  if (!result.ok) throw new Error('not compared');
  const names = Object.fromEntries(result.document.lesions.map(({ concept }) => [concept, `<${concept}>`]));
  return { schema: 'readingscan.compared/1', comparison: result.document, names };
}

test('each lesion is a series of what each report says of it, with its size as it is written', async () => {
  const all = seriesOf(await compared(), dashboardWordsOf('en'), 'en');
  const of = (kind: string) => all.find((series) => series.kind === kind)?.points.map(({ written }) => written);
  expect(of('increased')).toEqual(['5 mm', '8 mm']);
  expect(of('not-mentioned')).toEqual(['8 mm', 'not named']);
  expect(of('only')).toEqual(['not named', 'no size given']);
});

test('what is not mentioned is never told as gone, in no language, and the doctor is named', async () => {
  const answer = await compared();
  for (const [language, doctor] of [
    ['es', 'médico'],
    ['zh', '医生'],
  ] as const) {
    const words = dashboardWordsOf(language);
    const all = seriesOf(answer, words, language);
    const told = toldOf(answer, all, words);
    const cyst = told.find((line) => line.includes('cyst')) ?? '';
    expect(cyst).toContain(doctor);
    expect(cyst.toLowerCase()).not.toContain(words.comparing.changes.gone.toLowerCase());
    // what may need a step comes first, and each line is a sentence
    expect(told[0]).toMatch(/5 mm.*8 mm/);
    for (const line of told) expect(line).toMatch(/[.。]$/);
    // the advice was followed: said with the report's own words
    expect(told[told.length - 1]).toContain('“Recommend CT chest in 6 months”');
  }
});
