/** A program for tests: brings the keys of saved reports under the newest master key, and says after each step how far it is, to be killed at any time. */
import { openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { rotate } from '../src/saved/rotation.ts';

const [, , written = '', newest = '', older = ''] = process.argv;
// what the test gives: one boundary
const database = await openDatabase(JSON.parse(written) as DatabaseSettings);
const keyOf = (id: string, base64: string) => ({ id, bytes: new Uint8Array(Buffer.from(base64, 'base64')) });
await rotate(database.db, masterKeys([keyOf('new', newest), keyOf('old', older)]), (done) =>
  process.stdout.write(`${done}\n`),
);
await database.close();
