/** DICOM: structured reports are told in the order of their tree; pictures are told to be pictures. */
import { afterAll, describe, expect, test } from 'vitest';
import {
  children,
  concept,
  dicom,
  ingest,
  item,
  kindOf,
  latin,
  messageOf,
  pdfOf,
  readText,
  said,
  type Tag,
} from './exchange-samples.ts';

afterAll(() => ingest.close());

const NUM: Tag = {
  tag: 0x0040a300,
  vr: 'SQ',
  value: [
    [
      { tag: 0x0040a30a, vr: 'DS', value: '14' },
      { tag: 0x004008ea, vr: 'SQ', value: [concept('mm', 'millimeter', 'UCUM')] },
    ],
  ],
};
const TREE: readonly Tag[] = [
  { tag: 0x00080020, vr: 'DA', value: '20240211' },
  { tag: 0x00081030, vr: 'LO', value: 'US THYROID' },
  { tag: 0x0040a040, vr: 'CS', value: 'CONTAINER' },
  { tag: 0x0040a043, vr: 'SQ', value: [concept('126000', 'Imaging Report')] },
  children(
    item(
      'PNAME',
      '121008',
      'Person Observer Name',
      [{ tag: 0x0040a123, vr: 'PN', value: 'DOE^ANN' }],
      'HAS OBS CONTEXT',
    ),
    item('CONTAINER', '121070', 'Findings', [
      children(
        item('TEXT', '121071', 'Finding', [said('Both lobes are even.')]),
        item('NUM', '9', 'Nodule, longest', [NUM]),
        item('CODE', '8', 'Side', [{ tag: 0x0040a168, vr: 'SQ', value: [concept('7', 'Left')] }]),
        item('IMAGE', '6', 'Picture', []),
      ),
    ]),
    item('CONTAINER', '121072', 'Impressions', [
      children(item('TEXT', '121073', 'Impression', [said('A single calm nodule.')])),
    ]),
  ),
];
const TOLD =
  'EXAM: US THYROID\nEXAM DATE: 2024-02-11\n\nImaging Report\n\nFindings:\nBoth lobes are even.\nNodule, longest: 14 mm\nSide: Left\n\nImpressions:\nA single calm nodule.';

describe('structured reports', () => {
  test.each([
    ['explicit VR', {}],
    ['implicit VR', { implicit: true }],
    ['sequences of open length', { open: true }],
    ['implicit VR with sequences of open length', { implicit: true, open: true }],
  ])('%s', async (_, options) => {
    expect(await readText(dicom(TREE, options))).toBe(TOLD);
    expect(await kindOf(dicom(TREE, options))).toBe('dicom-sr');
  });

  test('items of a tree without containers get the headings of their codes', async () => {
    const flat = dicom([
      { tag: 0x0040a040, vr: 'CS', value: 'CONTAINER' },
      children(
        item('TEXT', '121071', 'Finding', [said('Slim ducts.')]),
        item('TEXT', '121071', 'Finding', [said('Soft liver.')]),
        item('TEXT', '121073', 'Impression', [said('A calm belly.')]),
      ),
    ]);
    expect(await readText(flat)).toBe('FINDINGS:\nSlim ducts.\nSoft liver.\n\nIMPRESSION:\nA calm belly.');
  });

  test('a continuous container is one sentence', async () => {
    const flow = dicom([
      { tag: 0x0040a040, vr: 'CS', value: 'CONTAINER' },
      { tag: 0x0040a050, vr: 'CS', value: 'CONTINUOUS' },
      children(
        item('TEXT', '1', 'T', [said('A knot of')]),
        item('NUM', '2', 'Size', [NUM]),
        item('TEXT', '1', 'T', [said('was seen.')]),
      ),
    ]);
    expect(await readText(flow)).toBe('A knot of 14 mm was seen.');
  });

  test('the character set of the file', async () => {
    const greek = { tag: 0x0040a160, vr: 'UT', value: Uint8Array.of(0xcd, 0xe5, 0xf6, 0xf1, 0xfc, 0xf2) };
    const sent = dicom([
      { tag: 0x00080005, vr: 'CS', value: 'ISO_IR 126' },
      { tag: 0x0040a040, vr: 'CS', value: 'CONTAINER' },
      children(item('TEXT', '1', 'Text', [greek])),
    ]);
    expect(await readText(sent)).toBe('Νεφρός');
  });

  test('the JSON model', async () => {
    const code = (name: string) => ({ vr: 'SQ', Value: [{ '00080104': { vr: 'LO', Value: [name] } }] });
    const json = {
      '00080060': { vr: 'CS', Value: ['SR'] },
      '0040A040': { vr: 'CS', Value: ['CONTAINER'] },
      '0040A730': {
        vr: 'SQ',
        Value: [
          {
            '0040A040': { vr: 'CS', Value: ['TEXT'] },
            '0040A043': code('Reading'),
            '0040A160': { vr: 'UT', Value: ['A calm wrist, größer'] },
          },
        ],
      },
    };
    expect(await readText(JSON.stringify(json))).toBe('Reading: A calm wrist, größer');
  });
});

test('a PDF put into a DICOM file', async () => {
  const sent = dicom([
    { tag: 0x00080020, vr: 'DA', value: '20240211' },
    { tag: 0x00420011, vr: 'OB', value: pdfOf('IMPRESSION: a calm heel.') },
  ]);
  expect(await readText(sent)).toBe('EXAM DATE: 2024-02-11\n\nIMPRESSION: a calm heel.');
});

test('pictures of a scan, and files that break off', async () => {
  const picture = dicom([
    { tag: 0x00080060, vr: 'CS', value: 'CT' },
    { tag: 0x7fe00010, vr: 'OB', value: new Uint8Array(64) },
  ]);
  expect(await messageOf(picture)).toBe('These are the pictures of a scan (DICOM), not the written report.');
  expect(await messageOf(dicom(TREE).slice(0, 700))).toContain('damaged');
  const film = { tag: 0x00080016, vr: 'UI', value: '1.2.840.10008.5.1.4.1.1.2' };
  expect(await messageOf(dicom([film, ...TREE]).slice(0, 700))).toContain('pictures of a scan');
  expect(await readText(latin(`${'\0'.repeat(128)}DICM`))).toBe('unsupported');
});
