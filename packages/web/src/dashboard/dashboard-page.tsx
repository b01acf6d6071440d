/** The page of kept reports as the server makes it: the same for everyone, with nothing of anyone in it. */
import { Page } from '../layout/page.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { DashboardWordsProvider } from '../words/dashboard/use-words.ts';
import { dashboardWordsOf } from '../words/dashboard/words-of.ts';
import { wordsOf } from '../words/words-of.ts';
import { Opening } from './dashboard.tsx';

export function DashboardPage({ site }: { readonly site: SiteView }) {
  const { assets, language } = site;
  const text = dashboardWordsOf(language);
  return (
    <Page
      site={site}
      path="/dashboard"
      title={wordsOf(language).titled(text.title)}
      description={text.description}
      script={assets.dashboard.script}
      style="dashboard"
    >
      <div
        id="dashboard"
        data-language={language}
        data-words={assets.dashboard.words[language].join(' ')}
        data-assets={JSON.stringify(assets)}
        {...(site.hasSaving ? { 'data-saving': 'yes' } : {})}
      >
        <DashboardWordsProvider words={text}>
          <Opening />
        </DashboardWordsProvider>
      </div>
    </Page>
  );
}
