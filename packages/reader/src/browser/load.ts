/** Loads the engine of each language, its knowledge and ingest once each, and again after a failure. */
import type { Engine } from '@readingscan/engine';
import type { Ingest } from '@readingscan/ingest/browser';
import { type Language, READ } from '../languages.ts';
import type { BrowserAssets } from './assets.ts';
import type { Readiness } from './protocol.ts';
import { warmUp } from './warm-up.ts';

export interface Loaded {
  engine(language: Language): Promise<Engine>;
  ingest(): Promise<Ingest>;
  prepare(readiness: Readiness, language: Language): Promise<boolean>;
}

export function loader(assets: BrowserAssets): Loaded {
  const engines = {
    en: once(() => openEngine(assets, 'en')),
    es: once(() => openEngine(assets, 'es')),
    zh: once(() => openEngine(assets, 'zh')),
  } satisfies Record<Language, () => Promise<Engine>>;
  const engine = (language: Language): Promise<Engine> => engines[language]();
  const ingest = once(() => openIngest(assets));
  return {
    engine,
    ingest,
    prepare: async (readiness, language) => {
      try {
        await engine(language);
        if (readiness === 'pictures') await warmUp(await ingest());
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function openEngine(assets: BrowserAssets, language: Language): Promise<Engine> {
  const { reading, words } = assets.knowledge;
  const [{ createEngine }, ...files] = await Promise.all([
    import('@readingscan/engine'),
    json(reading),
    json(words[READ]),
    language === READ ? null : json(words[language]),
  ]);
  return createEngine(...files);
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
