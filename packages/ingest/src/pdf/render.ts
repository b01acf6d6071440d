/** Draws PDF pages in grey with pdfium. */
import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Render } from './read.ts';

const MAX_SCALE = 4;
/** a page of more pieces than this is drawn, not scanned */
const MANY = 2000;

/** Loads pdfium on first use and keeps the document open between pages. */
export function renderer(load: () => Promise<PDFiumLibrary>): Render {
  let opened: Promise<PDFiumDocument> | null = null;
  return async (bytes, number, password, side) => {
    try {
      opened ??= load().then((library) => library.loadDocument(bytes, password));
      const page = (await opened).getPage(number - 1);
      const characters = page.getText().replace(/\s/g, '').length; // before render, which closes the page
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const scale = Math.min(MAX_SCALE, side / Math.max(originalWidth, originalHeight));
      if (!(scale > 0)) return null;
      const pictured = page.getObjectCount() < MANY && [...page.objects()].some((object) => object.type === 'image');
      const { width, height, data } = await page.render({
        scale,
        colorSpace: 'Gray',
        render: async (drawn) => drawn.data,
      });
      return { grey: { width, height, data: Uint8Array.from(data.subarray(0, width * height)) }, characters, pictured };
    } catch {
      return null;
    }
  };
}
