/** The database fails at each single step of what is asked of it: it is told in one line, nothing is half-written, the next try works, and no word of a report is where it should not be. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCOUNT_WORDS, toArchive } from '@readingscan/web';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { openJobs } from '../src/jobs/jobs.ts';
import { openRunner } from '../src/jobs/runner.ts';
import { boundTo } from '../src/saved/bound-to.ts';
import { masterKeys } from '../src/saved/master-keys.ts';
import { rotate } from '../src/saved/rotation.ts';
import { writeOf } from '../src/written.ts';
import { PASSWORD, type Visitor } from './account-site.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { KINDS } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { type FaultyDatabase, faultyDatabase, TROUBLES, type Trouble } from './faulty-database.ts';
import { JOBS, lines } from './jobs-site.ts';
import { AT, formOf, saving } from './saved-site.ts';

// all that this file and the servers under it put down
const MEMORY = '/dev/shm';
const TEMP = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'readingscan-faults-'));
chmodSync(TEMP, 0o755);
const OLD_TEMP = process.env.TMPDIR;
process.env.TMPDIR = TEMP;
afterAll(() => {
  process.env.TMPDIR = OLD_TEMP;
  rmSync(TEMP, { recursive: true, force: true });
});

const HERE = { 'Sec-Fetch-Site': 'same-origin' };
const PHOTO = new Uint8Array([...new TextEncoder().encode(`JFIF ${CANARY}`), ...randomBytes(400)]);
/** More than any of them takes. */
const MOST_STEPS = 99;
/** Longer than any limit waits. */
const PAUSE = 130_000;

interface Answered {
  readonly status: number;
  readonly kind: string;
  readonly text: string;
  readonly wait: string | null;
}

interface Doing {
  readonly name: string;
  /** what it is where all goes well; and where it was done before, as an answer was lost */
  readonly done: readonly number[];
  readonly again?: readonly number[];
  /** steps at least */
  readonly steps: number;
  /** transactions; default: one at least */
  readonly ends?: number;
  ask(): Promise<Answered>;
  /** another one of the same, where one was done although a step failed */
  renew?(): void;
}

