/** Bytes of any file: pieces put together, and letters of one byte each. */

/** The pieces one after the other, no more than `length` bytes of them. */
export function joinedBytes(
  pieces: readonly Uint8Array[],
  length: number = pieces.reduce((sum, piece) => sum + piece.length, 0),
): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    const rest = piece.subarray(0, length - at);
    whole.set(rest, at);
    at += rest.length;
  }
  return whole;
}

/** Letters of Latin-1, for marks, identifiers and codes. */
export function latinOf(bytes: Uint8Array, from = 0, to: number = bytes.length): string {
  let text = '';
  for (let i = from; i < Math.min(to, bytes.length); i += 1) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
