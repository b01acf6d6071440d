/** The reader in Node: compiled knowledge from a folder, pictures and PDFs through ingest's own processes. */
import type { Ingest } from '@readingscan/ingest';
import { enginesOf } from './engines.ts';
import { type AnyDocument, runComparison, runTask, type Task } from './run.ts';
import type { ProgramReader, ReaderInput, ReaderOptions, ReaderResult } from './types.ts';

export { isLanguage, LANGUAGES, type Language, READ } from './languages.ts';
export type * from './types.ts';

export interface NodeReaderOptions {
  /** folder with `en.reading.json` and `<language>.words.json` */
  readonly knowledge: URL;
  /** built entry of the PDF process; without it the sources are run */
  readonly pdfChild?: string;
}

/** One reader holds an engine for each language and one recognizer, made on first use. */
export function createReader({ knowledge, pdfChild }: NodeReaderOptions): ProgramReader {
  let ingest: Ingest | null = null;
  const loaded = {
    ...enginesOf(knowledge),
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
    deidentify: (input, options) => run('deidentify', input, options),
    compare: (inputs, options = {}) => runComparison(inputs, loaded, options),
    close: async () => {
      await ingest?.close();
      ingest = null;
    },
  };
}
