/** Sealed bytes that lie outside the database, each under the hash of what it is: what comes back under a name is what was put there, or it is refused. */
import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, of the bytes as they lie there. */
export type ObjectName = string;

export interface Found {
  readonly name: ObjectName;
  readonly bytes: number;
}

export interface Objects {
  /** Is there when it resolves; the same bytes once more change nothing. */
  put(bytes: Uint8Array): Promise<ObjectName>;
  /** Null where there is none. Rejects with `ObjectDamaged` where it is not what its name says. */
  get(name: ObjectName): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Also where there is none. */
  delete(name: ObjectName): Promise<void>;
  /** As they come, in no order that is promised. */
  list(): AsyncGenerator<Found>;
}

/** What lies there is another thing than was put there. */
export class ObjectDamaged extends Error {
  override readonly name = 'ObjectDamaged';
}

/** A photograph of five megabytes, sealed, and some more. */
export const MOST_OBJECT_BYTES = 8 * 1024 * 1024;
export const OBJECT_NAME = /^[0-9a-f]{64}$/;

export const nameOf = (bytes: Uint8Array): ObjectName => createHash('sha256').update(bytes).digest('hex');

/** Read as it comes, and no further than an object can be. */
export async function wholeOf(name: ObjectName, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MOST_OBJECT_BYTES) throw new ObjectDamaged();
    parts.push(piece);
  }
  const bytes = new Uint8Array(Buffer.concat(parts));
  if (nameOf(bytes) !== name) throw new ObjectDamaged();
  return bytes;
}
