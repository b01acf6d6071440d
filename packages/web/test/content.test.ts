/** What is written for the site: the real articles and pages hold to every rule, and every rule notices what breaks it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../src/content/compile/compile.ts';
import { contentInputs } from '../src/content/compile/inputs.ts';
import { renderMarkdown } from '../src/content/compile/markdown.ts';
import { show } from '../src/content/compile/problem.ts';
import { PAGE_NAMES } from '../src/content/types.ts';

const inputs = contentInputs();
const SLUG = 'lung-nodule';

/** The messages about a copy of the content in which one file was changed. */
function problemsAfter(file: string, change: (text: string) => string | null): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'readingscan-content-'));
  cpSync(inputs.root, root, { recursive: true });
  const path = join(root, file);
  const text = change(readFileSync(path, 'utf8'));
  if (text === null) rmSync(path);
  else writeFileSync(path, text);
  const { problems } = readContent({ ...inputs, root });
  rmSync(root, { recursive: true });
  return problems.map(({ file: named, message }) => `${named}: ${message}`);
}

const ENGLISH = `en/blog/${SLUG}.md`;

describe('the articles and pages', () => {
  const { content, problems } = readContent(inputs);

  it('hold to every rule', () => {
    expect(problems.map(show)).toEqual([]);
  });

  it('are there in every language, the same ones', () => {
    for (const { articles, pages } of Object.values(content)) {
      expect(articles.map(({ slug }) => slug).sort()).toEqual(content.en.articles.map(({ slug }) => slug).sort());
      expect(Object.keys(pages).sort()).toEqual([...PAGE_NAMES].sort());
    }
    expect(content.en.articles.length).toBeGreaterThanOrEqual(18);
  });

  it('say when and where each source was read, and what it supports', () => {
    for (const { sources } of content.en.articles) {
      expect(sources.length).toBeGreaterThanOrEqual(3);
      for (const { read, supports, url } of sources) {
        expect(read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(supports.length).toBeGreaterThan(20);
        expect(url).toMatch(/^https?:/);
      }
    }
  });
});

describe('a rule notices', () => {
  it.each<readonly [string, string, (text: string) => string | null, RegExp]>([
    ['a missing translation', `es/blog/${SLUG}.md`, () => null, /this translation is missing/],
    [
      'a source that is not cited',
      ENGLISH,
      (text) =>
        text.replace(
          '\nsources:\n',
          '\nsources:\n  extra-one:\n    title: A title\n    publisher: A body\n    url: https://example.org\n    read: 2026-11-28\n    supports: A statement that is long enough.\n',
        ),
      /the source extra-one is not cited/,
    ],
    ['a citation without a source', ENGLISH, (text) => `${text}\nMore.[^nowhere]\n`, /there is no source nowhere/],
    ['a source without the day it was read', ENGLISH, (text) => text.replace(/\n {4}read: .*/, ''), /read: /],
    [
      'a link that leads nowhere',
      ENGLISH,
      (text) => `${text}\n[Here](/blog/nothing).\n`,
      /\/blog\/nothing leads nowhere/,
    ],
    [
      'a word of the glossary that is not there',
      ENGLISH,
      (text) => `${text}\n[Here](/glossary/nothing-such).\n`,
      /leads nowhere/,
    ],
    ['a promise', ENGLISH, (text) => `${text}\nDon't worry about it.\n`, /"don't worry"/],
    ['an exclamation mark', ENGLISH, (text) => `${text}\nCall today!\n`, /exclamation/],
    ['HTML', ENGLISH, (text) => `${text}\n<b>bold</b> words\n`, /HTML/],
    ['an image', ENGLISH, (text) => `${text}\n![a](/b.png)\n`, /an image/],
    ['a short text', ENGLISH, (text) => text.slice(0, text.indexOf('\n---\n') + 900), /: \d+ words$/m],
    [
      'hard words',
      ENGLISH,
      (text) =>
        `${text}\n${'Notwithstanding considerable institutional heterogeneity, multidisciplinary radiological characterization necessitates comprehensive interdepartmental communication, particularly whenever contradictory histopathological documentation accumulates. '.repeat(12)}\n`,
      /reads at grade/,
    ],
    [
      'a citation that a translation lost',
      `zh/blog/${SLUG}.md`,
      (text) => text.replace(/\[\^[a-z0-9-]+\]/g, ''),
      /citations: /,
    ],
    [
      'a heading that a translation lost',
      `es/blog/${SLUG}.md`,
      (text) => text.replace(/\n## .*\n/, '\n'),
      /headings: /,
    ],
    [
      'an unknown field',
      ENGLISH,
      (text) => text.replace('\ncategory:', '\nauthor: Nobody\ncategory:'),
      /author|Unrecognized/i,
    ],
    [
      'a category that is not there',
      ENGLISH,
      (text) => text.replace(/\ncategory: .*/, '\ncategory: nothing'),
      /there is no category/,
    ],
    ['a file without front matter', ENGLISH, () => 'Words.\n', /front matter/],
  ])('%s', (_, file, change, message) => {
    expect(problemsAfter(file, change).join('\n')).toMatch(message);
  });
});

describe('Markdown', () => {
  const render = (body: string, language: 'en' | 'es' | 'zh' = 'en') =>
    renderMarkdown(body, { language, meanings: new Map([['lung-nodule', 'A small <spot> in the "lung".']]) });

  it('numbers citations in the order of the text', () => {
    const { html, cited } = render('One.[^b] Two.[^a] Three.[^b]');
    expect(cited).toEqual(['b', 'a']);
    expect(html.match(/#source-\d/g)).toEqual(['#source-1', '#source-2', '#source-1']);
  });

  it('puts the meaning beside the first mention of a word, escaped', () => {
    const { html } = render('A [nodule](/glossary/lung-nodule) and a [nodule](/glossary/lung-nodule).');
    expect(html.match(/role="tooltip"/g)).toHaveLength(1);
    expect(html).toContain('A small &lt;spot&gt; in the &quot;lung&quot;.');
  });

  it('keeps the language in links of this site', () => {
    const { html } = render('[a](/blog/x) [b](/glossary/y) [c](/)', 'es');
    expect(html).toContain('href="/es/blog/x"');
    expect(html).toContain('href="/es/glossary/y"');
    expect(html).toContain('href="/es/"');
  });

  it('shows words of a report as such, in their language', () => {
    expect(render('> No acute findings.', 'zh').html).toContain('<blockquote class="report" lang="en">');
  });

  it('gives each heading its own address, also in Chinese', () => {
    const { headings } = render('## 什么是结节？\n\nx\n\n## 什么是结节？\n\ny', 'zh');
    expect(new Set(headings.map(({ id }) => id)).size).toBe(2);
  });

  it('reads questions and answers as plain text', () => {
    const { questions } = render(
      '## Group\n\n### Is it free?\n\nYes.[^a] It **is** free.\n\n### Not a question\n\nNo.',
    );
    expect(questions).toEqual([{ question: 'Is it free?', answer: 'Yes. It is free.' }]);
  });

  it('refuses links that run something', () => {
    expect(render('[x](javascript:alert(1))').refused).toHaveLength(1);
  });

  it('notices bold marks that do not close', () => {
    expect(render('**大小。**结节', 'zh').refused).toHaveLength(1);
  });
});
