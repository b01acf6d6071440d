/** The engine in a browser, or wherever there is `fetch`: its knowledge comes from a folder that the builder serves. */
import { createEngine, type Engine } from '@readingscan/engine';
import { type Language, READ } from '@readingscan/reader/languages';

export { isLanguage, LANGUAGES } from '@readingscan/reader/languages';

/** `folder`: where the files of this package's `knowledge` folder are served. Rejects where one of them cannot be loaded. */
export async function openEngine(folder: string | URL, language: Language = READ): Promise<Engine> {
  const files = await Promise.all([
    json(folder, `${READ}.reading`),
    json(folder, `${READ}.words`),
    language === READ ? null : json(folder, `${language}.words`),
  ]);
  return createEngine(...files);
}

async function json(folder: string | URL, name: string) {
  const address = `${String(folder).replace(/\/$/, '')}/${name}.json`;
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`could not load ${address}`);
  return response.json();
}
