/** A photograph as it is shared: drawn anew, so that when, where and by what it was taken does not go along. */
import { textOf } from './link.ts';

/** the longer side, in pixels: every line of a page can be read */
const LONGEST = 2000;
const QUALITY = 0.8;
const TYPE = 'image/jpeg';

/** In base64. Rejects where the browser cannot draw it. */
export async function drawnAnew(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, TYPE, QUALITY));
  if (!drawn) throw new Error('this picture cannot be drawn');
  return textOf(new Uint8Array(await drawn.arrayBuffer()));
}

/** Shown as what it has to be, whatever was sealed. */
export const pictureFile = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'page.jpg', { type: TYPE });
