/** What one account can ask of saved reports at most, and what is told where something does not open. */
import { randomBytes } from 'node:crypto';
import { fromArchive, LongReport, toArchive, type WholeReport } from '@readingscan/web';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import type { Accounts } from '../src/accounts/accounts.ts';
import { OwnerGone } from '../src/accounts/held.ts';
import { notices } from '../src/accounts/notices.ts';
import { secondSteps } from '../src/accounts/second-step/second-steps.ts';
import { codeAt, counterAt } from '../src/accounts/second-step/totp.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { savedExchange } from '../src/saved/exchange.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { MOST_REPORT_BYTES, NoRoom, TooLarge } from '../src/saved/room.ts';
import { savedRoutes } from '../src/saved/routes.ts';
import { type Owner, openSaved, type Saved } from '../src/saved/saved.ts';
import { readTrail } from '../src/saved/trail.ts';
import { accountSite } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { AT, list, saving } from './saved-site.ts';

const PHOTO = new Uint8Array([255, 216, 9, 9]);
const ANA: Owner = { userId: 'ana', device: 'Firefox' };
const BEA: Owner = { userId: 'bea', device: 'Firefox' };
const opened: Database[] = [];

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

interface At {
  readonly database: Database;
  readonly saved: Saved;
  readonly lines: readonly string[];
  /** how many reports were sealed */
  readonly sealed: () => number;
}

async function at(kind: (typeof KINDS)[number] = 'sqlite', limits: Parameters<typeof saving>[0] = {}): Promise<At> {
  const database = await openDatabase(await newDatabase(kind));
  opened.push(database);
  await database.migrate();
  const now = new Date().toISOString();
  for (const { userId: id } of [ANA, BEA])
    await database.db
      .insertInto('users')
      .values({ id, email: `${id}@quillfeather.example`, email_verified: true, created_at: now, updated_at: now })
      .execute();
  const settings = saving(limits);
  const keys = masterKeys(settings.keys);
  let count = 0;
  const counted: typeof keys = {
    ...keys,
    wrap(key, bound) {
      count += 1;
      return keys.wrap(key, bound);
    },
  };
  const lines: string[] = [];
  const parts = { log: (line: string) => lines.push(line), every: () => () => undefined, keys: counted };
  return { database, saved: await openSaved(database, settings, parts), lines, sealed: () => count };
}

const events = async ({ database }: At) => (await readTrail(database.db, 'ana', 99)).events.map(({ what }) => what);

