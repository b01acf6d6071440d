/** Ingest in Node: sharp decodes pictures, a killable process opens PDFs, Tesseract runs in a worker thread. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decodeWithSharp } from './image/decode-node.ts';
import { ingestOn } from './ingest.ts';
import { createRecognizer } from './ocr/recognizer.ts';
import type { Ingest } from './outcome.ts';
import { openInChild } from './pdf/supervise.ts';

export type {
  ErrorReason,
  ExtractOptions,
  Ingest,
  IngestCode,
  IngestError,
  IngestResult,
  InputFile,
  Listed,
  Progress,
} from './outcome.ts';
export { type Kind, sniff } from './sniff.ts';

export interface IngestOptions {
  /** built entry of the PDF process; without it the sources are run */
  readonly childPath?: string;
}

/** One ingest holds one recognizer, started on first use; close() ends it. */
export function createIngest(options: IngestOptions = {}): Ingest {
  return ingestOn({
    decodePicture: decodeWithSharp,
    openPdf: (bytes, password, signal) => openInChild(bytes, password, signal, options.childPath),
    recognizer: createRecognizer(async (more) => {
      const { default: tesseract } = await import('tesseract.js');
      const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
      return tesseract.createWorker('eng', tesseract.OEM.LSTM_ONLY, {
        ...more,
        langPath: join(data, '4.0.0_best_int'),
        cacheMethod: 'none',
        gzip: true,
      });
    }),
  });
}
