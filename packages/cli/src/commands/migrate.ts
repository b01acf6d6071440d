/** `readingscan migrate`: the database of DATABASE_URL in the shape of this version. */
import { Usage } from '../failure.ts';

export async function migrateCommand(): Promise<void> {
  const { migrateDatabase, WrongSetting } = await import('@readingscan/server');
  try {
    const taken = await migrateDatabase(process.env);
    process.stdout.write(
      taken.length === 0 ? 'The database is up to date.\n' : taken.map((step) => `${step} done\n`).join(''),
    );
  } catch (error) {
    throw error instanceof WrongSetting ? new Usage(error.message) : error;
  }
}
