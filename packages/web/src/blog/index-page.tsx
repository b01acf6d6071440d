/** The blog: all articles by shelf, those of one shelf, or those of the one author there is. */
import type { LanguageContent } from '../content/types.ts';
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { BLOG_WORDS } from '../words/blog.ts';
import { ArticleCard } from './article-card.tsx';
import { trailData } from './data.ts';
import { ShelfPicture } from './shelf-picture.tsx';

export const AUTHOR_PATH = '/blog/authors/editorial-team';

interface Props {
  readonly site: SiteView;
  readonly content: LanguageContent;
  /** id of a shelf */
  readonly category?: string;
}

export function BlogIndexPage({ site, content, category }: Props) {
  const text = BLOG_WORDS[site.language];
  const { articles, categories } = content;
  const chosen = categories.find(({ id }) => id === category);
  const path = chosen ? `/blog/category/${chosen.id}` : '/blog';
  const shelves = chosen ? [chosen] : categories;
  return (
    <Page
      site={site}
      path={path}
      title={`${chosen?.name ?? text.title}: ReadingScan`}
      description={chosen?.description ?? text.description}
      data={[
        trailData(site, [
          ['ReadingScan', '/'],
          [text.title, '/blog'],
          ...(chosen ? ([[chosen.name, path]] as const) : []),
        ]),
      ]}
    >
      <div class="wrap blog">
        <header class="blog-head">
          <h1>{chosen?.name ?? text.title}</h1>
          <p class="lead quiet">{chosen?.description ?? text.lead}</p>
        </header>
        <nav aria-label={text.shelves}>
          <ul class="chips">
            <li>
              <a class="chip" href={hrefOf(site.language, '/blog')} aria-current={chosen === undefined}>
                {text.all}
              </a>
            </li>
            {categories.map(({ id, name }) => (
              <li key={id}>
                <a class="chip" href={hrefOf(site.language, `/blog/category/${id}`)} aria-current={id === chosen?.id}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {shelves.map(({ id, name, description }) => (
          <section key={id} class="blog-shelf" aria-labelledby={`shelf-${id}`}>
            <div class={chosen ? 'hidden' : 'blog-shelf-head'}>
              <ShelfPicture shelf={id} />
              <div>
                <h2 id={`shelf-${id}`}>{name}</h2>
                <p class="quiet">{description}</p>
              </div>
            </div>
            <ul class="article-cards">
              {articles
                .filter((article) => article.category === id)
                .map((article) => (
                  <ArticleCard key={article.slug} site={site} article={article} categories={categories} shelved />
                ))}
            </ul>
          </section>
        ))}
        <p class="caption">
          {text.by} <a href={hrefOf(site.language, AUTHOR_PATH)}>{text.author}</a>. {text.disclaimer}{' '}
          <a href={hrefOf(site.language, '/blog/rss.xml')}>{text.feed}</a>
        </p>
      </div>
    </Page>
  );
}

export function AuthorPage({ site, content }: { readonly site: SiteView; readonly content: LanguageContent }) {
  const text = BLOG_WORDS[site.language];
  return (
    <Page site={site} path={AUTHOR_PATH} title={`${text.author}: ReadingScan`} description={text.authorPage.join(' ')}>
      <div class="wrap blog">
        <header class="blog-head">
          <h1>{text.author}</h1>
          {text.authorPage.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </header>
        <section class="blog-shelf" aria-labelledby="h-articles">
          <h2 id="h-articles">{text.articlesBy}</h2>
          <ul class="article-cards">
            {content.articles.map((article) => (
              <ArticleCard key={article.slug} site={site} article={article} categories={content.categories} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
