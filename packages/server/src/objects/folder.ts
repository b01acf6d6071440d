/** Objects as files of a folder of this machine, or of one that several machines share: each whole or not at all, this user's alone. */
import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lastingName } from '../lasting-name.ts';
import { nameOf, OBJECT_NAME, type ObjectName, type Objects, wholeOf } from './objects.ts';

/** Below so many folders, so that none gets long. */
const SPREAD = 2;

export function folderObjects(folder: string): Objects {
  const folderOf = (name: ObjectName): string => join(folder, name.slice(0, SPREAD));
  const pathOf = (name: ObjectName): string => join(folderOf(name), name);
  return {
    async put(bytes) {
      const name = nameOf(bytes);
      await mkdir(folderOf(name), { recursive: true, mode: 0o700 });
      const beside = join(folderOf(name), `.${randomBytes(6).toString('hex')}.part`);
      try {
        await written(beside, bytes);
        await rename(beside, pathOf(name));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
      await lastingName(folderOf(name));
      return name;
    },
    async get(name) {
      if (!OBJECT_NAME.test(name)) return null;
      try {
        return await wholeOf(name, createReadStream(pathOf(name)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async delete(name) {
      if (OBJECT_NAME.test(name)) await rm(pathOf(name), { force: true });
    },
    async *list() {
      for await (const below of entriesOf(folder))
        for await (const name of entriesOf(join(folder, below))) {
          if (!OBJECT_NAME.test(name)) continue;
          const found = await stat(pathOf(name)).catch(() => null);
          if (found) yield { name, bytes: found.size };
        }
    },
  };
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function* entriesOf(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of await opendir(folder)) yield name;
  } catch (error) {
    if (!isMissing(error) && (error as { readonly code?: unknown }).code !== 'ENOTDIR') throw error;
  }
}

const isMissing = (error: unknown): boolean => (error as { readonly code?: unknown } | null)?.code === 'ENOENT';
