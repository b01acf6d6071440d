// Where the parts of the web build lie, and how each of its scripts and styles is bundled.

import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const web = join(root, 'packages/web');
export const dist = join(web, 'dist');
export const assets = join(dist, 'assets');
export const LANGUAGES = ['en', 'es', 'zh'];

export const COMMON = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  conditions: ['source', 'browser'],
  mainFields: ['browser', 'module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: root,
};

/** What TypeScript sources export. */
export async function bundled(contents, resolveDir) {
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents, resolveDir, loader: 'ts' },
    write: false,
    platform: 'node',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

export function hashOf(content) {
  return createHash('sha256').update(content).digest('hex').slice(0, 10);
}
