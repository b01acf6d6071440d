/** Engines over compiled knowledge in a folder, one for each language, made on first use. */
import { isAscii } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { createEngine, type Engine, type Prepared, prepare } from '@readingscan/engine';
import { type Language, READ } from './languages.ts';
import type { Parts } from './run.ts';

/** `knowledge`: folder with `en.reading.json` and `<language>.words.json`. */
export function enginesOf(knowledge: URL): Omit<Parts, 'ingest'> {
  const made = new Map<Language, Engine>();
  let reading: Engine | undefined;
  return {
    engine: async (language) => {
      const engine = made.get(language) ?? openEngine(knowledge, language);
      made.set(language, engine);
      reading = engine;
      return engine;
    },
    reading: async () => {
      reading ??= openEngine(knowledge, null);
      return reading;
    },
  };
}

/** `tells`: null where nothing is explained, which needs half of the knowledge. */
export function openEngine(knowledge: URL, tells: Language | null): Engine {
  const json = (name: string) => JSON.parse(textOf(readFileSync(new URL(`${name}.json`, knowledge))));
  return createEngine(
    json(`${READ}.reading`),
    tells && json(`${READ}.words`),
    tells && tells !== READ ? json(`${tells}.words`) : null,
    preparedIn(knowledge),
  );
}

/** What holds nothing but ASCII, as the largest of them does, need not be decoded. */
const textOf = (bytes: Buffer): string => bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');

const PREPARED = `${READ}.prepared`;

/** Puts down beside the knowledge in a folder what is made of it at every start. */
export function prepareFolder(knowledge: URL): void {
  const reading = JSON.parse(readFileSync(new URL(`${READ}.reading.json`, knowledge), 'utf8'));
  writeFileSync(new URL(PREPARED, knowledge), serialize(prepare(reading)));
}

/** Null where there is none, or where another version of Node wrote it than can read it: then it is made. */
function preparedIn(knowledge: URL): Prepared | null {
  try {
    return deserialize(readFileSync(new URL(PREPARED, knowledge)));
  } catch {
    return null;
  }
}
