/** One word: the answer first, then what it is, where it shows, what comes next, what it is mixed up with. */
import type { GlossaryPage } from '@readingscan/knowledge';
import { type Language, READ } from '@readingscan/reader/languages';
import type { ComponentChildren } from 'preact';
import { trailData } from '../blog/data.ts';
import { dayIn } from '../blog/day.ts';
import { Chips } from '../layout/chips.tsx';
import { hrefOf, LANGUAGE_TAG } from '../layout/href.ts';
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { wordsOf } from '../words/words-of.ts';
import { termData } from './data.ts';
import { InReport } from './in-report.tsx';

interface Props {
  readonly site: SiteView;
  readonly entry: GlossaryPage;
  /** those with a page of their own, by id */
  readonly names: ReadonlyMap<string, string>;
  /** in which there is a page of it */
  readonly languages: readonly Language[];
}

export function GlossaryEntryPage({ site, entry, names, languages }: Props) {
  const { language } = site;
  const words = wordsOf(language);
  const text = words.glossary;
  const { name, answer, what, seen, next, falseFriends, related, sources, reviewed, part, also, written, radlex } =
    entry;
  const shows = Object.entries(seen);
  return (
    <Page
      site={site}
      path={`/glossary/${entry.id}`}
      languages={languages}
      title={`${name}: ${text.title}, ${words.brand}`}
      description={answer}
      data={[
        termData(site, entry),
        trailData(site, [
          ['ReadingScan', '/'],
          [text.title, '/glossary'],
          [name, `/glossary/${entry.id}`],
        ]),
      ]}
    >
      <article class="wrap glossary-entry">
        <nav class="trail" aria-label={text.trail}>
          <a href={hrefOf(language, '/glossary')}>{text.title}</a>
          <a href={hrefOf(language, `/glossary?part=${part}`)}>{text.parts[part]}</a>
        </nav>
        <header>
          <h1>{name}</h1>
          {written !== undefined && (
            <p class="lead quiet">
              {text.written} <InReport word={written} />
            </p>
          )}
          {written === undefined && also[0] && <p class="lead quiet">{text.inPlainWords(also[0])}</p>}
        </header>
        <section class="glossary-answer" aria-labelledby="h-answer">
          <h2 id="h-answer">{text.answer}</h2>
          <p class="lead">{answer}</p>
        </section>
        <Part id="what" heading={text.what}>
          <p>{what}</p>
        </Part>
        {shows.length > 0 && (
          <Part id="seen" heading={text.seen}>
            <Pairs
              pairs={shows.map(([exam, how]) => ({
                // the keys of the record are the exams
                term: text.exams[exam as keyof typeof seen],
                text: how,
              }))}
            />
          </Part>
        )}
        <Part id="next" heading={text.next}>
          <p>{next}</p>
        </Part>
        {falseFriends.length > 0 && (
          <Part id="friends" heading={text.falseFriends}>
            <Pairs
              pairs={falseFriends.map(({ term, differs, written: one }) => ({ term, text: differs, written: one }))}
            />
          </Part>
        )}
        {related.length > 0 && (
          <Part id="related" heading={text.related}>
            <Chips
              chips={related.map((id) => ({ name: names.get(id) ?? id, href: hrefOf(language, `/glossary/${id}`) }))}
            />
          </Part>
        )}
        <aside class="glossary-reader">
          <p>
            <b>{text.reader[0]}</b>
            {words.gap}
            {text.reader[1]}
          </p>
          <a class="button primary" href={hrefOf(language, '/')}>
            {words.pages.toReader}
          </a>
        </aside>
        <footer class="caption">
          <h2>{text.sources}</h2>
          <ul>
            {sources.map(({ title, publisher, url, read }) => (
              <li key={url}>
                <a href={url} rel="noreferrer nofollow" {...(language === READ ? {} : { lang: LANGUAGE_TAG[READ] })}>
                  {title}
                </a>
                , {publisher}. {text.read} <time dateTime={read}>{dayIn(site.language, read)}</time>.
              </li>
            ))}
          </ul>
          {radlex !== null && <p>{text.radlex(radlex)}</p>}
          <p>{reviewed ? text.reviewed(reviewed.by, reviewed.date) : text.unreviewed}</p>
          <p>{text.note}</p>
        </footer>
      </article>
    </Page>
  );
}

interface Pair {
  readonly term: string;
  readonly text: string;
  readonly written?: string | undefined;
}

function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  return (
    <dl class="glossary-pairs">
      {pairs.map(({ term, text, written }) => (
        <div key={term}>
          <dt>
            {term} <InReport word={written} />
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PartProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

function Part({ id, heading, children }: PartProps) {
  return (
    <section aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`}>{heading}</h2>
      {children}
    </section>
  );
}
