/** Where the evaluation data is at hand: no sequence of ten words of it stands in the repository. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, '../shared/eval/data');
const LENGTH = 10;

/** Stock phrases that any report holds, with the reason why they may stand here. */
const STOCK: readonly (readonly [words: string, reason: string])[] = [
  ['no focal consolidation pleural effusion or pneumothorax', 'the commonest sentence of all chest X-ray reports'],
];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function* sequences(text: string): Generator<string> {
  const words = wordsOf(text);
  for (let at = 0; at + LENGTH <= words.length; at += 1) yield words.slice(at, at + LENGTH).join(' ');
}

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Array.isArray(value)
      ? value.flatMap(strings)
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(strings)
        : [];

const dataFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? name === 'hostile'
        ? []
        : dataFiles(path)
      : name.endsWith('.jsonl')
        ? [path]
        : [];
  });

it.skipIf(!existsSync(DATA))('no ten words in a row come from the evaluation data', () => {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\0')
    .filter(
      (path) =>
        /\.(?:tsx?|mjs|js|ya?ml|md|txt|json|css)$/.test(path) &&
        path !== 'package-lock.json' &&
        !path.startsWith('eval-baseline') &&
        existsSync(join(ROOT, path)),
    );
  const ours = new Map<string, string>();
  for (const path of tracked)
    for (const sequence of sequences(readFileSync(join(ROOT, path), 'utf8')))
      if (!ours.has(sequence)) ours.set(sequence, path);
  const found = new Set<string>();
  for (const path of dataFiles(DATA)) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (!line.trim()) continue;
      for (const text of strings(JSON.parse(line)))
        for (const sequence of sequences(text))
          if (ours.has(sequence) && !STOCK.some(([words]) => sequence.includes(words)))
            found.add(`${ours.get(sequence)}: ${sequence}`);
    }
  }
  expect([...found]).toEqual([]);
});
