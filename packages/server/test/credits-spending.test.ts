/** What the server does for programs is paid, once, when it is done; too few credits, and nothing is. */
import type { ReaderInput, ReaderOptions } from '@readingscan/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { accountSite } from './account-site.ts';
import { type CreditsSite, creditsSite } from './credits-site.ts';
import { KINDS } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { asksJobs, JOBS, lines } from './jobs-site.ts';
import { type Document, expectTold } from './openapi.ts';
import { act, save } from './saved-site.ts';

const TEXT = 'The lungs are clear.';

/** Each file of it has pages that have to be recognised: as many as it has bytes. */
function scanningReader() {
  const plain = fakeReader();
  const scan = async (input: ReaderInput, options: ReaderOptions = {}): Promise<void> => {
    const pages = input.kind === 'files' ? (input.files[0]?.bytes.length ?? 0) : 0;
    for (let page = 1; page <= pages; page += 1) {
      options.signal?.throwIfAborted();
      for (const step of ['open', 'straighten', 'read'] as const)
        options.onProgress?.({ step, page, pages, fraction: page / pages });
    }
  };
  const after =
    <T>(job: (input: ReaderInput, options?: ReaderOptions) => Promise<T>) =>
    async (input: ReaderInput, options?: ReaderOptions): Promise<T> => {
      await scan(input, options);
      return job(input, options);
    };
  return {
    ...plain,
    explain: after(plain.explain),
    read: after(plain.read),
    extract: after(plain.extract),
    deidentify: after(plain.deidentify),
  };
}

