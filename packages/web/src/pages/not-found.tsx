/** No page at this address: said in the language that the address names. */
import { hrefOf } from '../layout/href.ts';
import { NOWHERE, Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { wordsOf } from '../words/words-of.ts';

export function NotFoundPage({ site }: { readonly site: SiteView }) {
  const { pages, titled } = wordsOf(site.language);
  return (
    <Page site={site} {...NOWHERE} title={titled(pages.notFound.title)}>
      <article class="wrap text-page">
        <h1>{pages.notFound.title}</h1>
        <p>{pages.notFound.text}</p>
        <p>
          <a class="button" href={hrefOf(site.language, '/')}>
            {pages.toReader}
          </a>
        </p>
      </article>
    </Page>
  );
}
