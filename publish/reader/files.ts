#!/usr/bin/env node
/** Puts what the reader loads in a browser into a folder: its worker, the knowledge, and the files of text recognition. `readingscan-files FOLDER` */
import { cpSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OCR_ASSETS } from '@readingscan/ingest/assets';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
  process.stderr.write('Say which folder the files go to: readingscan-files public/readingscan\n');
  process.exitCode = 2;
} else {
  copyTo(folder);
}

function copyTo(to: string): void {
  const own = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
  const found = OCR_ASSETS.map(({ from, to: name }) => ({ path: installed(from), name }));
  mkdirSync(join(to, 'ocr'), { recursive: true });
  cpSync(own('./worker/'), to, { recursive: true });
  cpSync(own('../knowledge/'), join(to, 'knowledge'), { recursive: true });
  for (const { path, name } of found) cpSync(path, join(to, 'ocr', name));
}

/** A file of a package that this one needs, or that text recognition needs: it need not lie beside this one. */
function installed(path: string): string {
  const folders = (from: string): readonly string[] => createRequire(from).resolve.paths('any') ?? [];
  const near = folders(import.meta.url);
  const recognition = near.map((at) => join(at, 'tesseract.js/package.json')).find((at) => existsSync(at));
  const all = recognition ? [...near, ...folders(realpathSync(recognition))] : near;
  const file = all.map((at) => join(at, path)).find((at) => existsSync(at));
  if (file === undefined) throw new Error(`not installed: ${path}`);
  return file;
}
