/** A program for tests: restores a backup, says so after the first rows, and waits within the transaction to be killed. */
import { restore } from '../src/backup/restore.ts';
import { openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';

const [, , written = '', path = ''] = process.argv;
// what the test gives: one boundary
const settings = JSON.parse(written) as DatabaseSettings;
let batches = 0;
await restore(await openDatabase(settings), path, {
  replace: false,
  deletions: new Map(),
  async onProgress() {
    batches += 1;
    if (batches < 3) return;
    process.stdout.write('halfway\n');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  },
});
