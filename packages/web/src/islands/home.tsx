/** The one script of the pages: brings the reader to life, then gets everything here that it will need without network. */
import { hydrate } from 'preact';
import type { WebAssets } from '../assets.ts';
import { deviceReader } from '../reader/device.ts';
import { restoreTextSize } from '../reader/larger.ts';
import { Reader } from '../reader/reader.tsx';
import { loadResult } from '../reader/result-view.tsx';
import { neededHere } from './needed.ts';
import { keepForOffline } from './offline.ts';

const root = document.getElementById('reader');
if (root) {
  // the server wrote it into the page: one boundary
  const assets = JSON.parse(root.dataset.assets ?? '{}') as WebAssets;
  restoreTextSize();
  hydrate(<Reader assets={assets} />, root);
  document.documentElement.dataset.reader = 'live';
  whenLoaded(() => void getReady(assets));
}

/** `data-ready` says how far the page can go without network: first text, then pictures too. */
async function getReady(assets: WebAssets): Promise<void> {
  const page = document.documentElement.dataset;
  const reader = deviceReader(assets);
  await Promise.allSettled([loadResult(), keepForOffline(assets.version, assets.offline.text)]);
  if (!(await reader.prepare('text'))) return;
  page.ready = 'text';
  if (savesData()) return;
  await keepForOffline(assets.version, neededHere(assets.offline.pictures));
  if (await reader.prepare('pictures')) page.ready = 'pictures';
}

/** Some megabytes of text recognition can wait for a photo where the person asked to save data. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

function whenLoaded(then: () => void): void {
  const soon = (): void => {
    setTimeout(then, 50);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
