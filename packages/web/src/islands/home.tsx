/** The script of the first page: brings the reader to life in the page's language, then gets everything here that it will need without network. */
import { type Language, READ } from '@readingscan/reader/languages';
import { hydrate } from 'preact';
import type { WebAssets } from '../assets.ts';
import { keepDashboard } from '../kept/offline-dashboard.ts';
import { hrefOf, languageIn } from '../layout/href.ts';
import { deviceReader } from '../reader/device.ts';
import { keptCount } from '../reader/kept-files.ts';
import { keepLanguage } from '../reader/kept-language.tsx';
import { restoreTextSize } from '../reader/larger.ts';
import { Reader } from '../reader/reader.tsx';
import { loadResult } from '../reader/result-view.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';
import { neededHere } from './needed.ts';
import { keepForOffline } from './offline.ts';

const root = document.getElementById('reader');
if (root) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  // the server wrote it into the page: one boundary
  const assets = JSON.parse(root.dataset.assets ?? '{}') as WebAssets;
  restoreTextSize();
  const { language, words } = await interfaceOf(root);
  // nobody comes to another language than the first by chance
  if (language !== READ) keepLanguage(language);
  hydrate(
    <WordsProvider language={language} words={words}>
      <Reader assets={assets} />
    </WordsProvider>,
    root,
  );
  followChoice();
  document.documentElement.dataset.reader = 'live';
  whenLoaded(() => void getReady(assets, language));
}

/** `data-ready` says how far the page can go without network: first text, then pictures too. */
async function getReady(assets: WebAssets, language: Language): Promise<void> {
  const page = document.documentElement.dataset;
  const reader = deviceReader(assets);
  const own = [
    hrefOf(language, '/'),
    hrefOf(language, '/offline'),
    assets.style.site,
    assets.interface[language],
    assets.knowledge.words[language],
  ];
  await Promise.allSettled([loadResult(), keepForOffline(assets.version, [...own, ...assets.offline.text])]);
  if (!(await reader.prepare('text', language))) return;
  page.ready = 'text';
  // after a newer version too, what is kept opens without network
  if ((await keptCount()) > 0) await keepDashboard(assets, language);
  if (savesData()) return;
  await keepForOffline(assets.version, neededHere(assets.offline.pictures));
  if (await reader.prepare('pictures', language)) page.ready = 'pictures';
}

/** Some megabytes of text recognition can wait for a photo where the person asked to save data. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

function followChoice(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a'))
    link.addEventListener('click', () => keepLanguage(languageIn(link.pathname)));
}

function whenLoaded(then: () => void): void {
  const soon = (): void => {
    setTimeout(then, 50);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