describe.each(KINDS)('on %s', (kind) => {
  let [at, faults, beside, ana]: [ApiSite?, FaultyDatabase?, Database?, Visitor?] = [];
  const keys = saving();
  // to PostgreSQL, which rolls back by itself, a disk that is broken is as one that is full
  const troubles = TROUBLES.filter((one) => kind === 'sqlite' || one !== 'broken');
  beforeAll(async () => {
    faults = faultyDatabase();
    at = await apiSite(
      kind,
      { access: 'key', perMinute: 100_000_000 },
      { saving: keys, jobs: { hours: 24, inWeb: false }, openDatabase: faults.openDatabase, reader: fakeReader() },
    );
    beside = await openDatabase(at.settings);
    ana = at.visitor();
    await ana.send('/account/sign-in', { email: 'ana@quillfeather.example', current: PASSWORD });
  });
  afterAll(async () => {
    faults?.disarm();
    await beside?.close();
    await at?.close();
    expect(at?.lines.join('\n')).not.toMatch(new RegExp(`${CANARY}|quillfeather|secret|10\\.9`, 'i'));
  });

  const parts = () => {
    if (!at || !faults || !beside || !ana) throw new Error('not started');
    return { at, faults, beside, ana };
  };
  const page = async (path: string, init: RequestInit): Promise<Answered> => {
    const {
      status,
      headers,
      page: text,
    } = await parts().ana.ask(path, { ...init, headers: { ...HERE, ...init.headers } });
    return { status, text, kind: headers.get('content-type') ?? '', wait: headers.get('retry-after') };
  };
  const program = async (path: string, scope: 'save' | 'explain', init: RequestInit): Promise<Answered> => {
    const { url, keys: own } = parts().at;
    const answer = await fetch(url + path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Authorization: `Bearer ${own[scope]}` },
    });
    return {
      status: answer.status,
      text: await answer.text(),
      kind: answer.headers.get('content-type') ?? '',
      wait: answer.headers.get('retry-after'),
    };
  };
  const put = (whole = withPhotograph(keptReport(), PHOTO)) => page(AT, { method: 'POST', body: formOf(whole) });

  /** Every step of `doing`, in every way it can fail; how many there were. */
  async function atEachStep(doing: Doing, trouble: Trouble): Promise<number> {
    const { faults, beside, at } = parts();
    let before = await rowsOf(beside);
    for (let step = 1; step < MOST_STEPS; step += 1) {
      at.wait(PAUSE);
      faults.arm(step, trouble);
      const answered = await doing.ask();
      const isStruck = faults.disarm();
      const where = `${doing.name}: ${trouble} at step ${step}: ${answered.status} ${answered.text.slice(0, 200)}`;
      if (doing.done.includes(answered.status)) {
        expect(await rowsOf(beside), where).not.toEqual(before);
        if (isStruck && trouble !== 'lost' && doing.renew) {
          // a step that is done without (the day on which a key was used): on with another one
          doing.renew();
          before = await rowsOf(beside);
          continue;
        }
        // what follows it (deleted bytes overwritten) is made up for later
        if (!isStruck || trouble !== 'lost') return step - 1;
        continue;
      }
      if (trouble === 'lost' && doing.again?.includes(answered.status)) return step - 1;
      expect(isStruck, where).toBe(true);
      expectTold(answered, trouble, where);
      // each try that follows takes the same way, and gets further: it finds all as it was
      if (trouble !== 'lost') expect(await rowsOf(beside), where).toEqual(before);
    }
    throw new Error(`${doing.name} never ends`);
  }

  async function check(doing: () => Promise<Doing>): Promise<void> {
    for (const trouble of troubles) {
      const one = await doing();
      const least = kind === 'sqlite' && trouble === 'lost' ? (one.ends ?? 1) : one.steps;
      expect(await atEachStep(one, trouble), `${one.name}, ${trouble}`).toBeGreaterThanOrEqual(least);
    }
  }

  test('a report with its photograph is saved', async () => {
    await check(async () => {
      const whole = withPhotograph(keptReport(), PHOTO);
      return { name: 'save', done: [201], again: [200], steps: 8, ask: () => put(whole) };
    });
    const { reports } = JSON.parse((await parts().ana.get(AT, HERE)).page);
    expect(reports).toHaveLength(troubles.length);
  });

  test('a saved report is changed and deleted, alone and with all others', async () => {
    const saved = async (): Promise<string> => {
      const whole = withPhotograph(keptReport(), PHOTO);
      expect((await put(whole)).status).toBe(201);
      return whole.report.id;
    };
    await check(async () => {
      const id = await saved();
      const body = JSON.stringify({ tags: [CANARY, randomBytes(3).toString('hex')] });
      const change = () =>
        page(`${AT}/${id}`, { method: 'PATCH', body, headers: { 'Content-Type': 'application/json' } });
      return { name: 'change', done: [200], steps: 6, ask: change };
    });
    await check(async () => {
      const id = await saved();
      const remove = () => page(`${AT}/${id}`, { method: 'DELETE' });
      return { name: 'delete', done: [204], again: [404], steps: 5, ask: remove };
    });
    await check(async () => {
      await saved();
      return { name: 'delete all', done: [200], steps: 5, ask: () => page(AT, { method: 'DELETE' }) };
    });
  });

  test('an explanation is shared, and the link ended', async () => {
    const whole = keptReport();
    await put(whole);
    const fresh = () => randomBytes(16).toString('base64url');
    const at = (id: string) => `/api/account/links/${id}`;
    const query = `?report=${whole.report.id}&days=30`;
    await check(async () => {
      const id = fresh();
      const ask = () => page(at(id) + query, { method: 'PUT', body: randomBytes(200) });
      return { name: 'share', done: [201], steps: 7, ask };
    });
    await check(async () => {
      const id = fresh();
      expect((await page(at(id) + query, { method: 'PUT', body: randomBytes(200) })).status).toBe(201);
      const ask = () => page(at(id), { method: 'DELETE' });
      return { name: 'end a link', done: [204], again: [404], steps: 5, ask };
    });
    await check(async () => {
      const id = fresh();
      expect((await page(at(id) + query, { method: 'PUT', body: randomBytes(200) })).status).toBe(201);
      return { name: 'open a link', done: [200], steps: 2, ends: 0, ask: () => page(`/api/shared/${id}`, {}) };
    });
  });

  test('everything is brought in and taken out', async () => {
    await check(async () => {
      const file = await toArchive([withPhotograph(keptReport(), PHOTO), keptReport()]);
      const ask = async (): Promise<Answered> => {
        const answered = await page(`${AT}/archive`, { method: 'POST', body: file });
        // nothing more was added: it was done when the answer was lost
        return answered.text.includes('"added":0') ? { ...answered, status: 208 } : answered;
      };
      return { name: 'bring in', done: [200], again: [208], steps: 10, ask };
    });
    await check(async () => {
      const ask = () => page(`${AT}/archive`, {});
      return { name: 'take out', done: [200], steps: 8, ask };
    });
  });

  test('a program saves a report once, and leaves a job once, under the names that it gave them', async () => {
    const text = `The lungs are clear of ${CANARY}.`;
    const before = JSON.parse((await parts().ana.get(AT, HERE)).page).reports.length;
    let names = 0;
    const fresh = (): string => {
      names += 1;
      return `name-${names}`;
    };
    await check(async () => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': fresh() };
      const body = JSON.stringify({ text });
      const ask = () => program('/api/v1/reports', 'save', { method: 'POST', headers, body });
      const renew = (): void => {
        headers['Idempotency-Key'] = fresh();
      };
      return { name: 'save by a key', done: [201], steps: 15, ask, renew };
    });
    // lost answers and all: each name one report
    expect(JSON.parse((await parts().ana.get(AT, HERE)).page).reports).toHaveLength(before + names);
    names = 0;
    await check(async () => {
      const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': fresh() };
      const renew = (): void => {
        headers['Idempotency-Key'] = fresh();
      };
      const ask = () => program(`${JOBS}?task=explain`, 'explain', { method: 'POST', headers, body: lines(120, text) });
      return { name: 'leave a job', done: [202], steps: 18, ask, renew };
    });
    const { jobs } = JSON.parse((await program(JOBS, 'explain', {})).text);
    expect(jobs.map((job: { state: string; total: number }) => [job.state, job.total])).toEqual(
      Array.from({ length: names }, () => ['queued', 120]),
    );
    await check(async () => {
      const ask = () => program(`${JOBS}/${jobs[0].id}/cancel`, 'explain', { method: 'POST' });
      await program(`${JOBS}/${jobs[0].id}/retry`, 'explain', { method: 'POST' });
      return { name: 'cancel', done: [200], again: [409], steps: 6, ask };
    });
    let last = 0;
    await check(async () => {
      const { id } = jobs[last];
      last += 1;
      const ask = () => program(`${JOBS}/${id}`, 'explain', { method: 'DELETE' });
      return { name: 'delete a job', done: [204], again: [404], steps: 5, ask };
    });
    for (const { id } of jobs.slice(last)) await program(`${JOBS}/${id}`, 'explain', { method: 'DELETE' });
  });

  test('a key is made and ended: a page says what is wrong, and the form is there again', async () => {
    const own = (fields: Record<string, string>, path = '') =>
      page(`/account/keys${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    let name = 0;
    await check(async () => {
      name += 1;
      const fields = { name: `program ${name}`, 'may-read': 'yes', current: PASSWORD };
      return { name: 'make a key', done: [200], steps: 5, ask: () => own(fields) };
    });
    await check(async () => {
      const [key] = await parts().at.rows.list(parts().at.anaId);
      return { name: 'end a key', done: [303], steps: 5, ask: () => own({ key: key?.id ?? '' }, '/end') };
    });
  });

  test('a worker loses no chunk: what it could not take or keep is done later, each line once', async () => {
    const { faults, at, beside } = parts();
    const text = `The lungs are clear of ${CANARY}.`;
    const headers = { 'Content-Type': 'application/x-ndjson' };
    const database = await faults.openDatabase(at.settings);
    const reader = fakeReader();
    for (const trouble of troubles)
      for (const step of kind === 'sqlite' && trouble === 'lost' ? [1, 2, 3] : [1, 4, 9]) {
        const left = await program(JOBS, 'explain', { method: 'POST', headers, body: lines(130, text) });
        const { id } = JSON.parse(left.text);
        const jobs = openJobs(
          database,
          { hours: 24, saving: keys },
          { log, now: at.now, every: () => () => undefined, once: null },
        );
        faults.arm(step, trouble);
        const runner = openRunner({
          queue: jobs.queue,
          keys: jobs.keys,
          write: writeOf(reader),
          atOnce: 2,
          log,
          idle: 20,
          afterFault: 20,
        });
        await expect.poll(() => faults.isStruck(), { interval: 5 }).toBe(true);
        faults.disarm();
        const stateOf = async () => JSON.parse((await program(`${JOBS}/${id}`, 'explain', {})).text).state;
        await expect
          .poll(
            async () => {
              // what was given up is taken up again when its time is over
              at.wait(5000);
              return stateOf();
            },
            { interval: 20, timeout: 10_000 },
          )
          .toBe('done');
        await runner.close();
        const told = (await program(`${JOBS}/${id}/results`, 'explain', {})).text.trimEnd().split('\n');
        expect(told.map((line) => JSON.parse(line).id)).toEqual(Array.from({ length: 130 }, (_, index) => index));
      }
    await database.close();
    // what came in part while the database was gone is given up after a quarter of an hour
    expect(await beside.db.selectFrom('jobs').select('id').where('state', '=', 'receiving').execute()).not.toEqual([]);
    at.wait(16 * 60_000);
    const parted = { log, now: at.now, every: () => () => undefined, once: null };
    await openJobs(beside, { hours: 24, saving: keys }, parted).sweep();
    expect(await beside.db.selectFrom('job_inputs').select('job_id').execute()).toEqual([]);
  });
  const log = (line: string): void => expect(line).not.toMatch(new RegExp(`${CANARY}|secret`, 'i'));

  test('keys are wrapped anew: where it stops each report opens with one key or the other, and the next run goes on', async () => {
    const { faults, beside, at } = parts();
    for (let more = 0; more < 3; more += 1) await put();
    const { length: count } = await beside.db.selectFrom('saved_reports').select('id').execute();
    const older = keys.keys[0];
    const database = await faults.openDatabase(at.settings);
    for (const trouble of troubles) {
      const newest = { id: trouble, bytes: new Uint8Array(randomBytes(32)) };
      const service = masterKeys([newest, ...known, older]);
      let isDone = false;
      for (let step = 1; step < MOST_STEPS && !isDone; step += 1) {
        faults.arm(step, trouble);
        isDone = await rotate(database.db, service).then(
          ({ failed }) => failed === 0,
          () => false,
        );
        faults.disarm();
        const rows = await beside.db.selectFrom('saved_reports').selectAll().execute();
        expect(rows).toHaveLength(count);
        for (const row of rows) await service.unwrap(wrappedIn(row), boundTo(row.user_id, row.id, 'key'));
      }
      expect(isDone).toBe(true);
      known.unshift(newest);
    }
    await database.close();
    const used = await beside.db.selectFrom('saved_reports').select('key_id').distinct().execute();
    expect(used).toEqual([{ key_id: troubles.at(-1) }]);
  });

  test('no word of it is to be read in any file of the database or beside it', () => {
    const files = leaksIn(TEMP, 'quillfeather');
    // the addresses of accounts are: the look finds what is there
    expect(files.length).toBeGreaterThan(0);
    expect(leaksIn(TEMP, CANARY)).toEqual([]);
  });
  const known: { readonly id: string; readonly bytes: Uint8Array }[] = [];
});

const wrappedIn = ({ key_id, wrapped_key }: { readonly key_id: string; readonly wrapped_key: Uint8Array }) => ({
  keyId: key_id,
  bytes: wrapped_key,
});

function expectTold({ status, kind, text, wait }: Answered, trouble: Trouble, where: string): void {
  // the library that looks for the session says no more than that it could not
  expect(trouble === 'full' ? [507, 503] : [503], where).toContain(status);
  expect(text, where).not.toMatch(new RegExp(`${CANARY}|secret|sqlite|postgres|ECONN|node_modules|\\.ts\\b`, 'i'));
  if (kind.startsWith('text/html')) {
    const { away, noStorage } = ACCOUNT_WORDS.en.notices;
    expect(text, where).toContain(status === 507 ? noStorage : away);
    return;
  }
  expect(kind, where).toBe('application/problem+json');
  const { code, message, hint } = JSON.parse(text);
  expect(code, where).toBe(status === 507 ? 'no-storage' : 'unavailable');
  expect(`${message}${hint}`, where).not.toContain('\n');
  expect(wait, where).toBe(status === 507 ? null : '10');
}

/** All rows as they are, but for what is nobody's yet, what only tells that something was tried, and days of use. */
async function rowsOf({ db, kind }: Database): Promise<Readonly<Record<string, string>>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  const found: Record<string, string> = {};
  for (const table of tables) {
    if (['requests_once', 'sessions', 'one_time_codes'].includes(table)) continue;
    const where =
      table === 'jobs'
        ? "where state <> 'receiving'"
        : table === 'job_inputs'
          ? "where job_id in (select id from jobs where state <> 'receiving')"
          : '';
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} ${sql.raw(where)}`.execute(
      db,
    );
    const written = rows.map(({ used_on: _, ...row }) =>
      JSON.stringify(row, (_name, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)),
    );
    found[table] = createHash('sha256')
      .update(`${kind}${written.sort().join('\n')}`)
      .digest('hex');
  }
  return found;
}

/** Files anywhere within that a word of a report can be read in. */
function leaksIn(folder: string, word: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0) return [];
    try {
      return readFileSync(path).includes(word) ? [path] : [];
    } catch {
      // gone meanwhile
      return [];
    }
  });
}
