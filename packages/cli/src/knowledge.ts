/** The compiled knowledge beside the built program, and the engine on it. */
import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';

const file = (language: string, part: 'reading' | 'words'): URL =>
  new URL(`./knowledge/${language}.${part}.json`, import.meta.url);

export const LANGUAGES: readonly string[] = ['en'];

/** Reading needs half of it; the words are loaded where something is explained. */
export function loadEngine(language: string, { explains }: { explains: boolean }): Engine {
  const json = (part: 'reading' | 'words') => JSON.parse(readFileSync(file(language, part), 'utf8'));
  return createEngine(json('reading'), explains ? json('words') : null);
}
