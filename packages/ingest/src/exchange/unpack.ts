/** What was packed (deflate, the entries of a ZIP) → its bytes, never beyond what the limits allow, whatever its headers claim. */
import { Inflate } from 'fflate';
import { joinedBytes } from '../bytes.ts';
import type { Reason } from '../outcome.ts';
import { Refusal } from '../refusal.ts';
import type { Entry } from './zip.ts';

/** Bytes that are fed at a time, twice as many each time: they grow a thousandfold at most, which is seen only afterwards. */
const STEP = { first: 64, most: 4096 };
/** bytes fed without any that come out: more than the longest block that is not packed (65,535) */
const SILENT = 131_072;

/** All bytes of an entry; `heavy` is the reason where they are more than `most`, or than the list claims. */
export function unpack(entry: Entry, most: number, heavy: Reason): Uint8Array {
  const allowed = Math.min(most, entry.size);
  if (entry.deflated) return inflated(entry.packed, allowed, heavy);
  if (entry.packed.length > allowed) throw new Refusal(heavy);
  return entry.packed;
}

/** The first bytes of an entry: `length` of them, with those that came out together with the last. */
export function unpackHead({ deflated, packed }: Entry, length: number): Uint8Array {
  return deflated ? grown(packed, length, null) : packed.subarray(0, length);
}

/** All that was deflated (RFC 1951); `heavy` is the reason where it is more than `most` bytes. */
export function inflated(packed: Uint8Array, most: number, heavy: Reason): Uint8Array {
  return grown(packed, most, heavy);
}

/** Without `heavy` it ends where `most` is reached. */
function grown(packed: Uint8Array, most: number, heavy: Reason | null): Uint8Array {
  const parts: Uint8Array[] = [];
  let [length, silent, step] = [0, 0, STEP.first];
  const inflate = new Inflate((part) => {
    length += part.length;
    if (part.length > 0) silent = 0;
    if (length > most && heavy) throw new Refusal(heavy);
    parts.push(part);
  });
  try {
    for (let at = 0; at === 0 || (at < packed.length && (heavy !== null || length < most)); ) {
      silent += step;
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
      if (silent > SILENT) throw new Refusal('broken-record');
      at += step;
      step = Math.min(STEP.most, step * 2);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('broken-record');
  }
  return joinedBytes(parts, length);
}
