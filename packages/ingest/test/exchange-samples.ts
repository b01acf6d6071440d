/** Builders of small files of the exchange kinds, with sentences of our own. */
import { zipSync } from 'fflate';
import { createIngest } from '../src/node.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const base64 = (content: string | Uint8Array): string =>
  Buffer.from(typeof content === 'string' ? bytesOf(content) : content).toString('base64');

export const ingest = createIngest();

/** The text that is read, or the code of the error. */
export async function readText(content: string | Uint8Array, report?: number): Promise<string> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await ingest.extract([{ bytes }], report === undefined ? {} : { report });
  return result.ok ? result.extraction.source.text : result.error.code;
}

export async function kindOf(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await ingest.extract([{ bytes }]);
  return result.ok ? result.extraction.source.kind : result.error.code;
}

export async function messageOf(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const result = await ingest.extract([{ bytes }]);
  return result.ok ? 'read' : result.error.message;
}

/** An ORU^R01 with these segments after its order. */
export const oru = (
  segments: readonly string[],
  { end = '\r', order = 'OBR|1||A1|71046^XR CHEST 2 VIEWS^L|||20240305101500' } = {},
): string =>
  ['MSH|^~\\&|RIS|CLINIC|APP|X|20240305||ORU^R01|77|P|2.5.1', 'PID|1||M1||DOE^ANN', order, ...segments].join(end) + end;

export const packed = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? bytesOf(content) : content]),
    ),
  );

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const docx = (body: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  packed({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': '<Relationships><Relationship Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  });

/** The kind of an OpenDocument file stands in its first entry, not packed. */
export const odt = (content: string): Uint8Array =>
  zipSync({
    mimetype: [bytesOf('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': bytesOf(content),
  });

/** A one-page PDF with one line of text. */
export function pdfOf(line: string): Uint8Array {
  const content = `BT /F1 14 Tf 72 700 Td (${line}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj${object}endobj\n`).join('');
  return latin(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF\n`);
}

/** One DICOM element: tag, VR and value or items. */
export interface Tag {
  readonly tag: number;
  readonly vr: string;
  readonly value: string | Uint8Array | readonly (readonly Tag[])[];
}

const LONG = new Set(['SQ', 'UT', 'OB', 'UN']);

export function dicom(elements: readonly Tag[], { implicit = false, open = false } = {}): Uint8Array {
  const syntax = implicit ? '1.2.840.10008.1.2' : '1.2.840.10008.1.2.1';
  const meta = encoded({ tag: 0x00020010, vr: 'UI', value: syntax }, false, false);
  return joined([new Uint8Array(128), latin('DICM'), meta, ...elements.map((one) => encoded(one, implicit, open))]);
}

function encoded({ tag, vr, value }: Tag, implicit: boolean, open: boolean): Uint8Array {
  const isSequence = Array.isArray(value);
  const inside = isSequence
    ? joined([
        ...(value as readonly (readonly Tag[])[]).map((item) => {
          const body = joined(item.map((one) => encoded(one, implicit, open)));
          return open
            ? joined([word(0xfffee000), long(0xffffffff), body, word(0xfffee00d), long(0)])
            : joined([word(0xfffee000), long(body.length), body]);
        }),
        ...(open ? [word(0xfffee0dd), long(0)] : []),
      ])
    : even(typeof value === 'string' ? bytesOf(value) : (value as Uint8Array));
  const length = isSequence && open ? 0xffffffff : inside.length;
  const head = implicit
    ? [word(tag), long(length)]
    : LONG.has(vr)
      ? [word(tag), latin(vr), new Uint8Array(2), long(length)]
      : [word(tag), latin(vr), Uint8Array.of(length & 255, length >> 8)];
  return joined([...head, inside]);
}

const word = (tag: number): Uint8Array => Uint8Array.of((tag >>> 16) & 255, tag >>> 24, tag & 255, (tag >>> 8) & 255);
const long = (length: number): Uint8Array =>
  Uint8Array.of(length & 255, (length >>> 8) & 255, (length >>> 16) & 255, length >>> 24);
const even = (bytes: Uint8Array): Uint8Array => (bytes.length % 2 ? joined([bytes, latin(' ')]) : bytes);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export const concept = (code: string, name: string, scheme = 'DCM'): readonly Tag[] => [
  { tag: 0x00080100, vr: 'SH', value: code },
  { tag: 0x00080102, vr: 'SH', value: scheme },
  { tag: 0x00080104, vr: 'LO', value: name },
];

/** An item of a content tree. */
export const item = (
  type: string,
  code: string,
  name: string,
  more: readonly Tag[],
  relation = 'CONTAINS',
): readonly Tag[] => [
  { tag: 0x0040a010, vr: 'CS', value: relation },
  { tag: 0x0040a040, vr: 'CS', value: type },
  { tag: 0x0040a043, vr: 'SQ', value: [concept(code, name)] },
  ...more,
];
export const said = (text: string): Tag => ({ tag: 0x0040a160, vr: 'UT', value: text });
export const children = (...items: readonly (readonly Tag[])[]): Tag => ({ tag: 0x0040a730, vr: 'SQ', value: items });
