/** Loads the engine of each language, its knowledge and ingest once each, and again after a failure. */
import type { Engine } from '@readingscan/engine';
import type { Ingest } from '@readingscan/ingest/browser';
import type { FrameWords, ReadingKnowledge, ShippedWords } from '@readingscan/knowledge';
import type { Names } from '../digest.ts';
import { type Language, READ } from '../languages.ts';
import type { BrowserAssets } from './assets.ts';
import type { Readiness } from './protocol.ts';
import { warmUp } from './warm-up.ts';

export interface Loaded {
  engine(language: Language): Promise<Engine>;
  /** any engine: to read with */
  reading(): Promise<Engine>;
  ingest(): Promise<Ingest>;
  /** how a language calls things, for lists */
  names(language: Language): Promise<Names>;
  prepare(readiness: Readiness, language: Language): Promise<boolean>;
}

/** What is read, its words, and those of another language. */
type Files = readonly [reading: ReadingKnowledge, words: ShippedWords, frames: FrameWords | null];

interface Opened {
  readonly engine: Engine;
  readonly files: Files;
}

export function loader(assets: BrowserAssets): Loaded {
  const opened = {
    en: once(() => open(assets, 'en')),
    es: once(() => open(assets, 'es')),
    zh: once(() => open(assets, 'zh')),
  } satisfies Record<Language, () => Promise<Opened>>;
  const engine = async (language: Language): Promise<Engine> => (await opened[language]()).engine;
  const ingest = once(() => openIngest(assets));
  return {
    engine,
    reading: () => engine(READ),
    ingest,
    names: async (language) => {
      const { namesOf } = await import('./names.ts');
      return namesOf(...(await opened[language]()).files);
    },
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

async function open(assets: BrowserAssets, language: Language): Promise<Opened> {
  const { reading, words } = assets.knowledge;
  const [{ createEngine }, ...files] = await Promise.all([
    import('@readingscan/engine'),
    json(reading),
    json(words[READ]),
    language === READ ? null : json(words[language]),
  ]);
  return { engine: createEngine(...files), files };
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
