/** What is taken along: every format holds all of it, in order, and nothing of a report becomes markup. */
import type { Explanation } from '@readingscan/engine';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';
import { LANGUAGES, REPORT, told } from './told.ts';

const written = (explanation: Explanation, format: 'text' | 'markdown' | 'html', sheet = false): string =>
  String(render(explanation, format, { sheet }));
/** without markup, each run of white space one space */
const bare = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** All that a person is told, in the order of the page. */
const tolds = (e: Explanation): readonly string[] =>
  [
    e.headline.text,
    e.urgency.text,
    ...e.items.flatMap(({ plain }) => plain.map(({ text }) => text)),
    ...e.nextSteps.map(({ text }) => text),
    ...e.normal.map(({ text }) => text),
    ...e.questions.map(({ text }) => text),
    e.disclaimer,
  ].map(oneLine);

describe.each(LANGUAGES)('in %s', (language) => {
  const explanation = told(REPORT, language);

  test.each(['text', 'markdown', 'html'] as const)('%s tells all of it in order', (format) => {
    const document = written(explanation, format);
    const text = oneLine(format === 'html' ? bare(document) : document.replaceAll('\\', '')).replaceAll(' \n', ' ');
    let at = 0;
    for (const sentence of tolds(explanation)) {
      // a line of plain text may be broken after any Chinese letter
      const found =
        language === 'zh' ? text.replaceAll(' ', '').indexOf(sentence.replaceAll(' ', '')) : text.indexOf(sentence, at);
      expect(found, sentence).toBeGreaterThanOrEqual(0);
      if (language !== 'zh') at = found;
    }
  });

  test('the page for the visit has the headline, the steps with their dates, the questions, and no item', () => {
    const text = bare(written(explanation, 'html', true));
    for (const { text: told } of [explanation.headline, ...explanation.nextSteps, ...explanation.questions])
      expect(text).toContain(oneLine(told));
    expect(text).toContain({ en: 'August 10, 2026', es: '10 de agosto de 2026', zh: '2026年8月10日' }[language]);
    expect(text).not.toContain('Left lower lobe nodule, 7 mm');
  });
});

describe('HTML', () => {
  const html = written(told(REPORT), 'html');

  test('the whole report is in it, letter by letter, and each quote leads to its words', () => {
    const pre = /<pre class="report">([\s\S]*)<\/pre>/.exec(html)?.[1] ?? '';
    const text = pre
      .replace(/<\/?mark[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"');
    expect(text.replaceAll('&amp;', '&')).toBe(REPORT);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toHaveLength(2);
    for (const id of links) expect(html).toContain(`<mark id="${id}">`);
    expect(html).toMatch(/<mark id="[^"]+">Left lower lobe nodule, 7 mm\./);
  });

  test('asks nothing of any other place, and runs nothing', () => {
    expect(html).not.toMatch(/<script|<img|<link|url\(|https?:|\son\w+=/);
    expect(
      written(told('FINDINGS: <script>alert(1)</script> No mass.\nIMPRESSION: <img src=x onerror=y> No mass.'), 'html'),
    ).not.toMatch(/<script|<img/);
  });

  test('words of the report are marked as English where the page is not', () => {
    const spanish = written(told(REPORT, 'es'), 'html');
    expect(spanish).toContain('<html lang="es">');
    expect(spanish).toContain('<pre class="report" lang="en">');
    expect(written(told(REPORT, 'zh'), 'html')).toContain('<html lang="zh-Hans">');
  });
});

test('a report with fences of code stays within its own in Markdown', () => {
  const markdown = written(told('FINDINGS: No mass. `` ``` * # \nIMPRESSION: No mass `x`.'), 'markdown');
  expect(markdown).toContain('No mass \\`x\\`');
});
