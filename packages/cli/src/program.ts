/** What a built program finds beside itself: knowledge, the PDF process, the worker of batch; in a checkout, the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createReader, type ProgramReader } from '@readingscan/reader';

const beside = (path: string): URL => new URL(path, import.meta.url);

export const knowledgeFolder: URL =
  [beside('./knowledge/'), beside('../../knowledge/dist/')].find((url) => existsSync(url)) ?? beside('./knowledge/');

const pdfChild = existsSync(beside('./pdf-child.mjs')) ? fileURLToPath(beside('./pdf-child.mjs')) : undefined;

export const openReader = (): ProgramReader =>
  createReader({ knowledge: knowledgeFolder, ...(pdfChild === undefined ? {} : { pdfChild }) });

/** What a server or a worker needs of the program. */
export const programParts = {
  ...(pdfChild === undefined ? {} : { pdfChild }),
  ...(existsSync(beside('./reading-worker.mjs')) ? { readingWorker: beside('./reading-worker.mjs') } : {}),
};

export const version = (): string => {
  const found = [beside('./knowledge/en.reading.json'), beside('../../knowledge/dist/en.reading.json')].find((url) =>
    existsSync(url),
  );
  return found ? String(JSON.parse(readFileSync(beside('../package.json'), 'utf8')).version) : '0.1.0';
};
