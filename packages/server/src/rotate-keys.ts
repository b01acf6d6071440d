/** Brings the keys of saved reports under the newest master key, beside a server that goes on. */
import { databaseSettings } from './database/settings.ts';
import { savingSettings } from './saved/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { orStorageSaid } from './storage-fault.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface KeysRotated {
  /** wrapped anew now */
  readonly done: number;
  /** left as they are: they do not open with the keys there are */
  readonly failed: number;
  /** ids of master keys that no report needs any longer */
  readonly unneeded: readonly string[];
}

/** Throws `WrongSetting` where nothing can be saved, or the database is not of this version. */
export async function rotateKeys(
  given: Readonly<Record<string, string | undefined>>,
  onProgress: (done: number) => void = () => undefined,
): Promise<KeysRotated> {
  const env = withSecretFiles(given);
  const [saving, settings] = [savingSettings(env), databaseSettings(env)];
  if (!saving || !settings) throw new WrongSetting('MASTER_KEY is not set: there are no keys to rotate.');
  const { openDatabase } = await import('./database/database.ts');
  const { masterKeys } = await import('./saved/master-keys.ts');
  const { keysInUse, rotate } = await import('./saved/rotation.ts');
  const database = await openDatabase(settings);
  try {
    if ((await database.stepsToTake()).length > 0)
      throw new WrongSetting('The database is of an older version: run readingscan migrate first.');
    const rotated = await orStorageSaid(rotate(database.db, masterKeys(saving.keys), onProgress));
    const needed = new Set(
      [...(await keysInUse(database.db)), ...(await keysInUse(database.db, 'jobs'))].map(({ keyId }) => keyId),
    );
    const [, ...older] = saving.keys.map(({ id }) => id);
    return { ...rotated, unneeded: older.filter((id) => !needed.has(id)) };
  } finally {
    await database.close();
  }
}
