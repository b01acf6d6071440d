/** Everything under packages/web/content → one value for the server. English first; a translation takes from it all that is the same. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fleschKincaidGrade, type GlossaryKnowledge, wordsOf } from '@readingscan/knowledge';
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import type { z } from 'zod';
import {
  type Article,
  type Category,
  type Citation,
  type LanguageContent,
  PAGE_NAMES,
  type PageName,
  type SiteContent,
  type SitePage,
} from '../types.ts';
import { readCategories } from './categories.ts';
import { type Compiled, checkArticle, checkPage, checkReferences, compareTranslation } from './check.ts';
import { type Document, readDocument } from './document.ts';
import { type Rendered, renderMarkdown } from './markdown.ts';
import type { Problem } from './problem.ts';
import { article, type PageMatter, page, type SourceMatter, translatedArticle, translatedPage } from './schema.ts';

export interface Inputs {
  /** packages/web/content */
  readonly root: string;
  readonly glossary: GlossaryKnowledge;
  /** what a concept means, by language and id */
  readonly meanings: Readonly<Record<Language, ReadonlyMap<string, string>>>;
}

/** Words a person reads in a minute, and signs of Chinese. */
const PACE = { words: 200, signs: 350 };
const HAN = /\p{Script=Han}/gu;

/** All content and all that is wrong with it, as far as it can be read. */
export function readContent({ root, glossary, meanings }: Inputs): {
  readonly content: SiteContent;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const shelves = readCategories(join(root, 'categories.yml'), problems);
  const render = (language: Language) => (body: string) =>
    renderMarkdown(body, { language, meanings: meanings[language] });

  const english = documents(root, 'en', 'blog', article, problems).map((own) => compiled(own, render('en')));
  const englishPages = documents(root, 'en', 'pages', page, problems).map((own) => compiled(own, render('en')));
  problems.push(...english.flatMap(checkArticle), ...englishPages.flatMap(checkPage));

  const made = LANGUAGES.map((language): LanguageContent => {
    const categories = shelves.map((shelf): Category => ({ id: shelf.id, ...shelf[language] }));
    if (language === 'en')
      return {
        categories,
        articles: english.map((own) => articleOf(own, own.document.matter, language)).sort(byDate),
        pages: pagesOf(englishPages.map((own) => pageOf(own, own.document.matter))),
      };
    const told = documents(root, language, 'blog', translatedArticle, problems).map((own) =>
      compiled(own, render(language)),
    );
    const toldPages = documents(root, language, 'pages', translatedPage, problems).map((own) =>
      compiled(own, render(language)),
    );
    problems.push(
      ...compareTranslation(english, told, language),
      ...compareTranslation(englishPages, toldPages, language),
    );
    return {
      categories,
      articles: told
        .flatMap((own) => {
          const source = english.find(({ slug }) => slug === own.slug)?.document.matter;
          return source ? [articleOf(own, { ...source, ...own.document.matter }, language)] : [];
        })
        .sort(byDate),
      pages: pagesOf(
        toldPages.flatMap((own) => {
          const source = englishPages.find(({ slug }) => slug === own.slug)?.document.matter;
          return source ? [pageOf(own, { ...source, ...own.document.matter })] : [];
        }),
      ),
    };
  });
  const [en, es, zh] = made as [LanguageContent, LanguageContent, LanguageContent];
  const content = { en, es, zh };
  problems.push(
    ...checkReferences([...english, ...englishPages], {
      articles: new Set(english.map(({ slug }) => slug)),
      categories: new Set(shelves.map(({ id }) => id)),
      terms: new Set(glossary.entries.map(({ id }) => id)),
    }),
  );
  return { content, problems };
}

function documents<Matter>(
  root: string,
  language: Language,
  kind: 'blog' | 'pages',
  schema: z.ZodType<Matter>,
  problems: Problem[],
): Document<Matter>[] {
  const folder = join(root, language, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const read = readDocument(join(folder, name), `${language}/${kind}/${name}`, schema);
      problems.push(...read.problems);
      return read.document ? [read.document] : [];
    });
}

const compiled = <Matter>(document: Document<Matter>, render: (body: string) => Rendered): Compiled<Matter> => ({
  slug: document.file.replace(/^.*\//, '').replace(/\.md$/, ''),
  document,
  rendered: render(document.body),
});

function articleOf(
  { slug, rendered }: Compiled<unknown>,
  matter: z.infer<typeof article>,
  language: Language,
): Article {
  const { title, description, category, published, updated = published, takeaways, questions, related } = matter;
  const { headings, html, texts } = rendered;
  return {
    slug,
    title,
    description,
    category,
    published,
    updated,
    takeaways,
    questions,
    related,
    sources: citations(rendered, matter.sources),
    minutes: minutesFor(texts.join(' '), language),
    headings,
    html,
  };
}

function pageOf({ slug, rendered }: Compiled<unknown>, { title, description, updated, sources }: PageMatter): SitePage {
  const { headings, questions, html } = rendered;
  // a page of another name is a problem that has been told
  return {
    name: slug as PageName,
    title,
    description,
    updated,
    headings,
    questions,
    sources: citations(rendered, sources),
    html,
  };
}

const pagesOf = (pages: readonly SitePage[]): LanguageContent['pages'] =>
  Object.fromEntries(pages.filter(({ name }) => PAGE_NAMES.includes(name)).map((own) => [own.name, own]));

const citations = ({ cited }: Rendered, sources: Readonly<Record<string, SourceMatter>>): Citation[] =>
  cited.flatMap((key) => {
    const own = sources[key];
    if (!own) return [];
    const { title, publisher, year, url, read, supports } = own;
    return [{ key, title, publisher, ...(year === undefined ? {} : { year }), url, read, supports }];
  });

const minutesFor = (text: string, language: Language): number =>
  Math.max(
    1,
    Math.round(language === 'zh' ? (text.match(HAN) ?? []).length / PACE.signs : wordsOf(text).length / PACE.words),
  );

const byDate = (one: Article, other: Article): number =>
  other.published.localeCompare(one.published) || one.title.localeCompare(other.title);

export const gradeOf = ({ texts }: Rendered): number | null => fleschKincaidGrade(texts);
export const lengthOf = ({ texts }: Rendered): number => wordsOf(texts.join(' ')).length;
