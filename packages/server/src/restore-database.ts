/** A backup put back into the database that DATABASE_URL names, without what was deleted after it was made. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Restored } from './backup/restore.ts';
import { databaseSettings } from './database/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface RestoreAsked {
  /** a backup, or a folder of which the newest is taken */
  readonly from: string;
  readonly replace: boolean;
  /** a list of what was deleted, or a later backup; "none": nothing was; without it, the list beside the backup */
  readonly deletions: string | undefined;
  readonly onProgress?: (rows: number) => void;
}

/** Throws `WrongSetting`, `BackupFault`. */
export async function restoreDatabase(
  env: Readonly<Record<string, string | undefined>>,
  { from, replace, deletions, onProgress = () => undefined }: RestoreAsked,
): Promise<Restored> {
  const settings = databaseSettings(withSecretFiles(env));
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there is no database to restore into.');
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
    return await restore(database, path, { replace, deletions: known, onProgress });
  } finally {
    await database.close();
  }
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
