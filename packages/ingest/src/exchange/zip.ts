/** ZIP: the list of what is packed. Source: PKWARE APPNOTE 6.3, 4.3. */
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';

export interface Entry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  readonly encrypted: boolean;
  /** bytes unpacked, as the list claims */
  readonly size: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

/** The entries in the order of the list; null where the bytes are no whole ZIP. Entries that share their bytes are refused. */
export function listZip(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > LIMITS.entries) throw new Refusal('heavy-archive');
  const entries: Entry[] = [];
  let packedSum = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packedSize = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return null;
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + packedSize > bytes.length) return null;
    packedSum += packedSize;
    if (packedSum > bytes.length) throw new Refusal('unsafe');
    entries.push({
      name,
      packed: bytes.subarray(from, from + packedSize),
      deflated: method === 8,
      encrypted: (flags & 1) === 1 || (method !== 0 && method !== 8),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/');
}
