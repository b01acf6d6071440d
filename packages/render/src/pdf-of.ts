/** An explanation → its PDF, without the other formats: a page makes it on the device. */
import type { Explanation } from '@readingscan/engine';
import { wholeOf } from './outline.ts';
import { toPdf } from './pdf.ts';
import { sheet } from './sheet.ts';

/** @param isSheet only the page for the visit */
export const pdfOf = (explanation: Explanation, isSheet: boolean): Uint8Array<ArrayBuffer> =>
  toPdf(isSheet ? sheet(explanation) : wholeOf(explanation), explanation.language, { isOnePage: isSheet });
