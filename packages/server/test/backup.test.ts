/** Backups, from either kind of database into either: equal by their sums, whole or refused, and nothing deleted comes back. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport } from '../../web/test/kept-reports.ts';
import { addToList, deletionsIn, listBeside } from '../src/backup/deletion-list.ts';
import { BackupFault } from '../src/backup/fault.ts';
import { removeLeftovers } from '../src/backup/leftovers.ts';
import { FORMAT, lineOf, type Sums, summing } from '../src/backup/lines.ts';
import { lookThrough } from '../src/backup/look-through.ts';
import { makeBackup } from '../src/backup/make-backup.ts';
import { type RestoreOptions, restore } from '../src/backup/restore.ts';
import { SHAPES } from '../src/backup/shapes.ts';
import { DISK, type Disk } from '../src/backup/whole-file.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { MIGRATIONS } from '../src/database/migrations/index.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { readTrail } from '../src/saved/trail.ts';
import { openVault } from '../src/saved/vault.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { ANA, BEA, type Filled, filledDatabase, join, KEY, PHOTO, save } from './filled-database.ts';

const AT = new Date('2026-11-29T09:00:00Z');
const NONE: RestoreOptions = { replace: false, deletions: new Map() };
const PROGRAM = fileURLToPath(new URL('./restoring.ts', import.meta.url));
const open: Database[] = [];

async function opened(settings: DatabaseSettings): Promise<Database> {
  const database = await openDatabase(settings);
  open.push(database);
  return database;
}
const empty = async (kind: (typeof KINDS)[number]): Promise<Database> => opened(await newDatabase(kind));
async function filled(kind: (typeof KINDS)[number]): Promise<Filled> {
  const one = await filledDatabase(kind);
  open.push(one.database);
  return one;
}

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

const folder = (): string => mkdtempSync(pathOf(tmpdir(), 'readingscan-backup-'));
const backupOf = async (database: Database, path = pathOf(folder(), 'one.backup')) => ({
  path,
  sums: await makeBackup(database, path, AT),
});
const usersOf = async ({ db }: Database): Promise<readonly string[]> =>
  (await db.selectFrom('users').select('id').execute()).map(({ id }) => id).sort();

describe.each(KINDS)('of %s', (from) => {
  test.each(KINDS)('restored into %s it is equal by its sums, and a report opens with the same key', async (to) => {
    const { database, reportId } = await filled(from);
    const { path, sums } = await backupOf(database);
    const other = await empty(to);
    const { leftOut } = await restore(other, path, NONE);
    expect(leftOut).toBe(0);
    const again = await backupOf(other);
    expect(again.sums.tables).toEqual(sums.tables);
    for (const [table, { rows }] of Object.entries(sums.tables))
      expect(rows, table).toBeGreaterThanOrEqual(table === 'deletions' ? 0 : 1);
    const vault = openVault(other, masterKeys([KEY]));
    const saved = await vault.get(ANA, reportId);
    expect(saved?.report.source.text).toContain(CANARY);
    expect(await vault.original(ANA, reportId, saved?.report.originals[0]?.id ?? '')).toEqual(PHOTO);
    expect(await readTrail(other.db, ANA, 9)).toMatchObject({ isWhole: true, length: 1 });
    // nobody is signed in
    expect(await other.db.selectFrom('sessions').selectAll().execute()).toEqual([]);
    expect(await other.stepsToTake()).toEqual([]);
  });

  test('it holds each table and column that there is, nothing that can be read of a report, and is this user’s alone', async () => {
    const { database } = await filled(from);
    const there = await database.db.introspection.getTables();
    const short = ['sessions', 'one_time_codes', 'shared_links', 'jobs', 'job_inputs', 'job_results'];
    const left = [...short, 'payment_events', 'loose_objects', 'last_backups'];
    expect(Object.keys(SHAPES).sort()).toEqual(
      there
        .map(({ name }) => name)
        .filter((name) => !left.includes(name))
        .sort(),
    );
    for (const [name, { columns }] of Object.entries(SHAPES))
      expect(Object.keys(columns).sort(), name).toEqual(
        there
          .find((one) => one.name === name)
          ?.columns.map((column) => column.name)
          .sort(),
      );
    const { path } = await backupOf(database);
    const bytes = readFileSync(path);
    expect(bytes.includes(CANARY)).toBe(false);
    expect(bytes.includes(Buffer.from(KEY.bytes).toString('base64'))).toBe(false);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readdirSync(pathOf(path, '..'))).toEqual(['one.backup']);
  });

  test('it is of one moment, whatever is written meanwhile', async () => {
    const { database, settings } = await filled(from);
    const other = await opened(settings);
    let isOver = false;
    let number = 0;
    const writing = (async () => {
      while (!isOver) {
        number += 1;
        await other.db.transaction().execute((within) => join({ ...other, db: within }, `person${number}`));
        await new Promise(setImmediate);
      }
    })();
    await expect.poll(() => number).toBeGreaterThan(5);
    const { path } = await backupOf(database);
    const least = number;
    await expect.poll(() => number).toBeGreaterThan(least + 5);
    isOver = true;
    await writing;
    const back = await empty('sqlite');
    await restore(back, path, NONE);
    const { rows } = await sql<{ readonly count: number }>`select count(*) as count from users
      where id not in (select user_id from logins)`.execute(back.db);
    expect(rows[0]?.count).toBe(0);
    expect((await usersOf(back)).length).toBeGreaterThan(10);
  });
});

describe('what was deleted after a backup', () => {
  test.each(KINDS)('does not come back on %s, with the list beside it', async (kind) => {
    const one = await filled(kind);
    const { database, vault, reportId } = one;
    const [second, third] = [await save(vault, BEA), await save(vault, BEA)];
    const { path } = await backupOf(database);
    const { db } = database;
    await vault.held(ANA, (within) => vault.remove(within, ANA, reportId));
    await vault.held(BEA, (within) => vault.remove(within, BEA, second));
    await db.deleteFrom('api_keys').where('id', '=', 'key-1').execute();
    await db.deleteFrom('backup_codes').where('id', '=', 'code-2').execute();
    await db.deleteFrom('users').where('id', '=', 'Zoe').execute();
    expect(await addToList(listBeside(path), database, AT)).toBe(5);
    const other = await empty(kind);
    const { leftOut } = await restore(other, path, { ...NONE, deletions: await deletionsIn(listBeside(path)) });
    // two reports, a photograph, a key, a code, a person and a way to sign in
    expect(leftOut).toBe(7);
    const again = openVault(other, masterKeys([KEY]));
    expect(await again.get(ANA, reportId)).toBeNull();
    expect((await again.page(BEA, null)).reports.map(({ report }) => report.id)).toEqual([third]);
    expect(await other.db.selectFrom('saved_originals').selectAll().execute()).toEqual([]);
    expect(await other.db.selectFrom('api_keys').select('id').execute()).toEqual([{ id: 'key-2' }]);
    expect(await other.db.selectFrom('backup_codes').select('id').execute()).toEqual([{ id: 'code-1' }]);
    expect(await usersOf(other)).not.toContain('Zoe');
    // its owner reads that it is gone, in a trail that is whole
    const trail = await readTrail(other.db, ANA, 9);
    expect([trail.isWhole, trail.events[0]]).toEqual([true, expect.objectContaining({ what: 'removed', count: 1 })]);
    // and the next backup knows of it too
    const next = await backupOf(other);
    expect((await deletionsIn(next.path)).size).toBe(5);
  });

  test.each(KINDS)('and was saved again before it stays on %s, though the list knows of its deletion', async (kind) => {
    const { database, vault } = await filled(kind);
    const whole = keptReport();
    await save(vault, BEA, whole);
    await vault.held(BEA, (within) => vault.remove(within, BEA, whole.report.id));
    await save(vault, BEA, whole);
    const { path } = await backupOf(database);
    await addToList(listBeside(path), database, AT);
    const other = await empty(kind);
    await restore(other, path, { ...NONE, deletions: await deletionsIn(listBeside(path)) });
    expect(await openVault(other, masterKeys([KEY])).get(BEA, whole.report.id)).not.toBeNull();
  });

  test.each(KINDS)('stays deleted where the backup replaces what is in the database of %s', async (kind) => {
    const { database, vault, reportId } = await filled(kind);
    const { path, sums } = await backupOf(database);
    await vault.held(ANA, (within) => vault.removeAll(within, ANA));
    await join(database, 'later');
    await expect(restore(database, path, NONE)).rejects.toThrow(/not empty/);
    expect(await usersOf(database)).toContain('later');
    await restore(database, path, { replace: true, deletions: null });
    expect(await usersOf(database)).toEqual(['Zoe', ANA, BEA, 'álvaro', '雪'].sort());
    expect(await vault.get(ANA, reportId)).toBeNull();
    const again = await backupOf(database);
    for (const table of ['logins', 'credit_entries', 'credit_lines', 'credit_holds'])
      expect(again.sums.tables[table]).toEqual(sums.tables[table]);
    expect(again.sums.tables.deletions?.rows).toBe(1);
    // and nobody empties the ledger after that
    for (const table of ['credit_entries', 'credit_lines'] as const)
      await expect(database.db.deleteFrom(table).execute()).rejects.toThrow(/never changed/);
  });

  test.each(KINDS)('with its account is one line on %s, and all of it stays away', async (kind) => {
    const { database } = await filled(kind);
    const { path } = await backupOf(database);
    await database.db.deleteFrom('users').where('id', '=', ANA).execute();
    const noted = await database.db.selectFrom('deletions').select(['what', 'user_id']).execute();
    expect(noted).toEqual([{ what: 'account', user_id: ANA }]);
    const later = await backupOf(database);
    const other = await empty(kind);
    // a later backup is a list too
    await restore(other, path, { ...NONE, deletions: await deletionsIn(later.path) });
    expect((await backupOf(other)).sums.tables).toEqual(later.sums.tables);
  });

  test('is asked about where no list is there, and an altered list is refused', async () => {
    const { database, vault, reportId } = await filled('sqlite');
    const { path } = await backupOf(database);
    await expect(restore(await empty('sqlite'), path, { ...NONE, deletions: null })).rejects.toThrow(
      /--deletions none/,
    );
    await vault.held(ANA, (within) => vault.remove(within, ANA, reportId));
    await addToList(listBeside(path), database, AT);
    const bytes = readFileSync(listBeside(path));
    writeFileSync(listBeside(path), bytes.subarray(0, bytes.length - 200));
    await expect(deletionsIn(listBeside(path))).rejects.toThrow(BackupFault);
    await expect(addToList(listBeside(path), database, AT)).rejects.toThrow(BackupFault);
    await expect(lookThrough(listBeside(path))).rejects.toThrow(BackupFault);
  });
});

describe('a backup that is not whole', () => {
  test('is refused wherever it ends and whichever byte was changed, and nothing is written', async () => {
    const { database } = await filled('sqlite');
    const { path } = await backupOf(database);
    const bytes = readFileSync(path);
    const lastLine = bytes.lastIndexOf(10, bytes.length - 2);
    // of the last line, which no other holds to what it says, each fourth
    const at = (_: unknown, index: number): boolean => index % (index > lastLine ? 4 : 97) === 0;
    const other = await empty('sqlite');
    await other.migrate();
    const wrong = pathOf(folder(), 'wrong.backup');
    const places = Array.from(bytes.keys()).filter(at);
    expect(places.length).toBeGreaterThan(300);
    for (const place of places) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
      writeFileSync(wrong, changed);
      await expect(lookThrough(wrong), `byte ${place}`).rejects.toThrow(BackupFault);
    }
    for (const length of [0, 1, 100, 1000, lastLine, lastLine + 1, lastLine + 50, bytes.length - 1]) {
      writeFileSync(wrong, bytes.subarray(0, length));
      const failing = restore(other, wrong, NONE);
      await expect(failing, `length ${length}`).rejects.toThrow(/^[^\n]+$/);
      await expect(failing).rejects.toThrow(BackupFault);
    }
    writeFileSync(wrong, Buffer.concat([bytes, Buffer.from('[]\n')]));
    await expect(restore(other, wrong, NONE)).rejects.toThrow(BackupFault);
    expect(await usersOf(other)).toEqual([]);
  });

  test.each(KINDS)('and one of a newer version leave %s as it was', async (kind) => {
    const { database } = await filled('sqlite');
    const { path } = await backupOf(database);
    const newer = pathOf(folder(), 'newer.backup');
    rewrite(path, newer, [...Object.keys(MIGRATIONS), '999-newer']);
    const other = await empty(kind);
    await expect(restore(other, newer, NONE)).rejects.toThrow(/newer version/);
    expect(await other.stepsToTake()).toEqual(Object.keys(MIGRATIONS));
  });

  test.each(KINDS)('by the database, in the last row, leaves nothing in %s', async (kind) => {
    const { database } = await filled('sqlite');
    const { path } = await backupOf(database);
    const other = await empty(kind);
    const failing = restore(other, path, {
      ...NONE,
      onProgress: () => Promise.reject(Object.assign(new Error(CANARY), { code: 'ENOSPC' })),
    });
    await expect(failing).rejects.toThrow(/did not take the backup \(ENOSPC\)/);
    expect(await usersOf(other)).toEqual([]);
    await restore(other, path, NONE);
    expect((await usersOf(other)).length).toBe(5);
  });
});

test.each(KINDS)('a backup of an older version is brought to this one on %s', async (kind) => {
  const older = Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 3));
  const { database } = await filled('sqlite');
  const { path } = await backupOf(database);
  const old = pathOf(folder(), 'old.backup');
  rewrite(path, old, Object.keys(older), ['users', 'logins', 'second_steps', 'saved_reports', 'account_events']);
  const other = await empty(kind);
  await restore(other, old, NONE);
  expect(await other.stepsToTake()).toEqual([]);
  expect((await usersOf(other)).length).toBe(5);
  const whole = await empty(kind);
  await whole.migrate();
  await expect(restore(whole, old, NONE)).rejects.toThrow(/older version/);
  const newer = await empty(kind);
  await migrate(newer.db, kind, older);
  await restore(newer, path, NONE);
  expect(await newer.stepsToTake()).toEqual([]);
});

test.each(KINDS)(
  'a kill in the middle of a restore leaves %s empty, and the next one brings all of it',
  async (kind) => {
    const { database } = await filled('sqlite');
    const { path } = await backupOf(database);
    const settings = await newDatabase(kind);
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', PROGRAM, JSON.stringify(settings), path],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await ended;
    const other = await opened(settings);
    await other.migrate();
    expect(await usersOf(other)).toEqual([]);
    await restore(other, path, NONE);
    expect((await usersOf(other)).length).toBe(5);
  },
);

describe('a disk that is full', () => {
  const full = (): Promise<never> => Promise.reject(Object.assign(new Error('/secret/place'), { code: 'ENOSPC' }));

  test.each(Object.keys(DISK))('at the step "%s" is told in one line, and no half file is left', async (step) => {
    const { database } = await filled('sqlite');
    const at = folder();
    const path = pathOf(at, 'one.backup');
    const failing = makeBackup(database, path, AT, { ...DISK, [step]: full } as Disk);
    await expect(failing).rejects.toThrow(/^It could not be written \(ENOSPC\)[^\n]+$/);
    await expect(failing).rejects.not.toThrow(/secret/);
    expect(readdirSync(at)).toEqual([]);
    // the list that was there stays as it was
    await addToList(listBeside(path), database, AT);
    const before = readFileSync(listBeside(path));
    await expect(addToList(listBeside(path), database, AT, { ...DISK, [step]: full } as Disk)).rejects.toThrow();
    expect(readFileSync(listBeside(path))).toEqual(before);
    expect(readdirSync(at)).toEqual(['readingscan.deletions']);
    await makeBackup(database, path, AT);
    await lookThrough(path);
  });
});

test('what a killed backup left behind goes with the next one, and what is being made now stays', async () => {
  const at = folder();
  const now = Date.now();
  for (const name of ['.readingscan-copy-old', '.readingscan-copy-new']) mkdirSync(pathOf(at, name));
  for (const name of ['.one.backup-0123456789ab.part', 'one.backup', '.readingscan-copy-old/copy.db'])
    writeFileSync(pathOf(at, name), '');
  const old = new Date(now - 25 * 60 * 60_000);
  for (const name of ['.readingscan-copy-old', '.one.backup-0123456789ab.part', 'one.backup'])
    utimesSync(pathOf(at, name), old, old);
  expect(await removeLeftovers(at, now)).toBe(2);
  expect(readdirSync(at).sort()).toEqual(['.readingscan-copy-new', 'one.backup']);
});

/** The same rows under other steps, of these tables alone, with sums that fit. */
function rewrite(from: string, to: string, steps: readonly string[], tables?: readonly string[]): Sums {
  const lines = readFileSync(from, 'utf8').trimEnd().split('\n').slice(1, -1);
  const sum = summing();
  const heading = lineOf({ format: FORMAT, holds: 'everything', madeAt: AT.toISOString(), from: 'sqlite', steps });
  sum.heading(heading);
  let [text, isIn] = [heading, true];
  for (const line of lines.map((one) => `${one}\n`)) {
    const table = line.startsWith('{') ? String(JSON.parse(line).table) : null;
    if (table !== null) isIn = tables?.includes(table) ?? true;
    if (!isIn) continue;
    if (table === null) sum.row(line);
    else sum.table(line, table);
    text += line;
  }
  const sums = sum.sums();
  writeFileSync(to, text + lineOf(sums));
  return sums;
}
