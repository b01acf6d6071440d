/** `npm run bench`: reports per second, growth with length, start-up, photograph to explanation, sizes. Prints one table; nothing is asserted. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createEngine } from '@readingscan/engine';
import { foundIn } from '../packages/web/src/kept/search.ts';

const GOLDEN = 'packages/engine/golden';
const rows: [name: string, figure: string][] = [];
const timed = (job: () => void): number => {
  const start = performance.now();
  job();
  return performance.now() - start;
};
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const json = (part: string) => JSON.parse(readFileSync(`packages/knowledge/dist/en.${part}.json`, 'utf8'));
const [reading, words] = [json('reading'), json('words')];
let engine = createEngine(reading, words);
rows.push([
  'engine made',
  `${timed(() => {
    engine = createEngine(reading, words);
  }).toFixed(0)} ms`,
]);

const reports = readdirSync(GOLDEN).map((name) => readFileSync(join(GOLDEN, name, 'report.txt'), 'utf8'));
const many = Array.from({ length: 20 }, () => reports).flat();
const perSecond = (job: (text: string) => void): string => {
  for (const text of reports) job(text);
  const times = Array.from({ length: 5 }, () => timed(() => many.forEach(job)));
  return `${Math.round(many.length / (median(times) / 1000))} a second`;
};
rows.push([
  'golden reports',
  `${reports.length}, ${Math.round(reports.join('').length / reports.length)} characters each`,
]);
rows.push(['read', perSecond((text) => engine.read({ kind: 'text', text }))]);
rows.push(['read and explain', perSecond((text) => engine.explain({ kind: 'text', text }))]);

const base = reports.slice(0, 8).join('\n\n');
const lengths = [1, 2, 4, 8].map((factor) => {
  const text = Array.from({ length: factor }, () => base).join('\n\n');
  return {
    size: text.length,
    ms: median(Array.from({ length: 9 }, () => timed(() => engine.read({ kind: 'text', text })))),
  };
});
const [first, last] = [lengths[0], lengths.at(-1)];
if (first && last)
  rows.push([
    'growth exponent (1 to 8 times the length)',
    (Math.log(last.ms / first.ms) / Math.log(last.size / first.size)).toFixed(2),
  ]);

const program = 'packages/cli/bin/readingscan.js';
const run = (args: readonly string[], input = ''): number =>
  timed(() => void spawnSync(process.execPath, [program, ...args], { input }));
rows.push([
  'one short read, start to end',
  `${median(Array.from({ length: 5 }, () => run(['read', '-'], 'No pleural effusion.'))).toFixed(0)} ms`,
]);
const filler = 'The liver, spleen and kidneys are unremarkable. '.repeat(125);
const kept = Array.from({ length: 500 }, (_, at) => ({
  ...{ place: 'device' as const, digest: null },
  report: {
    ...{ id: String(at), kept: '2026-01-01T00:00:00.000Z', person: '', tags: [], warnings: [], originals: [] },
    source: { kind: 'text' as const, text: `${filler} Number ${at}.` },
  },
}));
rows.push([
  'search over 500 kept reports of 6 KB, the first time',
  `${timed(() => foundIn(kept, { query: 'number 499.', person: null, tag: null })).toFixed(0)} ms`,
]);
const photograph = 'examples/chest-ct-photo.jpg';
if (existsSync(photograph))
  rows.push([
    'photograph to explanation',
    `${(median(Array.from({ length: 3 }, () => run(['explain', '--format', 'json', photograph]))) / 1000).toFixed(1)} s`,
  ]);

const files = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
      )
    : [];
const kilobytes = (path: string): string =>
  `${(statSync(path).size / 1024).toFixed(0)} KB, ${(gzipSync(new Uint8Array(readFileSync(path))).length / 1024).toFixed(0)} KB gzipped`;
for (const path of files('packages/web/dist').filter((name) => /\.(?:m?js|json|css)$/.test(name)))
  rows.push([path.replace('packages/web/dist/', ''), kilobytes(path)]);

const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, figure] of rows) console.log(`${name.padEnd(width)}  ${figure}`);
