/** The engine on the compiled English knowledge, made once for all tests of a file. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '../../src/index.ts';

const json = (part: string) =>
  JSON.parse(readFileSync(new URL(`../../../knowledge/dist/en.${part}.json`, import.meta.url), 'utf8'));

let engine: Engine | undefined;

export function english(): Engine {
  engine ??= createEngine(json('reading'), json('words'));
  return engine;
}