describe.each(KINDS)('on %s', (kind) => {
  test('what does not open is listed in the copy, and the rest is in it', async () => {
    const there = await at(kind);
    const { db } = there.database;
    const [good, torn, lost] = [keptReport('Good.'), withPhotograph(keptReport('Torn.'), PHOTO), keptReport('Lost.')];
    for (const one of [good, torn, lost]) await there.saved.save(ANA, one);
    const broken = new Uint8Array(60);
    await db.updateTable('saved_originals').set({ sealed: broken }).execute();
    await db.updateTable('saved_reports').set({ sealed: broken }).where('id', '=', lost.report.id).execute();
    const { file, reports, missing } = await there.saved.takeOut(ANA);
    expect([reports, missing]).toEqual([2, 2]);
    expect((await fromArchive(file)).map(({ report }) => report.source.text).sort()).toEqual(['Good.', 'Torn.']);
    const said = strFromU8(unzipSync(file)['missing.txt'] ?? new Uint8Array());
    expect(said).toContain(`A report that you saved on ${new Date().toISOString().slice(0, 10)}.`);
    expect(said).toMatch(/A photo or file of report 00[12]\.[\s\S]*Una foto[\s\S]*一张照片/);
    await there.saved.remove(ANA, torn.report.id);
    await there.saved.remove(ANA, lost.report.id);
    const whole = await there.saved.takeOut(ANA);
    expect([whole.missing, Object.keys(unzipSync(whole.file))]).toEqual([0, ['001/report.txt', 'reports.json']]);
  });

  test('the trail does not grow by changes of one day, or by a choice that is the same', async () => {
    const there = await at(kind);
    const { report } = keptReport();
    await there.saved.save(ANA, { report, files: [] });
    for (let index = 0; index < 5; index += 1) await there.saved.change(ANA, report.id, { person: `${index}` });
    for (let index = 0; index < 3; index += 1) await there.saved.keepFor(ANA, 2);
    await there.saved.keepFor(ANA, null);
    await there.saved.change({ ...ANA, device: 'Chrome' }, report.id, { person: '' });
    expect((await events(there)).reverse()).toEqual(['saved', 'changed', 'keep-years', 'keep-years', 'changed']);
  });

  test('a change makes no report and no account larger than they may be', async () => {
    const there = await at(kind, { mostBytes: 1600 });
    const { report } = keptReport('x'.repeat(900), { tags: [] });
    await there.saved.save(ANA, { report, files: [] });
    const tags = Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(80, 'y'));
    await expect(there.saved.change(ANA, report.id, { tags })).rejects.toThrow(NoRoom);
    expect((await there.saved.get(ANA, report.id))?.report.tags).toEqual([]);
    expect((await there.saved.change(ANA, report.id, { tags: ['knee'] }))?.report.tags).toEqual(['knee']);
  });

  test('who deletes the account while something is saved is told to be signed out', async () => {
    const there = await at(kind);
    await there.database.db.deleteFrom('users').where('id', '=', 'ana').execute();
    await expect(there.saved.save(ANA, keptReport())).rejects.toThrow(OwnerGone);
    const answer = await routesOf(there).request(AT, {
      method: 'POST',
      headers: { ...HERE, 'Content-Type': 'application/json', 'X-Who': 'ana' },
      body: JSON.stringify(keptReport().report),
    });
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'signed-out']);
  });

  test('two presses at once switch the second step on once, with codes that are good', async () => {
    const { database } = await at(kind);
    const steps = secondSteps(database.db, new Uint8Array(randomBytes(32)), Date.now);
    await steps.begin('ana');
    const key = await steps.waiting('ana');
    const code = codeAt(Buffer.from(key ?? []), counterAt(Date.now()));
    const answers = await Promise.all([0, 1, 2].map(() => steps.confirm('ana', code)));
    const [codes, ...others] = answers.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect((await steps.state('ana'))?.codesLeft).toBe(10);
    expect(await steps.attempt('ana', codes?.[0] ?? '')).toEqual({ kind: 'backup' });
  });

  test('a trail is not emptied at once', async () => {
    if (kind === 'sqlite') return;
    const there = await at(kind);
    await there.saved.save(ANA, keptReport());
    await expect(sql`truncate account_events`.execute(there.database.db)).rejects.toThrow(/never deleted/);
    expect(await events(there)).toEqual(['saved']);
  });
});

test('reports that do not fit are refused before one of them is sealed', async () => {
  const there = await at('sqlite', { mostReports: 3, mostBytes: 8_000_000 });
  const photo = (bytes: number) => withPhotograph(keptReport(), new Uint8Array(bytes));
  const refused = async (whole: readonly WholeReport[], why: new () => Error) =>
    expect(there.saved.bringIn(ANA, await toArchive(whole))).rejects.toThrow(why);
  await refused([keptReport(), photo(MOST_REPORT_BYTES)], TooLarge);
  await refused([keptReport(), keptReport('', { person: 'y'.repeat(6_000_000) })], LongReport);
  await refused([photo(4_000_000), photo(4_000_000)], NoRoom);
  await refused([keptReport(), keptReport(), keptReport(), keptReport()], NoRoom);
  expect(there.sealed()).toBe(0);
  const three = [keptReport(), keptReport(), keptReport()];
  expect(await there.saved.bringIn(ANA, await toArchive(three))).toEqual({ added: 3, known: 0 });
  // what is there already is not sealed again
  expect(await there.saved.bringIn(ANA, await toArchive(three))).toEqual({ added: 0, known: 3 });
  expect(there.sealed()).toBe(3);
});

