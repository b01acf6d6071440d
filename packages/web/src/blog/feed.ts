/** What machines read of the site: a feed of the articles, and the list of all pages. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { escaped } from '../content/escape.ts';
import type { LanguageContent, SiteContent } from '../content/types.ts';
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import { BLOG_WORDS } from '../words/blog.ts';
import { AUTHOR_PATH } from './index-page.tsx';

const rfc822 = (date: string): string => new Date(date).toUTCString();

/** RSS 2.0. `origin` is the address of the site, without a slash at its end. */
export function renderFeed(origin: string, language: Language, { articles, categories }: LanguageContent): string {
  const text = BLOG_WORDS[language];
  const address = (path: string): string => escaped(`${origin}${hrefOf(language, path)}`);
  const items = articles.map(
    ({ slug, title, description, published, category }) => `<item>
<title>${escaped(title)}</title>
<link>${address(`/blog/${slug}`)}</link>
<guid isPermaLink="true">${address(`/blog/${slug}`)}</guid>
<pubDate>${rfc822(published)}</pubDate>
<category>${escaped(categories.find(({ id }) => id === category)?.name ?? '')}</category>
<description>${escaped(description)}</description>
</item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>ReadingScan: ${escaped(text.title)}</title>
<link>${address('/blog')}</link>
<atom:link href="${address('/blog/rss.xml')}" rel="self" type="application/rss+xml"/>
<description>${escaped(text.description)}</description>
<language>${LANGUAGE_TAG[language]}</language>
${items.join('\n')}
</channel></rss>
`;
}

/** Every page with the languages it is written in. `terms`: the words of the glossary by language, of those that it is there in. */
export function renderSitemap(
  origin: string,
  content: SiteContent,
  terms: Readonly<Partial<Record<Language, readonly string[]>>>,
): string {
  const written = LANGUAGES.flatMap((language) => {
    const words = terms[language];
    const glossary = words ? ['/glossary', ...words.map((id) => `/glossary/${id}`)] : [];
    return [...pathsIn(content[language]), ...glossary].map((path) => ({ language, path }));
  });
  const languages = new Map<string, Language[]>();
  for (const { language, path } of written) languages.set(path, [...(languages.get(path) ?? []), language]);
  const address = (language: Language, path: string): string => escaped(`${origin}${hrefOf(language, path)}`);
  const pages = written.map(({ language, path }) => {
    const others = (languages.get(path) ?? []).map(
      (other) => `<xhtml:link rel="alternate" hreflang="${LANGUAGE_TAG[other]}" href="${address(other, path)}"/>`,
    );
    return `<url><loc>${address(language, path)}</loc>${others.length > 1 ? others.join('') : ''}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.join('\n')}
</urlset>
`;
}

const pathsIn = ({ articles, categories, pages }: LanguageContent): string[] => [
  '/',
  '/api',
  '/blog',
  ...categories.map(({ id }) => `/blog/category/${id}`),
  AUTHOR_PATH,
  ...articles.map(({ slug }) => `/blog/${slug}`),
  ...Object.keys(pages).map((name) => `/${name}`),
];
