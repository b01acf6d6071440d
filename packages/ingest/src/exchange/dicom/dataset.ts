/** DICOM files → data elements, in explicit or implicit VR and either byte order. Source: DICOM PS3.5 (encoding), PS3.10 (files). */
import { latinOf } from '../../bytes.ts';
import { LIMITS } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import { inflated } from '../unpack.ts';

export interface Dataset {
  /** "0040a730" → the element of that tag */
  readonly elements: ReadonlyMap<string, DataElement>;
}

export interface DataElement {
  readonly bytes: Uint8Array;
  /** of a sequence */
  readonly items: readonly Dataset[];
}

interface Cursor {
  at: number;
  readonly view: DataView;
  readonly bytes: Uint8Array;
  readonly little: boolean;
  readonly explicit: boolean;
  readonly count: { elements: number };
}

const LONG = new Set(['OB', 'OW', 'OF', 'OD', 'OL', 'OV', 'SQ', 'UC', 'UR', 'UT', 'UN', 'SV', 'UV']);
const OPEN = 0xffffffff;
const ITEM = 0xfffee000;
const ITEM_END = 0xfffee00d;
const SEQUENCE_END = 0xfffee0dd;
const PIXELS = 0x7fe00010;
const DEPTH = 60;

/** All elements but the pixels of pictures; throws where the bytes are no DICOM file. */
export function parseDicom(bytes: Uint8Array): Dataset {
  const start = startsAt(bytes, 128, 'DICM') ? 132 : 0;
  const count = { elements: 0 };
  const meta = cursor(bytes, start, true, true, count);
  const head = readMeta(meta);
  const syntax = asciiOf(head, '00020010');
  let body = bytes.subarray(meta.at);
  if (syntax === '1.2.840.10008.1.2.1.99') body = inflated(body, LIMITS.entryBytes, 'heavy-record');
  const implicit = syntax === '1.2.840.10008.1.2' || (syntax === '' && !looksExplicit(body));
  const little = syntax !== '1.2.840.10008.1.2.2';
  const elements = new Map([
    ...head.elements,
    ...readSet(cursor(body, 0, !implicit, little, count), body.length, 0).elements,
  ]);
  return { elements };
}

const cursor = (bytes: Uint8Array, at: number, explicit: boolean, little: boolean, count: Cursor['count']): Cursor => ({
  at,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  bytes,
  little,
  explicit,
  count,
});

/** Group 0002, always in explicit little endian. */
function readMeta(cursor: Cursor): Dataset {
  const elements = new Map<string, DataElement>();
  while (cursor.at + 8 <= cursor.bytes.length && cursor.view.getUint16(cursor.at, true) === 2)
    readElement(cursor, elements, 0);
  return { elements };
}

function readSet(cursor: Cursor, end: number, depth: number): Dataset {
  const elements = new Map<string, DataElement>();
  while (cursor.at + 8 <= end) if (!readElement(cursor, elements, depth)) break;
  return { elements };
}

/** One element; false at the end of an item, and at the pixels. */
function readElement(cursor: Cursor, elements: Map<string, DataElement>, depth: number): boolean {
  const { view, little, bytes } = cursor;
  cursor.count.elements += 1;
  if (cursor.count.elements > LIMITS.elements || depth > DEPTH) throw new Refusal('heavy-record');
  const tag = tagAt(cursor);
  if (tag === ITEM_END || tag === SEQUENCE_END) {
    cursor.at += 8;
    return false;
  }
  if (tag === PIXELS) {
    elements.set(nameOf(tag), { bytes: new Uint8Array(0), items: [] });
    return false;
  }
  cursor.at += 4;
  let [vr, length] = ['', 0];
  if (cursor.explicit) {
    vr = String.fromCharCode(bytes[cursor.at] ?? 0, bytes[cursor.at + 1] ?? 0);
    if (LONG.has(vr)) {
      if (cursor.at + 8 > bytes.length) throw new Refusal('broken-record');
      length = view.getUint32(cursor.at + 4, little);
      cursor.at += 8;
    } else {
      length = view.getUint16(cursor.at + 2, little);
      cursor.at += 4;
    }
  } else {
    length = view.getUint32(cursor.at, little);
    cursor.at += 4;
  }
  if (vr === 'SQ' || length === OPEN || (!cursor.explicit && opensSequence(cursor, length))) {
    // sequences of unknown kind (UN) are encoded implicitly
    const inner = vr === 'UN' ? { ...cursor, explicit: false, little: true } : cursor;
    const items = readItems(inner, length, depth + 1);
    cursor.at = inner.at;
    elements.set(nameOf(tag), { bytes: new Uint8Array(0), items });
    return true;
  }
  if (cursor.at + length > bytes.length) throw new Refusal('broken-record');
  elements.set(nameOf(tag), { bytes: bytes.subarray(cursor.at, cursor.at + length), items: [] });
  cursor.at += length;
  return true;
}

function readItems(cursor: Cursor, length: number, depth: number): Dataset[] {
  const end = length === OPEN ? cursor.bytes.length : cursor.at + length;
  if (end > cursor.bytes.length) throw new Refusal('broken-record');
  const items: Dataset[] = [];
  while (cursor.at + 8 <= end) {
    const tag = tagAt(cursor);
    const size = cursor.view.getUint32(cursor.at + 4, cursor.little);
    cursor.count.elements += 1;
    cursor.at += 8;
    if (tag !== ITEM) break;
    const itemEnd = size === OPEN ? end : cursor.at + size;
    if (itemEnd > end) throw new Refusal('broken-record');
    items.push(readSet(cursor, itemEnd, depth));
    if (size !== OPEN) cursor.at = itemEnd;
  }
  if (length !== OPEN) cursor.at = end;
  return items;
}

/** Implicit VR: what begins with an item is a sequence. */
const opensSequence = (cursor: Cursor, length: number): boolean =>
  length >= 8 && cursor.at + 8 <= cursor.bytes.length && tagAt(cursor) === ITEM;

const tagAt = ({ view, at, little }: Cursor): number =>
  view.getUint16(at, little) * 65_536 + view.getUint16(at + 2, little);

const nameOf = (tag: number): string => tag.toString(16).padStart(8, '0');

/** Two capital letters where a VR stands. */
const looksExplicit = (bytes: Uint8Array): boolean => {
  const [a = 0, b = 0] = [bytes[4], bytes[5]];
  return a >= 65 && a <= 90 && b >= 65 && b <= 90;
};

function startsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let i = 0; i < letters.length; i += 1) if (bytes[at + i] !== letters.charCodeAt(i)) return false;
  return true;
}

/** An element as ASCII: identifiers, codes, dates. */
export function asciiOf(set: Dataset | undefined, tag: string): string {
  const bytes = set?.elements.get(tag)?.bytes;
  return bytes
    ? latinOf(bytes, 0, 1024)
        .replace(/[\0 ]+$/, '')
        .trim()
    : '';
}
