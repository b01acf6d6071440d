/** Base64 and hexadecimal text → bytes; null where it is neither. */

const PADDING = 0x3d;

/** White space inside is left out; both alphabets are read. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const clean = unpadded(text.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/'));
  if (clean === '' || /[^A-Za-z0-9+/]/.test(clean) || clean.length % 4 === 1) return null;
  try {
    const letters = atob(clean);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes;
  } catch {
    return null;
  }
}

function unpadded(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === PADDING) end -= 1;
  return text.slice(0, end);
}

export function bytesOfHex(text: string): Uint8Array | null {
  const clean = text.replace(/\s+/g, '');
  if (clean === '' || clean.length % 2 === 1 || /[^0-9A-Fa-f]/.test(clean)) return null;
  return Uint8Array.from({ length: clean.length / 2 }, (_, i) => Number.parseInt(clean.slice(i * 2, i * 2 + 2), 16));
}

const LEAST = 64;

/** A text that is nothing but one long base64 word: a file that was put where text belongs. */
export function fileInText(text: string): Uint8Array | null {
  const trimmed = text.trim();
  if (trimmed.length < LEAST || /[^A-Za-z0-9+/=\s]/.test(trimmed)) return null;
  if (/[ \t]/.test(trimmed.slice(0, 4096))) return null;
  return bytesOfBase64(trimmed);
}
