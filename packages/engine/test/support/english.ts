/** The engine on the compiled knowledge, made once for all tests of a file: English, and told in other languages. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../../src/index.ts';

const json = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../knowledge/dist/${name}.json`, import.meta.url), 'utf8'));

let engine: Engine | undefined;

export function english(): Engine {
  engine ??= createEngine(json('en.reading'), json('en.words'));
  return engine;
}

/** The languages that reports are told in beside the one that they are read in. */
export const TOLD = ['es', 'zh'] as const;

const others = new Map<string, Engine>();

export function toldIn(language: (typeof TOLD)[number]): Engine {
  const known = others.get(language) ?? createEngine(json('en.reading'), json('en.words'), json(`${language}.words`));
  others.set(language, known);
  return known;
}
