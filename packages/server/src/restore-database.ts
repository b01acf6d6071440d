/** A backup put back into the database that DATABASE_URL names, without what was deleted after it was made. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Restored } from './backup/restore.ts';
import { databaseSettings } from './database/settings.ts';
import type { missingObjects } from './objects/missing-objects.ts';
import { type FilesSettings, filesSettings } from './objects/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { orStorageSaid } from './storage-fault.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface RestoreAsked {
  /** a backup, or a folder of which the newest is taken */
  readonly from: string;
  readonly replace: boolean;
  /** a list of what was deleted, or a later backup; "none": nothing was; without it, the list beside the backup */
  readonly deletions: string | undefined;
  readonly onProgress?: (rows: number) => void;
}

export interface RestoredWhole extends Restored {
  /** photographs that the store of files does not have; null where none was looked at */
  readonly missing: number | null;
}

/** Throws `WrongSetting`, `BackupFault`. */
export async function restoreDatabase(
  env: Readonly<Record<string, string | undefined>>,
  { from, replace, deletions, onProgress = () => undefined }: RestoreAsked,
): Promise<RestoredWhole> {
  const settings = databaseSettings(withSecretFiles(env));
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there is no database to restore into.');
  const files = filesSettings(withSecretFiles(env));
  const [{ BackupFault }, { deletionsIn, listBeside }, { restore }, { openDatabase }] = await Promise.all([
    import('./backup/fault.ts'),
    import('./backup/deletion-list.ts'),
    import('./backup/restore.ts'),
    import('./database/database.ts'),
  ]);
  const path = backupIn(resolve(from));
  if (path === null) throw new BackupFault('refused', 'There is no backup of that name.');
  const beside = existsSync(listBeside(path)) ? await deletionsIn(listBeside(path)) : null;
  const named = deletions === undefined || deletions === 'none' ? null : await deletionsIn(resolve(deletions));
  const known = beside || named || deletions === 'none' ? new Map([...(beside ?? []), ...(named ?? [])]) : null;
  const database = await openDatabase(settings);
  try {
    const restored = await restore(database, path, { replace, deletions: known, onProgress });
    return { ...restored, missing: files && (await missingIn(database.db, files)) };
  } finally {
    await database.close();
  }
}

async function missingIn(db: Parameters<typeof missingObjects>[0], files: FilesSettings): Promise<number> {
  const [{ openObjects }, { missingObjects }] = await Promise.all([
    import('./objects/open-objects.ts'),
    import('./objects/missing-objects.ts'),
  ]);
  return orStorageSaid(missingObjects(db, openObjects(files)));
}

/** Of a folder the newest, which its name tells. */
function backupIn(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? path : null;
  const newest = readdirSync(path)
    .filter((name) => /^readingscan-\w+\.backup$/.test(name))
    .sort()
    .at(-1);
  return newest === undefined ? null : join(path, newest);
}
