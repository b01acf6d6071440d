/** The page that a hospital's portal opens, as the server makes it: the same for everybody, with nothing of anyone in it. */
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { SMART_WORDS } from '../words/smart.ts';
import { wordsOf } from '../words/words-of.ts';
import type { SmartSettings } from './discovery.ts';
import { LAUNCH, SmartWaiting } from './smart-app.tsx';

interface Props {
  readonly site: SiteView;
  readonly settings: SmartSettings;
}

export function SmartPage({ site, settings }: Props) {
  const { assets, language } = site;
  return (
    <Page
      site={site}
      path={LAUNCH}
      languages={[]}
      title={wordsOf(language).titled(SMART_WORDS[language].title)}
      script={assets.smart}
      style="reader"
      isHidden
    >
      <div
        id="reader"
        data-language={language}
        data-assets={JSON.stringify(assets)}
        data-smart={JSON.stringify(settings)}
      >
        <SmartWaiting reason={null} />
      </div>
    </Page>
  );
}
