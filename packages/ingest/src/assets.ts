/** The files of Tesseract and pdfium that the browser loads from our own origin: where they come from and what they are called. */

export interface Asset {
  /** module path, to be resolved in node_modules */
  readonly from: string;
  /** name under the folder for OCR assets */
  readonly to: string;
}

export const OCR_ASSETS: readonly Asset[] = [
  { from: 'tesseract.js/dist/worker.min.js', to: 'worker.min.js' },
  { from: 'tesseract.js-core/tesseract-core-relaxedsimd-lstm.wasm.js', to: 'tesseract-core-relaxedsimd-lstm.wasm.js' },
  { from: 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js', to: 'tesseract-core-simd-lstm.wasm.js' },
  { from: 'tesseract.js-core/tesseract-core-lstm.wasm.js', to: 'tesseract-core-lstm.wasm.js' },
  { from: '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz', to: 'eng.traineddata.gz' },
  { from: '@hyzyla/pdfium/dist/pdfium.wasm', to: 'pdfium.wasm' },
];

export interface AssetPaths {
  /** URL of worker.min.js */
  readonly workerPath: string;
  /** URL of the folder with the tesseract-core files */
  readonly corePath: string;
  /** URL of the folder with eng.traineddata.gz */
  readonly langPath: string;
  /** URL of pdfium.wasm; without it scanned pages of a PDF are not drawn */
  readonly pdfiumPath?: string;
}

/** The paths when every asset lies in one folder. */
export function assetPaths(folder: string): AssetPaths {
  const base = folder.replace(/\/$/, '');
  return { workerPath: `${base}/worker.min.js`, corePath: base, langPath: base, pdfiumPath: `${base}/pdfium.wasm` };
}
