/** The engine in Node: its knowledge lies in the package, and nothing is fetched. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';
import { type Language, READ } from '@readingscan/reader/languages';

export { isLanguage, LANGUAGES } from '@readingscan/reader/languages';

/** An engine that reads English reports and tells them in `language`. It takes some tenths of a second: open it once, use it for every report. */
export function openEngine(language: Language = READ): Engine {
  const json = (name: string) =>
    JSON.parse(readFileSync(new URL(`../knowledge/${name}.json`, import.meta.url), 'utf8'));
  return createEngine(
    json(`${READ}.reading`),
    json(`${READ}.words`),
    language === READ ? null : json(`${language}.words`),
  );
}
