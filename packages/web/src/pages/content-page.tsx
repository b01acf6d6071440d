/** A written page: features, prices, questions, who runs the site, what is done with data. */
import type { ComponentChildren } from 'preact';
import { questionData, trailData } from '../blog/data.ts';
import { dayIn } from '../blog/day.ts';
import { Sources } from '../blog/sources.tsx';
import type { SitePage } from '../content/types.ts';
import { hrefOf } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { BLOG_WORDS } from '../words/blog.ts';
import { filled, type Operator } from './operator.ts';

/** enough parts for a list of them to help */
const MANY = 4;

interface Props {
  readonly site: SiteView;
  readonly page: SitePage;
  readonly operator: Operator;
  /** under the heading */
  readonly lead?: ComponentChildren;
  /** under what is written */
  readonly children?: ComponentChildren;
}

export function ContentPage({ site, page, operator, lead, children }: Props) {
  const { language } = site;
  const text = BLOG_WORDS[language];
  const { name, title, description, headings, questions, sources, updated, html } = page;
  return (
    <Page
      site={site}
      path={`/${name}`}
      title={`${title}: ReadingScan`}
      description={description}
      data={[
        trailData(site, [
          ['ReadingScan', '/'],
          [title, `/${name}`],
        ]),
        ...(name === 'faq' ? [questionData(site, questions)] : []),
      ]}
    >
      <div class="wrap article-frame page-frame">
        <article class="article">
          <header class="article-head">
            <h1>{title}</h1>
            <p class="lead quiet">{description}</p>
            {lead}
          </header>
          {/* compiled from our own Markdown, in which HTML is refused; what the operator wrote is escaped */}
          <div class={`prose prose-${name}`} dangerouslySetInnerHTML={{ __html: filled(html, operator, text.unset) }} />
          <p class="caption">
            {text.updated} <time dateTime={updated}>{dayIn(language, updated)}</time>
          </p>
          <Sources language={language} heading={text.sourcesOf} sources={sources} />
          {children}
        </article>
        <aside class="article-side">
          {headings.length >= MANY && (
            <nav class="article-contents" aria-label={text.contents}>
              <p class="caption">{text.contents}</p>
              <ol>
                {headings.map(({ id, text: heading }) => (
                  <li key={id}>
                    <a href={`#${id}`}>{heading}</a>
                  </li>
                ))}
              </ol>
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
      </div>
    </Page>
  );
}
