/** Bytes of XML or HTML → text: by the mark of the file, as UTF-8 where it is that, else by the encoding it declares. */
import { latinOf } from '../../bytes.ts';
import { decodeText, strictUtf8 } from '../../text/decode.ts';

/** Text without a byte order mark; empty where the bytes are no text. */
export function decodeMarkup(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  const declared = declaredEncoding(bytes);
  if (declared !== null && !isMarked(bytes) && strictUtf8(bytes) === null) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      // an encoding that nobody knows
    }
  }
  return (text ?? '').replace(/^\ufeff/, '');
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = latinOf(bytes, 0, 1024);
  return /(?:encoding|charset)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})/i.exec(head)?.[1] ?? null;
}

const isMarked = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[1] === 0;
