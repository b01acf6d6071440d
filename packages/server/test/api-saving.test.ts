/** A program saves reports in its owner's account: once for each name, sealed, with no word of them held beside. */
import { readFileSync } from 'node:fs';
import { SAVED_WORDS } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { ANA, PASSWORD } from './account-site.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { KINDS } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { list, saving } from './saved-site.ts';

const DAY = 24 * 60 * 60_000;
const CANARY = 'quillfeather';
const REPORT = { text: `The lungs are clear. Seen by Dr ${CANARY}.`, person: 'Mother', tags: ['chest'] };

describe.each(KINDS)('on %s', (kind) => {
  let at: ApiSite | undefined;
  afterEach(() => at?.close());

  async function begin({ most = 500, gate }: { most?: number; gate?: () => Promise<void> } = {}): Promise<ApiSite> {
    at = await apiSite(
      kind,
      { access: 'open', perMinute: 1_000_000 },
      { saving: saving({ mostReports: most }), reader: fakeReader(gate) },
    );
    return at;
  }

  const post = (site: ApiSite, init: RequestInit, name: string | null, key = site.keys.save): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${key}`);
    if (name !== null) headers.set('Idempotency-Key', name);
    return fetch(`${site.url}/api/v1/reports`, { method: 'POST', ...init, headers });
  };
  const json = (body: object): RequestInit => ({
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const save = (site: ApiSite, name: string | null, more: object = {}, key?: string): Promise<Response> =>
    post(site, json({ ...REPORT, ...more }), name, key);
  /** What its owner sees. */
  async function seen(site: ApiSite) {
    const browser = site.visitor();
    site.wait(10 * 60_000);
    await browser.send('/account/sign-in', { email: ANA, current: PASSWORD });
    return { browser, saved: (await list(browser)).reports };
  }

  test('a report is sealed in the account, its owner finds it, and the trail says that a program did it', async () => {
    const site = await begin();
    const answer = await save(site, null);
    expect(answer.status).toBe(201);
    const { schema, id } = await answer.json();
    expect(schema).toBe('readingscan.saved/1');
    const { browser, saved } = await seen(site);
    expect(saved).toMatchObject([{ id, person: 'Mother', tags: ['chest'] }]);
    const { page } = await browser.get('/account');
    expect(page).toContain(SAVED_WORDS.en.trail.events.saved(1));
    expect(page).toContain(SAVED_WORDS.en.trail.byKey);
    // the key that put it there opens it in no way
    for (const path of [
      '/api/v1/reports',
      `/api/v1/reports/${id}`,
      '/api/account/reports',
      `/api/account/reports/${id}`,
    ])
      expect(
        (await fetch(site.url + path, { headers: { Authorization: `Bearer ${site.keys.save}` } })).status,
      ).not.toBe(200);
  });

  test('sent again under the same name it is saved once and answered the same; for another report that name is not taken', async () => {
    const site = await begin();
    const first = await save(site, 'letter-1');
    const again = await save(site, 'letter-1');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.json()).toEqual(await first.json());
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    for (const other of [{ text: 'The lungs are not clear.' }, { person: 'Father' }, { tags: [] }]) {
      const refused = await save(site, 'letter-1', other);
      expect([refused.status, (await refused.json()).code]).toEqual([422, 'other-request']);
    }
    expect((await save(site, 'letter-2')).headers.get('idempotency-replayed')).toBeNull();
    expect((await seen(site)).saved).toHaveLength(2);
    // a day later the name is free
    site.wait(DAY);
    expect((await save(site, 'letter-1', { person: 'Father' })).status).toBe(201);
  });

  test('a form is the same where its files are, whatever stands between its parts', async () => {
    const site = await begin();
    const form = (bytes: string): RequestInit => {
      const body = new FormData();
      body.append('file', new Blob([bytes]), 'page.jpg');
      body.append('tags', 'knee, left');
      return { body };
    };
    const [first, again] = [await post(site, form('one'), 'scan'), await post(site, form('one'), 'scan')];
    expect(await again.json()).toEqual(await first.json());
    expect((await post(site, form('two'), 'scan')).status).toBe(422);
    expect((await seen(site)).saved).toMatchObject([{ tags: ['knee', 'left'] }]);
  });

  test('while it is under way the second is told to wait; of many at once one is saved', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const site = await begin({ gate: () => gate });
    const first = save(site, 'letter');
    await expect
      .poll(async () => (await site.database.db.selectFrom('requests_once').selectAll().execute()).length)
      .toBe(1);
    const second = await save(site, 'letter');
    expect([second.status, second.headers.get('retry-after'), (await second.json()).code]).toEqual([
      409,
      '5',
      'running',
    ]);
    open();
    expect((await first).status).toBe(201);
    const many = await Promise.all(Array.from({ length: 8 }, () => save(site, 'many')));
    expect(many.some(({ status }) => status === 201)).toBe(true);
    for (const { status } of many) expect([201, 409]).toContain(status);
    expect((await seen(site)).saved).toHaveLength(2);
  });

  test('what failed is tried again; what ended with the server goes on under the same id, and is saved once', async () => {
    const site = await begin({ most: 2 });
    expect((await save(site, 'letter', { text: 'Dear Sir or Madam' })).status).toBe(422);
    const { id } = await (await save(site, 'letter')).json();
    // killed behind the saving, before the end of the request
    await site.database.db.updateTable('requests_once').set({ done_at: null }).execute();
    expect((await save(site, 'letter')).status).toBe(409);
    site.wait(11 * 60_000);
    expect(await (await save(site, 'letter')).json()).toMatchObject({ id });
    expect((await seen(site)).saved).toHaveLength(1);
    await save(site, null);
    const full = await save(site, 'one-too-many');
    expect([full.status, (await full.json()).code]).toEqual([409, 'full']);
    expect((await site.database.db.selectFrom('requests_once').select('report_id').execute()).length).toBe(1);
  });

  test('a name of another account is another name, and goes with its account', async () => {
    const site = await begin();
    const bea = await site.member('cleo@quillfeather.example');
    const row = await site.database.db
      .selectFrom('users')
      .select('id')
      .where('email', '=', 'cleo@quillfeather.example')
      .executeTakeFirstOrThrow();
    const theirs = await site.rows.make({ userId: row.id, device: '' }, { name: 'b', scopes: ['save'], endsOn: null });
    const [own, other] = [await save(site, 'letter'), await save(site, 'letter', {}, theirs ?? '')];
    expect([own.status, other.status, other.headers.get('idempotency-replayed')]).toEqual([201, 201, null]);
    expect((await own.json()).id).not.toBe((await other.json()).id);
    await bea.send('/account/delete', { current: PASSWORD });
    const left = await site.database.db.selectFrom('requests_once').select('user_id').execute();
    expect(left).toEqual([{ user_id: site.anaId }]);
  });

  test('what cannot be read is refused, and nothing is saved', async () => {
    const site = await begin();
    for (const [name, body] of [
      ['two words', {}],
      ['x'.repeat(256), {}],
      ['letter', { person: 'x'.repeat(81) }],
      ['letter', { tags: Array.from({ length: 21 }, (_, tag) => `tag ${tag}`) }],
      ['letter', { tags: 'chest' }],
    ] as const) {
      const answer = await save(site, name, body);
      expect([answer.status, (await answer.json()).code]).toEqual([400, 'usage']);
    }
    expect(await site.database.db.selectFrom('saved_reports').select('id').execute()).toEqual([]);
    expect(await site.database.db.selectFrom('requests_once').selectAll().execute()).toEqual([]);
  });

  test('no word of a report, no name of a request and no hash that could be tried out lies in the database or the log', async () => {
    const site = await begin();
    await save(site, `${CANARY}-letter`);
    await save(site, `${CANARY}-broken`, { text: `throw lung ${CANARY}` });
    const rows = await site.database.db.selectFrom('requests_once').selectAll().execute();
    const written = [
      JSON.stringify(rows),
      ...site.lines,
      ...(site.settings.kind === 'sqlite'
        ? [site.settings.path, `${site.settings.path}-wal`].map((path) => readFileSync(path, 'latin1'))
        : []),
    ].join('\n');
    // the address of its owner alone is kept as it is
    expect(written.replaceAll(/[a-z]+@quillfeather\.example/g, '')).not.toContain(CANARY);
    expect(written).not.toContain('Mother');
  });
});
