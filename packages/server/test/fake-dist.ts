/** A small folder of built files, so that tests of the server need no build. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { WebAssets } from '@readingscan/web';

export const ASSETS: WebAssets = {
  version: 'test',
  style: '/assets/style-1.css',
  home: '/assets/home-1.js',
  glossary: '/assets/glossary-1.js',
  fonts: [],
  icon: '/assets/icon-1.svg',
  worker: '/assets/worker-1.js',
  knowledge: { reading: '/assets/r.json', words: { en: '/assets/w.json', es: '/assets/e.json', zh: '/assets/z.json' } },
  ingest: { workerPath: '/assets/ocr/worker.min.js', corePath: '/assets/ocr', langPath: '/assets/ocr' },
  offline: { text: [], pictures: [] },
};

export function fakeDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'readingscan-web-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify(ASSETS));
  writeFileSync(join(dist, 'sw.js'), '// nothing');
  writeFileSync(join(dist, 'assets/home-1.js'), 'export {};');
  writeFileSync(join(dist, 'assets/home-1.js.br'), new Uint8Array(brotliCompressSync('export {};')));
  return dist;
}
