// Builds the program: knowledge (YAML → JSON), what is written for the site (Markdown → JSON), the command line (one bundle), the web application. `node scripts/build.mjs`

import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const own = (...path) => join(root, ...path);
const EXTERNAL = [
  'sharp',
  'tesseract.js',
  '@tesseract.js-data/eng',
  'unpdf',
  '@hyzyla/pdfium',
  // its built file is looked for beside it
  '@photostructure/sqlite',
  // which others take where they are there
  'pg-native',
  'cloudflare:sockets',
  '@opentelemetry/api',
];

// the content names words of the knowledge; all that needs neither is built meanwhile
const compiled = (async () => {
  await compile('packages/knowledge/src/main.ts');
  await compile('scripts/content.ts', 'build', own('packages/web/dist/content.json'));
})();

const entryPoints = { readingscan: own('packages/cli/src/main.ts') };
for (const [name, path] of [
  ['pdf-child', 'packages/ingest/src/pdf/child.ts'],
  ['batch-worker', 'packages/cli/src/batch-worker.ts'],
  ['reading-worker', 'packages/reader/src/threads/reading-worker.ts'],
])
  if (existsSync(own(path))) entryPoints[name] = own(path);
const { metafile } = await build({
  metafile: true,
  entryPoints,
  outdir: own('packages/cli/dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  external: EXTERNAL,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'chunk-[hash]',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
// chunks of earlier builds
const made = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(own('packages/cli/dist'))) {
  if (name.endsWith('.mjs') && !made.has(name)) rmSync(own('packages/cli/dist', name));
}
await (await import('./build-web.mjs')).buildWeb(compiled);
mkdirSync(own('packages/cli/dist/knowledge'), { recursive: true });
for (const name of readdirSync(own('packages/knowledge/dist')).filter((name) => name.endsWith('.json')))
  copyFileSync(own('packages/knowledge/dist', name), own('packages/cli/dist/knowledge', name));
await compile('scripts/prepare.ts', own('packages/cli/dist/knowledge/'));
const now = new Date();
utimesSync(own('packages/cli/dist/readingscan.mjs'), now, now);

/** A compiler in a process of its own; where it fails it has said why, and nothing more is built. */
function compile(...compiler) {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', ...compiler], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => (code === 0 ? resolve() : process.exit(1)));
  });
}
