/** The reader in a browser: a worker does the jobs, with files from a folder of the page's own origin. */
import { assetPaths } from '@readingscan/ingest/assets';
import { createBrowserReader, type Language, type Reader } from '@readingscan/reader/browser';

export { isLanguage, LANGUAGES } from '@readingscan/reader/languages';

export interface PageReader extends Reader {
  /** Loads ahead of need what texts ask for, or pictures and PDFs too: the job itself needs no network then. False where that did not work; the job will try again. */
  prepare(readiness: 'text' | 'pictures', language?: Language): Promise<boolean>;
}

/** `folder`: where `readingscan-files` has put its files, on the page's own origin. The worker starts with the first job, or with `prepare`. */
export function openReader(folder: string | URL): PageReader {
  const base = new URL(`${String(folder).replace(/\/$/, '')}/`, document.baseURI).href;
  const words = (language: Language): string => `${base}knowledge/${language}.words.json`;
  return createBrowserReader({
    worker: `${base}worker.js`,
    knowledge: {
      reading: `${base}knowledge/en.reading.json`,
      words: { en: words('en'), es: words('es'), zh: words('zh') },
    },
    ingest: assetPaths(`${base}ocr`),
  });
}
