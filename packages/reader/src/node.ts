/** The reader in Node: compiled knowledge from a folder, pictures and PDFs through ingest's own processes. */
import { readFileSync } from 'node:fs';
import { createEngine, type Engine } from '@readingscan/engine';
import type { Ingest } from '@readingscan/ingest';
import { type AnyDocument, runTask, type Task } from './run.ts';
import type { Reader, ReaderInput, ReaderOptions, ReaderResult } from './types.ts';

export type * from './types.ts';

export interface NodeReaderOptions {
  /** folder with `<language>.reading.json` and `<language>.words.json` */
  readonly knowledge: URL;
  readonly language?: string;
  /** built entry of the PDF process; without it the sources are run */
  readonly pdfChild?: string;
}

/** One reader holds one engine and one recognizer, both made on first use. */
export function createReader({ knowledge, language = 'en', pdfChild }: NodeReaderOptions): Reader {
  let engine: Engine | null = null;
  let ingest: Ingest | null = null;
  const json = (part: string) => JSON.parse(readFileSync(new URL(`${language}.${part}.json`, knowledge), 'utf8'));
  const loaded = {
    engine: async () => (engine ??= createEngine(json('reading'), json('words'))),
    ingest: async () => {
      const { createIngest } = await import('@readingscan/ingest');
      ingest ??= createIngest(pdfChild === undefined ? {} : { childPath: pdfChild });
      return ingest;
    },
  };
  // runTask answers each task with its own document
  const run = <T extends AnyDocument>(task: Task, input: ReaderInput, options: ReaderOptions = {}) =>
    runTask(task, input, loaded, options) as Promise<ReaderResult<T>>;
  return {
    explain: (input, options) => run('explain', input, options),
    read: (input, options) => run('read', input, options),
    extract: (input, options) => run('extract', input, options),
    close: async () => {
      await ingest?.close();
      ingest = null;
    },
  };
}
