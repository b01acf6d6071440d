/** Specific Character Set (0008,0005) → how text elements are decoded. Source: DICOM PS3.3 C.12.1.1.2. */
import { decodeText, decodeWestern } from '../../text/decode.ts';

export type Decode = (bytes: Uint8Array) => string;

const LABELS: Readonly<Record<string, string>> = {
  '100': 'iso-8859-1',
  '101': 'iso-8859-2',
  '109': 'iso-8859-3',
  '110': 'iso-8859-4',
  '144': 'iso-8859-5',
  '127': 'iso-8859-6',
  '126': 'iso-8859-7',
  '138': 'iso-8859-8',
  '148': 'windows-1254',
  '203': 'iso-8859-15',
  '166': 'windows-874',
  '192': 'utf-8',
  '13': 'shift_jis',
  '87': 'iso-2022-jp',
  '159': 'iso-2022-jp',
  '149': 'euc-kr',
  '58': 'gb18030',
  GB18030: 'gb18030',
  GBK: 'gbk',
};

/** Values are apart by backslashes: the last one that is known counts, as the first is often empty. */
export function decoderFor(set: string): Decode {
  const label = set
    .split('\\')
    .map(
      (one) =>
        LABELS[
          one
            .trim()
            .replace(/^ISO(?:_IR|[ _]2022[ _]IR)[ _]/i, '')
            .toUpperCase()
        ],
    )
    .reverse()
    .find((one) => one !== undefined);
  return (bytes) => clean(decoded(bytes, label));
}

function decoded(bytes: Uint8Array, label: string | undefined): string {
  if (label === undefined) return decodeText(bytes) ?? '';
  try {
    // Latin-1 that is really UTF-8 is common
    return label === 'iso-8859-1' ? (decodeText(bytes) ?? decodeWestern(bytes)) : new TextDecoder(label).decode(bytes);
  } catch {
    return decodeText(bytes) ?? '';
  }
}

/** Padding, and escape sequences that switch to a set, are no text. */
const clean = (text: string): string =>
  text
    .split('\u001b')
    .map((part, index) => (index === 0 ? part : part.replace(/^[()$*+,\-./]{1,2}[0-9A-Za-z]/, '')))
    .join('')
    .replaceAll('\0', '')
    .trimEnd();