test('an account that cannot be swept keeps no other waiting, and it is told', async () => {
  const there = await at();
  for (const owner of [ANA, BEA]) {
    await there.saved.save(owner, keptReport());
    await there.saved.keepFor(owner, 1);
  }
  const { db } = there.database;
  await db.updateTable('saved_reports').set({ saved_on: '2020-01-01' }).execute();
  await sql`create trigger stuck before delete on saved_reports when old.user_id = 'ana'
    begin select raise(abort, 'stuck'); end`.execute(db);
  await there.saved.sweep();
  const left = await db.selectFrom('saved_reports').select('user_id').execute();
  expect(left).toEqual([{ user_id: 'ana' }]);
  expect(there.lines.filter((line) => line.includes('could not be deleted'))).toHaveLength(1);
});

const HERE = { 'Sec-Fetch-Site': 'same-origin' };

/** Whoever the request says it is. */
function routesOf({ saved }: At, within = 10_000) {
  const accounts = {
    signedIn: async (headers: Headers) => ({ userId: headers.get('X-Who') ?? '', device: '', cookies: [] }),
  } as unknown as Accounts;
  const take = savedExchange({
    accounts,
    saved,
    origin: 'https://reports.example',
    onFailure: () => undefined,
    within,
  });
  return savedRoutes({ saved, take });
}

describe('a body that does not come', () => {
  const stuck = () => new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new Uint8Array(10)) });
  const bring = async (routes: ReturnType<typeof routesOf>, who: string, body: BodyInit) =>
    routes.request(`${AT}/archive`, {
      method: 'POST',
      headers: { ...HERE, 'X-Who': who },
      body,
      duplex: 'half',
    } as RequestInit);

  test('keeps no other account waiting, and is told', async () => {
    const routes = routesOf(await at(), 3000);
    let isOver = false;
    const late = bring(routes, 'ana', stuck()).finally(() => {
      isOver = true;
    });
    expect((await bring(routes, 'bea', new Blob([await toArchive([keptReport()])]))).status).toBe(200);
    expect(isOver).toBe(false);
    const answer = await late;
    expect([answer.status, (await answer.json()).code]).toEqual([408, 'late']);
  });

  test('is one archive and two bodies of one account, and no more', async () => {
    const routes = routesOf(await at(), 2000);
    const under = [bring(routes, 'ana', stuck())];
    const post = async () =>
      routes.request(AT, {
        method: 'POST',
        headers: { ...HERE, 'X-Who': 'ana' },
        body: stuck(),
        duplex: 'half',
      } as RequestInit);
    under.push(post());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const file = await toArchive([keptReport()]);
    expect((await bring(routes, 'ana', new Blob([file]))).status).toBe(429);
    const json = { ...HERE, 'X-Who': 'ana', 'Content-Type': 'application/json' };
    const body = JSON.stringify(keptReport().report);
    expect((await routes.request(AT, { method: 'POST', headers: json, body })).status).toBe(429);
    expect((await Promise.all(under)).map(({ status }) => status)).toEqual([408, 408]);
    expect((await bring(routes, 'ana', new Blob([file]))).status).toBe(200);
    expect((await routes.request(AT, { method: 'POST', headers: json, body })).status).toBe(201);
  });
});

test('how long to keep is chosen so often, and no more often', async () => {
  const site = await accountSite({ saving: saving() });
  try {
    const ana = await site.member();
    const choose = (years: string) => ana.send('/account/keep-for', { years });
    for (let index = 0; index < 120; index += 1) await choose(index % 2 === 0 ? '1' : '2');
    expect((await choose('5')).status).toBe(429);
    expect((await list(ana)).keepYears).toBe(2);
  } finally {
    await site.close();
  }
});

test('a mail that nobody could take stands in the log, without an address', () => {
  const lines: string[] = [];
  const told = notices(
    { send: async () => undefined },
    {} as Parameters<typeof notices>[1],
    { begin: () => false, close: async () => undefined },
    (line) => lines.push(line),
  );
  told.write('ana@quillfeather.example', 'changed', 'en');
  told.ofCode('ana', { kind: 'backup' }, 'en');
  expect(lines).toEqual(Array(2).fill('accounts: a mail was not sent: too many wait already'));
});
