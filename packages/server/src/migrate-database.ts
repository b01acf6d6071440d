/** Brings the database that DATABASE_URL names to the shape that this program knows, without starting the server. */
import { databaseSettings } from './database/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { WrongSetting } from './wrong-setting.ts';

/** Names of the steps that were taken. Throws `WrongSetting` where there is no database. */
export async function migrateDatabase(env: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const settings = databaseSettings(withSecretFiles(env));
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there is no database to migrate.');
  const { openDatabase } = await import('./database/database.ts');
  const database = await openDatabase(settings);
  try {
    return (await database.migrate()).taken;
  } finally {
    await database.close();
  }
}
