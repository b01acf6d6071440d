import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fromArchive, LongReport, NotKeptFile, toArchive } from '../src/kept/archive.ts';
import { type Lie, lyingZip } from './hostile-zip.ts';
import { CANARY, keptReport, withPhotograph } from './kept-reports.ts';

const PHOTO = new Uint8Array([1, 2, 3, 4, 250]);
const pages = [{ number: 1, span: [0, 8] as const, width: 800, height: 900 }];
const doubts = [{ span: [0, 3] as const, kind: 'number' as const, confidence: 0.4, alternatives: ['9'] }];
const whole = [
  withPhotograph(
    keptReport(undefined, {
      source: { kind: 'image', text: '6 mm nodule.', pages, doubts, words: [] },
      warnings: [{ code: 'doubtful-text', message: 'Hard to read.', basis: [[0, 3]] }],
    }),
    PHOTO,
  ),
  keptReport('IMPRESSION: Normal, “naïve” café 中文.', { person: '', tags: [] }),
];

test('what is taken out comes back equal', async () => {
  const back = await fromArchive(await toArchive(whole));
  const bare = (list: typeof whole) =>
    list.map(({ report, files }) => ({
      ...report,
      originals: report.originals.map(({ name, type }) => ({ name, type })),
      files: files.map(({ name, type, bytes }) => ({ name, type, bytes: [...bytes] })),
    }));
  expect(bare([...back])).toEqual(bare(whole));
});

test('the file holds the words of each report as text, and no name in it tells of one', async () => {
  const entries = unzipSync(await toArchive(whole));
  expect(Object.keys(entries).sort()).toEqual([
    '001/original-1.jpg',
    '001/report.txt',
    '002/report.txt',
    'reports.json',
  ]);
  expect(strFromU8(entries['002/report.txt'] ?? new Uint8Array())).toContain('“naïve” café 中文');
  expect(Object.keys(entries).join()).not.toContain(CANARY);
});

describe('a list', () => {
  const rewritten = async (change: (json: string) => string, reports = whole) => {
    const entries = unzipSync(await toArchive(reports));
    const list = change(strFromU8(entries['reports.json'] ?? new Uint8Array()));
    return zipSync({ ...entries, 'reports.json': strToU8(list) });
  };
  const spread = (json: string) => JSON.stringify(JSON.parse(json), null, 1);

  test('that another program has written anew is read too, where it is short', async () => {
    expect(await fromArchive(await rewritten(spread))).toHaveLength(2);
    const long = Array.from({ length: 6 }, () => keptReport('x'.repeat(400_000)));
    expect(await fromArchive(await toArchive(long))).toHaveLength(6);
    await expect(fromArchive(await rewritten(spread, long))).rejects.toThrow(NotKeptFile);
  });
  test('with one report that is far too long is told as that', async () => {
    const bytes = await toArchive([keptReport(), keptReport('x'.repeat(50_000))]);
    await expect(fromArchive(bytes, 1_000_000, 40_000)).rejects.toThrow(LongReport);
    expect(await fromArchive(bytes, 1_000_000, 60_000)).toHaveLength(2);
  });
  test('of nothing is nothing', async () => expect(await fromArchive(await toArchive([]))).toEqual([]));
});

