/** `readingscan backup FILE|DIR`, `deletions DIR` and `restore FILE|DIR`: a copy of the database in our own form, what was deleted since, and the way back. */
import type { Arguments } from '../arguments.ts';
import { fail, Usage } from '../failure.ts';

export async function backupCommand({ files: [to, ...more] }: Arguments): Promise<void> {
  if (to === undefined || more.length > 0) throw new Usage('Write: readingscan backup, and a file or a folder for it.');
  const { backupDatabase } = await import('@readingscan/server');
  await told(async () => {
    const { path, sums, deletions, isNoted } = await backupDatabase(process.env, to);
    const rows = Object.values(sums.tables).reduce((sum, table) => sum + table.rows, 0);
    process.stdout.write(`${path}\n${rows} rows, SHA-256 of all ${sums.sha256}\n`);
    process.stdout.write(`The list beside it knows of ${deletions} deletions. The master key is not in it.\n`);
    if (!isNoted) process.stderr.write('The database could not note when it was made: has its disk room?\n');
  });
}

export async function deletionsCommand({ files: [folder, ...more] }: Arguments): Promise<void> {
  if (folder === undefined || more.length > 0)
    throw new Usage('Write: readingscan deletions, and the folder of the backups.');
  const { listDeletions } = await import('@readingscan/server');
  await told(async () => {
    process.stdout.write(`The list knows of ${await listDeletions(process.env, folder)} deletions.\n`);
  });
}

export async function restoreCommand({ files: [from, ...more], replace, deletions, quiet }: Arguments): Promise<void> {
  if (from === undefined || more.length > 0) throw new Usage('Write: readingscan restore, and a backup or its folder.');
  const { restoreDatabase } = await import('@readingscan/server');
  await told(async () => {
    let next = EACH;
    const { madeAt, rows, leftOut, missing } = await restoreDatabase(process.env, {
      from,
      replace,
      deletions,
      onProgress(count) {
        if (quiet || count < next) return;
        process.stderr.write(`${count} rows are written\n`);
        next = count + EACH;
      },
    });
    process.stdout.write(`${rows} rows of ${madeAt} are back. Everybody has to sign in again.\n`);
    if (leftOut > 0) process.stdout.write(`${leftOut} rows were left out: they were deleted after the backup.\n`);
    if (missing !== null && missing > 0)
      process.stderr.write(`${missing} photographs are not in the store of FILES_URL: they cannot be opened.\n`);
  });
}

const EACH = 10_000;

async function told(work: () => Promise<void>): Promise<void> {
  const { BackupFault, WrongSetting } = await import('@readingscan/server');
  try {
    await work();
  } catch (error) {
    if (error instanceof WrongSetting) throw new Usage(error.message);
    if (!(error instanceof BackupFault)) throw error;
    if (error.kind === 'refused') throw new Usage(error.message);
    const { kind, message } = error;
    fail({ code: kind === 'unreadable' ? 'unreadable' : 'internal', message, hint: HINTS[kind] });
  }
}

const HINTS = {
  unreadable: 'Nothing was written. Take another backup.',
  failed: 'Mend that, and try again.',
} as const;
