/** An OBX or NTE segment → the words it says, or the file it carries. */
import { decodeText } from '../../text/decode.ts';
import { bytesOfBase64, bytesOfHex, fileInText } from '../base64.ts';
import { headingOfCode, headingOfSuffix, isHeading } from '../headings.ts';
import { mimeParts } from '../mime.ts';
import { unescaped } from './escapes.ts';
import type { Segment, Separators } from './message.ts';

export interface Said {
  readonly kind: 'prose' | 'value' | 'file';
  /** what it is said under, by its code */
  readonly heading: string | null;
  /** name of what was observed */
  readonly name: string;
  readonly text: string;
  readonly files: readonly Uint8Array[];
  readonly status: string;
  /** set, code and sub-id: what a correction replaces */
  readonly place: string;
}

const PROSE = new Set(['TX', 'FT', 'ST', 'STX', '']);
const CODED = new Set(['CE', 'CWE', 'CNE', 'CF', 'IS', 'ID']);
const NUMERIC = new Set(['NM', 'SN', 'NR', 'DT', 'TS', 'DTM']);
const UID = /^[012](?:\.\d+){4,}$/;

export function saidBy({ name, fields }: Segment, separators: Separators): Said | null {
  if (name === 'NTE') return said('prose', null, '', text(fields[3] ?? '', separators), '', '');
  const [type, code, status] = [(fields[2] ?? '').trim().toUpperCase(), fields[3] ?? '', (fields[11] ?? '').trim()];
  const [id = '', label = ''] = code.split(separators.component);
  const [base, suffix] = id.split(separators.subcomponent);
  const heading =
    headingOfSuffix(suffix?.trim()) ?? headingOfCode(base?.trim()) ?? (isHeading(label) ? label.toUpperCase() : null);
  const named = unescaped(label, separators).trim();
  const place = `${fields[1] ?? ''}|${code}|${fields[4] ?? ''}`;
  const value = fields[5] ?? '';
  if (type === 'ED' || type === 'RP') {
    const files = type === 'ED' ? filesIn(value, separators) : [];
    return { kind: 'file', heading, name: named, text: '', files, status, place };
  }
  if (CODED.has(type)) return said('value', heading, named, coded(value, separators), status, place);
  if (NUMERIC.has(type)) return said('value', heading, named, numeric(fields, type, separators), status, place);
  if (!PROSE.has(type)) return null;
  const words = text(value, separators);
  if (UID.test(words.trim())) return null;
  const file = fileInText(words);
  return file
    ? { kind: 'file', heading, name: named, text: '', files: [file], status, place }
    : said('prose', heading, named, words, status, place);
}

const said = (
  kind: Said['kind'],
  heading: string | null,
  name: string,
  words: string,
  status: string,
  place: string,
): Said => ({
  kind,
  heading,
  name,
  text: words,
  files: [],
  status,
  place,
});

const text = (value: string, separators: Separators): string =>
  unescaped(value.replaceAll(separators.repetition, '\n'), separators);

/** "C65.2^Malignant neoplasm^ICD-10" → its words; the original text where the code has none. */
function coded(value: string, separators: Separators): string {
  return value
    .split(separators.repetition)
    .map((one) => {
      const parts = one.split(separators.component);
      const words = [parts[8], parts[1], parts[4], parts.length === 1 ? parts[0] : ''].find((part) => part?.trim());
      return unescaped(words ?? '', separators).trim();
    })
    .filter((words) => words !== '')
    .join('\n');
}

/** A number with its unit, and what was made of it ("H"). */
function numeric(fields: readonly string[], type: string, separators: Separators): string {
  const value = unescaped((fields[5] ?? '').split(separators.repetition, 1)[0] ?? '', separators);
  const [unit = '', unitName = ''] = (fields[6] ?? '').split(separators.component);
  const number = type === 'SN' ? value.split(separators.component).join(' ').trim() : value.trim();
  if (number === '') return '';
  return `${number} ${unescaped(unit || unitName, separators)}`.trim();
}

/** ED: source, type, subtype, encoding, data. */
function filesIn(value: string, separators: Separators): Uint8Array[] {
  return value.split(separators.repetition).flatMap((one) => {
    const parts = one.split(separators.component);
    const data = parts.slice(4).join(separators.component);
    const encoding = (parts[3] ?? '').trim().toLowerCase();
    const bytes = decoded(data || (parts.length === 1 ? one : ''), encoding, separators);
    if (!bytes) return [];
    const inner = decodeText(bytes.subarray(0, 64)) === null ? null : mimeParts(decodeText(bytes) ?? '');
    return inner ?? [bytes];
  });
}

function decoded(data: string, encoding: string, separators: Separators): Uint8Array | null {
  if (data.trim() === '') return null;
  if (encoding === 'hex') return bytesOfHex(data);
  const base64 = bytesOfBase64(data);
  if (base64 && (encoding.startsWith('base') || fileInText(data))) return base64;
  return new TextEncoder().encode(unescaped(data, separators));
}
