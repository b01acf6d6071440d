/** First stage: what kind of file these bytes are, by their content and never by their name. */
import { latinOf } from './bytes.ts';
import { type Entry, listZip } from './exchange/zip.ts';
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
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'html'
  | 'fhir'
  | 'hl7v2'
  | 'cda'
  | 'dicom'
  | 'dicom-json'
  | 'binary';

export type PictureKind = 'jpeg' | 'png' | 'webp';

export const isPicture = (kind: Kind): kind is PictureKind => kind === 'jpeg' || kind === 'png' || kind === 'webp';

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
  [128, 'DICM', 'dicom'], // its first 128 bytes may be those of a TIFF
  [0, 'GIF87a', 'other-picture'],
  [0, 'GIF89a', 'other-picture'],
  [0, 'II*\0', 'other-picture'],
  [0, 'MM\0*', 'other-picture'],
  [0, '\0\0\x01\0', 'other-picture'],
  [0, '\0\0\0\x0cJXL ', 'other-picture'],
  // files without the preamble that the standard asks for: group 0002, or group 0008 in either VR
  [0, '\x02\0\0\0UL\x04\0', 'dicom'],
  [0, '\x08\0\x05\0CS', 'dicom'],
  [0, '\x08\0\0\0UL\x04\0', 'dicom'],
  [0, '\x08\0\0\0\x04\0\0\0', 'dicom'],
  [0, '\x08\0\x05\0\x0a\0\0\0', 'dicom'],
];
const HEIF_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** The kind of a file, from its first bytes; text is told apart from binary rubbish by its characters. */
export function sniff(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty';
  for (const [at, magic, kind] of MAGIC)
    if (startsWith(bytes, at, magic)) return kind === 'zip' ? packedKind(bytes) : kind;
  if (startsWith(bytes, 0, 'RIFF') && startsWith(bytes, 8, 'WEBP')) return 'webp';
  if (startsWith(bytes, 4, 'ftyp')) {
    return HEIF_BRANDS.includes(latinOf(bytes, 8, 12)) ? 'heic' : 'other-picture';
  }
  if (startsWith(bytes, 0, 'BM') && bytes.length > 26 && bytes[6] === 0 && bytes[7] === 0) return 'other-picture';
  const text = decodeText(textHead(bytes, HEAD * 4));
  if (text !== null) return textKind(text);
  return latinOf(bytes, 0, PDF_WITHIN).includes('%PDF-') ? 'pdf' : 'binary';
}

/** A ZIP is what is packed in it: an office document, or a folder of files. */
function packedKind(bytes: Uint8Array): Kind {
  let entries: Entry[] | null;
  try {
    entries = listZip(bytes);
  } catch {
    return 'zip';
  }
  const names = new Set(entries?.map(({ name }) => name));
  if (names.has('word/document.xml')) return 'docx';
  const mime = entries?.find(({ name, deflated }) => name === 'mimetype' && !deflated);
  const type = mime ? latinOf(mime.packed, 0, 100) : '';
  if (type.includes('opendocument.text')) return 'odt';
  if (names.has('[Content_Types].xml'))
    return [...names].some((name) => /^word\/document\d*\.xml$/.test(name)) ? 'docx' : 'office';
  return type.includes('opendocument') || type.includes('epub') ? 'office' : 'zip';
}

/** Text that is really a document of another kind; anything else, tags inside or not, is read as it stands. */
function textKind(text: string): Kind {
  const head = text
    .slice(0, HEAD)
    .trimStart()
    .replace(/^\ufeff\s*/, '');
  if (head === '') return text.length > 0 && text.trim() === '' ? 'empty' : 'text';
  const lower = head.toLowerCase();
  if (isHl7(head)) return 'hl7v2';
  if (head.startsWith('%PDF-') || lower.slice(0, PDF_WITHIN).includes('%pdf-1.')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (head.startsWith('{') || head.startsWith('[')) return jsonKind(text);
  if (!head.startsWith('<')) return 'text';
  if (lower.startsWith('<!doctype html') || lower.startsWith('<html')) return 'html';
  const root = rootElement(lower);
  if (root === 'html') return 'html';
  if (root === 'svg' && opening(lower, 'svg').includes('http://www.w3.org/2000/svg')) return 'svg';
  if (root === 'clinicaldocument') return 'cda';
  if (lower.includes('urn:hl7-org:v3') || lower.includes('<templateid') || /\s(?:class|type)code\s*=/.test(lower))
    return 'cda';
  if (/xmlns\s*=\s*["']http:\/\/hl7\.org\/fhir["']/.test(lower)) return 'fhir';
  if (root === 'oru_r01' && lower.includes('urn:hl7-org:v2xml')) return 'hl7v2';
  if (HTML_ROOTS.has(root) && text.toLowerCase().includes(`</${root}`)) return 'html';
  return 'text';
}

/** Pages that begin without a head. */
const HTML_ROOTS = new Set([
  'head',
  'body',
  'div',
  'p',
  'table',
  'section',
  'article',
  'main',
  'header',
  'h1',
  'h2',
  'h3',
  'pre',
  'center',
  'font',
]);

/** "MSH|^~\\&|", whatever the separator is; batches; a message that lost its head. */
function isHl7(head: string): boolean {
  const separator = /^(?:MSH|FHS|BHS)([^A-Za-z0-9\s])/.exec(head)?.[1];
  if (separator !== undefined)
    return head.split(separator, 6).length > 5 || head.startsWith('MSH|') || head.startsWith('MSH^');
  return /^(?:PID|OBR|ORC|PV1|EVT|OBX)\|/.test(head) && head.split('|', 6).length > 5;
}

function jsonKind(text: string): Kind {
  if (/"resourceType"\s*:/.test(text)) return 'fhir';
  return /"[0-9A-Fa-f]{8}"\s*:\s*\{\s*"vr"\s*:/.test(text) ? 'dicom-json' : 'text';
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
