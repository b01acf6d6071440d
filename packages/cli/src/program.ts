/** What a built program finds beside itself: knowledge, the PDF process, the worker of batch; in a checkout, the sources. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createReader, type ProgramReader } from '@readingscan/reader';

const beside = (path: string): URL => new URL(path, import.meta.url);

export const knowledgeFolder: URL =
  [beside('./knowledge/'), beside('../../knowledge/dist/')].find((url) => existsSync(url)) ?? beside('./knowledge/');

export function openReader(): ProgramReader {
  const child = beside('./pdf-child.mjs');
  return createReader({
    knowledge: knowledgeFolder,
    ...(existsSync(child) ? { pdfChild: fileURLToPath(child) } : {}),
  });
}

export const version = (): string => {
  const found = [beside('./knowledge/en.reading.json'), beside('../../knowledge/dist/en.reading.json')].find((url) =>
    existsSync(url),
  );
  return found ? String(JSON.parse(readFileSync(beside('../package.json'), 'utf8')).version) : '0.1.0';
};
