/** Bytes of an HL7 v2 file → text, by the character set that the message names. */
import { Refusal } from '../../refusal.ts';
import { decodeText, strictUtf8 } from '../../text/decode.ts';

/** In UTF-8 or, where it is not that, in the set that MSH-18 names. */
export function decodeHl7(bytes: Uint8Array): string {
  const plain = framed(bytes);
  const text = decodeText(plain);
  if (text === null) throw new Refusal('binary');
  const page = /8859[/-](\d{1,2})$/.exec(characterSet(text))?.[1];
  if (page === undefined || page === '1' || strictUtf8(plain) !== null) return text.replace(/^\ufeff/, '');
  try {
    return new TextDecoder(`iso-8859-${page}`).decode(plain);
  } catch {
    return text;
  }
}

function characterSet(text: string): string {
  const from = text.indexOf('MSH');
  const line = from < 0 ? '' : (text.slice(from, from + 2000).split(/[\r\n]/, 1)[0] ?? '');
  return line[3] === undefined ? '' : (line.split(line[3])[17]?.trim() ?? '');
}

/** Frame bytes are no characters of a text: as line ends they are. */
const framed = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte) => (byte === 0x0b || byte === 0x1c || byte === 0 ? 0x0a : byte));
