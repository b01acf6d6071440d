/** DICOM files → the report in them: a structured report, or a document put into one; pictures hold no report. */
import { latinOf } from '../../bytes.ts';
import { Refusal } from '../../refusal.ts';
import { isResource, parseJson, weigh } from '../fhir/resource.ts';
import { type Found, isoDate, NOTHING } from '../found.ts';
import { decodeMarkup } from '../markup/decode.ts';
import { decoderFor } from './charset.ts';
import { contentOf } from './content.ts';
import { asciiOf, type Dataset, parseDicom } from './dataset.ts';
import { datasetOf } from './json.ts';
import { toldBy } from './told.ts';

const CONTENT = '0040a730';
const DOCUMENT = '00420011';
const HEAD = 2048;

export function readDicom(bytes: Uint8Array): Found[] {
  try {
    return [foundIn(parseDicom(bytes))];
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'broken-record' && isPicture(bytes))
      throw new Refusal('scan-images');
    throw error;
  }
}

/** By its storage class (PS3.4 B.5), which stands at the beginning: those of pictures are neither reports nor documents. */
function isPicture(bytes: Uint8Array): boolean {
  const head = latinOf(bytes, 0, HEAD);
  return /1\.2\.840\.10008\.5\.1\.4\.1\.1\.(?!88\.|104\.)\d/.test(head);
}

export function readDicomJson(bytes: Uint8Array): Found[] {
  const text = decodeMarkup(bytes);
  weigh(text);
  const json = parseJson(text);
  if (json === undefined) throw new Refusal('broken-record');
  const sets = (Array.isArray(json) ? json : [json]).filter(isResource).map(datasetOf);
  const reports = sets.filter(({ elements }) => elements.has(CONTENT));
  if (reports.length === 0) throw new Refusal('scan-images');
  return reports.map(foundIn);
}

function foundIn(set: Dataset): Found {
  const decode = decoderFor(asciiOf(set, '00080005'));
  const text = (tag: string) => decode(set.elements.get(tag)?.bytes ?? new Uint8Array(0)).trim();
  const about = {
    date: isoDate(asciiOf(set, '00080020')),
    status: asciiOf(set, '0040a496') === 'PRELIMINARY' ? ('preliminary' as const) : null,
  };
  const document = set.elements.get(DOCUMENT);
  if (document && document.bytes.length > 0) {
    return {
      ...NOTHING,
      ...about,
      title: text('00081030') || text('00420010') || null,
      files: [unpadded(document.bytes)],
      filesFirst: true,
    };
  }
  if (!set.elements.has(CONTENT)) throw new Refusal(set.elements.has('0040a040') ? 'no-report-text' : 'scan-images');
  const root = contentOf(set);
  const words = toldBy(root).trim();
  if (words === '') throw new Refusal('no-report-text');
  return {
    ...NOTHING,
    ...about,
    title: text('00081030') || null,
    text: root.name === '' ? words : `${root.name}\n\n${words}`,
  };
}

/** An odd number of bytes is made even by a zero. */
const unpadded = (bytes: Uint8Array): Uint8Array => (bytes.at(-1) === 0 ? bytes.subarray(0, -1) : bytes);
