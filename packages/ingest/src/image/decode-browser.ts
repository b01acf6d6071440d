/** Decoding in the browser: createImageBitmap turns by EXIF orientation, a canvas gives the pixels. */
import { done, type Outcome, refused } from '../platform.ts';
import { fromRgba, type Grey } from './grey.ts';

const LONG_SIDE = 4000;

/** The picture upright by its EXIF orientation, grey, transparency laid on white, at most 4000 pixels on its long side. */
export async function decodeInBrowser(bytes: Uint8Array): Promise<Outcome<Grey>> {
  try {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)]), { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) return refused('broken-picture');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return done(fromRgba(width, height, context.getImageData(0, 0, width, height).data));
  } catch {
    return refused('broken-picture');
  }
}
