/** The reader in Node: knowledge and the process for PDFs lie in the package. */
import { fileURLToPath } from 'node:url';
import { createReader, type ProgramReader } from '@readingscan/reader';

export { isLanguage, LANGUAGES } from '@readingscan/reader/languages';

/** Opens knowledge and text recognition when they are first needed. Close it, or the program does not end after a picture was read. */
export function openReader(): ProgramReader {
  return createReader({
    knowledge: new URL('../knowledge/', import.meta.url),
    pdfChild: fileURLToPath(new URL('./pdf-child.js', import.meta.url)),
  });
}
