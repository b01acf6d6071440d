/** Engines over compiled knowledge in a folder, one for each language, made on first use. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';
import { type Language, READ } from './languages.ts';

/** `knowledge`: folder with `en.reading.json` and `<language>.words.json`. */
export function enginesOf(knowledge: URL): (language: Language) => Promise<Engine> {
  const made = new Map<Language, Engine>();
  const json = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, knowledge), 'utf8'));
  const make = (language: Language): Engine =>
    createEngine(json(`${READ}.reading`), json(`${READ}.words`), language === READ ? null : json(`${language}.words`));
  return async (language) => {
    const engine = made.get(language) ?? make(language);
    made.set(language, engine);
    return engine;
  };
}
