#!/usr/bin/env node
// Starts the built program, and builds it first where it is missing or older than its sources. Plain JavaScript, no dependencies.
import { existsSync, readdirSync, statSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const built = join(root, 'packages/cli/dist/readingscan.mjs');

const NO_SOURCES = ['dist', 'node_modules', 'test', 'golden'];
/** What a command that only reads reports does without: two files in five, each of which takes time to ask after. */
const NOT_READ = ['web', 'server', 'glossary'];
const READS = ['explain', 'read', 'extract', 'assert', 'batch', 'deidentify', 'compare'];
const skipped = new Set(READS.includes(process.argv[2]) ? [...NO_SOURCES, ...NOT_READ] : NO_SOURCES);

/** The newest change among the sources that count; 0 where they are not there (an installed package). */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = `${folder}/${entry.name}`; // join would take a third of the time
    const time = entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    if (time > latest) latest = time;
  }
  return latest;
}

const sources = existsSync(join(root, 'scripts/build.mjs')) ? newest(join(root, 'packages')) : 0;
if (!existsSync(built) || statSync(built).mtimeMs < sources) {
  process.stderr.write('readingscan: building, once …\n');
  const { spawnSync } = await import('node:child_process');
  const done = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) {
    process.stderr.write('readingscan: the build failed; the lines above say why\n');
    process.exit(1);
  }
}
nodeModule.enableCompileCache?.(join(root, 'packages/cli/dist/.cache'));
await import(pathToFileURL(built).href);