describe('nothing is taken from', () => {
  const refused = (bytes: Uint8Array) => expect(fromArchive(bytes)).rejects.toThrow(NotKeptFile);
  const changed = async (change: (json: string) => string): Promise<Uint8Array> => {
    const entries = unzipSync(await toArchive(whole));
    return zipSync({
      ...entries,
      'reports.json': strToU8(change(strFromU8(entries['reports.json'] ?? new Uint8Array()))),
    });
  };

  test('a file that is no ZIP, or an empty one', async () => {
    await refused(strToU8('hello'));
    await refused(new Uint8Array());
    await refused(zipSync({}));
  });
  test('another ZIP', () => refused(zipSync({ 'a.txt': strToU8('a') })));
  test('a ZIP that ends too soon', async () => refused((await toArchive(whole)).slice(0, 300)));
  test('a list of another kind', async () => refused(await changed((json) => json.replace('kept/1', 'kept/9'))));
  test('one report that is not as it should be, though the others are', async () =>
    refused(await changed((json) => json.replace('"kind":"text"', '"kind":"spell"'))));
  test('the same report twice', async () =>
    refused(await changed((json) => json.replaceAll(whole[0]?.report.id ?? '', whole[1]?.report.id ?? ''))));
  test('a photograph that is missing or was changed', async () => {
    const { '001/original-1.jpg': _, ...rest } = unzipSync(await toArchive(whole));
    await refused(zipSync(rest));
    await refused(zipSync({ ...rest, '001/original-1.jpg': new Uint8Array([1, 2, 3, 4, 251]) }));
  });
  test('a file that claims to be far too large', async () => {
    const bytes = await toArchive(whole);
    const view = new DataView(bytes.buffer);
    // the size that the list at its end claims of the first entry
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    await refused(bytes);
  });
  test('one photograph that many reports name', async () => {
    const one = withPhotograph(keptReport(), PHOTO);
    const two = withPhotograph(keptReport(), PHOTO);
    const entries = unzipSync(await toArchive([one, two]));
    const list = strFromU8(entries['reports.json'] ?? new Uint8Array());
    const shared = list.replace('002/original-1.jpg', '001/original-1.jpg');
    expect(shared).not.toBe(list);
    await refused(zipSync({ ...entries, 'reports.json': strToU8(shared) }));
  });
});

describe('nothing is made of a whole list that stands beside', () => {
  const MEGABYTE = new Uint8Array(1_000_000);
  const names = Array.from({ length: 60 }, (_, at) => `more/${at}.jpg`);
  const refused = async (lies: readonly Lie[], most = 99_000_000) => {
    const list = unzipSync(await toArchive([keptReport()]))['reports.json'] ?? new Uint8Array();
    const own = { name: 'reports.json', packed: list, claimed: list.length };
    expect(await fromArchive(lyingZip([own]))).toHaveLength(1);
    await expect(fromArchive(lyingZip([own, ...lies]), most)).rejects.toThrow(NotKeptFile);
  };

  test('entries that share their bytes, whether they say how many or not', async () => {
    for (const claimed of [1, MEGABYTE.length])
      await refused(names.map((name) => ({ name, packed: MEGABYTE, from: 1, claimed })));
  });
  test('an entry that is longer than it says', async () => {
    await refused([{ name: 'long', packed: MEGABYTE, claimed: 1 }]);
    const bomb = deflateSync(new Uint8Array(60_000_000));
    const began = performance.now();
    await refused([{ name: 'long', packed: bomb, claimed: 1, isDeflated: true }]);
    expect(performance.now() - began).toBeLessThan(1500);
  });
  test('an entry that is shorter than it says', () =>
    refused([{ name: 'short', packed: deflateSync(MEGABYTE), claimed: 1_000_001, isDeflated: true }]));
  test('entries that are together more than is allowed', () =>
    refused(
      names.slice(0, 3).map((name) => ({ name, packed: MEGABYTE, claimed: MEGABYTE.length })),
      2_900_000,
    ));
  test('more than 20,000 entries', () =>
    refused(Array.from({ length: 20_000 }, (_, at) => ({ name: `${at}`, packed: PHOTO, claimed: 5 }))));
  test('entries of the same name', () =>
    refused(['twice', 'twice'].map((name) => ({ name, packed: PHOTO, claimed: 5 }))));
});

test('19,000 other files beside the reports do no harm', async () => {
  const many = Object.fromEntries(Array.from({ length: 19_000 }, (_, at) => [`more/${at}`, PHOTO]));
  const bytes = zipSync({ ...unzipSync(await toArchive(whole)), ...many });
  expect(await fromArchive(bytes)).toHaveLength(2);
});

test('while a large file is read, others get their turn', async () => {
  const bytes = zipSync({ ...unzipSync(await toArchive(whole)), large: new Uint8Array(40_000_000) });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  await fromArchive(bytes);
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
});
