/** An article: what it comes to, its contents beside the text, its sources, what to read next. */
import type { Article, LanguageContent } from '../content/types.ts';
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { Held } from '../result/held.tsx';
import { BLOG_WORDS, type BlogWords } from '../words/blog.ts';
import { ArticleCard } from './article-card.tsx';
import { articleData, questionData, trailData } from './data.ts';
import { dayIn } from './day.ts';
import { AUTHOR_PATH } from './index-page.tsx';
import { Sources } from './sources.tsx';

const MORE = 3;

interface Props {
  readonly site: SiteView;
  readonly content: LanguageContent;
  readonly article: Article;
}

export function ArticlePage({ site, content, article }: Props) {
  const { language, assets } = site;
  const text = BLOG_WORDS[language];
  const { slug, title, description, picture, category, takeaways, questions, headings, sources, html } = article;
  const shelf = content.categories.find(({ id }) => id === category);
  const related = article.related.flatMap((name) => content.articles.find((one) => one.slug === name) ?? []);
  const more = content.articles.filter((one) => one !== article && !related.includes(one)).slice(0, MORE);
  return (
    <Page
      site={site}
      path={`/blog/${slug}`}
      title={`${title} ReadingScan`}
      description={description}
      kind="article"
      picture={picture}
      script={assets.article}
      data={[
        articleData(site, article),
        questionData(site, questions),
        trailData(site, [
          ['ReadingScan', '/'],
          [text.title, '/blog'],
          ...(shelf ? ([[shelf.name, `/blog/category/${shelf.id}`]] as const) : []),
          [title, `/blog/${slug}`],
        ]),
      ]}
    >
      <div class="wrap article-frame">
        <article class="article">
          <header class="article-head">
            <nav class="trail" aria-label={text.trail}>
              <a href={hrefOf(language, '/blog')}>{text.title}</a>
              {shelf && <a href={hrefOf(language, `/blog/category/${shelf.id}`)}>{shelf.name}</a>}
            </nav>
            <h1>
              <Held text={title} />
            </h1>
            <p class="lead quiet">
              <Held text={description} />
            </p>
            <Byline site={site} article={article} text={text} />
          </header>
          <section class="takeaways" aria-labelledby="h-short">
            <h2 id="h-short">{text.takeaways}</h2>
            <ul>
              {takeaways.map((one) => (
                <li key={one}>
                  <Held text={one} />
                </li>
              ))}
            </ul>
          </section>
          <details class="more article-contents-small">
            <summary>{text.contents}</summary>
            <Contents article={article} text={text} />
          </details>
          {/* compiled from our own Markdown, in which HTML is refused */}
          <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
          <section class="article-questions" aria-labelledby="h-questions">
            <h2 id="h-questions">{text.questions}</h2>
            {questions.map(({ question, answer }) => (
              <div key={question}>
                <h3>{question}</h3>
                <p>
                  <Held text={answer} />
                </p>
              </div>
            ))}
          </section>
          <p class="article-note">{text.disclaimer}</p>
          <Sources language={language} heading={text.sources} sources={sources} />
        </article>
        <aside class="article-side">
          {headings.length > 0 && (
            <nav class="article-contents" aria-label={text.contents}>
              <p class="caption">{text.contents}</p>
              <Contents article={article} text={text} />
            </nav>
          )}
          <div class="article-reader">
            <p>
              <b>{text.reader[0]}</b> {text.reader[1]}
            </p>
            <a class="button primary" href={hrefOf(language, '/')}>
              {text.toReader}
            </a>
          </div>
        </aside>
        <section class="article-next" aria-labelledby="h-next">
          <h2 id="h-next">{text.related}</h2>
          <ul class="article-cards">
            {[...related, ...more].slice(0, 2 * MORE).map((one) => (
              <ArticleCard key={one.slug} site={site} article={one} categories={content.categories} />
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

interface PartProps {
  readonly article: Article;
  readonly text: BlogWords;
}

function Byline({ site: { language }, article, text }: PartProps & { readonly site: SiteView }) {
  const { published, updated, minutes } = article;
  return (
    <p class="caption byline">
      {text.by} <a href={hrefOf(language, AUTHOR_PATH)}>{text.author}</a> ·{' '}
      {updated === published ? text.published : text.updated} <time dateTime={updated}>{dayIn(language, updated)}</time>{' '}
      · {text.minutes(minutes)}
      <br />
      {text.unreviewed}
    </p>
  );
}

function Contents({ article: { headings }, text }: PartProps) {
  return (
    <ol>
      {headings.map(({ id, text: name }) => (
        <li key={id}>
          <a href={`#${id}`}>
            <Held text={name} />
          </a>
        </li>
      ))}
      <li>
        <a href="#h-questions">{text.questions}</a>
      </li>
    </ol>
  );
}
