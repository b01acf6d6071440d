/** Brings the page of a launch to life: the hospital is asked by this page alone, and what it says is read on this device. */
import { hydrate } from 'preact';
import type { WebAssets } from '../assets.ts';
import { restoreTextSize } from '../reader/larger.ts';
import type { SmartSettings } from '../smart/discovery.ts';
import { SmartApp } from '../smart/smart-app.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';

const root = document.getElementById('reader');
if (root) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  // the server wrote both into the page: one boundary
  const assets = JSON.parse(root.dataset.assets ?? '{}') as WebAssets;
  const settings = JSON.parse(root.dataset.smart ?? '{}') as SmartSettings;
  restoreTextSize();
  const { language, words } = await interfaceOf(root);
  hydrate(
    <WordsProvider language={language} words={words}>
      <SmartApp assets={assets} settings={settings} />
    </WordsProvider>,
    root,
  );
  document.documentElement.dataset.reader = 'live';
}
