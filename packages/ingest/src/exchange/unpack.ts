/** One entry of a ZIP unpacked, never beyond what the limits allow, whatever its headers claim. */
import { Inflate } from 'fflate';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from './zip.ts';

/** bytes that are fed at a time: they grow a thousandfold at most */
const STEP = 16_384;

/** The bytes of an entry; with `head`, no more than its first ones. */
export function unpack(entry: Entry, most: number = LIMITS.entryBytes, head = false): Uint8Array {
  if (!entry.deflated) {
    if (entry.packed.length > most && !head) throw new Refusal('heavy-archive');
    return entry.packed.subarray(0, most);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.length;
    if (length > most && !head) throw new Refusal('heavy-archive');
    parts.push(part);
  });
  for (let at = 0; at === 0 || (at < entry.packed.length && length < most); at += STEP) {
    const last = at + STEP >= entry.packed.length;
    inflate.push(entry.packed.subarray(at, at + STEP), last);
  }
  return joined(parts, Math.min(length, most));
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const rest = part.subarray(0, length - at);
    bytes.set(rest, at);
    at += rest.length;
  }
  return bytes;
}
