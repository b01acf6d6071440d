/** A backup of the database that DATABASE_URL names, and the list of what was deleted beside it, while servers go on. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Sums } from './backup/lines.ts';
import { databaseSettings } from './database/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface BackupMade {
  readonly path: string;
  readonly sums: Sums;
  /** that the list beside it knows of */
  readonly deletions: number;
  /** false: the database could not write down when it was made */
  readonly isNoted: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/** `to`: a file that is not there yet, or a folder, in which it gets a name of its own. Throws `WrongSetting`, `BackupFault`. */
export async function backupDatabase(env: Env, to: string, now: Date = new Date()): Promise<BackupMade> {
  const path = isFolder(to) ? join(resolve(to), `readingscan-${stampOf(now)}.backup`) : resolve(to);
  const { BackupFault } = await import('./backup/fault.ts');
  if (existsSync(path)) throw new BackupFault('refused', 'There is a file of that name already.');
  if (!isFolder(dirname(path))) throw new BackupFault('refused', 'The folder for the backup is not there.');
  return opened(env, async (database) => {
    const { makeBackup } = await import('./backup/make-backup.ts');
    const { addToList, listBeside } = await import('./backup/deletion-list.ts');
    const { removeLeftovers } = await import('./backup/leftovers.ts');
    const { noteBackup } = await import('./backup/last-backup.ts');
    await removeLeftovers(dirname(path), now.getTime());
    const sums = await makeBackup(database, path, now);
    const deletions = await addToList(listBeside(path), database, now);
    // a database that is full is backed up all the same
    const isNoted = await noteBackup(database.db, now).then(
      () => true,
      () => false,
    );
    return { path, sums, deletions, isNoted };
  });
}

/** The list alone, between two backups. How many it knows of. */
export async function listDeletions(env: Env, folder: string, now: Date = new Date()): Promise<number> {
  const { BackupFault } = await import('./backup/fault.ts');
  if (!isFolder(folder)) throw new BackupFault('refused', 'The folder of the backups is not there.');
  const { addToList, listIn } = await import('./backup/deletion-list.ts');
  return opened(env, (database) => addToList(listIn(resolve(folder)), database, now));
}

type Opened = Awaited<ReturnType<typeof import('./database/database.ts')['openDatabase']>>;

async function opened<T>(env: Env, work: (database: Opened) => Promise<T>): Promise<T> {
  const settings = databaseSettings(withSecretFiles(env));
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there is no database.');
  const { openDatabase } = await import('./database/database.ts');
  const database = await openDatabase(settings);
  try {
    if ((await database.stepsToTake()).length > 0)
      throw new WrongSetting('The database is of an older version: run readingscan migrate first.');
    return await work(database);
  } finally {
    await database.close();
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** "20261129T125328Z": the order of names is that of time */
const stampOf = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, '');
