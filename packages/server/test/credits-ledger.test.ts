/** The ledger of credits: one suite on every kind of database. */
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { balanceOf, ledgerSums, readHistory } from '../src/credits/ledger/history.ts';
import { openHolds, setAside } from '../src/credits/ledger/holds.ts';
import { type Purse, purses, TooFewCredits } from '../src/credits/ledger/purse.ts';
import { storageBy } from '../src/credits/storage.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { join } from './filled-database.ts';

const START = Date.parse('2026-11-29T08:00:00Z');
const DAY = 24 * 60 * 60_000;
const PRICES = { text: 1, page: 2, report: 1 };

describe.each(KINDS)('on %s', (kind) => {
  let database: Database | undefined;
  afterEach(() => database?.close());

  async function begin(allowance = 0) {
    database = await openDatabase(await newDatabase(kind));
    await database.migrate();
    await join(database, 'ana');
    let now = START;
    const clock = () => now;
    const purse = purses(database, allowance, clock);
    const holds = openHolds(database, clock);
    const { db } = database;
    const ana = <T>(work: (purse: Purse) => Promise<T>) => purse.held('ana', work);
    const holder = await ana(async (one) => one.holder);
    return {
      db,
      database,
      now: clock,
      ana,
      holder,
      holds,
      balance: () => balanceOf(db, holder),
      history: async () => (await readHistory(db, holder, 0, 500)).events,
      wait(milliseconds: number) {
        now += milliseconds;
      },
      /** A job that is there, with what is set aside for it. */
      async job(id: string, reports: number, isFile = false) {
        await db
          .insertInto('api_keys')
          .values({
            id: `key-${id}`,
            user_id: 'ana',
            name: '',
            prefix: '',
            key_hash: id,
            scopes: '',
            made_on: '',
            ends_on: null,
            used_on: null,
          })
          .execute();
        const at = new Date(now).toISOString();
        const job = { id, user_id: 'ana', api_key_id: `key-${id}`, kind: isFile ? 'file' : 'batch', task: 'read' };
        const counts = { total: reports, done: 0, refused: 0, bytes: 1, options: '{}', state: 'queued', error: null };
        const times = { made_at: at, served_at: at, started_at: null, ended_at: null, goes_at: at };
        const key = { key_id: '', wrapped_key: new Uint8Array(1) };
        await purse.held('ana', async (own, within) => {
          await within
            .insertInto('jobs')
            .values({ ...job, ...counts, ...times, ...key })
            .execute();
          await setAside(within, own, isFile ? { kind: 'file', id } : { kind: 'batch', id, reports }, PRICES, now);
        });
      },
      settle: (id: string, chunk: number, reports: number, pages: number | null = null) =>
        db
          .transaction()
          .execute((within) =>
            holds.settle(within, id, pages === null ? 'batch' : 'file', chunk, { reports, pages: pages ?? 0 }),
          ),
      release: (id: string) => db.transaction().execute((within) => holds.release(within, id)),
    };
  }
  const text = (count = 1, price = 1) => [{ unit: 'text', count, price }] as const;

  test('what was bought is spent, and each credit says where it came from and went', async () => {
    const at = await begin();
    expect(await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 100))).toBe(true);
    await at.ana((own) => own.spend('call:1', [...text(), { unit: 'page', count: 3, price: 5 }]));
    expect(await at.balance()).toEqual({ free: 0, paid: 84, held: 0 });
    expect(await at.history()).toMatchObject([
      { kind: 'spent', of: 'page', count: 3, credits: -16, reference: 'call:1' },
      { kind: 'bought', of: 'small', credits: 100, reference: 'purchase:1' },
    ]);
    expect(await ledgerSums(at.db)).toEqual({
      house: { sold: -100, 'spent:text': 1, 'spent:page': 15 },
      own: { free: 0, paid: 84, held: 0 },
      all: 0,
    });
  });

  test('one cause is booked once, however often and at once it comes', async () => {
    const at = await begin();
    const earned = await Promise.all(
      Array.from({ length: 20 }, () => at.ana((own) => own.earn('bought', 'purchase:1', 'small', 10))),
    );
    expect(earned.filter(Boolean)).toHaveLength(1);
    const spent = await Promise.all(Array.from({ length: 20 }, () => at.ana((own) => own.spend('call:1', text(1, 7)))));
    expect(spent.filter(Boolean)).toHaveLength(1);
    expect(await at.balance()).toMatchObject({ paid: 3 });
  });

  test('fifty that spend of ten at one time: ten do, forty are told what is there', async () => {
    const at = await begin();
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 10));
    const done = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => at.ana((own) => own.spend(`call:${index}`, text()))),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    for (const one of done)
      if (one.status === 'rejected') {
        expect(one.reason).toBeInstanceOf(TooFewCredits);
        expect(one.reason).toMatchObject({ needed: 1, available: 0 });
      }
    expect(await at.balance()).toEqual({ free: 0, paid: 0, held: 0 });
  });

  test('the allowance of a month goes first, is given once, and does not outlast it', async () => {
    const at = await begin(50);
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 10));
    await at.ana((own) => own.spend('call:1', text(20)));
    expect(await at.balance()).toEqual({ free: 30, paid: 10, held: 0 });
    at.wait(2 * DAY);
    await Promise.all([1, 2, 3].map(() => at.ana((own) => own.balance())));
    expect(await at.balance()).toEqual({ free: 50, paid: 10, held: 0 });
    await at.ana((own) => own.spend('call:2', text(55)));
    expect(await at.balance()).toEqual({ free: 0, paid: 5, held: 0 });
    expect((await at.history()).map(({ kind: what, credits }) => [what, credits])).toEqual([
      ['spent', -55],
      ['allowance', 50],
      ['expired', -30],
      ['spent', -20],
      ['bought', 10],
      ['allowance', 50],
    ]);
    // a clock that was set back
    at.wait(-2 * DAY);
    await at.ana((own) => own.balance());
    expect(await at.balance()).toEqual({ free: 0, paid: 5, held: 0 });
  });

  test('a job sets its credits aside, spends what was done and gives the rest back, each in the kind it was', async () => {
    const at = await begin(5);
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 10));
    await at.job('one', 12);
    expect(await at.balance()).toEqual({ free: 0, paid: 3, held: 12 });
    expect(await at.settle('one', 0, 3)).toBe('well');
    // the same chunk again costs nothing
    await at.settle('one', 0, 3).catch(() => undefined);
    expect(await at.balance()).toEqual({ free: 0, paid: 3, held: 9 });
    await at.release('one');
    await at.release('one');
    expect(await at.balance()).toEqual({ free: 2, paid: 10, held: 0 });
    await expect(at.job('two', 13)).rejects.toMatchObject({ needed: 13, available: 12 });
    expect(await at.db.selectFrom('jobs').select('id').where('id', '=', 'two').execute()).toEqual([]);
  });

  test('what was set aside of an allowance expires with its month', async () => {
    const at = await begin(5);
    await at.job('one', 5);
    at.wait(2 * DAY);
    await at.ana((own) => own.balance());
    await at.release('one');
    expect(await at.balance()).toEqual({ free: 5, paid: 0, held: 0 });
    expect((await ledgerSums(at.db)).house).toEqual({ given: -10, expired: 5 });
  });

  test('a file sets aside what it may cost at most, or all there is; what it costs beyond is taken, or nothing is', async () => {
    const at = await begin();
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 7));
    await at.job('file', 1, true);
    expect(await at.balance()).toEqual({ free: 0, paid: 0, held: 7 });
    expect(await at.settle('file', 0, 1, 4)).toBe('short');
    expect(await at.balance()).toEqual({ free: 0, paid: 0, held: 7 });
    await at.ana((own) => own.earn('bought', 'purchase:2', 'small', 7));
    expect(await at.settle('file', 0, 1, 4)).toBe('well');
    await at.release('file');
    expect(await at.balance()).toEqual({ free: 0, paid: 5, held: 0 });
    expect((await ledgerSums(at.db)).house).toEqual({ sold: -14, 'spent:text': 1, 'spent:page': 8 });
  });

  test('what was set aside for a job that is no more, or is over, is given back', async () => {
    const at = await begin();
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 9));
    await at.job('one', 4);
    await at.job('two', 4);
    expect(await at.holds.sweep()).toBe(0);
    await at.db.deleteFrom('api_keys').where('id', '=', 'key-one').execute();
    await at.db.updateTable('jobs').set({ state: 'failed' }).where('id', '=', 'two').execute();
    expect(await at.holds.sweep()).toBe(2);
    expect(await at.balance()).toEqual({ free: 0, paid: 9, held: 0 });
  });

  test('money that goes back takes what is there with it, and comes back as it went', async () => {
    const at = await begin();
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 100));
    await at.ana((own) => own.spend('call:1', text(70)));
    expect(await at.ana((own) => own.takeBack('returned:1', 'small', 100))).toBe(30);
    expect(await at.balance()).toMatchObject({ paid: 0 });
    expect((await ledgerSums(at.db)).house).toMatchObject({ sold: 0, lost: -70 });
    await at.ana((own) => own.restore('restored:1', 'small', 30, 70));
    expect(await at.balance()).toMatchObject({ paid: 30 });
    expect((await ledgerSums(at.db)).house).toMatchObject({ sold: -100, lost: 0 });
  });

  test('what lies there is paid for each month, once; where it cannot be paid it stays', async () => {
    const at = await begin(5);
    const costs = { text: 1, page: 1, report: 1, storage: 2 };
    const own = purses(at.database, 5, at.now);
    const storage = storageBy(at.database, own, { costs, freeMegabytes: 1 }, at.now, (line) => {
      throw new Error(line);
    });
    const row = { user_id: 'ana', id: 'one', saved_on: '2026-11-29', bytes: 3 * 1024 * 1024, key_id: '' };
    const bytes = new Uint8Array(1);
    await at.db
      .insertInto('saved_reports')
      .values({ ...row, wrapped_key: bytes, sealed: bytes })
      .execute();
    for (let times = 0; times < 2; times += 1) await storage.sweep();
    expect(await at.balance()).toMatchObject({ free: 1 });
    at.wait(2 * DAY);
    for (let times = 0; times < 2; times += 1) await storage.sweep();
    expect(await at.balance()).toMatchObject({ free: 1 });
    await at.db
      .updateTable('saved_reports')
      .set({ bytes: 9 * 1024 * 1024 })
      .execute();
    await storage.sweep();
    expect(await at.balance()).toMatchObject({ free: 1 });
    expect(await at.db.selectFrom('saved_reports').select('id').execute()).toHaveLength(1);
  });

  test('the database itself refuses what is no double entry, falls below zero, or changes what stands', async () => {
    const at = await begin();
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 5));
    const line = { entry_id: 'x', number: 1, holder: at.holder, account: 'paid', place: 2, amount: -6, balance: -1 };
    const house = { entry_id: 'x', number: 2, holder: '', account: 'given', place: 0, amount: 6, balance: 0 };
    const entry = { id: 'x', reference: 'x', holder: at.holder, number: 2, kind: 'spent', of_what: '', count: 0 };
    const closing = { ...entry, at: new Date(START).toISOString() };
    const tried = (lines: readonly (typeof line)[], closed: boolean) =>
      at.db.transaction().execute(async (within) => {
        for (const one of lines) await within.insertInto('credit_lines').values(one).execute();
        if (closed) await within.insertInto('credit_entries').values(closing).execute();
      });
    const one = { ...line, amount: -1, balance: 4 };
    // below zero; not behind the line before it; a place twice; not zero; one line; never closed; added to
    await expect(tried([line, house], true)).rejects.toThrow();
    await expect(
      tried(
        [
          { ...one, balance: 9 },
          { ...house, amount: 1 },
        ],
        true,
      ),
    ).rejects.toThrow();
    await expect(
      tried(
        [
          { ...one, place: 3 },
          { ...house, amount: 1 },
        ],
        true,
      ),
    ).rejects.toThrow();
    await expect(
      tried(
        [
          { ...one, place: 1 },
          { ...house, amount: 1 },
        ],
        true,
      ),
    ).rejects.toThrow();
    await expect(tried([one, house], true)).rejects.toThrow();
    await expect(tried([one], true)).rejects.toThrow();
    await expect(tried([one, { ...house, amount: 1 }], false)).rejects.toThrow();
    await tried([one, { ...house, amount: 1 }], true);
    await expect(tried([{ ...one, number: 3, place: 3, balance: 3 }], false)).rejects.toThrow();
    for (const change of [
      sql`update credit_lines set amount = 7`,
      sql`delete from credit_lines`,
      sql`update credit_entries set kind = 'bought'`,
      sql`delete from credit_entries`,
    ])
      await expect(change.execute(at.db)).rejects.toThrow();
    expect(await at.balance()).toMatchObject({ paid: 4 });
  });

  test('an account that goes takes its credits with it; what is left of them leads to nobody', async () => {
    const at = await begin(5);
    await at.ana((own) => own.earn('bought', 'purchase:1', 'small', 9));
    await at.job('one', 4);
    await at.ana((own) => own.close());
    await at.db.deleteFrom('users').where('id', '=', 'ana').execute();
    expect(await at.holds.sweep()).toBe(0);
    const { own, all, house } = await ledgerSums(at.db);
    expect([own, all, house]).toEqual([{ free: 0, paid: 0, held: 0 }, 0, { given: -5, sold: -9, expired: 14 }]);
    const rows = await Promise.all(
      (['credit_entries', 'credit_lines'] as const).map((table) => at.db.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify(rows)).not.toMatch(/ana/);
    expect(await at.db.selectFrom('credit_holders').selectAll().execute()).toEqual([]);
  });

  test('whatever is done, also where it breaks off in the middle: the sum is zero, a balance is the sum of its lines, none is below zero', async () => {
    const at = await begin(6);
    let made = 0;
    const amount = fc.integer({ min: 1, max: 9 });
    const step = fc.record({
      what: fc.constantFrom('earn', 'spend', 'hold', 'settle', 'release', 'back', 'month', 'sweep'),
      amount,
      same: fc.boolean(),
      breaks: fc.boolean(),
    });
    const jobs: string[] = [];
    const doing = async ({ what, amount: count, same }: { what: string; amount: number; same: boolean }) => {
      if (!same) made += 1;
      const job = jobs.at(-1) ?? 'none';
      switch (what) {
        case 'earn':
          return at.ana((own) => own.earn('bought', `purchase:${made}`, 'small', count));
        case 'spend':
          return at.ana((own) => own.spend(`call:${made}`, text(count)));
        case 'hold':
          jobs.push(`job-${made}`);
          return at.job(`job-${made}`, count);
        case 'settle':
          return at.settle(job, made, count);
        case 'release':
          return at.release(job);
        case 'back':
          return at.ana((own) => own.takeBack(`returned:${made}`, 'small', count));
        case 'month':
          return at.wait(17 * DAY);
        default:
          return at.holds.sweep();
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const one of steps) {
          // as a kill in the middle leaves it: begun, and never committed
          if (one.breaks)
            await expect(
              at.ana(async (own) => {
                await own.earn('bought', `broken:${made}`, 'small', one.amount);
                await own.spend(`broken-call:${made}`, text(1));
                throw new Error('killed');
              }),
            ).rejects.toThrow('killed');
          await doing(one).catch((error) => {
            if (!(error instanceof TooFewCredits) && !/unique/i.test(String(error))) throw error;
          });
        }
        const sums = await ledgerSums(at.db);
        const balance = await at.balance();
        expect(sums.all).toBe(0);
        expect(sums.own).toEqual(balance);
        expect(Object.values(balance).every((one) => one >= 0)).toBe(true);
        const { rows } = await sql<{
          sum: unknown;
        }>`select coalesce(sum(free + paid), 0) as sum from credit_holds`.execute(at.db);
        expect(Number(rows[0]?.sum)).toBe(balance.held);
        expect((await at.history()).reduce((sum, one) => sum + one.credits, 0)).toBe(balance.free + balance.paid);
      }),
      { numRuns: 15 },
    );
  });
});
