/** A packed folder (portal export, disc of a hospital) → the files in it that may hold a report, by their content. */
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Kind, sniff } from '../sniff.ts';
import { unpack } from './unpack.ts';
import { type Entry, listZip } from './zip.ts';

export interface PackedFile {
  /** without its folder */
  readonly name: string;
  readonly kind: Kind;
  unpacked(): Uint8Array;
}

const HEAD = 16_384;
const MOST_DOCUMENTS = 200;
const READ = new Set<Kind>([
  'text',
  'pdf',
  'html',
  'rtf',
  'docx',
  'odt',
  'fhir',
  'hl7v2',
  'cda',
  'dicom',
  'dicom-json',
  'jpeg',
  'png',
  'webp',
]);

/** In the order of their names. A file that unpacks beyond all bounds, or is locked, is refused whole. */
export function packedFiles(bytes: Uint8Array): readonly PackedFile[] {
  const entries = listZip(bytes);
  if (!entries) throw new Refusal('broken-record');
  const files = entries.filter(({ name }) => isFile(name)).sort((a, b) => compare(a.name, b.name));
  if (files.length > 0 && files.every(({ encrypted }) => encrypted)) throw new Refusal('locked-file');
  if (files.reduce((sum, { size }) => sum + size, 0) > LIMITS.unpackedBytes * 8) throw new Refusal('heavy-archive');
  let left: number = LIMITS.unpackedBytes;
  const found: PackedFile[] = [];
  for (const entry of files) {
    if (entry.encrypted) continue;
    const kind = kindOf(entry);
    if (kind === null || !READ.has(kind)) continue;
    if (found.length >= MOST_DOCUMENTS) throw new Refusal('heavy-archive');
    found.push({
      name: entry.name.slice(entry.name.lastIndexOf('/') + 1),
      kind,
      unpacked: () => {
        const file = unpack(entry, Math.min(left, LIMITS.entryBytes));
        left -= file.length;
        return file;
      },
    });
  }
  return found;
}

const isFile = (name: string): boolean =>
  !name.endsWith('/') &&
  !name.startsWith('__MACOSX/') &&
  !/(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$|META-INF\/)/i.test(name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By the first bytes; office documents are known by what is packed in them. */
function kindOf(entry: Entry): Kind | null {
  try {
    const head = unpack(entry, HEAD, true);
    const kind = sniff(head);
    if (kind === 'zip') return entry.size <= LIMITS.entryBytes ? sniff(unpack(entry)) : null;
    return kind === 'dicom' && !holdsDocument(head) ? null : kind;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return null;
  }
}

/** Structured reports and documents among the slices of a disc, by their class (PS3.4 B.5). */
const holdsDocument = (head: Uint8Array): boolean =>
  /1\.2\.840\.10008\.5\.1\.4\.1\.1\.(?:88|104)\./.test(String.fromCharCode(...head.subarray(0, 2048)));
