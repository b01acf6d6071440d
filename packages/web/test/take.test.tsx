import type { Explanation } from '@readingscan/engine';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { SAMPLE_EXPLANATION as explanation } from '../src/design/sample-explanation.ts';
import { spokenOf, voiceFor } from '../src/reader/spoken.ts';
import { Result, type ResultProps } from '../src/result/result.tsx';
import { WordsProvider } from '../src/words/use-words.ts';
import { wordsOf } from '../src/words/words-of.ts';

const pageOf = (told: Explanation, props: Partial<ResultProps> = {}): string =>
  render(
    <WordsProvider language="en" words={wordsOf('en')}>
      <Result explanation={told} {...props} />
    </WordsProvider>,
  );

describe('the calendar', () => {
  test('holds the dated step with one reminder, and names nothing of the report in its title', () => {
    const [, file = ''] = /href="data:text\/calendar;charset=utf-8,([^"]+)"/.exec(pageOf(explanation)) ?? [];
    const calendar = decodeURIComponent(file);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(calendar.match(/BEGIN:VALARM/g)).toHaveLength(1);
    expect(calendar).toContain('DTSTART;VALUE=DATE:20270314');
    expect(/SUMMARY:(.*)/.exec(calendar)?.[1]).not.toMatch(/adrenal|CT/);
  });

  test('is not offered where no step has a date', () => {
    const undated = explanation.nextSteps.map((step) => ({ ...step, due: null }));
    expect(pageOf({ ...explanation, nextSteps: undated })).not.toContain('text/calendar');
    expect(pageOf({ ...explanation, nextSteps: [] })).not.toContain('text/calendar');
  });
});

test('the sheet for the visit holds the headline, the step, the questions, and what was not explained', () => {
  const html = pageOf(explanation);
  const sheet = html.slice(
    html.indexOf('class="visit-sheet'),
    html.indexOf('</details>', html.indexOf('class="visit-sheet')),
  );
  const said = sheet.replace(/<[^>]+>/g, '');
  expect(said).toContain(explanation.headline.text);
  for (const { text } of [...explanation.nextSteps, ...explanation.questions, ...explanation.worthAsking])
    expect(said).toContain(text);
  expect(said).toContain('fat stranding');
});

test('what needs script is not offered without it', () => {
  const html = pageOf(explanation);
  for (const word of ['Listen', 'Copy the text', 'Save as PDF', 'Print the sheet', 'On the sheet for your visit'])
    expect(html).not.toContain(word);
});

describe('read aloud', () => {
  test('goes from the headline over all items to the questions, each sentence once in a row', () => {
    const lines = spokenOf(explanation, 'en').map(({ text }) => text);
    expect(lines[0]).toBe(explanation.headline.text);
    for (const { plain } of explanation.items) for (const { text } of plain) expect(lines).toContain(text);
    expect(lines[lines.length - 1]).toBe(explanation.questions[explanation.questions.length - 1]?.text);
    expect(lines.every((line, at) => line !== lines[at - 1])).toBe(true);
  });

  test('words of the report are read in the language they are written in', () => {
    const [item] = explanation.items;
    if (!item) throw new Error('no item');
    const plain = [{ text: 'Mild acute diverticulitis.', basis: [], how: 'verbatim' as const }];
    const lines = spokenOf({ ...explanation, items: [{ ...item, plain }] }, 'es');
    expect(lines.find(({ text }) => text === 'Mild acute diverticulitis.')?.language).toBe('en');
    expect(lines[0]?.language).toBe('es');
  });

  const voice = (lang: string, localService: boolean, isDefault = false) => ({
    lang,
    localService,
    default: isDefault,
  });

  test('no voice that sends the words elsewhere is ever taken', () => {
    expect(voiceFor([voice('en-US', false, true)], 'en')).toBeNull();
    expect(voiceFor([voice('en-US', false, true), voice('en-GB', true)], 'en')?.lang).toBe('en-GB');
  });

  test.each([
    ['es', 'es_MX'],
    ['zh', 'cmn-Hans-CN'],
    ['zh', 'zh-CN'],
  ] as const)('%s is spoken by %s', (language, lang) => {
    expect(voiceFor([voice('en-US', true, true), voice('zh-HK', true), voice(lang, true)], language)?.lang).toBe(lang);
  });
});
