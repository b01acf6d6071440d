/** Takes a request's body up to a limit; what is too much is read to its end and let go, so that the answer arrives. */

export type Body = { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'too-large' };

export const MOST_BYTES = 20 * 1024 * 1024;
/** Room for the parts' own lines around files of the largest size. */
const FRAMING = 64 * 1024;
/** Beyond this a sender is not worth waiting for. */
const MOST_DRAINED = 200 * 1024 * 1024;

/** `limit` in bytes; by default that of files. */
export async function readBody(
  request: Pick<Request, 'headers' | 'body'>,
  limit = MOST_BYTES + FRAMING,
): Promise<Body> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  const parts: Uint8Array[] = [];
  let size = 0;
  let tooLarge = declared > limit;
  if (request.body) {
    const stream = request.body.getReader();
    for (;;) {
      const { done, value } = await stream.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) tooLarge = true;
      if (tooLarge) parts.length = 0;
      else parts.push(value);
      if (size > MOST_DRAINED) {
        await stream.cancel();
        break;
      }
    }
  }
  return tooLarge ? { kind: 'too-large' } : { kind: 'bytes', bytes: joined(parts, size) };
}

/** Reads a body to its end and keeps nothing. */
export async function drain(request: Request): Promise<void> {
  let size = 0;
  const stream = request.body?.getReader();
  while (stream) {
    const { done, value } = await stream.read();
    if (done) return;
    size += value.byteLength;
    if (size > MOST_DRAINED) return stream.cancel();
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}
