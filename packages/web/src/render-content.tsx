/** The written pages as HTML. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { ArticlePage } from './blog/article-page.tsx';
import { AuthorPage, BlogIndexPage } from './blog/index-page.tsx';
import type { Article, LanguageContent, SitePage } from './content/types.ts';
import type { SiteView } from './layout/site-view.ts';
import { ContentPage } from './pages/content-page.tsx';
import type { Operator } from './pages/operator.ts';

export const renderBlog = (site: SiteView, content: LanguageContent, category?: string): string =>
  html(<BlogIndexPage site={site} content={content} {...(category === undefined ? {} : { category })} />);

export const renderAuthor = (site: SiteView, content: LanguageContent): string =>
  html(<AuthorPage site={site} content={content} />);

export const renderArticle = (site: SiteView, content: LanguageContent, article: Article): string =>
  html(<ArticlePage site={site} content={content} article={article} />);

export const renderPage = (site: SiteView, page: SitePage, operator: Operator): string =>
  html(<ContentPage site={site} page={page} operator={operator} />);

const html = (page: VNode): string => `<!doctype html>${render(page)}`;
