/** What is written for the site: the blog, its feed, the pages, and the list of all of them; in every language, made when first asked for. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import {
  AUTHOR_PATH,
  hrefOf,
  type Operator,
  renderArticle,
  renderAuthor,
  renderBlog,
  renderFeed,
  renderPage,
  renderSitemap,
  type SiteContent,
  type SiteView,
} from '@readingscan/web';
import { type Context, Hono } from 'hono';
import { ASKED_ORIGIN } from './asked-origin.ts';
import { type Encodings, encoded, encodings } from './encoding.ts';
import type { Glossaries } from './glossaries.ts';

export interface ContentDeps {
  readonly content: SiteContent;
  readonly glossaries: Glossaries;
  readonly operator: Operator;
  readonly siteIn: (language: Language) => SiteView;
  /** the address of the site, where it is known */
  readonly origin: string | null;
}

const HTML = 'text/html; charset=UTF-8';
const XML = 'application/xml; charset=UTF-8';

export function contentRoutes({ content, glossaries, operator, siteIn, origin }: ContentDeps): Hono {
  const routes = new Hono();
  const made = new Map<string, Encodings>();
  const serve = (path: string, type: string, render: (origin: string) => string): void => {
    routes.get(path, (c) => {
      const known = made.get(path) ?? encodings(render(origin ?? ASKED_ORIGIN));
      made.set(path, known);
      return encoded(known, c, {
        'Content-Type': type,
        'Cache-Control': type === HTML || origin !== null ? 'no-cache' : 'no-store',
      });
    });
  };

  for (const language of LANGUAGES) {
    const own = content[language];
    const site = siteIn(language);
    const page = (path: string, render: () => string): void => serve(hrefOf(language, path), HTML, render);
    page('/blog', () => renderBlog(site, own));
    page(AUTHOR_PATH, () => renderAuthor(site, own));
    for (const { id } of own.categories) page(`/blog/category/${id}`, () => renderBlog(site, own, id));
    for (const article of own.articles) page(`/blog/${article.slug}`, () => renderArticle(site, own, article));
    for (const one of Object.values(own.pages)) page(`/${one.name}`, () => renderPage(site, one, operator));
    serve(hrefOf(language, '/blog/rss.xml'), XML, (from) => renderFeed(from, language, own));
  }
  serve('/sitemap.xml', XML, (from) =>
    renderSitemap(
      from,
      content,
      Object.fromEntries(
        Object.entries(glossaries).map(([language, { entries }]) => [language, entries.map(({ id }) => id)]),
      ),
    ),
  );
  routes.get('/robots.txt', (c) =>
    c.text(`User-agent: *\nAllow: /\nSitemap: ${origin ?? originOf(c)}/sitemap.xml\n`, 200, {
      'Cache-Control': origin === null ? 'no-store' : 'max-age=86400',
    }),
  );
  return routes;
}

const originOf = (c: Context): string => new URL(c.req.url).origin;
