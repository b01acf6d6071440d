/** The compiled knowledge beside the built program, and the engine on it. */
import { existsSync, readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';
import { type Language, READ } from '@readingscan/reader/languages';

/** Beside the bundle; in a checkout run from its sources, where the compiler writes. */
const FOLDERS = ['./knowledge/', '../../knowledge/dist/'].map((path) => new URL(path, import.meta.url));

/** Reading needs half of it; the words of a language are loaded where something is explained in it. */
export function loadEngine(tells: Language | null): Engine {
  const folder = FOLDERS.find((url) => existsSync(url));
  const json = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  return createEngine(
    json(`${READ}.reading`),
    tells && json(`${READ}.words`),
    tells && tells !== READ ? json(`${tells}.words`) : null,
  );
}
