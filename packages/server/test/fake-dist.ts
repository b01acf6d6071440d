/** A small folder of built files, so that tests of the server need no build. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { SiteContent, WebAssets } from '@readingscan/web';
import { fakeContent } from './fake-content.ts';

export const ASSETS: WebAssets = {
  version: 'test',
  style: {
    site: '/assets/style-1.css',
    reader: '/assets/style-2.css',
    result: '/assets/style-4.css',
    dashboard: '/assets/style-5.css',
    design: '/assets/style-3.css',
  },
  home: '/assets/home-1.js',
  glossary: '/assets/glossary-1.js',
  article: '/assets/article-1.js',
  api: '/assets/api-1.js',
  shared: '/assets/shared-1.js',
  smart: '/assets/smart-1.js',
  passkey: '/assets/passkey-1.js',
  dashboard: {
    script: '/assets/dashboard-1.js',
    parts: [],
    words: { en: ['/assets/d-en.js'], es: ['/assets/d-es.js'], zh: ['/assets/d-zh.js'] },
  },
  interface: { en: '/assets/en-1.js', es: '/assets/es-1.js', zh: '/assets/zh-1.js' },
  fonts: { plain: '/assets/plain-1.woff2', report: '/assets/report-1.woff2' },
  icon: '/assets/icon-1.svg',
  pictures: { icon192: '/assets/i-192.png', icon512: '/assets/i-512.png', share: '/assets/share.png' },
  worker: '/assets/worker-1.js',
  knowledge: { reading: '/assets/r.json', words: { en: '/assets/w.json', es: '/assets/e.json', zh: '/assets/z.json' } },
  ingest: { workerPath: '/assets/ocr/worker.min.js', corePath: '/assets/ocr', langPath: '/assets/ocr' },
  offline: { text: [], pictures: [] },
};

export function fakeDist(): string {
  const dist = mkdtempSync(join(tmpdir(), 'readingscan-web-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify(ASSETS));
  writeFileSync(join(dist, 'content.json'), JSON.stringify(fakeContent() satisfies SiteContent));
  writeFileSync(join(dist, 'sw.js'), '// nothing');
  writeFileSync(join(dist, 'assets/home-1.js'), 'export {};');
  writeFileSync(join(dist, 'assets/i-192.png'), 'a picture');
  writeFileSync(join(dist, 'assets/home-1.js.br'), new Uint8Array(brotliCompressSync('export {};')));
  return dist;
}
