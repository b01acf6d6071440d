/** Loads engine, knowledge and ingest once each, and again after a failure. */
import type { Engine } from '@readingscan/engine';
import type { Ingest } from '@readingscan/ingest/browser';
import type { BrowserAssets } from './assets.ts';
import type { Readiness } from './protocol.ts';
import { warmUp } from './warm-up.ts';

export interface Loaded {
  engine(): Promise<Engine>;
  ingest(): Promise<Ingest>;
  prepare(readiness: Readiness): Promise<boolean>;
}

export function loader(assets: BrowserAssets): Loaded {
  const engine = once(() => openEngine(assets));
  const ingest = once(() => openIngest(assets));
  return {
    engine,
    ingest,
    prepare: async (readiness) => {
      try {
        await engine();
        if (readiness === 'pictures') await warmUp(await ingest());
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function openEngine(assets: BrowserAssets): Promise<Engine> {
  const [{ createEngine }, reading, words] = await Promise.all([
    import('@readingscan/engine'),
    json(assets.knowledge.reading),
    json(assets.knowledge.words),
  ]);
  return createEngine(reading, words);
}

async function openIngest(assets: BrowserAssets): Promise<Ingest> {
  const { createIngest } = await import('@readingscan/ingest/browser');
  return createIngest({ assets: assets.ingest });
}

async function json(path: string) {
  const response = await fetch(path, { credentials: 'omit' });
  if (!response.ok) throw new Error(`could not load ${path}`);
  return response.json();
}

function once<T>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  };
}
