/** The database port: one suite on every kind of database that there is. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { MIGRATIONS } from '../src/database/migrations/index.ts';
import { type DatabaseSettings, databaseSettings } from '../src/database/settings.ts';
import { timeOf } from '../src/database/tables.ts';
import { codeOf } from '../src/failure-code.ts';
import { WrongSetting } from '../src/wrong-setting.ts';
import { KINDS, newDatabase } from './database-kinds.ts';

const PROGRAM = fileURLToPath(new URL('./migrating.ts', import.meta.url));
const TABLES = [
  'account_events',
  'api_keys',
  'backup_codes',
  'credit_entries',
  'credit_holders',
  'credit_holds',
  'credit_lines',
  'credit_subscriptions',
  'deletions',
  'job_inputs',
  'job_results',
  'jobs',
  'last_backups',
  'logins',
  'loose_objects',
  'one_time_codes',
  'passkeys',
  'payment_events',
  'payment_tasks',
  'purchases',
  'requests_once',
  'saved_originals',
  'saved_reports',
  'saving_choices',
  'second_steps',
  'sessions',
  'shared_links',
  'users',
];
const open: Database[] = [];

async function opened(settings: DatabaseSettings): Promise<Database> {
  const database = await openDatabase(settings);
  open.push(database);
  return database;
}

afterEach(async () => {
  for (const database of open.splice(0)) await database.close();
});

const tablesOf = async ({ db }: Database): Promise<readonly string[]> =>
  (await db.introspection.getTables()).map(({ name }) => name).sort();

const NOW = new Date().toISOString();
const person = (id: string) => ({
  id,
  email: `${id}@example.org`,
  email_verified: true,
  created_at: NOW,
  updated_at: NOW,
});

describe.each(KINDS)('%s', (kind) => {
  test('a new database is brought to its shape once, and the same at each later start', async () => {
    const settings = await newDatabase(kind);
    const database = await opened(settings);
    expect(await database.stepsToTake()).toEqual(Object.keys(MIGRATIONS));
    expect(await tablesOf(database)).toEqual([]);
    expect((await database.migrate()).taken).toEqual(Object.keys(MIGRATIONS));
    expect(await tablesOf(database)).toEqual(TABLES);
    const again = await opened(settings);
    expect(await again.stepsToTake()).toEqual([]);
    expect((await again.migrate()).taken).toEqual([]);
    expect(await again.answers()).toBe(true);
  });

  test('two programs that start at once both find it done', async () => {
    const settings = await newDatabase(kind);
    const taken = await Promise.all([0, 1].map(() => text(migrating(settings).stdout)));
    expect(taken.flatMap((names) => JSON.parse(names))).toEqual(Object.keys(MIGRATIONS));
    expect(await tablesOf(await opened(settings))).toEqual(TABLES);
  });

  test('a step that fails leaves nothing of itself or of those before it', async () => {
    const database = await opened(await newDatabase(kind));
    const failing = migrate(database.db, kind, {
      ...MIGRATIONS,
      '999-fails': () => ({
        async up(db) {
          await sql`create table halfway (id text)`.execute(db);
          await sql`this is no statement`.execute(db);
        },
      }),
    });
    await expect(failing).rejects.toThrow();
    expect(await tablesOf(database)).toEqual([]);
    expect((await database.migrate()).taken).toEqual(Object.keys(MIGRATIONS));
  });

  test('a kill in the middle of a migration leaves nothing, and the next start does all of it', async () => {
    const settings = await newDatabase(kind);
    const child = migrating(settings, 'halfway');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await ended;
    const database = await opened(settings);
    expect((await database.migrate()).taken).toEqual(Object.keys(MIGRATIONS));
    expect(await tablesOf(database)).toEqual(TABLES);
  });

  test('a database of a newer program is left alone, with one line that says so', async () => {
    const database = await opened(await newDatabase(kind));
    await migrate(database.db, kind, { ...MIGRATIONS, '999-newer': () => ({ up: async () => undefined }) });
    await expect(database.migrate()).rejects.toThrow(/newer version/);
    await expect(database.stepsToTake()).rejects.toThrow(WrongSetting);
  });

  test('an address has one account, and what belongs to a user goes with the user', async () => {
    const { db, migrate: bring } = await opened(await newDatabase(kind));
    await bring();
    await db
      .insertInto('users')
      .values([person('a'), person('b')])
      .execute();
    await expect(
      db
        .insertInto('users')
        .values({ ...person('c'), email: 'a@example.org' })
        .execute(),
    ).rejects.toThrow();
    const times = { expires_at: NOW, created_at: NOW, updated_at: NOW };
    for (const user_id of ['a', 'b'])
      await db
        .insertInto('sessions')
        .values({ id: `s-${user_id}`, user_id, token_hash: `t-${user_id}`, device: 'Firefox', ...times })
        .execute();
    await db.deleteFrom('users').where('id', '=', 'a').execute();
    const left = await db.selectFrom('sessions').selectAll().execute();
    expect(left.map(({ id }) => id)).toEqual(['s-b']);
    expect(timeOf(left[0]?.expires_at ?? '')).toBe(Date.parse(NOW));
    await expect(
      db
        .insertInto('sessions')
        .values({ id: 's', user_id: 'nobody', token_hash: 't', device: '', ...times })
        .execute(),
    ).rejects.toThrow();
  });
});

describe('a file of SQLite', () => {
  test('is written through, read while it is written, and this user’s alone', async () => {
    const settings = await newDatabase('sqlite');
    const path = settings.kind === 'sqlite' ? settings.path : '';
    const { db, migrate: bring } = await opened(settings);
    await bring();
    const pragma = async (name: string): Promise<unknown> =>
      Object.values((await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(db)).rows[0] ?? {})[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('busy_timeout')).toBe(5000);
    expect(await pragma('foreign_keys')).toBe(1);
    for (const name of readdirSync(dirname(path)))
      expect(statSync(join(dirname(path), name)).mode & 0o077, name).toBe(0);
  });

  test('does not hold what was deleted, but for the random name of it', async () => {
    const settings = await newDatabase('sqlite');
    const path = settings.kind === 'sqlite' ? settings.path : '';
    const database = await opened(settings);
    await database.migrate();
    await database.db
      .insertInto('users')
      .values({ ...person('a'), email: 'marmalade@example.org' })
      .execute();
    await database.db.deleteFrom('users').where('id', '=', 'a').execute();
    await database.scrub();
    for (const name of readdirSync(dirname(path)))
      expect(readFileSync(join(dirname(path), name)).includes('marmalade'), name).toBe(false);
  });
});

describe('DATABASE_URL', () => {
  test('names a file or a server; without it there is no database', () => {
    expect(databaseSettings({})).toBeNull();
    expect(databaseSettings({ DATABASE_URL: ' ' })).toBeNull();
    expect(databaseSettings({ DATABASE_URL: 'file:./data/r.db' })).toEqual({
      kind: 'sqlite',
      path: join(process.cwd(), 'data/r.db'),
    });
    expect(databaseSettings({ DATABASE_URL: 'file:///var/lib/r.db' })).toEqual({
      kind: 'sqlite',
      path: '/var/lib/r.db',
    });
    for (const url of ['postgres://a:b@db.example.org/r', 'postgresql:///r?host=/run/postgresql'])
      expect(databaseSettings({ DATABASE_URL: url })).toEqual({ kind: 'postgres', url });
  });

  test.each([
    'readingscan.db',
    'mysql://a:s3cret@host/r',
    'postgres://host',
    'postgres://a:s3cret@host/',
    'file:',
    'file:data/',
    'file::memory:',
    'file:a.db?mode=memory',
  ])('that is none stops the start with one line, which repeats nothing of it: %s', (url) => {
    let wrong: unknown;
    try {
      databaseSettings({ DATABASE_URL: url });
    } catch (error) {
      wrong = error;
    }
    expect(wrong).toBeInstanceOf(WrongSetting);
    expect((wrong as WrongSetting).message).toMatch(/^DATABASE_URL is not[^\n]*$/);
    expect((wrong as WrongSetting).message).not.toContain('s3cret');
  });

  test.each<readonly [string, DatabaseSettings]>([
    ['a server that is not there', { kind: 'postgres', url: 'postgres://a:s3cret@127.0.0.1:1/r' }],
    ['a file that is no database', { kind: 'sqlite', path: notes() }],
    ['a folder', { kind: 'sqlite', path: tmpdir() }],
  ])('of %s stops the start with one line', async (_, settings) => {
    await expect(openDatabase(settings)).rejects.toThrow(/^The database of DATABASE_URL does not answer \(\w+\)\./);
    await expect(openDatabase(settings)).rejects.not.toThrow(/s3cret|127\.0|tmp/);
  });

  test('a failure is named by its code alone', () => {
    expect(codeOf(Object.assign(new Error('ana@example.org'), { code: '23505' }))).toBe('23505');
    expect(codeOf(new TypeError('ana@example.org'))).toBe('TypeError');
    expect(codeOf({ code: 'ana@example.org' })).toBe('Error');
  });
});

/** Another program at the same database. */
const migrating = (settings: DatabaseSettings, ...how: readonly string[]) =>
  spawn(process.execPath, ['--conditions=source', '--import', 'tsx', PROGRAM, JSON.stringify(settings), ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

function notes(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'readingscan-database-')), 'notes.txt');
  writeFileSync(path, 'These are notes, and no database at all. '.repeat(50));
  chmodSync(path, 0o600);
  return path;
}
