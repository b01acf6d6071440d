/** Pictures of pages, read through the whole of ingest with the real recognizer. */
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { createIngest, type Progress } from '../src/node.ts';

const ingest = createIngest();
afterAll(() => ingest.close());

const page = (name: string) => Uint8Array.from(readFileSync(new URL(`./pages/${name}`, import.meta.url)));
const WRIST = `XR RIGHT WRIST, 3 VIEWS
INDICATION: Fall on the outstretched hand.
FINDINGS: Transverse fracture of the distal radius with 3.5 mm of dorsal
displacement. The ulna is intact. No dislocation. Soft tissue swelling on the back
of the wrist.
IMPRESSION:
1. Fracture of the distal right radius, displaced by 3.5 mm.
2. No other fracture.
3. Follow-up radiograph in 10 to 14 days is recommended.`;

async function read(...names: string[]) {
  const result = await ingest.extract(names.map((name) => ({ bytes: page(name), name })));
  if (!result.ok) throw new Error(result.error.code);
  return result.extraction.source;
}

test.each([
  ['a plain scan', 'wrist.png'],
  ['a page on its side without a word about it in the file', 'wrist-on-its-side.jpg'],
  ['a page on its head', 'wrist-on-its-head.jpg'],
  ['a page turned by its EXIF orientation', 'wrist-exif.jpg'],
  ['a page askew on a table', 'wrist-askew.jpg'],
  ['light text on a dark screen', 'wrist-dark.webp'],
])('%s is read to the last character', async (_, name) => {
  expect((await read(name)).text).toBe(WRIST);
});

test('every word has a span that holds it, and a box within the page as it was photographed', async () => {
  const source = await read('wrist-on-its-side.jpg');
  expect(source.words?.map((word) => source.text.slice(...word.span))).toEqual(source.text.split(/\s+/));
  const [sheet] = source.pages ?? [];
  expect([sheet?.width, sheet?.height]).toEqual([620, 900]);
  for (const { box, confidence } of source.words ?? []) {
    const [x, y, w, h] = box;
    expect(Math.min(x, y, 620 - x - w, 900 - y - h)).toBeGreaterThan(-3);
    expect(h).toBeGreaterThan(w * 0.2); // words stand upright here
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('the left page of a spread is told before the right one', async () => {
  const { text } = await read('neck-spread.png');
  expect(text).toContain('holds no nodule. No enlarged lymph node is\nseen on either side.');
  expect(text.indexOf('windpipe')).toBeLessThan(text.indexOf('IMPRESSION:'));
});

test('several pictures are the pages of one report, in their order', async () => {
  const source = await read('neck-spread.png', 'wrist.png');
  expect(source.pages?.map((sheet) => sheet.number)).toEqual([1, 2]);
  expect(source.text.slice(...(source.pages?.[1]?.span ?? [0, 0]))).toBe(WRIST);
});

test.each(['blank.jpg', 'noise.jpg'])('%s holds no words of a report', async (name) => {
  const result = await ingest.extract([{ bytes: page(name) }]);
  expect(result.ok ? '' : result.error.code).toBe('no-text');
});

test('progress grows and never passes the end', async () => {
  const seen: Progress[] = [];
  await ingest.extract([{ bytes: page('wrist.png') }], { onProgress: (progress) => seen.push(progress) });
  expect(seen.map((progress) => progress.step)).toEqual(['open', 'straighten', 'read', 'check']);
  const fractions = seen.map((progress) => progress.fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
});

test('a reading that was stopped says so', async () => {
  const controller = new AbortController();
  const result = await ingest.extract([{ bytes: page('wrist.png') }], {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  expect(result.ok ? '' : result.error.message).toBe('Reading was stopped.');
});

test('a truncated picture is damaged, one that claims a huge size is too large', async () => {
  const cut = await ingest.extract([{ bytes: page('wrist.png').subarray(0, 40) }]);
  expect(cut.ok ? '' : cut.error.code).toBe('unreadable');
  const huge = page('wrist.png');
  new DataView(huge.buffer).setUint32(16, 60_000);
  const result = await ingest.extract([{ bytes: huge }]);
  expect(result.ok ? '' : result.error.code).toBe('too-large');
});
