/** Brings the page of kept reports to life, then gets it here for the time without network. */
import { isLanguage, type Language, READ } from '@readingscan/reader/languages';
import { hydrate } from 'preact';
import type { WebAssets } from '../assets.ts';
import { Dashboard } from '../dashboard/dashboard.tsx';
import { keepDashboard } from '../kept/offline-dashboard.ts';
import { restoreTextSize } from '../reader/larger.ts';
import { loadResult } from '../reader/result-view.tsx';
import { DashboardWordsProvider } from '../words/dashboard/use-words.ts';
import type { DashboardWords } from '../words/dashboard/words.ts';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';

const DASHBOARD: Readonly<Record<Language, () => Promise<{ readonly dashboard: DashboardWords }>>> = {
  en: () => import('../words/dashboard/en.ts'),
  es: () => import('../words/dashboard/es.ts'),
  zh: () => import('../words/dashboard/zh.ts'),
};

const root = document.getElementById('dashboard');
if (root) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  // the server wrote it into the page: one boundary
  const assets = JSON.parse(root.dataset.assets ?? '{}') as WebAssets;
  restoreTextSize();
  const named = root.dataset.language ?? '';
  const own = isLanguage(named) ? named : READ;
  const [{ language, words }, { dashboard }] = await Promise.all([interfaceOf(root), DASHBOARD[own]()]);
  hydrate(
    <WordsProvider language={language} words={words}>
      <DashboardWordsProvider words={dashboard}>
        <Dashboard assets={assets} hasSaving={root.dataset.saving !== undefined} />
      </DashboardWordsProvider>
    </WordsProvider>,
    root,
  );
  document.documentElement.dataset.reader = 'live';
  await Promise.allSettled([loadResult(), keepDashboard(assets, language)]);
  document.documentElement.dataset.ready = 'dashboard';
}
