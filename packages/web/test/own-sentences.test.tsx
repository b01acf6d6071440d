/** What is sealed in a link with and without the report: without it, no sentence, name, quote or place of the report is in it at all. */
import type { Explanation } from '@readingscan/engine';
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { told } from '../../render/test/told.ts';
import { Result } from '../src/result/result.tsx';
import { filled } from '../src/shared/filled.ts';
import { bytesOfShared, explanationIn, type SharedFile, sharedFile } from '../src/shared/shared-file.ts';
import { SHARED_WORDS } from '../src/words/shared.ts';
import { WordsProvider } from '../src/words/use-words.ts';
import { wordsOf } from '../src/words/words-of.ts';

const PATIENT = 'Quilla Featherby';
const DOCTOR = 'Marmaduke Inkpen';
const REPORT = [
  `Patient: ${PATIENT}   MRN: 4471190`,
  `Referring physician: ${DOCTOR}`,
  'EXAM: CT chest',
  'DATE: 9 November 2026',
  'HISTORY: Cough after a voyage to Zanzibarland.',
  'FINDINGS: 8 mm nodule in the right upper lobe, previously 5 mm. Small left pleural effusion. No pneumothorax.',
  'Snorkelwort shadows veil the quokkafinding near the gribbleplate.',
  'IMPRESSION: 1. Right upper lobe pulmonary nodule has progressively increased from 5 mm to 8 mm.',
  `2. Small left pleural effusion, discussed with Dr. ${DOCTOR} at 14:35.`,
  '3. Quokkafinding of the gribbleplate, possibly snorkelwort related.',
  '4. Recommend CT chest in 3 months if clinically warranted by Dr. Inkpen.',
].join('\n');
/** whatever stands in the report and in no sentence of ours */
const OF_THE_REPORT =
  /quokka|snorkel|gribble|inkpen|marmaduke|quilla|featherby|4471190|zanzibar|voyage|14:35|small left pleural|previously 5/i;

const explanations = Object.fromEntries(LANGUAGES.map((language) => [language, told(REPORT, language)])) as Record<
  Language,
  Explanation
>;
const without = sharedFile({ to: '', explanations, pictures: null });
const whole = sharedFile({ to: 'Dr. Lee', explanations, pictures: [] });
const textOf = (file: SharedFile): string => new TextDecoder().decode(bytesOfShared(file));

const pageOf = (file: SharedFile, language: Language): string =>
  render(
    <WordsProvider language={language} words={wordsOf(language)}>
      <Result explanation={filled(explanationIn(file, language), SHARED_WORDS[language])} isShared />
    </WordsProvider>,
  );

describe('without the report', () => {
  test('no word of it that is not ours is sealed, in no language, and no place in it', () => {
    expect(REPORT).toMatch(OF_THE_REPORT);
    expect(textOf(without)).not.toMatch(OF_THE_REPORT);
    const spans: unknown[] = [];
    JSON.parse(textOf(without), (key, value) => {
      if (key === 'basis' || key === 'spans') spans.push(...value);
      if (key === 'span' && String(value) !== '0,0') spans.push(value);
      return value;
    });
    expect(spans).toEqual([]);
    expect(without.reading.source.text).toBe('');
  });

  test('no run of words longer than a set phrase is the same as in it', () => {
    const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const report = ` ${words(REPORT).join(' ')} `;
    const runs = JSON.stringify(without.told.en)
      .match(/"text":"[^"]+"/g)
      ?.flatMap((text) => {
        const own = words(text.slice(8));
        return own.map((_, at) => own.slice(at, at + 9).join(' ')).filter((run) => run.split(' ').length === 9);
      });
    expect(runs?.length).toBeGreaterThan(20);
    expect(runs?.filter((run) => report.includes(` ${run} `))).toEqual([]);
  });

  test.each(LANGUAGES)(
    '%s: it is drawn with its steps, sizes and order, and says where something is not in it',
    (language) => {
      const page = pageOf(without, language);
      expect(page).not.toMatch(OF_THE_REPORT);
      for (const item of explanations[language].items) expect(page).toContain(`id="item-${item.impression}"`);
      expect(page).toContain(SHARED_WORDS[language].cut);
      expect(page).toContain('5 mm');
      expect(page).toContain('8 mm');
      for (const part of ['id="whole"', 'id="not-explained"', 'href="#whole"', 'blockquote', '“”', 'href="#words-'])
        expect(page).not.toContain(part);
    },
  );

  test('in another language a sentence stays that tells a statement in part, as long as no word of the report is in it', () => {
    const [first] = explanations.es.items[0]?.plain ?? [];
    expect(first?.how).toBe('substituted');
    expect(without.told.es.items[0]?.plain[0]?.text).toBe(first?.text);
    expect(without.told.zh.items[0]?.plain[0]?.text).toBe(explanations.zh.items[0]?.plain[0]?.text);
  });

  test('how soon, how sure and whether somebody was called stay; what a step asks for under a condition of the report is not half told', () => {
    const { urgency, items } = explanations.en;
    const shared = explanationIn(without, 'en');
    expect(shared.urgency.tier).toBe(urgency.tier);
    expect(shared.items.map(({ urgency: tier, rank }) => [tier, rank])).toEqual(
      items.map(({ urgency: tier, rank }) => [tier, rank]),
    );
    expect(shared.communications).toHaveLength(explanations.en.communications.length);
    expect(shared.nextSteps).toHaveLength(explanations.en.nextSteps.length);
    for (const { text } of shared.nextSteps) expect(text).not.toMatch(/warranted/);
  });
});

describe('with the report', () => {
  test('its words are sealed, and what no page draws is not', () => {
    expect(textOf(whole)).toMatch(OF_THE_REPORT);
    expect([whole.to, whole.hasReport, whole.reading.coverage.unknown, whole.reading.checks]).toEqual([
      'Dr. Lee',
      true,
      [],
      [],
    ]);
  });

  test.each(LANGUAGES)('%s: it is drawn as it is where it was made', (language) => {
    const own = render(
      <WordsProvider language={language} words={wordsOf(language)}>
        <Result explanation={explanations[language]} isShared />
      </WordsProvider>,
    );
    expect(pageOf(whole, language)).toBe(own);
  });
});
