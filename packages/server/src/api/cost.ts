/** What a request costs, by what it says of itself before any of it is read: a text is read in milliseconds, a picture in seconds. */
import { MOST_BYTES } from '../body.ts';

const OF_FILES = 10;
const TEXT_POINT = 50_000; // bytes
const FILE_POINT = 1024 * 1024; // bytes

/** In points. One that does not say how long it is may be as long as any. */
export function costOf(headers: Headers): number {
  const declared = Number(headers.get('content-length') ?? Number.NaN);
  const bytes = Number.isFinite(declared) ? Math.min(declared, MOST_BYTES) : MOST_BYTES;
  const isForm = headers.get('content-type')?.trim().toLowerCase().startsWith('multipart/') ?? false;
  return isForm ? OF_FILES + Math.ceil(bytes / FILE_POINT) : 1 + Math.floor(bytes / TEXT_POINT);
}
