/** Backup and restore where the database fails at each step; and disks that are really full, as far as a test can fill one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { BackupFault } from '../src/backup/fault.ts';
import { makeBackup } from '../src/backup/make-backup.ts';
import { restore } from '../src/backup/restore.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { WrongSetting } from '../src/wrong-setting.ts';
import { accountSite } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { faultyDatabase, TROUBLES } from './faulty-database.ts';
import { filledDatabase } from './filled-database.ts';
import { act, list, save, saving } from './saved-site.ts';

const AT = new Date('2026-11-29T09:00:00Z');
const MOST_STEPS = 400;
const BACKING_UP = fileURLToPath(new URL('./backing-up.ts', import.meta.url));
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const folder = (): string => mkdtempSync(join(tmpdir(), 'readingscan-backup-'));

describe.each(KINDS)('on %s', (kind) => {
  test('a backup is there whole or not at all, and one line says why; the next one is made', async () => {
    const { database, settings } = await filledDatabase(kind);
    open.push(database);
    const whole = await makeBackup(database, join(folder(), 'one.backup'), AT);
    const faults = faultyDatabase();
    const faulty = await faults.openDatabase(settings);
    open.push(faulty);
    for (const trouble of TROUBLES) {
      const at = folder();
      for (let step = 1; step < MOST_STEPS; step += 1) {
        faults.arm(step, trouble);
        const made = await makeBackup(faulty, join(at, 'one.backup'), AT).catch((error: unknown) => error);
        if (!faults.disarm()) {
          expect(made).toEqual(whole);
          // of SQLite one statement copies all of it
          expect(step).toBeGreaterThan(kind === 'sqlite' ? (trouble === 'lost' ? 0 : 1) : 10);
          break;
        }
        expectOneLine(made);
        expect(readdirSync(at)).toEqual([]);
      }
    }
  });

  test('a database that is restored into holds all or nothing, and the next try is equal to the backup', async () => {
    const { database } = await filledDatabase(kind);
    open.push(database);
    const path = join(folder(), 'one.backup');
    const whole = await makeBackup(database, path, AT);
    for (const trouble of TROUBLES) {
      const settings = await newDatabase(kind);
      const faults = faultyDatabase();
      const faulty = await faults.openDatabase(settings);
      await faulty.migrate();
      open.push(faulty);
      let tries = 0;
      // each tenth: they are many, and alike
      for (let step = 1; step < MOST_STEPS; step += trouble === 'full' ? 3 : 10) {
        faults.arm(step, trouble);
        const done = await restore(faulty, path, { replace: true, deletions: new Map() }).catch(
          (error: unknown) => error,
        );
        if (!faults.disarm()) break;
        tries += 1;
        // the bytes of what was there before, and the last look at the version, come after the end
        if (!(done instanceof Error) || (await countOf(faulty)) > 0) {
          expect(await sumsOf(faulty)).toEqual(whole.tables);
          continue;
        }
        expectOneLine(done);
      }
      expect(tries).toBeGreaterThan(kind === 'sqlite' && trouble === 'lost' ? 0 : 3);
      await restore(faulty, path, { replace: true, deletions: new Map() });
      expect(await sumsOf(faulty)).toEqual(whole.tables);
    }
  });
});

function expectOneLine(error: unknown): void {
  if (!(error instanceof BackupFault || error instanceof WrongSetting)) throw error;
  expect(error.message).toMatch(/^[A-Z][^\n]{20,200}\.$/);
  expect(error.message).not.toMatch(new RegExp(`secret|\\$$|insert|${CANARY}|quillfeather`, 'i'));
}

const countOf = async ({ db }: Database): Promise<number> =>
  (await db.selectFrom('users').select('id').execute()).length;

/** What is in it, as a backup tells it. */
async function sumsOf(database: Database) {
  return (await makeBackup(database, join(folder(), 'check.backup'), AT)).tables;
}

test('a SQLite file that may grow no further (a real SQLITE_FULL): what is there can be read, nothing is half saved, and room helps', async () => {
  let full: Database | undefined;
  const site = await accountSite({
    saving: saving(),
    openDatabase: async (...asked) => {
      full = await openDatabase(...asked);
      return full;
    },
  });
  open.push(site);
  const ana = await site.member();
  const photo = (): Uint8Array<ArrayBuffer> => new Uint8Array(400_000).fill(7);
  const first = withPhotograph(keptReport(), photo());
  expect((await save(ana, first)).status).toBe(201);
  if (!full) throw new Error('not opened');
  const { db } = full;
  const pages = await sql<{ readonly page_count: number }>`PRAGMA page_count`.execute(db);
  const limit = (more: number) =>
    sql.raw(`PRAGMA max_page_count = ${(pages.rows[0]?.page_count ?? 0) + more}`).execute(db);
  await limit(20);
  const second = withPhotograph(keptReport(), photo());
  for (let tries = 0; tries < 3; tries += 1) {
    const refused = await save(ana, second);
    expect([refused.status, JSON.parse(refused.page).code]).toEqual([507, 'no-storage']);
    expect(refused.page).not.toMatch(/quokka|SQLITE/);
    expect((await list(ana)).reports).toHaveLength(1);
  }
  const [row] = await db
    .selectFrom('saved_originals')
    .select(({ fn }) => fn.countAll().as('count'))
    .execute();
  expect(Number(row?.count)).toBe(1);
  // there is room for small things, and deleting makes more
  expect((await act(ana, 'PATCH', `/${first.report.id}`, { person: 'Mother', tags: [] })).status).toBe(200);
  expect((await act(ana, 'DELETE', `/${first.report.id}`)).status).toBe(204);
  expect((await save(ana, second)).status).toBe(201);
  expect(site.lines.join('\n')).toContain('failure: SQLITE_FULL on /api/account/reports');
  expect(site.lines.join('\n')).not.toMatch(/quokka/);
});

test('a disk that takes no larger file (a real limit of the machine): the backup says so in one line, and leaves nothing', async () => {
  const { database, settings } = await filledDatabase('sqlite');
  open.push(database);
  const at = folder();
  const said = backUpWithin(settings, at, 8);
  expect(said).toMatch(/^failed: [^\n]+\((EFBIG|SQLITE_FULL|SQLITE_IOERR|SQLITE_IOERR_WRITE)\)[^\n]+\n$/);
  expect(readdirSync(at)).toEqual([]);
  expect(backUpWithin(settings, at, 100_000)).toBe('made\n');
  expect(readdirSync(at)).toEqual(['one.backup']);
  expect(dirname(at)).toBe(tmpdir());
});

/** `blocks`: of 1,024 bytes, that a file may have. The signal is ignored, so that writing fails as on a full disk. */
function backUpWithin(settings: DatabaseSettings, at: string, blocks: number): string {
  const words = [
    '--conditions=source',
    '--import',
    'tsx',
    BACKING_UP,
    JSON.stringify(settings),
    join(at, 'one.backup'),
  ];
  const script = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, ...words], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}
