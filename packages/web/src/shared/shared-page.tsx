/** The page that a link leads to, as the server makes it: the same for every link, with nothing of anyone in it. */
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { SHARED_WORDS } from '../words/shared.ts';
import { wordsOf } from '../words/words-of.ts';
import { SHARED } from './link.ts';
import { OpeningShared } from './shared.tsx';

export function SharedPage({ site }: { readonly site: SiteView }) {
  const { assets, language } = site;
  const text = SHARED_WORDS[language];
  return (
    <Page
      site={site}
      path={SHARED}
      title={wordsOf(language).titled(text.title)}
      description={text.description}
      script={assets.shared}
      style="result"
      isHidden
    >
      <div id="shared" data-language={language}>
        <OpeningShared />
      </div>
    </Page>
  );
}
