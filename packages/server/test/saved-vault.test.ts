/** The vault of saved reports, on every kind of database: what is sealed opens for its owner, in its place, with its key, and in no other way. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { boundTo } from '../src/saved/bound-to.ts';
import { CannotOpen, type MasterKey, masterKeys } from '../src/saved/master-keys.ts';
import { NoRoom } from '../src/saved/room.ts';
import { keysInUse, lostKeys, rotate } from '../src/saved/rotation.ts';
import { append, readTrail } from '../src/saved/trail.ts';
import { openVault, type SavedPage, type SealedReport, type Vault } from '../src/saved/vault.ts';
import { ADDED, newKey, open, seal } from '../src/sealing.ts';
import { KINDS, newDatabase } from './database-kinds.ts';

const PROGRAM = fileURLToPath(new URL('./rotating.ts', import.meta.url));
const [ANA, BEA] = ['ana', 'bea'];
const TODAY = '2026-11-29';
const PLENTY = { reports: 500, bytes: 50_000_000 };
const PHOTO = new Uint8Array([...new TextEncoder().encode(CANARY), 1, 2, 250]);
const key = (id: string): MasterKey => ({ id, bytes: new Uint8Array(randomBytes(32)) });
const [OLD, NEW] = [key('old'), key('new')];
const opened: Database[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

interface At {
  readonly database: Database;
  readonly settings: DatabaseSettings;
  readonly vault: Vault;
}

async function at(kind: (typeof KINDS)[number], keys: readonly [MasterKey, ...MasterKey[]] = [OLD]): Promise<At> {
  const settings = await newDatabase(kind);
  const database = await openDatabase(settings);
  opened.push(database);
  await database.migrate();
  const now = new Date().toISOString();
  for (const id of [ANA, BEA])
    await database.db
      .insertInto('users')
      .values({ id, email: `${id}@quillfeather.example`, email_verified: true, created_at: now, updated_at: now })
      .execute();
  return { database, settings, vault: openVault(database, masterKeys(keys)) };
}

async function put({ vault }: At, userId: string, whole = keptReport(), most = PLENTY) {
  const sealed = await vault.seal(userId, whole, TODAY);
  return vault.held(userId, (within) => vault.put(within, userId, [sealed], most));
}

describe('sealing', () => {
  const [own, bound] = [newKey(), boundTo(ANA, 'r', 'report')];
  const bytes = new TextEncoder().encode(CANARY);

  test('gives back what was sealed, and each sealing is another one', () => {
    const [one, other] = [seal(bytes, own, bound), seal(bytes, own, bound)];
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(Buffer.compare(one.subarray(1, 13), other.subarray(1, 13))).not.toBe(0);
    expect(one.length).toBe(bytes.length + ADDED);
    expect(open(one, own, bound)).toEqual(bytes);
  });

  test('no bit of it can be changed, none left out, none added', () => {
    const sealed = seal(bytes, own, bound);
    for (let index = 0; index < sealed.length * 8; index += 1) {
      const changed = new Uint8Array(sealed);
      changed[index >> 3] = (changed[index >> 3] ?? 0) ^ (1 << (index & 7));
      expect(open(changed, own, bound), `bit ${index}`).toBeNull();
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(open(sealed.subarray(0, length), own, bound), `length ${length}`).toBeNull();
    expect(open(Buffer.concat([sealed, Buffer.of(0)]), own, bound)).toBeNull();
  });

  test.each([
    ['another owner', boundTo(BEA, 'r', 'report')],
    ['another report', boundTo(ANA, 'q', 'report')],
    ['another kind', boundTo(ANA, 'r', 'original')],
    ['an owner that ends where the report begins', boundTo(`${ANA}","r`, '', 'report')],
  ])('it does not open for %s', (_, other) => {
    expect(open(seal(bytes, own, bound), own, other)).toBeNull();
    expect(open(seal(bytes, own, bound), newKey(), bound)).toBeNull();
  });
});

describe.each(KINDS)('on %s', (kind) => {
  test('a report and its photograph come back as they were, and nothing of them can be read where they lie', async () => {
    const there = await at(kind);
    const whole = withPhotograph(keptReport(`IMPRESSION: No ${CANARY}.`), PHOTO);
    expect(await put(there, ANA, whole)).toEqual({ added: 1, known: 0 });
    const { reports, unopened, next } = await there.vault.page(ANA, null);
    expect([reports.length, unopened, next]).toEqual([1, [], null]);
    const [{ report } = { report: whole.report }] = reports;
    expect({ ...report, originals: [] }).toEqual({ ...whole.report, originals: [] });
    const [original] = report.originals;
    expect(original).toMatchObject({ name: `${CANARY}.jpg`, type: 'image/jpeg' });
    expect(await there.vault.original(ANA, report.id, original?.id ?? '')).toEqual(PHOTO);
    expect((await there.vault.whole(ANA, report))?.whole.files[0]?.bytes).toEqual(PHOTO);

    const rows = await Promise.all(
      (['saved_reports', 'saved_originals', 'saving_choices', 'account_events'] as const).map((table) =>
        there.database.db.selectFrom(table).selectAll().execute(),
      ),
    );
    const raw = Buffer.from(
      rows
        .flat()
        .flatMap((row) => Object.values(row))
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
        .join('\n'),
      'latin1',
    );
    for (const word of [CANARY, 'IMPRESSION', '2026-11-29T', 'jpg', 'image']) expect(raw.includes(word)).toBe(false);
    expect(raw.includes(TODAY)).toBe(true);
    if (there.settings.kind !== 'sqlite') return;
    const folder = dirname(there.settings.path);
    const files = readdirSync(folder);
    expect(files.some((name) => name.endsWith('-wal'))).toBe(true);
    for (const name of files)
      for (const word of [CANARY, 'IMPRESSION'])
        expect(readFileSync(join(folder, name)).includes(word), name).toBe(false);
  });

  test('rows or owners that were exchanged do not open, and the others do', async () => {
    const there = await at(kind);
    const { db } = there.database;
    const [one, two, third] = [keptReport('one'), keptReport('two'), keptReport('three')];
    for (const whole of [one, two, third]) await put(there, ANA, whole);
    const rowOf = (id: string) =>
      db.selectFrom('saved_reports').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const first = await rowOf(one.report.id);
    // the whole content of a row under the name of another
    await db
      .updateTable('saved_reports')
      .set({ sealed: first.sealed, wrapped_key: first.wrapped_key, key_id: first.key_id })
      .where('id', '=', two.report.id)
      .execute();
    const page = await there.vault.page(ANA, null);
    expect(page.unopened).toEqual([TODAY]);
    expect(page.reports.map(({ report }) => report.source.text).sort()).toEqual(['one', 'three']);
    await expect(there.vault.get(ANA, two.report.id)).rejects.toThrow(CannotOpen);
    // a row moved to another owner
    await db.updateTable('saved_reports').set({ user_id: BEA }).where('id', '=', one.report.id).execute();
    await expect(there.vault.get(BEA, one.report.id)).rejects.toThrow(CannotOpen);
    expect(await there.vault.get(ANA, one.report.id)).toBeNull();
  });

  test('photographs of one report that were exchanged do not open', async () => {
    const there = await at(kind);
    const { report, files } = withPhotograph(keptReport(), PHOTO);
    const second = { ...(files[0] ?? { id: '', name: '', type: '' }), bytes: new Uint8Array([9]) };
    await put(there, ANA, { report, files: [...files, second] });
    const { db } = there.database;
    const [a, b] = await db.selectFrom('saved_originals').selectAll().orderBy('id').execute();
    await db
      .updateTable('saved_originals')
      .set({ sealed: a?.sealed ?? new Uint8Array() })
      .where('id', '=', b?.id ?? '')
      .execute();
    expect(await there.vault.original(ANA, report.id, a?.id ?? '')).not.toBeNull();
    await expect(there.vault.original(ANA, report.id, b?.id ?? '')).rejects.toThrow(CannotOpen);
  });

  test('nobody reaches what is another’s: it is as if it was not there', async () => {
    const there = await at(kind);
    const whole = withPhotograph(keptReport(), PHOTO);
    await put(there, ANA, whole);
    const { vault } = there;
    const original = (await vault.get(ANA, whole.report.id))?.report.originals[0]?.id ?? '';
    for (const id of [whole.report.id, crypto.randomUUID()]) {
      expect(await vault.get(BEA, id)).toBeNull();
      expect(await vault.original(BEA, id, original)).toBeNull();
      expect(await vault.held(BEA, (within) => vault.change(within, BEA, id, { person: 'Bea' }))).toBeNull();
      expect(await vault.held(BEA, (within) => vault.remove(within, BEA, id))).toBe(false);
    }
    expect(await vault.held(BEA, (within) => vault.removeAll(within, BEA))).toBe(0);
    // the same id is free for another owner
    expect(await put(there, BEA, keptReport('of Bea', { id: whole.report.id }))).toEqual({ added: 1, known: 0 });
    expect((await vault.get(ANA, whole.report.id))?.report.source.text).toContain(CANARY);
  });

  test('tags and whose it is change, the photograph stays, and what is saved twice is saved once', async () => {
    const there = await at(kind);
    const { vault } = there;
    const whole = withPhotograph(keptReport(), PHOTO);
    await put(there, ANA, whole);
    const { id } = whole.report;
    await vault.held(ANA, (within) => vault.change(within, ANA, id, { person: 'Mother', tags: ['knee'] }));
    const found = await vault.get(ANA, id);
    expect(found?.report).toMatchObject({ person: 'Mother', tags: ['knee'], source: whole.report.source });
    expect((await vault.whole(ANA, found?.report ?? whole.report))?.whole.files[0]?.bytes).toEqual(PHOTO);
    expect(await put(there, ANA, whole)).toEqual({ added: 0, known: 1 });
    expect((await vault.get(ANA, id))?.report.person).toBe('Mother');
  });

  test('an account has so much room and no more, also when two ask for the last of it at once', async () => {
    const there = await at(kind);
    await put(there, ANA);
    const asked = await Promise.allSettled(
      [1, 2, 3].map(() => put(there, ANA, keptReport(), { reports: 2, bytes: 1e6 })),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(asked.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(NoRoom);
    await expect(put(there, ANA, keptReport('x'.repeat(5000)), { reports: 9, bytes: 4000 })).rejects.toThrow(NoRoom);
    expect((await there.vault.room(ANA)).reports).toBe(2);
    expect(await put(there, BEA, keptReport(), { reports: 2, bytes: 4000 })).toEqual({ added: 1, known: 0 });
  });

  test('long lists come in pages, each report once', async () => {
    const there = await at(kind);
    const { vault } = there;
    const sealed: SealedReport[] = [];
    for (let index = 0; index < 130; index += 1)
      sealed.push(await vault.seal(ANA, keptReport(`number ${index}`), TODAY));
    sealed.push(await vault.seal(ANA, keptReport('long', { person: 'y'.repeat(4_000_000) }), TODAY));
    sealed.push(await vault.seal(ANA, keptReport('long', { person: 'z'.repeat(4_000_000) }), TODAY));
    await vault.held(ANA, (within) => vault.put(within, ANA, sealed, PLENTY));
    const ids: string[] = [];
    let [after, pages]: [string | null, number] = [null, 0];
    do {
      const page = await vault.page(ANA, after);
      ids.push(...page.reports.map(({ report }) => report.id));
      after = page.next;
      pages += 1;
    } while (after !== null);
    expect([new Set(ids).size, ids.length, pages > 1]).toEqual([132, 132, true]);
  });

  test('the account takes reports, keys, photographs and trail with it', async () => {
    const there = await at(kind);
    await put(there, ANA, withPhotograph(keptReport(), PHOTO));
    await put(there, BEA);
    const { db } = there.database;
    await there.vault.held(ANA, (within) => append(within, ANA, { at: 1, who: '', what: 'saved', count: 1 }));
    await db.deleteFrom('users').where('id', '=', ANA).execute();
    for (const table of ['saved_reports', 'saved_originals', 'account_events'] as const)
      expect(await db.selectFrom(table).selectAll().where('user_id', '=', ANA).execute(), table).toEqual([]);
    expect((await there.vault.room(BEA)).reports).toBe(1);
  });

  test('keys are wrapped anew while people read and save; the old key is needed no longer', async () => {
    const there = await at(kind, [OLD]);
    const { db } = there.database;
    const whole = withPhotograph(keptReport(), PHOTO);
    await put(there, ANA, whole);
    for (let index = 0; index < 230; index += 1) await put(there, BEA, keptReport(`number ${index}`));
    const before = await db.selectFrom('saved_reports').select(['id', 'sealed']).orderBy('id').execute();
    const both = openVault(there.database, masterKeys([NEW, OLD]));
    const seen: number[] = [];
    const turning = rotate(db, masterKeys([NEW, OLD]), (done) => seen.push(done));
    const meanwhile = [];
    for (let index = 0; index < 10; index += 1) {
      meanwhile.push(await both.get(ANA, whole.report.id));
      await both.held(ANA, (within) => both.change(within, ANA, whole.report.id, { person: `${index}` }));
    }
    expect(meanwhile.every((one) => one !== null)).toBe(true);
    expect(await turning).toEqual({ done: 231, failed: 0 });
    expect(seen.at(-1)).toBe(231);
    expect(await keysInUse(db)).toEqual([{ keyId: 'new', reports: 231 }]);
    // bodies are as they were, but for the one that was changed
    const after = await db.selectFrom('saved_reports').select(['id', 'sealed']).orderBy('id').execute();
    expect(
      after.filter(({ sealed }, index) => Buffer.compare(sealed, before[index]?.sealed ?? Buffer.of()) !== 0),
    ).toHaveLength(1);
    const alone = openVault(there.database, masterKeys([NEW]));
    const found = await alone.get(ANA, whole.report.id);
    expect(found?.report.person).toBe('9');
    expect((await alone.whole(ANA, found?.report ?? whole.report))?.whole.files[0]?.bytes).toEqual(PHOTO);
    expect(await rotate(db, masterKeys([NEW, OLD]))).toEqual({ done: 0, failed: 0 });
  });

  test('a kill in the middle leaves each report good under one key or the other, and the next run goes on', async () => {
    const there = await at(kind, [OLD]);
    const { db } = there.database;
    const sealed: SealedReport[] = [];
    for (let index = 0; index < 900; index += 1) sealed.push(await there.vault.seal(ANA, keptReport('x'), TODAY));
    await there.vault.held(ANA, (within) => there.vault.put(within, ANA, sealed, { reports: 1000, bytes: 1e9 }));
    const given = [NEW, OLD].map(({ bytes }) => Buffer.from(bytes).toString('base64'));
    const child = spawn(
      process.execPath,
      ['--conditions=source', '--import', 'tsx', PROGRAM, JSON.stringify(there.settings), ...given],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await ended;
    const keys = masterKeys([NEW, OLD]);
    const half = await keysInUse(db);
    expect(half.map(({ keyId }) => keyId)).toEqual(['new', 'old']);
    const ids: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: SavedPage = await openVault(there.database, keys).page(ANA, after);
      expect(page.unopened).toEqual([]);
      ids.push(...page.reports.map(({ report }) => report.id));
      after = page.next;
    }
    expect(new Set(ids).size).toBe(900);
    const left = half.find(({ keyId }) => keyId === 'old')?.reports;
    expect(await rotate(db, keys)).toEqual({ done: left, failed: 0 });
    expect(await lostKeys(db, masterKeys([NEW]))).toEqual([]);
  });

  test('a key that is missing or another one is told, nothing of its rows is touched, and it can be mended', async () => {
    const there = await at(kind, [OLD]);
    const { db } = there.database;
    await put(there, ANA);
    await put(there, BEA);
    for (const keys of [masterKeys([NEW]), masterKeys([NEW, key('old')])]) {
      expect(await lostKeys(db, keys)).toEqual([{ keyId: 'old', reports: 2 }]);
      expect(await rotate(db, keys)).toEqual({ done: 0, failed: 2 });
      expect((await openVault(there.database, keys).page(ANA, null)).unopened).toHaveLength(1);
    }
    expect(await lostKeys(db, masterKeys([NEW, OLD]))).toEqual([]);
    expect(await rotate(db, masterKeys([NEW, OLD]))).toEqual({ done: 2, failed: 0 });
  });

  test('the trail of an account can only grow: no line is changed or deleted, and one that was shows', async () => {
    const there = await at(kind);
    const { db } = there.database;
    const happen = (userId: string, what: string) =>
      there.vault.held(userId, (within) =>
        append(within, userId, { at: Date.parse(TODAY), who: 'Firefox', what, count: 1 }),
      );
    await Promise.all(['saved', 'changed', 'removed'].map((what) => happen(ANA, what)));
    await happen(BEA, 'saved');
    expect(await readTrail(db, ANA, 2)).toMatchObject({
      length: 3,
      isWhole: true,
      events: [{ number: 3 }, { number: 2 }],
    });
    await expect(db.updateTable('account_events').set({ what: 'nothing' }).execute()).rejects.toThrow();
    await expect(db.deleteFrom('account_events').where('user_id', '=', ANA).execute()).rejects.toThrow();
    expect((await readTrail(db, ANA, 9)).isWhole).toBe(true);
    // who has the database itself can take the guard away
    await sql.raw(`drop trigger account_events_stay${kind === 'postgres' ? ' on account_events' : ''}`).execute(db);
    await db
      .updateTable('account_events')
      .set({ count: 7 })
      .where('user_id', '=', ANA)
      .where('number', '=', 2)
      .execute();
    expect((await readTrail(db, ANA, 9)).isWhole).toBe(false);
    expect((await readTrail(db, BEA, 9)).isWhole).toBe(true);
  });
});
