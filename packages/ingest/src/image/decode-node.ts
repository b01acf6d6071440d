/** Decoding in Node: sharp, with limits on pixels and time. */
import { LIMITS } from '../limits.ts';
import { done, type Outcome, refused } from '../platform.ts';
import type { Grey } from './grey.ts';

const LONG_SIDE = 4000;

/** The picture upright by its EXIF orientation, grey, transparency laid on white, at most 4000 pixels on its long side. */
export async function decodeWithSharp(bytes: Uint8Array): Promise<Outcome<Grey>> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LIMITS.picturePixels, failOn: 'error', pages: 1 })
      .timeout({ seconds: LIMITS.decodeSeconds })
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1) return refused('broken-picture');
    return done({ width: info.width, height: info.height, data: Uint8Array.from(data) });
  } catch {
    return refused('broken-picture');
  }
}
