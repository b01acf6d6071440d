/** Measures the reading of pictures on a folder with truth.jsonl: errors per character, critical words lost, CPU seconds. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createIngest } from '@readingscan/ingest';

interface Row {
  readonly file: string;
  readonly cls: string;
  readonly body: string;
}

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: '../shared/eval/data/ocr' },
    sample: { type: 'string', default: '20' },
    from: { type: 'string', default: '0' },
    only: { type: 'string' },
    text: { type: 'boolean', default: false },
    decoys: { type: 'boolean', default: false },
  },
});
const CRITICAL =
  /\d+(?:[.,/]\d+)*|\b(?:left|right|bilateral|both|no|not|without|none|negative|absent|never|cannot|unlikely)\b/g;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const folder = resolve(values.folder ?? '.');
const rows: Row[] = readFileSync(join(folder, 'truth.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const wanted = rows.filter(
  (row) => (row.cls === 'decoy') === values.decoys && (!values.only || row.file.includes(values.only)),
);
const ingest = createIngest();
const cers: number[] = [];
const seconds: number[] = [];
let [hit, all, silent] = [0, 0, 0];
for (const row of wanted.slice(Number(values.from), Number(values.from) + Number(values.sample))) {
  const start = process.cpuUsage();
  const result = await ingest.extract([{ bytes: Uint8Array.from(readFileSync(join(folder, row.file))) }]);
  const { user, system } = process.cpuUsage(start);
  seconds.push((user + system) / 1e6);
  const source = result.ok ? result.extraction.source : null;
  const text = source?.text ?? '';
  const cer = Math.min(1, distanceWithin(plain(row.body), plain(text)) / Math.max(1, plain(row.body).length));
  cers.push(cer);
  const lost = missing(
    plain(row.body).toLowerCase().match(CRITICAL) ?? [],
    plain(text).toLowerCase().match(CRITICAL) ?? [],
  );
  const total = plain(row.body).toLowerCase().match(CRITICAL)?.length ?? 0;
  all += total;
  hit += total - lost.length;
  silent += lost.length > (source?.doubts?.length ?? 0) ? 1 : 0;
  const end = result.ok ? `doubts ${source?.doubts?.length}` : result.error.code;
  console.log(
    row.file.padEnd(28),
    (cer * 100).toFixed(2).padStart(6),
    `${seconds.at(-1)?.toFixed(1)}s`,
    end,
    lost.join(' '),
  );
  if (values.text) console.log(text);
}
await ingest.close();
const middle = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / Math.max(1, list.length);
console.log(
  `n ${cers.length} · CER median ${(middle(cers) * 100).toFixed(2)} % mean ${(mean(cers) * 100).toFixed(2)} % · critical ${(hit / Math.max(1, all)).toFixed(4)}`,
  `· CPU seconds median ${middle(seconds).toFixed(1)} · pages with more losses than doubts ${silent}`,
);

function missing(wantedTokens: readonly string[], got: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const token of got) left.set(token, (left.get(token) ?? 0) + 1);
  return wantedTokens.filter((token) => {
    const n = left.get(token) ?? 0;
    left.set(token, n - 1);
    return n <= 0;
  });
}

/** Fewest changes that turn `a` into some stretch of `b`. */
function distanceWithin(a: string, b: string): number {
  let previous = new Uint32Array(b.length + 1);
  let current = new Uint32Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    current[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      current[j] = Math.min(previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), previous[j]! + 1, current[j - 1]! + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous.reduce((least, x) => Math.min(least, x));
}
