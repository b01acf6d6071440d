/** Text files: from bytes to characters, changed in nothing but a byte order mark. */

const SAMPLE = 65_536;
const CONTROL_SHARE = 0.02;
const HIGH_SHARE = 0.3;

/** The text of UTF-8, UTF-16 (with a mark, or plainly so) or Windows-1252 bytes; null where the bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = byMark(bytes);
  if (marked !== null) return plausible(marked) ? marked : null;
  const wide = wideOrder(bytes);
  if (wide !== null) return plausible(decode(bytes, wide)) ? decode(bytes, wide) : null;
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return plausible(utf8) ? utf8 : null;
  if (highShare(bytes) > HIGH_SHARE) return null;
  const western = decodeWestern(bytes);
  return plausible(western) ? western : null;
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  return null;
}

/** UTF-16 without a mark: nearly every second byte is zero, always on the same side. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length, SAMPLE) & ~1;
  if (n < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < n; i += 1) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > n * 0.35 && even < n * 0.02) return 'utf-16le';
  if (even > n * 0.35 && odd < n * 0.02) return 'utf-16be';
  return null;
}

/** Null where the bytes are no UTF-8. */
export function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The first bytes of a text, cut between two characters of UTF-8 (and of UTF-16). */
export function textHead(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length <= length) return bytes;
  let end = length & ~3;
  while (end > length - 8 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

/** What Windows-1252 has where Latin-1 has control characters (0x80 to 0x9f); Node's own decoder leaves these out. */
const WESTERN =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Windows-1252, the western page of Windows. */
export function decodeWestern(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes)
    text += byte >= 0x80 && byte < 0xa0 ? (WESTERN[byte - 0x80] ?? '') : String.fromCharCode(byte);
  return text;
}

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function highShare(bytes: Uint8Array): number {
  const n = Math.min(bytes.length, SAMPLE);
  let high = 0;
  for (let i = 0; i < n; i += 1) if ((bytes[i] ?? 0) >= 0x80) high += 1;
  return n === 0 ? 0 : high / n;
}

/** Text holds next to no control characters besides tabs, line and page breaks. */
function plausible(text: string): boolean {
  const n = Math.min(text.length, SAMPLE);
  let odd = 0;
  for (let i = 0; i < n; i += 1) {
    const code = text.charCodeAt(i);
    if ((code < 32 && (code < 9 || code > 13) && code !== 27) || code === 127 || code === 0xfffd) odd += 1;
  }
  return odd <= n * CONTROL_SHARE || odd <= 2;
}
