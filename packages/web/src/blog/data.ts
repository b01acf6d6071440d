/** What search engines are told of a page: schema.org, as plain values. */
import type { Article, Question } from '../content/types.ts';
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import type { SiteView } from '../layout/site-view.ts';
import { BLOG_WORDS } from '../words/blog.ts';

export const CONTEXT = 'https://schema.org';

export const addressIn = ({ origin, language }: SiteView, path: string): string =>
  `${origin ?? ''}${hrefOf(language, path)}`;

export function articleData(site: SiteView, article: Article): object {
  const { title, description, published, updated, sources, slug, picture } = article;
  const author = {
    '@type': 'Organization',
    name: BLOG_WORDS[site.language].author,
    url: addressIn(site, '/blog/authors/editorial-team'),
  };
  return {
    '@context': CONTEXT,
    '@type': 'MedicalWebPage',
    headline: title,
    name: title,
    description,
    url: addressIn(site, `/blog/${slug}`),
    ...(picture && site.origin !== null ? { image: `${site.origin}${picture}` } : {}),
    inLanguage: LANGUAGE_TAG[site.language],
    datePublished: published,
    dateModified: updated,
    author,
    publisher: { '@type': 'Organization', name: 'ReadingScan', url: addressIn(site, '/') },
    audience: { '@type': 'MedicalAudience', audienceType: 'Patient' },
    isAccessibleForFree: true,
    citation: sources.map(({ title: name, publisher, year, url }) => ({
      '@type': 'CreativeWork',
      name,
      publisher: { '@type': 'Organization', name: publisher },
      url,
      ...(year === undefined ? {} : { datePublished: String(year) }),
    })),
  };
}

export const questionData = (site: SiteView, questions: readonly Question[]): object => ({
  '@context': CONTEXT,
  '@type': 'FAQPage',
  inLanguage: LANGUAGE_TAG[site.language],
  mainEntity: questions.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  })),
});

/** From the first page to this one: names and paths without language. */
export const trailData = (site: SiteView, steps: readonly (readonly [name: string, path: string])[]): object => ({
  '@context': CONTEXT,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: addressIn(site, path),
  })),
});