describe.each(KINDS)('on %s', (kind) => {
  let at: CreditsSite | undefined;
  beforeAll(async () => {
    at = await creditsSite(kind, { reader: scanningReader() });
  });
  afterAll(() => at?.close());
  /** Somebody with ten free credits. */
  const begin = async (): Promise<CreditsSite> => {
    if (!at) throw new Error('not started');
    return at.newcomer();
  };
  const rich = async (): Promise<CreditsSite> => {
    const site = await begin();
    site.stripe.pay(site.sessionId(await site.buy('small')));
    await site.tellAll();
    return site;
  };
  const scan = (site: CreditsSite, pages: number, path = '/api/v1/read'): Promise<Response> => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(pages)]), 'a.pdf');
    const headers = { Authorization: `Bearer ${site.key}` };
    return fetch(site.url + path, { method: 'POST', headers, body: form });
  };
  const asLines = { 'Content-Type': 'application/x-ndjson' };

  test('a text costs its credit; what fails, and what is no report, costs nothing', async () => {
    const site = await begin();
    expect((await site.explain(TEXT)).status).toBe(200);
    expect((await site.explain('A parcel.')).status).toBe(422);
    expect((await site.explain('throw a lung')).status).toBe(500);
    expect(await site.balance()).toEqual({ free: 9, paid: 0, held: 0 });
    expect((await site.history()).events[0]).toMatchObject({ kind: 'spent', of: 'text', count: 1, credits: -1 });
  });

  test('too few credits: 402, with what is needed and what is there, and nothing is done', async () => {
    const site = await begin();
    for (let spent = 0; spent < 10; spent += 1) await site.explain(TEXT);
    const answer = await site.explain(TEXT);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([402, 'application/problem+json']);
    const description: Document = await (await fetch(`${site.url}/api/v1/openapi.json`)).json();
    expect(await expectTold(description, 'POST /api/v1/explain', answer)).toMatchObject({
      type: 'urn:readingscan:problem:insufficient-credits',
      code: 'insufficient-credits',
      credits: { needed: 1, available: 0 },
    });
    const fhir = await fetch(`${site.url}/fhir/DiagnosticReport/$explain`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${site.key}`, 'Content-Type': 'application/fhir+json' },
      body: JSON.stringify({ resourceType: 'DiagnosticReport', conclusion: TEXT }),
    });
    expect(fhir.status).toBe(402);
    expect(await fhir.json()).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ code: 'too-costly' }] });
    expect((await site.history()).length).toBe(11);
  });

  test('twenty at one time of ten credits: ten are answered', async () => {
    const site = await begin();
    const all = await Promise.all(Array.from({ length: 20 }, () => site.explain(TEXT)));
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(10).fill(200), ...Array(10).fill(402)]);
    expect(await site.balance()).toEqual({ free: 0, paid: 0, held: 0 });
  });

  test('a page that has to be recognised costs more; too many of them stop the work in the middle', async () => {
    const site = await begin();
    expect((await scan(site, 1)).status).toBe(200);
    expect(await site.balance()).toMatchObject({ free: 4 });
    const answer = await scan(site, 3);
    expect([answer.status, (await answer.json()).credits]).toEqual([402, { needed: 6, available: 4 }]);
    expect(await site.balance()).toMatchObject({ free: 4 });
  });

  test('the same request sent again is answered the same and paid once; another one under its name is paid too', async () => {
    const site = await begin();
    const once = { 'Idempotency-Key': 'one' };
    const answers = [];
    for (let times = 0; times < 3; times += 1) answers.push(await (await site.explain(TEXT, once)).text());
    expect(new Set(answers).size).toBe(1);
    expect(await site.balance()).toMatchObject({ free: 9 });
    await Promise.all([1, 2, 3].map(() => site.explain(TEXT, { 'Idempotency-Key': 'two' })));
    expect(await site.balance()).toMatchObject({ free: 8 });
    await site.explain(`${TEXT} Twice.`, once);
    expect(await site.balance()).toMatchObject({ free: 7 });
    expect((await site.explain(TEXT, { 'Idempotency-Key': 'a b' })).status).toBe(400);
    // also where there is nothing left
    for (let spent = 0; spent < 7; spent += 1) await site.explain(TEXT);
    expect((await site.explain(TEXT, once)).status).toBe(200);
    expect((await site.explain(TEXT)).status).toBe(402);
  });

  test('a comparison costs each of its reports; a page of the site asks for nothing', async () => {
    const site = await begin();
    const post = (headers: Record<string, string>) =>
      fetch(`${site.url}/api/v1/compare`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ texts: [TEXT, TEXT, TEXT] }),
      });
    expect((await post({ Authorization: `Bearer ${site.key}` })).status).toBe(200);
    expect(await site.balance()).toMatchObject({ free: 7 });
    expect((await post({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect(await site.balance()).toMatchObject({ free: 7 });
    expect((await post({})).status).toBe(401);
  });

  test('a report that is saved is paid with it, once for its name; where it cannot be, nothing is saved', async () => {
    const site = await begin();
    const put = (text: string, name?: string) =>
      fetch(`${site.url}/api/v1/reports`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${site.key}`,
          'Content-Type': 'application/json',
          ...(name === undefined ? {} : { 'Idempotency-Key': name }),
        },
        body: JSON.stringify({ text }),
      });
    for (let times = 0; times < 2; times += 1) expect((await put(TEXT, 'one')).status).toBe(201);
    expect(await site.balance()).toMatchObject({ free: 9 });
    for (let spent = 0; spent < 9; spent += 1) await site.explain(TEXT);
    expect((await put(`${TEXT} More.`)).status).toBe(402);
    expect(JSON.parse((await act(site.ana, 'GET', '')).page).reports).toHaveLength(1);
  });

  test('room beyond what is free is paid for the month, up to the most that lay there; too few, and nothing is saved', async () => {
    const site = await begin();
    const big = () => withPhotograph(keptReport(), new Uint8Array(900_000));
    expect((await save(site.ana, big())).status).toBe(201);
    expect(await site.balance()).toMatchObject({ free: 10 });
    const second = big();
    expect((await save(site.ana, second)).status).toBe(201);
    // two megabytes, one of them free
    expect(await site.balance()).toMatchObject({ free: 8 });
    await act(site.ana, 'DELETE', `/${second.report.id}`);
    expect((await save(site.ana, big())).status).toBe(201);
    expect(await site.balance()).toMatchObject({ free: 8 });
    for (let spent = 0; spent < 8; spent += 1) await site.explain(TEXT);
    const answer = await save(site.ana, big());
    expect([answer.status, JSON.parse(answer.page).code]).toEqual([402, 'insufficient-credits']);
    expect(JSON.parse((await act(site.ana, 'GET', '')).page).reports).toHaveLength(2);
    expect((await site.history()).events).toContainEqual(
      expect.objectContaining({ kind: 'spent', of: 'storage', count: 1, credits: -2 }),
    );
  });

  test('a job sets its credits aside, pays what it answered, and gives the rest back', async () => {
    const site = await rich();
    const jobs = asksJobs(site, site.key);
    const headers = { ...asLines, 'Idempotency-Key': 'job' };
    const first = await jobs.leave(`${lines(3)}no json\n{"text":"A parcel."}\n`, '?task=explain', headers);
    const again = await jobs.leave(`${lines(3)}no json\n{"text":"A parcel."}\n`, '?task=explain', headers);
    const { id } = await first.json();
    expect((await again.json()).id).toBe(id);
    await jobs.reaches(id, 'done');
    expect(await site.balance()).toEqual({ free: 7, paid: 100, held: 0 });
    expect(
      (await site.history()).events.slice(0, 3).map(({ kind: what, credits, held }) => [what, credits, held]),
    ).toEqual([
      ['released', 2, -2],
      ['settled', 0, -3],
      ['held', -5, 5],
    ]);
    await jobs.ask('DELETE', `/${id}`);
    expect(await site.balance()).toEqual({ free: 7, paid: 100, held: 0 });
  });

  test('a job that cannot be paid is not taken in; a file is paid by its pages', async () => {
    const site = await begin();
    const jobs = asksJobs(site, site.key);
    const answer = await jobs.leave(lines(11));
    expect([answer.status, (await answer.json()).credits]).toEqual([402, { needed: 11, available: 10 }]);
    expect((await (await jobs.ask('GET', '')).json()).jobs).toEqual([]);
    const file = (pages: number) =>
      jobs.leave(new Uint8Array(pages), '?task=read', { 'Content-Type': 'application/pdf' });
    const { id } = await (await file(1)).json();
    await jobs.reaches(id, 'done');
    expect(await site.balance()).toEqual({ free: 4, paid: 0, held: 0 });
    const long = await (await file(3)).json();
    await jobs.reaches(long.id, 'failed');
    expect(await jobs.show(long.id)).toMatchObject({ error: 'credits', done: 0 });
    expect(await site.balance()).toEqual({ free: 4, paid: 0, held: 0 });
    // with more credits it goes on
    site.stripe.pay(site.sessionId(await site.buy('small')));
    await site.tellAll();
    expect((await jobs.ask('POST', `/${long.id}/retry`)).status).toBe(200);
    await jobs.reaches(long.id, 'done');
    expect(await site.balance()).toEqual({ free: 0, paid: 88, held: 0 });
  });

  test('a key that is ended gives back what its jobs had set aside', async () => {
    const site = await rich();
    const [key] = await site.rows.list(site.anaId);
    const jobs = asksJobs(site, site.key);
    const leaving = await jobs.leave(lines(5), '?task=read');
    expect(leaving.status).toBe(202);
    await site.rows.end({ userId: site.anaId, device: '' }, key?.id ?? '');
    expect((await fetch(site.url + JOBS, { headers: { Authorization: `Bearer ${site.key}` } })).status).toBe(401);
    const { openHolds } = await import('../src/credits/ledger/holds.ts');
    await openHolds(site.database, site.now).sweep();
    const { free, paid, held } = await site.balance();
    expect(held).toBe(0);
    const used = (await site.history()).events.filter((one) => one.kind === 'settled');
    expect(free + paid).toBe(110 + used.reduce((sum, one) => sum + one.held, 0));
  });

  test('the page says what is there and where it went, and gives it as a table; nobody sees another’s', async () => {
    const site = await rich();
    await site.explain(TEXT);
    const { page } = await site.ana.get('/account/credits');
    expect(page).toMatch(/109 credits/);
    expect(page).toMatch(/A text was read for a program of yours/);
    expect(page).toMatch(/You bought credits/);
    expect(page).toContain('€5.00');
    for (const [path, words] of [
      ['/es/account/credits', /109 créditos.*Usted compró créditos/s],
      ['/zh/account/credits', /109点.*您购买了点数/s],
    ] as const)
      expect((await site.ana.get(path)).page).toMatch(words);
    const table = await site.ana.get('/account/credits/history.csv');
    expect(table.headers.get('content-type')).toMatch(/^text\/csv/);
    const rows = table.page.trimEnd().split('\r\n');
    expect(rows[0]).toBe('time,kind,of,count,credits,set_aside,spent_before_return,reference');
    expect(rows.slice(1).map((row) => row.split(',').slice(1, 5).join())).toEqual([
      expect.stringMatching(/^allowance,20\d\d-\d\d,0,10$/),
      'bought,small,0,100',
      'spent,text,1,-1',
    ]);
    const other = await site.newcomer();
    expect((await other.ana.get('/account/credits/history.csv')).page).not.toContain('bought');
  });
});

test('where payments are off, nothing names credits: no route, no link, no price, and all is free', async () => {
  const site = await accountSite();
  const ana = await site.member();
  for (const path of ['/account/credits', '/es/account/credits', '/account/credits/history.csv'])
    expect((await ana.get(path)).status).toBe(404);
  for (const path of ['/account/credits/buy', '/account/credits/portal', '/api/payments/stripe'])
    expect((await ana.send(path)).status).toBe(404);
  for (const path of ['/account', '/account/delete', '/account/keys', '/api', '/'])
    expect((await ana.get(path)).page).not.toMatch(/credit|stripe|402/i);
  expect((await ana.get('/api/v1/openapi.json')).page).not.toMatch(/"402"/);
  await site.close();
});
