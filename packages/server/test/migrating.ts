/** A program for tests: migrates and prints the steps it took; asked to stop halfway, it says so and waits within the transaction to be killed. */
import { sql } from 'kysely';
import { openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { MIGRATIONS } from '../src/database/migrations/index.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';

const [, , written = '', how] = process.argv;
// what the test gives: one boundary
const settings = JSON.parse(written) as DatabaseSettings;
const database = await openDatabase(settings);
if (how === 'halfway') {
  await migrate(database.db, database.kind, {
    ...MIGRATIONS,
    '999-never-done': () => ({
      async up(at) {
        await sql`create table halfway (id text)`.execute(at);
        process.stdout.write('halfway\n');
        await new Promise((resolve) => setTimeout(resolve, 60_000));
      },
    }),
  });
}
process.stdout.write(JSON.stringify((await database.migrate()).taken));
await database.close();
