/** Photographs of saved reports in a store of files: they come back, nothing of them can be read there, they go with their report, and no fault of the store leaves half of anything. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAVED_WORDS } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { makeBackup } from '../src/backup/make-backup.ts';
import { restore } from '../src/backup/restore.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import type { DatabaseKind } from '../src/database/migrations/index.ts';
import { examine } from '../src/doctor.ts';
import { folderObjects } from '../src/objects/folder.ts';
import { looseObjects } from '../src/objects/loose-objects.ts';
import { missingObjects } from '../src/objects/missing-objects.ts';
import { type Found, nameOf, type Objects } from '../src/objects/objects.ts';
import { s3Objects } from '../src/objects/s3.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { openSaved, type Saved } from '../src/saved/saved.ts';
import { openVault } from '../src/saved/vault.ts';
import { type AccountSite, accountSite, PASSWORD, type Visitor } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { type Failing, type FakeS3, fakeS3 } from './fake-s3.ts';
import { AT, act, bring, list, save, saving } from './saved-site.ts';

const QUICK = { patience: 2000, wait: 1 };
const LONG = 20 * 60_000;
const photoOf = (): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...new TextEncoder().encode(`JFIF ${CANARY} `), ...randomBytes(300)]);
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

interface Store {
  readonly objects: Objects;
  /** only of a bucket */
  readonly fake: FakeS3 | null;
}
const STORES: Readonly<Record<string, () => Promise<Store>>> = {
  folder: async () => ({ objects: folderObjects(mkdtempSync(join(tmpdir(), 'readingscan-files-'))), fake: null }),
  async bucket() {
    const fake = await fakeS3();
    closing.push(() => fake.close());
    return { objects: s3Objects(fake.settings, QUICK), fake };
  },
};

async function namesIn(objects: Objects): Promise<readonly string[]> {
  const found: Found[] = [];
  for await (const one of objects.list()) found.push(one);
  return found.map(({ name }) => name).sort();
}

const keys = saving();

interface Begun extends Store {
  readonly at: AccountSite;
  readonly ana: Visitor;
  readonly database: Database;
  /** as another process on the same database has it */
  readonly beside: Saved;
}

async function begin(kind: DatabaseKind, where: string): Promise<Begun> {
  const store = (await STORES[where]?.()) ?? Promise.reject(new Error(where));
  const { objects } = await store;
  const settings = await newDatabase(kind);
  const at = await accountSite({ database: settings, saving: keys, objects });
  const database = await openDatabase(settings);
  const parts = { log: () => undefined, now: at.now, every: () => () => undefined, objects };
  const beside = await openSaved(database, keys, parts);
  closing.push(
    () => at.close(),
    () => database.close(),
    () => beside.close(),
    () => expect(at.lines.join('\n')).not.toMatch(/quokka|secret|one\/originals/),
  );
  return { ...(await store), at, ana: await at.member(), database, beside };
}

const photoAt = async (browser: Visitor, id: string) => {
  const { originals } = JSON.parse((await browser.get(`${AT}/${id}`)).page);
  return browser.get(`${AT}/${id}/originals/${originals[0].id}`);
};

/** Each kind of database with a bucket; a folder needs no second one. */
const PLACES = KINDS.flatMap((kind) =>
  Object.keys(STORES)
    .filter((where) => kind === 'sqlite' || where === 'bucket')
    .map((where) => [kind, where] as const),
);

