/** A packed folder (portal export, disc of a hospital) → the files in it that may hold a report, by their content. */
import { latinOf } from '../bytes.ts';
import { LIMITS } from '../limits.ts';
import { Refusal } from '../refusal.ts';
import { type Kind, sniff } from '../sniff.ts';
import { unpack, unpackHead } from './unpack.ts';
import { type Entry, listZip } from './zip.ts';

interface PackedFile {
  /** without its folder */
  readonly name: string;
  readonly kind: Kind;
  unpacked(): Uint8Array;
}

/** bytes that may still be unpacked */
interface Budget {
  whole: number;
  /** of what is only looked at */
  heads: number;
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
  const budget: Budget = { whole: LIMITS.unpackedBytes, heads: LIMITS.unpackedBytes * 4 };
  const found: PackedFile[] = [];
  for (const entry of files) {
    if (entry.encrypted) continue;
    const { kind, whole } = peeked(entry, budget);
    if (kind === null || !READ.has(kind)) continue;
    if (found.length >= MOST_DOCUMENTS) throw new Refusal('heavy-archive');
    found.push({
      name: entry.name.slice(entry.name.lastIndexOf('/') + 1),
      kind,
      unpacked: () => whole ?? spent(entry, budget),
    });
  }
  return found;
}

const isFile = (name: string): boolean =>
  !name.endsWith('/') &&
  !name.startsWith('__MACOSX/') &&
  !/(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$|META-INF\/)/i.test(name);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Peeked {
  readonly kind: Kind | null;
  /** all bytes, where they were needed to tell the kind */
  readonly whole?: Uint8Array;
}

/** By the first bytes; office documents are known by what is packed in them. */
function peeked(entry: Entry, budget: Budget): Peeked {
  try {
    const head = unpackHead(entry, HEAD);
    budget.heads -= head.length;
    if (budget.heads < 0) throw new Refusal('heavy-archive');
    const kind = sniff(head);
    if (kind === 'zip') {
      if (entry.size > LIMITS.entryBytes) return { kind: null };
      const whole = spent(entry, budget);
      return { kind: sniff(whole), whole };
    }
    return { kind: kind === 'dicom' && !holdsDocument(head) ? null : kind };
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'broken-record') return { kind: null };
    throw error;
  }
}

/** An entry unpacked, at the cost of those after it. */
function spent(entry: Entry, budget: Budget): Uint8Array {
  const file = unpack(entry, Math.min(budget.whole, LIMITS.entryBytes), 'heavy-archive');
  budget.whole -= file.length;
  return file;
}

/** Structured reports and documents among the slices of a disc, by their class (PS3.4 B.5). */
const holdsDocument = (head: Uint8Array): boolean =>
  /1\.2\.840\.10008\.5\.1\.4\.1\.1\.(?:88|104)\./.test(latinOf(head, 0, 2048));
