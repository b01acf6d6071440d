import type { Language } from '@readingscan/reader/languages';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { ASSETS } from '../../server/test/fake-dist.ts';
import { SAMPLE_EXPLANATION } from '../src/design/sample-explanation.ts';
import { hrefOf, languageIn } from '../src/layout/href.ts';
import { Page } from '../src/layout/page.tsx';
import { siteIn } from '../src/layout/site-view.ts';
import { renderHome, renderNotFound, renderProblem, renderResult } from '../src/render-page.tsx';
import { wordsOf } from '../src/words/words-of.ts';

const site = siteIn(ASSETS, null);

/** What a page says, its report aside: text and labels. */
function saidOn(html: string): string {
  const plain = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/data-assets="[^"]*"/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
  return `${plain.replace(/<[^>]+>/g, '\n')}\n${[...plain.matchAll(/(?:aria-label|alt|content|title)="([^"]*)"/g)].map(([, label]) => label).join('\n')}`;
}

/** Sentences and names of the English interface, long enough to be found by. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes(' ') && value.trim().length > 8 ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(texts);
}

describe.each<Language>(['es', 'zh'])('in %s', (language) => {
  // "your left" also stands in the sentences about the report, which are English here
  const report = JSON.stringify(SAMPLE_EXPLANATION);
  const english = texts(wordsOf('en')).filter((text) => text !== 'clinical correlation' && !report.includes(text));
  const explanation = { ...SAMPLE_EXPLANATION, language };
  const error = { reason: 'no-report', message: 'This request holds no report.', hint: 'Send files.' } as const;
  test.each([
    ['the first page', () => renderHome(site(language))],
    ['a result', () => renderResult(site(language), explanation)],
    ['a refusal', () => renderProblem(site(language), error, '')],
    ['no page', () => renderNotFound(site(language))],
  ])('%s says nothing of the English interface', (_, page) => {
    const said = saidOn(page());
    expect(english.filter((text) => said.includes(text))).toEqual([]);
    expect(said).not.toContain(error.message);
  });
});

test('an address is that of the language, where there is such a page', () => {
  expect([hrefOf('en', '/'), hrefOf('es', '/'), hrefOf('zh', '/blog/lung-nodule')]).toEqual([
    '/',
    '/es/',
    '/zh/blog/lung-nodule',
  ]);
  expect([hrefOf('es', '/glossary'), hrefOf('zh', '/glossary?part=chest')]).toEqual([
    '/es/glossary',
    '/zh/glossary?part=chest',
  ]);
  expect(['/', '/es', '/es/blog', '/zh/', '/estonia', '/zhong'].map(languageIn)).toEqual([
    'en',
    'es',
    'es',
    'zh',
    'en',
    'en',
  ]);
});

test('what is told to search engines cannot end its script', () => {
  const html = render(
    <Page site={site('en')} path="/" title="A page" data={[{ name: '</script><script>alert(1)</script>' }]}>
      nothing
    </Page>,
  );
  expect(html).toContain('{"name":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"}');
});