describe.each(PLACES)('on %s, in a %s', (kind, where) => {
  test('a photograph comes back as it was; neither there nor in the database is a word of it', async () => {
    const { ana, database, objects } = await begin(kind, where);
    const photo = photoOf();
    const whole = withPhotograph(keptReport(), photo);
    expect((await save(ana, whole)).status).toBe(201);
    const [row] = await database.db.selectFrom('saved_originals').selectAll().execute();
    expect(row?.sealed.length).toBe(0);
    expect(await namesIn(objects)).toEqual([row?.object]);
    const raw = Buffer.from((await objects.get(row?.object ?? '')) ?? []);
    expect([raw.length, nameOf(raw)]).toEqual([photo.length + 29, row?.object]);
    expect(raw.includes(CANARY) || raw.includes(Buffer.from(photo.subarray(20, 60))) || raw.includes('JFIF')).toBe(
      false,
    );
    const answer = await ana.ask(`${AT}/${whole.report.id}/originals/${row?.id}`, {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect((await list(ana)).used.bytes).toBeGreaterThan(photo.length);
    // saved again it is there once
    expect((await save(ana, whole)).status).toBe(200);
    expect(await namesIn(objects)).toHaveLength(1);
    expect(await database.db.selectFrom('loose_objects').selectAll().execute()).toEqual([]);
  });

  test('it goes with its report, with all of them, with the account, and when its time is over: within a minute', async () => {
    const { at, ana, objects, beside, database } = await begin(kind, where);
    const whole = Array.from({ length: 4 }, () => withPhotograph(keptReport(), photoOf()));
    await bring(ana, whole);
    const bea = await at.member('bea@quillfeather.example');
    await save(bea, withPhotograph(keptReport(), photoOf()));
    const left = async (): Promise<number> => {
      await beside.sweepFiles();
      return (await namesIn(objects)).length;
    };
    expect(await left()).toBe(5);
    expect((await act(ana, 'DELETE', `/${whole[0]?.report.id}`)).status).toBe(204);
    expect(await left()).toBe(4);
    expect((await act(ana, 'DELETE', '')).status).toBe(200);
    expect(await left()).toBe(1);
    await bea.send('/account/delete', { current: PASSWORD });
    expect(await left()).toBe(0);
    await save(ana, withPhotograph(keptReport(), photoOf()));
    expect(await left()).toBe(1);
    const { id } = await database.db.selectFrom('users').select('id').executeTakeFirstOrThrow();
    await beside.keepFor({ userId: id, device: '' }, 1);
    at.wait(400 * 24 * 60 * 60_000);
    await beside.sweep();
    expect(await left()).toBe(0);
  });

  test('what a killed server left on its way is given up after a while, and not before; what was given up is held by nobody', async () => {
    const { at, objects, database, beside } = await begin(kind, where);
    const loose = looseObjects({ database, objects, now: at.now, log: () => undefined });
    const name = await loose.bring(photoOf());
    at.wait(14 * 60_000);
    await beside.sweepFiles();
    expect(await namesIn(objects)).toEqual([name]);
    at.wait(2 * 60_000);
    await beside.sweepFiles();
    expect(await namesIn(objects)).toEqual([]);
    expect(await database.db.selectFrom('loose_objects').selectAll().execute()).toEqual([]);
    const late = await loose.bring(photoOf());
    await loose.giveUp([late]);
    await expect(database.db.transaction().execute((within) => loose.hold(within, late))).rejects.toThrow('GIVEN_UP');
  });

  test('a backup names it by its hash; restored it opens with the same key, and what is not there is told', async () => {
    const { ana, objects, database } = await begin(kind, where);
    const photo = photoOf();
    const [one, gone] = [withPhotograph(keptReport(), photo), withPhotograph(keptReport(), photoOf())];
    await bring(ana, [one, gone]);
    const path = join(mkdtempSync(join(tmpdir(), 'readingscan-backup-')), 'one.backup');
    await makeBackup(database, path, new Date());
    for (const to of KINDS) {
      const other = await openDatabase(await newDatabase(to));
      closing.push(() => other.close());
      await restore(other, path, { replace: false, deletions: new Map() });
      expect(await missingObjects(other.db, objects)).toBe(0);
      const loose = looseObjects({ database: other, objects, now: Date.now, log: () => undefined });
      const vault = openVault(other, masterKeys(keys.keys), { objects, loose });
      const { id } = await other.db.selectFrom('users').select('id').executeTakeFirstOrThrow();
      const found = await vault.get(id, one.report.id);
      const back = found && (await vault.whole(id, found.report));
      expect(back?.whole.files[0]?.bytes).toEqual(photo);
    }
    // into the living database: what its rows name is held again, and not swept
    await restore(database, path, { replace: true, deletions: null });
    const loose = looseObjects({ database, objects, now: Date.now, log: () => undefined });
    await loose.sweep();
    expect(await namesIn(objects)).toHaveLength(2);
    const [lost = ''] = await namesIn(objects);
    await objects.delete(lost);
    expect(await missingObjects(database.db, objects)).toBe(1);
  });
});

test('what was saved before stays in the database, and both are read; without the store the others are told', async () => {
  const settings = await newDatabase('sqlite');
  const before = await accountSite({ database: settings, saving: keys });
  const first = withPhotograph(keptReport(), photoOf());
  await save(await before.member(), first);
  await before.close();
  const objects = folderObjects(mkdtempSync(join(tmpdir(), 'readingscan-files-')));
  const signIn = async (at: AccountSite): Promise<Visitor> => {
    const ana = at.visitor();
    await ana.send('/account/sign-in', { email: 'ana@quillfeather.example', current: PASSWORD });
    return ana;
  };
  const both = await accountSite({ database: settings, saving: keys, objects });
  const second = withPhotograph(keptReport(), photoOf());
  const ana = await signIn(both);
  await save(ana, second);
  for (const { report } of [first, second]) expect((await photoAt(ana, report.id)).status).toBe(200);
  await both.close();
  const without = await accountSite({ database: settings, saving: keys });
  closing.push(() => without.close());
  expect(without.lines.join('\n')).toContain('1 photographs cannot be opened');
  const again = await signIn(without);
  expect((await photoAt(again, first.report.id)).status).toBe(200);
  const refused = await photoAt(again, second.report.id);
  expect([refused.status, JSON.parse(refused.page).code]).toEqual([422, 'unreadable']);
  expect((await list(again)).reports).toHaveLength(2);
  expect(SAVED_WORDS.en.trail.events.saved(1)).not.toBe('');
});

describe('a store that fails', () => {
  test('at each request is told in one line; nothing is half saved, nothing is left there, and the next try works', async () => {
    const { at, ana, fake, objects, beside, database } = await begin('sqlite', 'bucket');
    if (!fake) throw new Error('no bucket');
    const whole = { ...withPhotograph(keptReport(), photoOf()) };
    const two = { ...whole, files: [...whole.files, ...withPhotograph(keptReport(), photoOf()).files] };
    const many = (how: Failing): readonly Failing[] => Array.from({ length: 4 }, () => how);
    for (const [status, code, how] of [
      [503, 'unavailable', many([503, 'SlowDown'])],
      [503, 'unavailable', many('cut')],
      [503, 'unavailable', [[403, 'AccessDenied']]],
      [507, 'no-storage', [[507, 'InsufficientStorage']]],
    ] as const)
      for (const passing of [0, 1]) {
        at.wait(LONG);
        fake.fail(...Array.from({ length: passing }, () => null), ...how);
        const refused = await save(ana, two);
        expect([refused.status, JSON.parse(refused.page).code]).toEqual([status, code]);
        expect(refused.page).not.toMatch(/quokka|S3_|secret|bucket/);
        fake.fail();
        expect((await list(ana)).used).toEqual({ reports: 0, bytes: 0 });
        expect(await database.db.selectFrom('saved_originals').select('id').execute()).toEqual([]);
        await beside.sweepFiles();
        expect(await namesIn(objects)).toEqual([]);
      }
    expect((await save(ana, two)).status).toBe(201);
    expect(await namesIn(objects)).toHaveLength(2);
    expect(at.lines).toContain('failure: S3_403_AccessDenied on /api/account/reports');
    // reading: away is not damaged, and damaged is not away
    for (const [status, how] of [
      [503, many([500, 'InternalError'])],
      [422, ['damage']],
      [422, [[404, 'NoSuchKey']]],
      [200, []],
    ] as const) {
      fake.fail(...(how as readonly Failing[]));
      expect((await photoAt(ana, whole.report.id)).status).toBe(status);
    }
    // what cannot be deleted now is deleted later
    await act(ana, 'DELETE', '');
    fake.fail(...many([503, 'SlowDown']));
    await beside.sweepFiles();
    expect(await namesIn(objects)).toHaveLength(2);
    await beside.sweepFiles();
    expect(await namesIn(objects)).toEqual([]);
  });

  test('is told by doctor in one line, and one that does all that is asked is told too', async () => {
    const fake = await fakeS3();
    closing.push(() => fake.close());
    const { accessKey, secretKey, sessionToken, region, endpoint, bucket } = fake.settings;
    const database = await newDatabase('sqlite');
    const made = await openDatabase(database);
    await made.migrate();
    await made.close();
    const env = {
      DATABASE_URL: database.kind === 'sqlite' ? `file:${database.path}` : '',
      SECRET_KEY: randomBytes(32).toString('base64'),
      MASTER_KEY: randomBytes(32).toString('base64'),
      PUBLIC_ORIGIN: 'https://reports.example',
      SMTP_URL: 'smtp://127.0.0.1:1',
      SMTP_FROM: 'a@b.example',
      FILES_URL: `s3://${bucket}/one?region=${region}&endpoint=${endpoint}`,
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: secretKey,
      AWS_SESSION_TOKEN: sessionToken ?? '',
    };
    const said = async (more: Record<string, string> = {}) => {
      for await (const { what, isWell, said: line } of examine({ ...env, ...more }))
        if (what === 'files') return [isWell, line];
      return null;
    };
    expect(await said()).toEqual([true, 'The store of FILES_URL takes, gives back, lists and deletes files.']);
    expect(fake.objects.size).toBe(0);
    expect(await said({ AWS_SECRET_ACCESS_KEY: 'another-secret' })).toEqual([
      false,
      'The store of FILES_URL does not take files (S3_403_SignatureDoesNotMatch).',
    ]);
    fake.fail(null, [403, 'AccessDenied']);
    expect(await said()).toEqual([false, 'The store of FILES_URL does not give back files (S3_403_AccessDenied).']);
    expect(await said({ FILES_URL: '' })).toBeNull();
  });
});
