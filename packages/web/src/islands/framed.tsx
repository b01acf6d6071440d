/** Brings the reader to life in the frame of another site. It keeps nothing there, and loads what it needs only when somebody begins. */
import { hydrate } from 'preact';
import type { WebAssets } from '../assets.ts';
import { deviceReader } from '../reader/device.ts';
import { Reader } from '../reader/reader.tsx';
import { loadResult } from '../reader/result-view.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';
import { asksForHeight, tellHeight } from './tell-height.ts';

const root = document.getElementById('reader');
if (root) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  // the server wrote both into the page: one boundary
  const assets = JSON.parse(root.dataset.assets ?? '{}') as WebAssets;
  const origins = JSON.parse(root.dataset.framedBy ?? '[]') as readonly string[];
  const { language, words } = await interfaceOf(root);
  hydrate(
    <WordsProvider language={language} words={words}>
      <Reader assets={assets} isFramed />
    </WordsProvider>,
    root,
  );
  document.documentElement.dataset.reader = 'live';
  if (asksForHeight(location.search)) tellHeight(origins);
  const begin = (): void => {
    void loadResult().catch(() => undefined);
    void deviceReader(assets).prepare('text', language);
  };
  // visitors of a practice who came for something else are spared a megabyte
  for (const kind of ['pointerdown', 'keydown'] as const) root.addEventListener(kind, begin, { once: true });
}
