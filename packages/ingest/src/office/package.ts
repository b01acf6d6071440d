/** The parts of an office document (a ZIP), unpacked one by one when they are asked for. */
import { unpack } from '../exchange/unpack.ts';
import { listZip } from '../exchange/zip.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';

export interface Package {
  /** a part, or null where there is none */
  path(name: string): Uint8Array | null;
  need(name: string): Uint8Array;
}

export function openPackage(bytes: Uint8Array): Package {
  const entries = new Map((listZip(bytes) ?? []).map((entry) => [entry.name, entry]));
  let left: number = LIMITS.unpackedBytes;
  const path = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new Refusal('locked-file');
    const part = unpack(entry, Math.min(left, LIMITS.entryBytes), 'heavy-record');
    left -= part.length;
    return part;
  };
  return {
    path,
    need(name) {
      const part = path(name);
      if (!part) throw new Refusal('broken-record');
      return part;
    },
  };
}
