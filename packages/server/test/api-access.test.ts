/** The interface for programs: who is let in, how much it may cost, and what of a key or a report is written down. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { newKeyText } from '../src/accounts/keys/key-text.ts';
import { costOf } from '../src/api/cost.ts';
import { costLimit } from '../src/api/cost-limit.ts';
import { type ApiSettings, apiSettings } from '../src/api/settings.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { startFake } from './fake-server.ts';

const DAY = 24 * 60 * 60_000;
const CANARY = 'quillfeather-lung-canary';
const WIDE: ApiSettings = { access: 'open', perMinute: 1_000_000 };

describe('points', () => {
  test('are spent by what something costs, and come back with the time', () => {
    let time = 0;
    const limit = costLimit(60, () => time);
    expect(limit.spend('ana', 50)).toMatchObject({
      isAllowed: true,
      headers: { RateLimit: '"points";r=10;t=50', 'RateLimit-Policy': '"points";q=60;w=60' },
    });
    const refused = limit.spend('ana', 20);
    expect(refused).toMatchObject({ isAllowed: false, headers: { 'Retry-After': '10' } });
    expect(limit.spend('bea', 60).isAllowed).toBe(true);
    time += 10_000;
    expect(limit.spend('ana', 20).isAllowed).toBe(true);
    expect(limit.spend('ana', 1)).toMatchObject({ isAllowed: false, headers: { 'Retry-After': '1' } });
  });

  test('of what costs more than all there can be are owed', () => {
    let time = 0;
    const limit = costLimit(60, () => time);
    expect(limit.spend('ana', 90).isAllowed).toBe(true);
    time += 30_000;
    expect(limit.spend('ana', 1)).toMatchObject({ isAllowed: false, headers: { 'Retry-After': '1' } });
    time += 1_000;
    expect(limit.spend('ana', 1).isAllowed).toBe(true);
  });

  test('are never more than a minute gives, whatever is asked when', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(5000)), { maxLength: 80 }), (asked) => {
        let [time, spent] = [0, 0];
        const limit = costLimit(100, () => time);
        for (const [cost, pause] of asked) {
          time += pause;
          if (limit.spend('ana', cost).isAllowed) spent += cost;
          expect(spent).toBeLessThanOrEqual(100 + (time * 100) / 60_000 + 1e-6);
        }
      }),
    );
  });

  test('are more for files than for text, and for what does not say how long it is', () => {
    const cost = (type: string, length?: number): number =>
      costOf(
        new Headers({ 'content-type': type, ...(length === undefined ? {} : { 'content-length': String(length) }) }),
      );
    expect([cost('application/json', 3000), cost('application/json', 120_000)]).toEqual([1, 3]);
    expect([cost('multipart/form-data; boundary=x', 1), cost('Multipart/Form-Data', 3 * 1024 * 1024)]).toEqual([
      11, 13,
    ]);
    expect(cost('application/json')).toBeGreaterThan(400);
    expect(cost('application/json', 1e12)).toBe(cost('application/json'));
  });
});

describe('settings', () => {
  test('are open without keys where nothing is said', () => {
    expect(apiSettings({}, false)).toEqual({ access: 'open', perMinute: null });
    expect(apiSettings({ API_ACCESS: 'key', API_PER_MINUTE: '90' }, true)).toEqual({ access: 'key', perMinute: 90 });
  });
  test.each([
    [{ API_ACCESS: 'closed' }, true, 'API_ACCESS is neither'],
    [{ API_ACCESS: 'key' }, false, 'DATABASE_URL is not set'],
    [{ API_PER_MINUTE: '5' }, true, 'API_PER_MINUTE is not'],
    [{ API_PER_MINUTE: 'many' }, true, 'API_PER_MINUTE is not'],
  ])('%o stop the start', (env, hasAccounts, said) => {
    expect(() => apiSettings(env, hasAccounts)).toThrow(said);
  });
});

describe('a server without accounts', () => {
  test('takes what a proxy adds for its own sake, and counts addresses only where it is asked to', async () => {
    const open = await startFake();
    for (const Authorization of ['Basic YTpi', `Bearer ${newKeyText().written}`, 'Bearer eyJ.a.b']) {
      const answer = await ask(open.url, '/api/v1/explain', { Authorization });
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
    }
    await open.close();
    const counted = await startFake({ api: { access: 'open', perMinute: 60 } });
    const statuses = [];
    for (let at = 0; at < 62; at += 1) statuses.push((await ask(counted.url, '/api/v1/read')).status);
    expect(statuses.filter((one) => one === 200).length).toBeGreaterThanOrEqual(60);
    expect(statuses.at(-1)).toBe(429);
    // the form of the pages is counted with them
    const form = await fetch(`${counted.url}/explain`, { method: 'POST', body: new URLSearchParams({ text: 'lung' }) });
    expect([form.status, form.headers.has('retry-after')]).toEqual([429, true]);
    await counted.close();
  });
});

const ask = (url: string, path: string, headers: Record<string, string> = {}, text = 'The lungs are clear.') =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ text }),
  });
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

describe('a key', () => {
  let at: ApiSite | undefined;
  afterEach(() => at?.close());
  const begin = async (api: ApiSettings): Promise<ApiSite> => {
    at = await apiSite('sqlite', api);
    return at;
  };

  test('has its own points: one that has none left is told how long to wait, and no other waits', async () => {
    const { url, keys } = await begin({ access: 'key', perMinute: 60 });
    const first = await ask(url, '/api/v1/explain', bearer(keys.explain));
    expect(first.headers.get('ratelimit-policy')).toBe('"points";q=60;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"points";r=5\d;t=1$/);
    for (let spent = 0; spent < 60; spent += 1) await ask(url, '/api/v1/explain', bearer(keys.explain));
    const late = await ask(url, '/api/v1/explain', bearer(keys.explain));
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await late.json()).toMatchObject({ code: 'too-often' });
    expect((await ask(url, '/api/v1/read', bearer(keys.read))).status).toBe(200);
    expect((await ask(url, '/api/v1/read', { 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
  });

  test('that was used has the day of it, written once; ended or past its last day it is good no longer', async () => {
    const { url, keys, rows, anaId, database, ...site } = await begin(WIDE);
    const own = async () => (await rows.list(anaId)).find(({ prefix }) => keys.read.startsWith(prefix));
    expect((await own())?.usedOn).toBeNull();
    for (let used = 0; used < 3; used += 1) await ask(url, '/api/v1/read', bearer(keys.read));
    expect((await own())?.usedOn).toBe(new Date(site.now()).toISOString().slice(0, 10));
    const { id = '' } = (await own()) ?? {};
    await database.db
      .updateTable('api_keys')
      .set({ ends_on: new Date(site.now()).toISOString().slice(0, 10) })
      .where('id', '=', id)
      .execute();
    expect((await ask(url, '/api/v1/read', bearer(keys.read))).status).toBe(200);
    site.wait(DAY);
    expect(await (await ask(url, '/api/v1/read', bearer(keys.read))).json()).toMatchObject({
      message: 'The time of this key is over.',
    });
    await rows.end({ userId: anaId, device: '' }, id);
    expect((await ask(url, '/api/v1/read', bearer(keys.read))).status).toBe(401);
  });

  test('that begins like another one and goes on otherwise is another one', async () => {
    const { url, keys, database } = await begin(WIDE);
    const other = newKeyText();
    await database.db.updateTable('api_keys').set({ prefix: other.prefix }).execute();
    expect((await ask(url, '/api/v1/explain', bearer(other.written))).status).toBe(401);
    expect((await ask(url, '/api/v1/explain', bearer(keys.explain))).status).toBe(401);
  });

  test('is asked for with any case of its scheme, and never taken from an address or a body', async () => {
    const { url, keys } = await begin({ access: 'key', perMinute: null });
    expect((await ask(url, '/api/v1/explain', { authorization: `bearer  ${keys.explain} ` })).status).toBe(200);
    expect((await ask(url, `/api/v1/explain?access_token=${keys.explain}&key=${keys.explain}`)).status).toBe(401);
    expect((await ask(url, '/api/v1/explain', { Authorization: `Basic ${keys.explain}` })).status).toBe(401);
    expect((await ask(url, '/api/v1/explain', { Authorization: 'Basic YTpi' })).status).toBe(401);
  });

  test('and a report leave no trace: not in the log, not in the files of the database', async () => {
    const { url, keys, settings, lines, without } = await begin({ access: 'key', perMinute: null });
    for (const text of [CANARY, `throw ${CANARY}`, `bundle ${CANARY}`, 'Dear Sir'])
      for (const key of [keys.explain, without.explain, `${keys.explain.slice(0, -1)}_`])
        await ask(url, '/api/v1/explain', bearer(key), text);
    expect(lines.some((line) => line.startsWith('failure'))).toBe(true);
    const files = settings.kind === 'sqlite' ? [settings.path, `${settings.path}-wal`] : [];
    const written = [...lines, ...files.map((path) => readFileSync(path, 'latin1'))].join('\n');
    expect(written).not.toContain(CANARY);
    for (const key of [...Object.values(keys), ...Object.values(without)]) {
      expect(written).not.toContain(key.slice(9));
      expect(lines.join('\n')).not.toContain(key.slice(0, 9));
    }
  });

  test('is needed, and the pages of the site go on: their form is taken, what only looks like it is not', async () => {
    const { url } = await begin({ access: 'key', perMinute: null });
    const form = (headers: Record<string, string>) =>
      fetch(`${url}/explain`, { method: 'POST', headers, body: new URLSearchParams({ text: 'The lungs are clear.' }) });
    expect((await form({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await form({ Origin: 'null' })).status).toBe(200);
    expect((await form({ Origin: 'https://reports.example' })).status).toBe(200);
    expect((await form({})).status).toBe(403);
    expect((await form({ Origin: 'https://evil.example' })).status).toBe(403);
    expect((await form({ 'Sec-Fetch-Site': 'cross-site', Origin: 'null' })).status).toBe(403);
    // a proxy in between that names another address moves nothing
    expect((await ask(url, '/api/v1/explain', { 'X-Forwarded-For': '127.0.0.1' })).status).toBe(401);
  });

  test('of a program says nothing of who is signed in', async () => {
    const { url } = await begin(WIDE);
    const Cookie = '__Host-readingscan=x; __Host-readingscan-here=1';
    const answer = await ask(url, '/api/v1/explain', { ...bearer('rs_no'), Cookie });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
  });
});
