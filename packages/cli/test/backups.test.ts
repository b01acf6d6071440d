/** Backups as their operator makes them: the built program, a folder of copies, a database that is lost. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../server/src/database/database.ts';

const BIN = fileURLToPath(new URL('../bin/readingscan.js', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'readingscan-backups-'));
const copies = mkdtempSync(join(tmpdir(), 'readingscan-copies-'));
const path = join(dir, 'live.db');
const env = { PATH: process.env.PATH ?? '', DATABASE_URL: `file:${path}` };

const run = (words: readonly string[], settings: Record<string, string> = env) =>
  ended(spawnSync(process.execPath, [BIN, ...words], { cwd: dir, env: settings, encoding: 'utf8' }));
const ended = ({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }) => ({
  code: status,
  stdout,
  stderr,
});

async function at<T>(file: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ kind: 'sqlite', path: file });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
const people = (file: string): Promise<readonly string[]> =>
  at(file, async ({ db }) => (await db.selectFrom('users').select('id').orderBy('id').execute()).map(({ id }) => id));

beforeAll(async () => {
  // builds it, where it is older than its sources
  run(['--version']);
  await at(path, async ({ db, migrate }) => {
    await migrate();
    const now = new Date().toISOString();
    for (const id of ['ana', 'bea'])
      await db
        .insertInto('users')
        .values({ id, email: `${id}@quillfeather.example`, email_verified: true, created_at: now, updated_at: now })
        .execute();
  });
});

test('a lost database is made again from a folder of copies, without who left meanwhile', async () => {
  const made = run(['backup', copies]);
  expect([made.code, made.stderr]).toEqual([0, '']);
  expect(made.stdout).toMatch(/readingscan-\d{8}T\d{6}Z\.backup\n2 rows, SHA-256 of all [0-9a-f]{64}\n/);
  expect(run(['doctor']).stdout).toMatch(/ok {4}backup: The last one was made at 2\S+Z\./);
  await at(path, ({ db }) => db.deleteFrom('users').where('id', '=', 'bea').execute());
  expect(run(['deletions', copies])).toEqual({ code: 0, stdout: 'The list knows of 1 deletions.\n', stderr: '' });
  expect(run(['restore', copies])).toMatchObject({ code: 2, stderr: expect.stringMatching(/not empty[^\n]+\n$/) });
  const again = { ...env, DATABASE_URL: `file:${join(dir, 'again.db')}` };
  const back = run(['restore', copies], again);
  expect([back.code, back.stderr]).toEqual([0, '']);
  expect(back.stdout).toMatch(/^1 rows of \S+Z are back\. [^\n]+\n1 rows were left out/);
  expect(await people(join(dir, 'again.db'))).toEqual(['ana']);
  expect(made.stdout + back.stdout).not.toContain('quillfeather');
});

test('without a list it asks, and an altered copy is refused with one line', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'readingscan-copies-'));
  const one = join(alone, 'one.backup');
  expect(run(['backup', one]).code).toBe(0);
  rmSync(join(alone, 'readingscan.deletions'));
  const fresh = { ...env, DATABASE_URL: `file:${join(dir, 'fresh.db')}` };
  expect(run(['restore', one], fresh)).toMatchObject({ code: 2, stderr: expect.stringContaining('--deletions FILE') });
  writeFileSync(join(alone, 'cut.backup'), readFileSync(one).subarray(0, -1));
  expect(run(['restore', join(alone, 'cut.backup'), '--deletions', 'none'], fresh)).toEqual({
    code: 3,
    stdout: '',
    stderr: 'readingscan: The backup ends in the middle: it was cut short. Nothing was written. Take another backup.\n',
  });
  expect(run(['restore', one, '--deletions', 'none'], fresh).code).toBe(0);
  expect(await people(join(dir, 'fresh.db'))).toEqual(await people(path));
});

test('where the disk takes no more, it says so and leaves nothing', () => {
  const alone = mkdtempSync(join(tmpdir(), 'readingscan-copies-'));
  // a limit of the system, for any user: less than the database, more than its log needs
  const limited = spawnSync(
    'bash',
    ['--norc', '-c', `ulimit -f 64; exec "$0" "$@"`, process.execPath, BIN, 'backup', alone],
    {
      cwd: dir,
      env,
      encoding: 'utf8',
    },
  );
  expect(ended(limited)).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^readingscan: [^\n]+\n$/),
  });
  expect(limited.stderr).toContain('nothing was left');
  expect(readdirSync(alone)).toEqual([]);
});

test('what is to be written is said where it is missing', () => {
  expect(run(['backup'])).toMatchObject({ code: 2, stderr: expect.stringContaining('a file or a folder') });
  expect(run(['restore'])).toMatchObject({ code: 2, stderr: expect.stringContaining('a backup or its folder') });
  expect(run(['restore', join(copies, 'none.backup')]).stderr).toContain('no backup of that name');
  expect(run(['backup', copies], { PATH: env.PATH }).stderr).toContain('DATABASE_URL is not set');
});
