import type { Explanation } from '@readingscan/engine';
import type { Language } from '@readingscan/reader/languages';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { SAMPLE_EXPLANATION as explanation } from '../src/design/sample-explanation.ts';
import { Result } from '../src/result/result.tsx';
import { WordsProvider } from '../src/words/use-words.ts';
import { wordsOf } from '../src/words/words-of.ts';

const htmlOf = (told: Explanation, language: Language = 'en'): string =>
  render(
    <WordsProvider language={language} words={wordsOf(language)}>
      <Result explanation={told} />
    </WordsProvider>,
  );
const html = htmlOf(explanation);
const text = html
  .replace(/<[^>]+>/g, '')
  .replaceAll('&quot;', '"')
  .replaceAll('&amp;', '&');

test('every item of the Impression stands on the page, in order, with its words', () => {
  const places = explanation.items.map(({ impression }) => html.indexOf(`id="item-${impression}"`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const { original } of explanation.items) expect(text).toContain(original);
});

test('every statement of the report stands in the whole report, word for word', () => {
  const { statements, source } = explanation.reading;
  for (const { id, span } of statements) {
    expect(html).toContain(`id="words-${id}"`);
    expect(text).toContain(source.text.slice(span[0], span[1]));
  }
});

test('every plain sentence of the whole report points to words of the report', () => {
  for (const section of explanation.sections) {
    for (const { statement, plain } of section.statements) {
      for (const index of plain.keys()) {
        expect(html).toContain(`data-sentence="${statement}-${index}"`);
        expect(html).toMatch(new RegExp(`data-for="[^"]*\\b${statement}-${index}\\b`));
      }
    }
  }
});

test('what could not be explained is shown as written', () => {
  expect(text).toContain('What we could not explain');
  expect(text).toContain('fat stranding');
});

test('there is one first heading and every id stands once', () => {
  expect(html.match(/<h1/g)).toHaveLength(1);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no style stands in the page itself: the policy of the server forbids it', () => {
  expect(html).not.toContain('style=');
});

test('markup in a report is shown, never run', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const page = htmlOf({ ...explanation, headline: { ...explanation.headline, text: evil } });
  expect(page).not.toContain('<img');
});

test('what is told in Chinese is cut at the marks of Chinese', () => {
  const [headline, urgency] = [
    '请尽快看医生：大肠憩室炎。还有一部分内容没能解释。',
    '请今天给您的医生打电话。不要等。',
  ];
  const page = htmlOf(
    {
      ...explanation,
      language: 'zh',
      headline: { ...explanation.headline, text: headline },
      urgency: { ...explanation.urgency, text: urgency },
    },
    'zh',
  );
  expect(page).toContain('请尽快看医生：<span>大肠憩室炎。还有一部分内容没能解释。</span>');
  expect(page).toContain('<p class="soon-say">请今天给您的医生打电话。</p><p class="soon-then">不要等。</p>');
});

test('words of the report are marked as English wherever the page is in another language', () => {
  const page = htmlOf({ ...explanation, language: 'es' }, 'es');
  for (const [tag] of page.matchAll(/<[a-z]+ class="(?:[^"]* )?report(?: [^"]*)?"[^>]*>/g))
    expect(tag).toContain('lang="en"');
  for (const [tag] of page.matchAll(/<a class="term"[^>]*>/g)) expect(tag).toContain('lang="en"');
});
