/** Text-layer words of a PDF page, laid out in reading order. */

import { placedRows } from '../ocr/paragraphs.ts';
import { rowsOf } from '../ocr/rows.ts';
import type { PlacedPage } from '../source.ts';
import type { PdfPage } from './page.ts';

export function layPage(page: PdfPage): PlacedPage {
  const rows = rowsOf(page.words.map((word, line) => ({ ...word, line, weakest: 1 })));
  return { width: page.width, height: page.height, rows: placedRows(rows, (word) => word) };
}
