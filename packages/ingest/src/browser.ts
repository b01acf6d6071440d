/** Ingest in the browser: the browser's own decoder, Tesseract and PDFs in workers, every file from our own origin. */
import type { AssetPaths } from './assets.ts';
import { decodeInBrowser } from './image/decode-browser.ts';
import { ingestOn } from './ingest.ts';
import { createRecognizer } from './ocr/recognizer.ts';
import type { Ingest } from './outcome.ts';
import { refused } from './platform.ts';

export { type Asset, type AssetPaths, assetPaths, OCR_ASSETS } from './assets.ts';
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
  readonly assets: AssetPaths;
}

/** One ingest holds one recognizer, started on first use; close() ends it. To be used within a web worker. */
export function createIngest({ assets }: IngestOptions): Ingest {
  return ingestOn({
    decodePicture: decodeInBrowser,
    openPdf: async (bytes, password, signal) => {
      const [{ readPdf }, { renderer }] = await Promise.all([import('./pdf/read.ts'), import('./pdf/render.ts')]);
      if (signal?.aborted) return refused('stopped');
      const { pdfiumPath } = assets;
      const render = renderer(async () => {
        if (!pdfiumPath) throw new Error('no pdfium');
        return (await import('@hyzyla/pdfium')).PDFiumLibrary.init({ wasmUrl: pdfiumPath });
      });
      return readPdf(bytes, password, render);
    },
    recognizer: createRecognizer(async (more) => {
      const { default: tesseract } = await import('tesseract.js');
      return tesseract.createWorker('eng', tesseract.OEM.LSTM_ONLY, {
        ...more,
        workerPath: assets.workerPath,
        corePath: assets.corePath,
        langPath: assets.langPath,
        workerBlobURL: false,
        cacheMethod: 'none',
        gzip: true,
      });
    }),
  });
}
