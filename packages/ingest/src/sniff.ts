/** First stage: what kind of file these bytes are, by their content and never by their name. */
import { decodeText, textHead } from './text/decode.ts';

export type Kind =
  | 'empty'
  | 'text'
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'pdf'
  | 'heic'
  | 'other-picture'
  | 'svg'
  | 'zip'
  | 'archive'
  | 'office'
  | 'rtf'
  | 'html'
  | 'fhir'
  | 'hl7v2'
  | 'cda'
  | 'dicom'
  | 'binary';

const HEAD = 4096;
const PDF_WITHIN = 1024;

/** Magic bytes: offset, ASCII or byte text (latin1), kind. The first that fits wins. */
const MAGIC: readonly (readonly [at: number, bytes: string, kind: Kind])[] = [
  [0, '\xff\xd8\xff', 'jpeg'],
  [0, '\x89PNG\r\n\x1a\n', 'png'],
  [0, '%PDF-', 'pdf'],
  [0, 'PK\x03\x04', 'zip'],
  [0, 'PK\x05\x06', 'zip'],
  [0, '\x1f\x8b', 'archive'],
  [0, 'Rar!\x1a\x07', 'archive'],
  [0, '7z\xbc\xaf\x27\x1c', 'archive'],
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'office'],
  [0, '{\\rtf', 'rtf'],
  [0, 'GIF87a', 'other-picture'],
  [0, 'GIF89a', 'other-picture'],
  [0, 'II*\0', 'other-picture'],
  [0, 'MM\0*', 'other-picture'],
  [0, '\0\0\x01\0', 'other-picture'],
  [0, '\0\0\0\x0cJXL ', 'other-picture'],
  [128, 'DICM', 'dicom'],
];
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** The kind of a file, from its first bytes; text is told apart from binary rubbish by its characters. */
export function sniff(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty';
  for (const [at, magic, kind] of MAGIC) if (startsWith(bytes, at, magic)) return kind;
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return 'webp';
  if (startsWith(bytes, 4, 'ftyp')) {
    return HEIF_BRANDS.includes(latin1(bytes, 8, 12)) ? 'heic' : 'other-picture';
  }
  if (startsWith(bytes, 0, 'BM') && bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0) return 'other-picture';
  const text = decodeText(textHead(bytes, HEAD * 4));
  if (text !== null) return textKind(text);
  return latin1(bytes, 0, PDF_WITHIN).includes('%PDF-') ? 'pdf' : 'binary';
}

/** Text that is really a document of another kind; anything else, tags inside or not, is read as it stands. */
function textKind(text: string): Kind {
  const head = text.slice(0, HEAD).trimStart();
  if (head === '') return text.length > 0 && text.trim() === '' ? 'empty' : 'text';
  const lower = head.toLowerCase();
  if (head.startsWith('MSH|') || head.startsWith('MSH^')) return 'hl7v2';
  if (head.startsWith('%PDF-') || lower.slice(0, PDF_WITHIN).includes('%pdf-1.')) return 'pdf';
  if (head.startsWith('{') && lower.includes('"resourcetype"')) return 'fhir';
  if (!head.startsWith('<')) return 'text';
  if (lower.startsWith('<!doctype html') || lower.startsWith('<html')) return 'html';
  const root = rootElement(lower);
  if (root === 'html') return 'html';
  if (root === 'svg' && opening(lower, 'svg').includes('http://www.w3.org/2000/svg')) return 'svg';
  if (root === 'clinicaldocument') return 'cda';
  if (lower.includes('xmlns="http://hl7.org/fhir"')) return 'fhir';
  return 'text';
}

/** The first tag of this name, up to its end. */
function opening(lower: string, name: string): string {
  const from = lower.indexOf(`<${name}`);
  const to = lower.indexOf('>', from);
  return lower.slice(from, to < 0 ? undefined : to);
}

/** Name of the first element after declarations, comments and a document type. */
function rootElement(lower: string): string {
  let at = 0;
  while (at >= 0 && at < lower.length) {
    at = lower.indexOf('<', at);
    if (at < 0) return '';
    if (lower.startsWith('<!--', at)) at = lower.indexOf('-->', at);
    else if (lower.startsWith('<?', at)) at = lower.indexOf('?>', at);
    else if (lower.startsWith('<!', at)) at += 2;
    else return /^[\w:-]*/.exec(lower.slice(at + 1, at + 40))?.[0].replace(/^.*:/, '') ?? '';
  }
  return '';
}

function startsWith(bytes: Uint8Array, at: number, magic: string): boolean {
  if (bytes.length < at + magic.length) return false;
  for (let i = 0; i < magic.length; i += 1) if (bytes[at + i] !== magic.charCodeAt(i)) return false;
  return true;
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < Math.min(to, bytes.length); i += 1) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
