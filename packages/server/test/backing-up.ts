/** A program for tests: makes a backup, and says in one line what became of it. */
import { BackupFault } from '../src/backup/fault.ts';
import { makeBackup } from '../src/backup/make-backup.ts';
import { openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';

const [, , written = '', path = ''] = process.argv;
// what the test gives: one boundary
const database = await openDatabase(JSON.parse(written) as DatabaseSettings);
try {
  await makeBackup(database, path, new Date());
  process.stdout.write('made\n');
} catch (error) {
  process.stdout.write(error instanceof BackupFault ? `${error.kind}: ${error.message}\n` : 'something else\n');
}
await database.close();
