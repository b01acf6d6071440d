/** Jobs of programs: one suite on every kind of database. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { openJobs } from '../src/jobs/jobs.ts';
import type { Claimed } from '../src/jobs/queue.ts';
import { LEASE } from '../src/jobs/queue.ts';
import { openRunner } from '../src/jobs/runner.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { keysInUse, rotate } from '../src/saved/rotation.ts';
import { readTrail } from '../src/saved/trail.ts';
import { type Write, writeOf } from '../src/written.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { KINDS } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { type AsksJobs, asksJobs, JOBS, lines } from './jobs-site.ts';
import { saving } from './saved-site.ts';

const DAY = 24 * 60 * 60_000;
const CANARY = 'quokkafinding';

describe.each(KINDS)('on %s', (kind) => {
  let at: ApiSite | undefined;
  afterEach(() => at?.close());
  const keys = saving();

  async function begin(gate?: (text: string) => Promise<void>, inWeb = true): Promise<ApiSite & AsksJobs> {
    const reader = fakeReader(async (input) => {
      if (input.kind === 'text') await gate?.(input.text);
    });
    at = await apiSite(
      kind,
      { access: 'key', perMinute: 1_000_000 },
      { saving: keys, reader, jobs: { hours: 24, inWeb } },
    );
    return { ...at, ...asksJobs(at, at.keys.explain) };
  }
  /** As a worker beside the site has them. */
  const besides = (site: ApiSite) =>
    openJobs(
      site.database,
      { hours: 24, saving: keys },
      { log: () => undefined, now: site.now, every: () => () => undefined, once: null },
    );
  const rows = async (site: ApiSite): Promise<readonly number[]> =>
    Promise.all(
      (['jobs', 'job_inputs', 'job_results'] as const).map(async (table) => {
        const { count } = await site.database.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow();
        return Number(count);
      }),
    );

  test('lines are answered each, in their order, bad ones too; what was sent is deleted as it is read', async () => {
    const site = await begin();
    const body = `${lines(230)}\nno json\n{"id":"x"}\n[1]\n{"id":{"a":1},"text":"A parcel."}\n{"text":"The lungs are clear."}`;
    const answer = await site.leave(body, '?task=explain&language=es');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      202,
      expect.stringMatching(/^\/api\/v1\/jobs\/[0-9a-f-]{36}$/),
    ]);
    const { id, ...left } = await answer.json();
    expect(left).toMatchObject({
      schema: 'readingscan.job/1',
      kind: 'batch',
      task: 'explain',
      state: 'queued',
      total: 235,
      done: 0,
    });
    await site.reaches(id, 'done');
    expect(await site.show(id)).toMatchObject({ total: 235, done: 235, refused: 4, error: null });
    const told = await site.results(id);
    expect(told.slice(0, 230).map((one) => one.id)).toEqual(Array.from({ length: 230 }, (_, index) => index));
    expect(told[0]).toMatchObject({ schema: 'readingscan.explanation/1', language: 'es' });
    expect(told.slice(230)).toMatchObject([
      { id: null, error: { code: 'usage', message: 'This line is no JSON object.' } },
      { id: 'x', error: { code: 'usage', message: 'A line needs a text.' } },
      { id: null, error: { code: 'usage' } },
      { id: { a: 1 }, error: { code: 'not-a-report', message: 'No report.' } },
      { id: null, schema: 'readingscan.explanation/1' },
    ]);
    expect((await rows(site)).slice(0, 2)).toEqual([1, 0]);
    // going on where a stream broke
    for (const after of [1, 99, 100, 101, 234, 235, 400])
      expect(await site.results(id, after)).toEqual(told.slice(after));
    const { events } = await readTrail(site.database.db, site.anaId, 9);
    expect(events.slice(0, 2)).toMatchObject([
      { what: 'job-taken', who: 'key' },
      { what: 'job-made', who: 'key', count: 235 },
    ]);
  });

  test('while it runs, what is there so far is given: from the first line to the first gap', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const site = await begin(async (one) => (one.endsWith(' 150') ? gate : undefined));
    const id = await site.left(lines(350));
    await expect.poll(async () => (await site.show(id)).done, { timeout: 10_000 }).toBe(250);
    expect(await site.results(id)).toHaveLength(100);
    expect(await site.results(id, 100)).toEqual([]);
    expect(await site.show(id)).toMatchObject({ state: 'running' });
    open();
    await site.reaches(id, 'done');
    expect((await site.results(id)).map((one) => one.id)).toEqual(Array.from({ length: 350 }, (_, index) => index));
  });

  test('a job is the key’s that made it alone: to another one, also of the same account, there is none; with the key it goes', async () => {
    const site = await begin();
    const [id, later] = [await site.left(lines(3)), await site.left(lines(2))];
    await site.reaches(later, 'done');
    const other = asksJobs(site, site.without.read);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/results'],
      ['POST', '/cancel'],
      ['POST', '/retry'],
      ['DELETE', ''],
    ] as const) {
      const nobody = '00000000-0000-4000-8000-000000000000';
      const [theirs, none] = [await other.ask(method, `/${id}${path}`), await other.ask(method, `/${nobody}${path}`)];
      expect([theirs.status, await theirs.text()]).toEqual([404, await none.text()]);
    }
    expect(await (await other.ask('GET', '')).json()).toEqual({ schema: 'readingscan.jobs/1', jobs: [], next: null });
    const mine = await (await site.ask('GET', '')).json();
    expect(mine.jobs.map((one: { id: string }) => one.id).sort()).toEqual([id, later].sort());
    const prefix = site.keys.explain.slice(0, 9);
    const key = (await site.rows.list(site.anaId)).find((one) => one.prefix === prefix);
    await site.rows.end({ userId: site.anaId, device: '' }, key?.id ?? '');
    expect(await rows(site)).toEqual([0, 0, 0]);
  });

  test('the list has pages', async () => {
    const site = await begin(undefined, false);
    for (let made = 0; made < 53; made += 1) await site.left(lines(1));
    const first = await (await site.ask('GET', '')).json();
    const second = await (await site.ask('GET', `?after=${first.next}`)).json();
    expect([first.jobs.length, second.jobs.length, second.next]).toEqual([50, 3, null]);
    expect(new Set([...first.jobs, ...second.jobs].map((one: { id: string }) => one.id)).size).toBe(53);
  });

  test('left again under the same name it is left once; for other lines, or another task, that name is not taken', async () => {
    const site = await begin();
    const named = { 'Idempotency-Key': 'night-1' };
    const [first, again] = [await site.leave(lines(3), '', named), await site.leave(lines(3), '', named)];
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    const { id } = await first.json();
    expect((await again.json()).id).toBe(id);
    for (const [body, query] of [
      [lines(4), ''],
      [lines(3), '?level=standard'],
    ] as const) {
      const refused = await site.leave(body, query, named);
      expect([refused.status, (await refused.json()).code]).toEqual([422, 'other-request']);
    }
    expect((await rows(site))[0]).toBe(1);
    const many = await Promise.all([1, 2].map(() => site.leave(lines(2), '', { 'Idempotency-Key': 'night-2' })));
    const ids = await Promise.all(many.map(async (one) => (await one.json()).id));
    expect(ids[0]).toBe(ids[1]);
    await site.ask('DELETE', `/${id}`);
    const gone = await site.leave(lines(3), '', named);
    expect([gone.status, (await gone.json()).code]).toEqual([404, 'not-found']);
  });

  test('cancelled, it is worked no more and keeps what is done; tried again, it goes on; deleted, nothing of it is left', async () => {
    let open: () => void = () => undefined;
    let gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    let asked = 0;
    const site = await begin(async (one) => {
      asked += 1;
      if (!one.endsWith(' 5')) await gate;
    });
    const id = await site.left(lines(120));
    await site.reaches(id, 'running');
    expect(await (await site.ask('POST', `/${id}/cancel`)).json()).toMatchObject({ state: 'cancelled' });
    expect((await site.ask('POST', `/${id}/cancel`)).status).toBe(409);
    open();
    // what was under way finds that it is nobody's
    await expect.poll(() => asked, { timeout: 10_000 }).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await site.show(id)).toMatchObject({ state: 'cancelled', done: 0 });
    gate = Promise.resolve();
    expect(await (await site.ask('POST', `/${id}/retry`)).json()).toMatchObject({ state: 'queued', endedAt: null });
    await site.reaches(id, 'done');
    expect((await site.results(id)).map((one) => one.id)).toEqual(Array.from({ length: 120 }, (_, index) => index));
    expect((await site.ask('POST', `/${id}/retry`)).status).toBe(409);
    expect((await site.ask('DELETE', `/${id}`)).status).toBe(204);
    expect((await site.ask('DELETE', `/${id}`)).status).toBe(404);
    expect(await rows(site)).toEqual([0, 0, 0]);
    expect((await readTrail(site.database.db, site.anaId, 1)).events).toMatchObject([
      { what: 'job-removed', count: 120 },
    ]);
  });

  test('what a killed worker had is taken up again when its time is over, and what it still sends is not taken', async () => {
    const site = await begin(undefined, false);
    const id = await site.left(lines(150));
    const { queue } = besides(site);
    const [one, two] = [await queue.claim('a', ['batch']), await queue.claim('a', ['batch'])];
    expect([one?.number, two?.number]).toEqual([0, 1]);
    expect(await queue.claim('b', ['batch'])).toBeNull();
    site.wait(LEASE - 1000);
    // one of them is alive
    expect([...(await queue.beat('a', [two as Claimed]))]).toEqual([`${id} 1`]);
    site.wait(2000);
    const taken = await queue.claim('b', ['batch']);
    expect([taken?.number, await queue.claim('c', ['batch'])]).toEqual([0, null]);
    const finished = { sealed: new Uint8Array(40), count: 100, done: 100, refused: 0, recognised: 0 };
    expect(await queue.finish('a', one as Claimed, finished)).toBe('lost');
    expect(await queue.finish('b', taken as Claimed, finished)).toBe('kept');
    expect(await queue.finish('b', taken as Claimed, finished)).toBe('lost');
    expect(await queue.finish('a', two as Claimed, { ...finished, count: 50, done: 50 })).toBe('last');
    expect(await site.show(id)).toMatchObject({ state: 'done', done: 150 });
  });

  test('what five workers did not live through fails; given back in order it counts for nothing', async () => {
    const site = await begin(undefined, false);
    const id = await site.left(lines(1));
    const { queue } = besides(site);
    for (let times = 0; times < 8; times += 1)
      await queue.giveBack('a', (await queue.claim('a', ['batch'])) as Claimed, false);
    for (let times = 0; times < 5; times += 1) {
      expect(await queue.claim('a', ['batch'])).not.toBeNull();
      site.wait(LEASE + 1);
    }
    expect(await queue.claim('a', ['batch'])).toBeNull();
    expect(await site.show(id)).toMatchObject({ state: 'failed', error: 'attempts' });
    await site.ask('POST', `/${id}/retry`);
    expect((await queue.claim('a', ['batch']))?.number).toBe(0);
  });

  test('a worker that is told to stop finishes what it can in its time, gives the rest back, and takes nothing more', async () => {
    const site = await begin(undefined, false);
    const id = await site.left(lines(300));
    const { queue, keys: own } = besides(site);
    let asked = 0;
    const reader = fakeReader(async (input) => {
      asked += 1;
      if (input.kind === 'text' && input.text.endsWith(' 150')) await new Promise(() => undefined);
    });
    const write: Write = (task, inputs, how) =>
      Promise.race([
        writeOf(reader)(task, inputs, how),
        new Promise<never>((_, reject) => how?.signal?.addEventListener('abort', () => reject(how.signal?.reason))),
      ]);
    const runner = openRunner({ queue, keys: own, write, atOnce: 2, log: () => undefined, idle: 10 });
    await expect.poll(async () => (await site.show(id)).done, { timeout: 10_000 }).toBe(200);
    const left = await site.left(lines(1));
    await expect.poll(async () => (await site.show(left)).state, { timeout: 10_000 }).toBe('done');
    await runner.close(50);
    const before = asked;
    const rest = await site.database.db.selectFrom('job_inputs').selectAll().where('job_id', '=', id).execute();
    expect(rest).toMatchObject([{ number: 1, attempts: 0, leased_by: null, leased_until: null }]);
    await site.left(lines(1));
    expect(asked).toBe(before);
    const next = openRunner({
      queue,
      keys: own,
      write: writeOf(fakeReader()),
      atOnce: 1,
      log: () => undefined,
      idle: 10,
    });
    await site.reaches(id, 'done');
    await next.close();
    expect((await site.results(id)).map((one) => one.id)).toEqual(Array.from({ length: 300 }, (_, index) => index));
  });

  test('several workers at once never have the same chunk, and jobs take turns', async () => {
    const site = await begin(undefined, false);
    const [one, two] = [await site.left(lines(1000)), await site.left(lines(300))];
    const { queue } = besides(site);
    const turns: (Claimed | null)[] = [];
    for (const worker of ['a', 'b', 'c']) {
      turns.push(await queue.claim(worker, ['batch']));
      site.wait(10);
    }
    expect(turns.map((chunk) => chunk?.jobId)).toEqual([one, two, one]);
    const others = await Promise.all(
      Array.from({ length: 10 }, (_, index) => queue.claim(`worker ${index}`, ['batch'])),
    );
    expect(new Set([...turns, ...others].map((chunk) => `${chunk?.jobId} ${chunk?.number}`)).size).toBe(13);
    expect(await queue.claim('another', ['batch'])).toBeNull();
  });

  test('a file is one job with one line; more than it may be is refused, and nothing of it is left', async () => {
    const site = await begin();
    const pdf = { 'Content-Type': 'application/pdf' };
    const answer = await site.leave(new Uint8Array([37, 80, 68, 70]), '', pdf);
    const { id, kind: of, total } = await answer.json();
    expect([answer.status, of, total]).toEqual([202, 'file', null]);
    await site.reaches(id, 'done');
    expect(await site.results(id)).toMatchObject([{ id: null, schema: 'readingscan.explanation/1' }]);
    expect(await site.show(id)).toMatchObject({ total: 1, done: 1 });
    const refusals = [
      await site.leave(new Uint8Array(21 * 1024 * 1024), '', pdf),
      await site.leave(' \n\n'),
      await site.leave('', '', pdf),
      await site.leave('x', '', { 'Content-Type': 'text/plain' }),
      await site.leave(lines(1), '?task=compare'),
      await site.leave(lines(1), '?tasks=read'),
      await site.leave(lines(1), '', { 'Idempotency-Key': 'a b' }),
      await site.leave(lines(1), '?task=deidentify'),
      await site.ask('GET', `/${id}/results?after=-1`),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([413, 400, 400, 400, 400, 400, 400, 403, 400]);
    expect((await rows(site)).slice(0, 2)).toEqual([1, 0]);
  });

  test('what breaks off on its way is not left', async () => {
    const site = await begin();
    const stop = new AbortController();
    const body = new ReadableStream({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(lines(250)));
        await expect.poll(async () => (await rows(site))[1], { timeout: 10_000 }).toBe(2);
        stop.abort();
      },
    });
    const broken = site.ask('POST', '', {
      body,
      headers: { 'Content-Type': 'application/x-ndjson' },
      signal: stop.signal,
      duplex: 'half',
    } as RequestInit);
    await expect(broken).rejects.toThrow();
    await expect.poll(() => rows(site), { timeout: 10_000 }).toEqual([0, 0, 0]);
    expect(site.lines.join('\n')).not.toContain('lungs');
  });

  test('a day after it ended it is gone by itself; one that was never whole after a quarter of an hour', async () => {
    const site = await begin();
    const id = await site.left(lines(2));
    await site.reaches(id, 'done');
    const own = besides(site);
    site.wait(DAY - 60_000);
    await own.sweep();
    expect((await site.show(id)).state).toBe('done');
    site.wait(60_000);
    await own.sweep();
    expect(await rows(site)).toEqual([0, 0, 0]);
    expect((await site.ask('GET', `/${id}`)).status).toBe(404);
    // as a server leaves it that is killed while one comes
    const half = await site.left(lines(1));
    await site.reaches(half, 'done');
    const ago = new Date(site.now() - 1).toISOString();
    const { db } = site.database;
    await db.updateTable('jobs').set({ state: 'receiving', goes_at: ago }).where('id', '=', half).execute();
    expect((await site.ask('GET', `/${half}`)).status).toBe(404);
    await own.sweep();
    expect((await rows(site))[0]).toBe(0);
    const { events } = await readTrail(db, site.anaId, 2);
    expect(events).toMatchObject([{ what: 'job-made' }, { what: 'job-removed', who: 'program', count: 2 }]);
  });

  test('no word of a report, of a line or of what came of it is to be read in the database or in the log', async () => {
    const site = await begin(async (one) => {
      if (one.includes('throw')) throw new Error(one);
    });
    const id = await site.left(
      `${lines(3, `The lungs are clear, says Dr ${CANARY}.`)}{"id":"${CANARY}","text":"throw ${CANARY}"}\n`,
    );
    await expect.poll(() => site.lines.some((line) => line.startsWith('jobs: ')), { timeout: 10_000 }).toBe(true);
    await expect.poll(async () => (await site.show(id)).state).toMatch(/queued|running|failed/);
    expect(site.lines.join('\n')).not.toMatch(/quokkafinding|lungs/);
    if (site.settings.kind === 'sqlite') {
      const folder = dirname(site.settings.path);
      for (const name of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, name));
        expect([bytes.includes(CANARY), bytes.includes('lungs are clear')], name).toEqual([false, false]);
      }
    } else {
      const { rows: found } = await sql<{ readonly one: string }>`
        select encode(sealed, 'escape') || '' as one from job_inputs
        union all select jobs::text from jobs`.execute(site.database.db);
      expect(found.length).toBeGreaterThan(1);
      expect(JSON.stringify(found)).not.toMatch(/quokkafinding|lungs/);
    }
  });

  test('without its master key a job fails and says so; its rows at another place do not open', async () => {
    const site = await begin(undefined, false);
    const [id, other] = [await site.left(lines(2)), await site.left(lines(3))];
    const { db } = site.database;
    const [mine] = await db.selectFrom('job_inputs').select('sealed').where('job_id', '=', id).execute();
    await db
      .updateTable('job_inputs')
      .set({ sealed: mine?.sealed ?? new Uint8Array() })
      .where('job_id', '=', other)
      .execute();
    await site.close();
    at = undefined;
    const { accountSite } = await import('./account-site.ts');
    const again = await accountSite({
      database: site.settings,
      saving: keys,
      reader: fakeReader(),
      api: { access: 'key', perMinute: null },
    });
    const { show, reaches } = asksJobs(again, site.keys.explain);
    await reaches(id, 'done');
    await reaches(other, 'failed');
    expect(await show(other)).toMatchObject({ error: 'sealed', done: 0 });
    await again.close();
    const elsewhere = await accountSite({
      database: site.settings,
      saving: saving(),
      reader: fakeReader(),
      api: { access: 'key', perMinute: null },
    });
    const { ask } = asksJobs(elsewhere, site.keys.explain);
    expect((await ask('GET', `/${id}/results`)).status).toBe(422);
    await elsewhere.close();
  });

  test('the key of a job is brought under the newest master key, which opens it alone then', async () => {
    const site = await begin(undefined, false);
    const id = await site.left(lines(2));
    const [newest] = saving().keys;
    const newer = { ...newest, id: 'second' };
    expect(await rotate(site.database.db, masterKeys([newer, ...keys.keys]))).toEqual({ done: 1, failed: 0 });
    expect(await keysInUse(site.database.db, 'jobs')).toEqual([{ keyId: 'second', reports: 1 }]);
    const { queue } = besides(site);
    const write = writeOf(fakeReader());
    const runner = openRunner({ queue, keys: masterKeys([newer]), write, atOnce: 1, log: () => undefined, idle: 10 });
    await site.reaches(id, 'done');
    await runner.close();
  });

  test('points are counted by what a batch says of its length, and one for each look', async () => {
    const site = await begin();
    const left = async (answer: Response): Promise<number> =>
      Number(/r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
    const before = await left(await site.ask('GET', ''));
    const after = await left(await site.leave(lines(1)));
    expect(before - after).toBeGreaterThanOrEqual(10);
    expect(before - after).toBeLessThanOrEqual(12);
    expect(await text((await fetch(site.url + JOBS)).body as never)).toContain('no-key');
  });
});
