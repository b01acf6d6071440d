/** The reader of a program that runs for long: texts in threads, as many as the operator gives them. */
import { existsSync } from 'node:fs';
import type { WritingReader } from '@readingscan/reader';

/** What a built program has beside itself. */
export interface ProgramParts {
  /** entry of the process that opens PDFs */
  readonly pdfChild?: string;
  /** entry of a thread that reads */
  readonly readingWorker?: URL;
}

interface Options extends ProgramParts {
  readonly knowledge: URL;
  readonly threads: number;
  readonly log: (line: string) => void;
}

export async function openProgramReader({
  knowledge,
  threads,
  log,
  pdfChild,
  readingWorker,
}: Options): Promise<WritingReader> {
  const { createThreadedReader } = await import('@readingscan/reader/threads');
  return createThreadedReader({
    knowledge,
    threads,
    onLost: (code) => log(`reading: a thread ended and was replaced: ${code}`),
    ...(pdfChild === undefined ? {} : { pdfChild }),
    ...(readingWorker === undefined ? {} : { worker: readingWorker }),
  });
}

/** Beside the bundled program, else in the sources. */
export function builtKnowledge(): URL {
  const places = [new URL('./knowledge/', import.meta.url), new URL('../../knowledge/dist/', import.meta.url)];
  const found = places.find((place) => existsSync(place));
  if (!found) throw new Error('The knowledge is not compiled yet. Run: npm run build');
  return found;
}
