/** Without network, for a page that is not kept: what works all the same. The service worker shows it, and says what it knows of a word. */
import { hrefOf } from '../layout/href.ts';
import { NOWHERE, Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { wordsOf } from '../words/words-of.ts';

export function OfflinePage({ site }: { readonly site: SiteView }) {
  const { pages, nav, titled } = wordsOf(site.language);
  const { title, text, works } = pages.offline;
  return (
    <Page site={site} {...NOWHERE} title={titled(title)} isHidden>
      <article class="wrap text-page">
        <h1>{title}</h1>
        <p id="known" />
        <p>{text}</p>
        <p>{works}</p>
        <p class="row">
          <a class="button primary" href={hrefOf(site.language, '/')}>
            {pages.toReader}
          </a>
          <a class="button" href={hrefOf(site.language, '/dashboard')}>
            {nav.dashboard}
          </a>
        </p>
      </article>
    </Page>
  );
}
