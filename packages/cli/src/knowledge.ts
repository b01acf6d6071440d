/** The compiled knowledge beside the built program, and the engine on it. */
import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';

/** Beside the bundle; in a checkout run from its sources, where the compiler writes. */
const FOLDERS = ['./knowledge/', '../../knowledge/dist/'].map((path) => new URL(path, import.meta.url));

export const LANGUAGES: readonly string[] = ['en'];

/** Reading needs half of it; the words are loaded where something is explained. */
export function loadEngine(language: string, { explains }: { explains: boolean }): Engine {
  const folder = FOLDERS.find((url) => existsSync(url));
  const json = (part: 'reading' | 'words') =>
    JSON.parse(readFileSync(new URL(`${language}.${part}.json`, folder), 'utf8'));
  return createEngine(json('reading'), explains ? json('words') : null);
}
