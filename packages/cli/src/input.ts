/** Files and standard input → bytes. */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ReaderFile } from '@readingscan/reader';
import type { Failure } from './failure.ts';

const LARGEST = 20 * 1024 * 1024;

/** The bytes of each file, `-` being standard input; the failure of the first that cannot be had. */
export async function readFiles(names: readonly string[]): Promise<readonly ReaderFile[] | Failure> {
  const files: ReaderFile[] = [];
  for (const name of names) {
    if (name === '-') {
      files.push({ bytes: new Uint8Array(await buffer(process.stdin)) });
      continue;
    }
    try {
      const { size } = statSync(name);
      if (size > LARGEST)
        return {
          code: 'too-large',
          message: 'This file is larger than 20 MB.',
          hint: 'Use a smaller photo, or only the pages of the report.',
        };
      files.push({ bytes: new Uint8Array(readFileSync(name)), name: basename(name) });
    } catch {
      return {
        code: 'unreadable',
        message: 'This file cannot be opened.',
        hint: 'Check its name and that you may read it.',
      };
    }
  }
  return files;
}

export const isFailure = (value: readonly ReaderFile[] | Failure): value is Failure => 'code' in value;
