/** What differs between Node and the browser: decoding pictures, opening PDFs, starting Tesseract. */
import type { Grey } from './image/grey.ts';
import type { Recognizer } from './ocr/recognizer.ts';
import type { Reason } from './outcome.ts';
import type { PdfPage } from './pdf/page.ts';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason };

export interface Platform {
  /** upright by its EXIF orientation, grey */
  decodePicture(bytes: Uint8Array): Promise<Outcome<Grey>>;
  openPdf(
    bytes: Uint8Array,
    password: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<Outcome<readonly PdfPage[]>>;
  readonly recognizer: Recognizer;
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (reason: Reason): { readonly ok: false; readonly reason: Reason } => ({ ok: false, reason });
