/** Files of every kind: found by content, read unchanged, or refused in one plain sentence. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { createIngest, sniff } from '../src/node.ts';

const ingest = createIngest();
afterAll(() => ingest.close());

const bytesOf = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const REPORT = 'IMPRESSION:\r\n1. No fracture.\n\n\tDone\u2028 \u00e9\n';

async function answer(bytes: Uint8Array): Promise<string> {
  const result = await ingest.extract([{ bytes }]);
  return result.ok ? result.extraction.source.text : result.error.code;
}

test.each([
  ['UTF-8', bytesOf(REPORT)],
  ['UTF-8 with a byte order mark', bytesOf(`\ufeff${REPORT}`)],
  ['UTF-16 with a byte order mark', utf16(`\ufeff${REPORT}`)],
  ['UTF-16 without one', utf16(REPORT)],
])('text in %s is passed on unchanged to the last character', async (_, bytes) => {
  expect(await answer(bytes)).toBe(REPORT);
});

test('typographic quotes of Windows-1252 are read', async () => {
  expect(await answer(latin('FINDINGS: \x93normal\x94 \x96 3 mm, 37\xb0'))).toBe(
    'FINDINGS: \u201cnormal\u201d \u2013 3 mm, 37\u00b0',
  );
});

describe('kinds', () => {
  test.each([
    ['empty', new Uint8Array(0)],
    ['empty', bytesOf(' \n\n ')],
    ['binary', Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)],
    ['jpeg', latin('\xff\xd8\xff\xe0 PK\x03\x04')],
    ['heic', latin('\0\0\0\x18ftypheic')],
    ['other-picture', latin('GIF89a....')],
    ['other-picture', latin('II*\0....')],
    [
      'svg',
      bytesOf('<?xml version="1.0"?>\n<!-- x --><svg xmlns="http://www.w3.org/2000/svg"><text>IMPRESSION</text></svg>'),
    ],
    ['zip', latin('PK\x03\x04\x14\0')],
    ['rtf', bytesOf('{\\rtf1\\ansi IMPRESSION}')],
    ['html', bytesOf('<!DOCTYPE html><p>IMPRESSION: normal')],
    ['cda', bytesOf('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>')],
    ['fhir', bytesOf('{"resourceType": "DiagnosticReport"}')],
    ['hl7v2', bytesOf('MSH|^~\\&|RIS|')],
    ['dicom', latin(`${'\0'.repeat(128)}DICM`)],
    ['pdf', latin('%PDF-1.7\n')],
    ['text', bytesOf('IMPRESSION: <script>alert(1)</script> <svg onload=x>')],
    ['text', bytesOf('{"note": "no fracture"}')],
  ])('%s', (kind, bytes) => expect(sniff(bytes)).toBe(kind));
});

test('what cannot be opened is refused with a sentence and what to do', async () => {
  const result = await ingest.extract([{ bytes: latin('\0\0\0\x18ftypheic') }]);
  expect(result).toEqual({
    ok: false,
    error: {
      code: 'unsupported',
      reason: 'heic',
      message: 'This is an iPhone photo in the HEIC format, which cannot be opened here.',
      hint: 'Save or share it as JPEG, or take a screenshot of it.',
    },
  });
});

test('text far longer than a report is too large', async () => {
  expect(await answer(bytesOf('No fracture. '.repeat(50_000)))).toBe('too-large');
});

test('no files, and files of several kinds, are refused', async () => {
  expect(await ingest.extract([])).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  const mixed = await ingest.extract([{ bytes: bytesOf('one') }, { bytes: bytesOf('two') }]);
  expect(mixed).toMatchObject({ ok: false, error: { code: 'unreadable' } });
});

describe('PDF', () => {
  const wrist = Uint8Array.from(readFileSync(new URL('./pages/wrist.pdf', import.meta.url)));

  test('the text layer is read in order, with a box for every word', async () => {
    const result = await ingest.extract([{ bytes: wrist }]);
    if (!result.ok) throw new Error(result.error.code);
    const { source, warnings } = result.extraction;
    expect(source.text).toContain('2. No other fracture.\n3. Follow-up radiograph in 10 to 14 days is recommended.');
    expect(source.words?.map((word) => source.text.slice(...word.span))).toEqual(source.text.split(/\s+/));
    expect(warnings).toEqual([]);
  });

  test('white text is left out and said', async () => {
    const result = await ingest.extract([
      { bytes: pdfOf('0 g', 'IMPRESSION: There is a 6 mm nodule on the right.', '1 g', 'IMPRESSION: All is normal.') },
    ]);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.extraction.source.text).toBe('IMPRESSION: There is a 6 mm nodule on the right.');
    expect(result.extraction.warnings.map((warning) => warning.code)).toEqual(['hidden-text']);
  });

  test('a broken one is unreadable', async () => {
    expect(await answer(latin('%PDF-1.7\nnothing'))).toBe('unreadable');
  });
});

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), true);
  return bytes;
}

/** A one-page PDF with a line in each of two colours. */
function pdfOf(colour: string, line: string, otherColour: string, otherLine: string): Uint8Array {
  const content = `BT /F1 14 Tf ${colour} 72 700 Td (${line}) Tj ET BT /F1 14 Tf ${otherColour} 72 600 Td (${otherLine}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj${object}endobj\n`).join('');
  return latin(`%PDF-1.4\n${body}trailer<</Root 1 0 R/Size 6>>\n`);
}
