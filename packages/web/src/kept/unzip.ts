/** The entries of a ZIP, never more of them than its list claims and than is allowed: real bytes are counted as they come out, and whoever else wants the thread gets it meanwhile. */
import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate';

/** What a ZIP may hold. */
export interface ZipBounds {
  readonly entries: number;
  /** unpacked, of all entries together */
  readonly bytes: number;
}

export type Entries = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** The ZIP is damaged, or more than it says it is, or more than it may be. */
export class BadZip extends Error {
  override readonly name = 'BadZip';
}

/** Bytes fed at a time: they grow a thousandfold at most, which is seen only afterwards. */
const STEP = 4096;
/** Milliseconds of work at one go. */
const AT_ONE_GO = 15;

/** Every entry by its name. Rejects with `BadZip`. */
export async function unzip(bytes: Uint8Array, bounds: ZipBounds): Promise<Entries> {
  const rest = restful();
  try {
    const claimed = claimsOf(bytes, bounds);
    const entries = new Map<string, Uint8Array<ArrayBuffer>>();
    // once from its beginning to its end: no two entries can share their bytes
    const stream = new Unzip((file) => {
      const size = claimed.get(file.name);
      if (size === undefined || entries.has(file.name)) throw new BadZip();
      entries.set(file.name, contentOf(file, size));
    });
    stream.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      await rest();
    }
    if (entries.size !== claimed.size) throw new BadZip();
    return entries;
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip('damaged', { cause: error });
  }
}

/** Lets others have the thread where it was held for a while. */
export function restful(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < AT_ONE_GO) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}

/** Name → bytes unpacked, as the list at its end claims. Nothing is unpacked for it. */
function claimsOf(bytes: Uint8Array, bounds: ZipBounds): ReadonlyMap<string, number> {
  const claimed = new Map<string, number>();
  let [packed, unpacked] = [0, 0];
  unzipSync(bytes, {
    filter({ name, compression, size, originalSize }) {
      packed += size;
      unpacked += originalSize;
      const isLie = compression === 0 && size !== originalSize;
      // together longer than the file: some of them share their bytes
      if (isLie || packed > bytes.length || unpacked > bounds.bytes) throw new BadZip();
      if (claimed.has(name) || claimed.size === bounds.entries) throw new BadZip();
      claimed.set(name, originalSize);
      return false;
    },
  });
  return claimed;
}

/** Filled as the file is read on; it throws where more comes out than was claimed, or less. */
function contentOf(file: UnzipFile, size: number): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(size);
  let length = 0;
  file.ondata = (error, part, isLast) => {
    if (error || length + part.length > size) throw new BadZip();
    content.set(part, length);
    length += part.length;
    if (isLast && length !== size) throw new BadZip();
  };
  file.start();
  return content;
}
