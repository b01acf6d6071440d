/** Links to shared explanations, on every kind of database: made, opened, ended; what is in them is never known here. */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SAVED_WORDS } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport } from '../../web/test/kept-reports.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { MOST_LINK_BYTES, MOST_LINKS } from '../src/saved/room.ts';
import { openSaved } from '../src/saved/saved.ts';
import { type AccountSite, type Answer, accountSite, PASSWORD, type Visitor } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { act, save, saving } from './saved-site.ts';

const LINKS = '/api/account/links';
const OPEN = '/api/shared';
const HERE = { 'Sec-Fetch-Site': 'same-origin' };
const DAY = 24 * 60 * 60_000;
const SEALED = new Uint8Array([1, ...randomBytes(200)]);
const newId = (): string => randomBytes(16).toString('base64url');

const sites: AccountSite[] = [];
const databases: Database[] = [];
afterEach(async () => {
  for (const at of sites.splice(0)) {
    await at.close();
    expect(at.lines.join('\n')).not.toMatch(/quokka|quillfeather|shared\/[\w-]{22}/i);
  }
  for (const database of databases.splice(0)) await database.close();
});

async function site(options: Parameters<typeof accountSite>[0] = {}): Promise<AccountSite> {
  const at = await accountSite({ saving: saving(), ...options });
  sites.push(at);
  return at;
}

/** Somebody with one saved report. */
async function sharer(
  at: AccountSite,
  email?: string,
): Promise<{ readonly browser: Visitor; readonly report: string }> {
  const browser = await at.member(email);
  const whole = keptReport();
  await save(browser, whole);
  return { browser, report: whole.report.id };
}

interface Wanted {
  readonly id?: string;
  readonly days?: number | string;
  readonly whole?: boolean;
  readonly body?: Uint8Array<ArrayBuffer>;
}

const make = (browser: Visitor, report: string, wanted: Wanted = {}): Promise<Answer> => {
  const { id = newId(), days = 7, whole = false, body = SEALED } = wanted;
  const about = new URLSearchParams({ report, days: String(days), whole: whole ? 'yes' : 'no' });
  return browser.ask(`${LINKS}/${id}?${about}`, { method: 'PUT', body, headers: HERE });
};
const end = (browser: Visitor, id: string): Promise<Answer> =>
  browser.ask(`${LINKS}/${id}`, { method: 'DELETE', headers: HERE });
const own = async (browser: Visitor) => JSON.parse((await browser.get(LINKS, HERE)).page).links;

/** As a stranger gets it. */
async function opened(at: AccountSite, id: string) {
  const answer = await fetch(`${at.url}${OPEN}/${id}`);
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
}

/** All that tells one answer from another, but for the moment. */
async function seen(at: AccountSite, id: string) {
  const { status, headers, bytes } = await opened(at, id);
  const named = [...headers].filter(([name]) => name !== 'date');
  return { status, named, body: new TextDecoder().decode(bytes) };
}

describe.each(KINDS)('on %s', (kind) => {
  test('a link gives a stranger the sealed bytes as they were, and its owner how often; ended, it gives nothing', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const { browser, report } = await sharer(at);
    const id = newId();
    const answer = await make(browser, report, { id, days: 7, whole: true });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.page)).toMatchObject({ id, report, hasReport: true, opened: 0 });
    // the network failed and the page asks again
    expect((await make(browser, report, { id })).status).toBe(201);
    const first = await opened(at, id);
    expect([first.status, first.bytes]).toEqual([200, SEALED]);
    expect(first.headers.get('content-type')).toBe('application/octet-stream');
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect(first.headers.getSetCookie()).toEqual([]);
    await opened(at, id);
    const [link, ...more] = await own(browser);
    expect([more, link.opened, link.hasReport, link.report]).toEqual([[], 2, true, report]);
    expect(link.ends - link.made).toBe(7 * DAY);
    expect(first.headers.get('shared-until')).toBe(new Date(link.ends).toISOString());

    expect((await end(browser, id)).status).toBe(204);
    expect((await end(browser, id)).status).toBe(404);
    expect((await opened(at, id)).status).toBe(404);
    expect(await own(browser)).toEqual([]);
    const { page } = await browser.get('/account');
    const { events } = SAVED_WORDS.en.trail;
    for (const said of [events['link-made'](7), events['link-ended'](0)]) expect(page).toContain(said);
    expect(page).not.toContain(SAVED_WORDS.en.trail.torn);
    for (const word of [CANARY, id, report]) expect(page).not.toContain(word);
  });

  test('what has ended, was ended, or never was answers with one answer', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const { browser, report } = await sharer(at);
    const [late, revoked, never] = [newId(), newId(), newId()];
    await make(browser, report, { id: late, days: 1 });
    await make(browser, report, { id: revoked, days: 30 });
    at.wait(DAY - 60_000);
    expect((await opened(at, late)).status).toBe(200);
    at.wait(60_000);
    await end(browser, revoked);
    const answers = [await seen(at, late), await seen(at, revoked), await seen(at, never), await seen(at, 'a')];
    expect(answers[0]).toMatchObject({ status: 404 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await own(browser)).toEqual([]);
  });

  test('what has ended is out of the database with the next sweep, and a sweep comes each half minute', async () => {
    const settings = await newDatabase(kind);
    const database = await openDatabase(settings);
    databases.push(database);
    await database.migrate();
    let time = Date.parse('2026-11-29T08:00:00Z');
    const at = new Date(time).toISOString();
    const owner = { userId: 'ana', device: '' };
    await database.db
      .insertInto('users')
      .values({ id: 'ana', email: 'ana@quillfeather.example', email_verified: true, created_at: at, updated_at: at })
      .execute();
    const calls: [number, () => void][] = [];
    const saved = await openSaved(database, saving(), {
      log: () => undefined,
      now: () => time,
      every: (milliseconds, call) => {
        calls.push([milliseconds, call]);
        return () => undefined;
      },
    });
    const whole = keptReport();
    await saved.save(owner, whole);
    const [short, long] = [newId(), newId()];
    for (const [id, days] of [
      [short, 1],
      [long, 7],
    ] as const)
      await saved.links.make(owner, { id, report: whole.report.id, days, hasReport: false, sealed: SEALED });
    time += DAY;
    expect(calls.map(([milliseconds]) => milliseconds)).toContain(30_000);
    for (const [milliseconds, call] of calls) if (milliseconds === 30_000) call();
    await expect
      .poll(async () => (await database.db.selectFrom('shared_links').select('id').execute()).map(({ id }) => id))
      .toEqual([long]);
    if (settings.kind === 'sqlite') {
      await database.scrub();
      const folder = dirname(settings.path);
      const raw = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('latin1');
      expect([raw.includes(short), raw.includes(long)]).toEqual([false, true]);
    }
  });

  test('links go with their report, with all reports, and with the account', async () => {
    const settings = await newDatabase(kind);
    const at = await site({ database: settings });
    const database = await openDatabase(settings);
    databases.push(database);
    const { browser, report } = await sharer(at);
    const there = async () => (await database.db.selectFrom('shared_links').select('id').execute()).length;
    await make(browser, report);
    await make(browser, report);
    expect(await there()).toBe(2);
    await act(browser, 'DELETE', `/${report}`);
    expect(await there()).toBe(0);
    const again = keptReport();
    await save(browser, again);
    await make(browser, again.report.id);
    await act(browser, 'DELETE', '');
    expect(await there()).toBe(0);
    await save(browser, again);
    const id = newId();
    await make(browser, again.report.id, { id });
    expect(await there()).toBe(1);
    await browser.send('/account/delete', { current: PASSWORD });
    expect(await there()).toBe(0);
    expect((await opened(at, id)).status).toBe(404);
  });

  test('nobody makes a link to the report of another, takes its place, ends it or lists it', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const ana = await sharer(at);
    const bea = await sharer(at, 'bea@quillfeather.example');
    const id = newId();
    await make(ana.browser, ana.report, { id });
    expect((await make(bea.browser, ana.report)).status).toBe(404);
    expect((await make(bea.browser, bea.report, { id, body: new Uint8Array([9]) })).status).toBe(400);
    expect((await end(bea.browser, id)).status).toBe(404);
    expect(await own(bea.browser)).toEqual([]);
    expect((await opened(at, id)).bytes).toEqual(SEALED);
  });

  test('an account has so many links and no more, and a place is free when one has ended', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const { browser, report } = await sharer(at);
    const ids = Array.from({ length: MOST_LINKS }, newId);
    for (const [nth, id] of ids.entries()) {
      // so many in a minute, and then wait
      if (nth % 10 === 0) at.wait(61_000);
      expect((await make(browser, report, { id })).status).toBe(201);
    }
    at.wait(61_000);
    expect((await make(browser, report)).status).toBe(409);
    await end(browser, ids[0] ?? '');
    expect((await make(browser, report)).status).toBe(201);
  });
});

test('a link is made of an id, a report, a number of days and bytes; all else is refused', async () => {
  const at = await site();
  const { browser, report } = await sharer(at);
  const wrong: readonly Wanted[] = [
    { id: 'short' },
    { id: `${newId()}A` },
    { days: 8 },
    { days: 0 },
    { days: '1e9' },
    { body: new Uint8Array() },
  ];
  for (const one of wrong) expect((await make(browser, report, one)).status).toBe(400);
  expect((await make(browser, 'not-an-id')).status).toBe(400);
  expect((await make(browser, report, { body: new Uint8Array(MOST_LINK_BYTES + 1) })).status).toBe(413);
  expect(await own(browser)).toEqual([]);
});

test('many links in a minute wait, and so does an address that asks for many', async () => {
  const at = await site();
  const { browser, report } = await sharer(at);
  for (let made = 0; made < 10; made += 1) expect((await make(browser, report)).status).toBe(201);
  const often = await make(browser, report);
  expect([often.status, Number(often.headers.get('retry-after')) > 0]).toEqual([429, true]);
  const tried = await Promise.all(Array.from({ length: 61 }, () => opened(at, newId())));
  expect(tried.filter(({ status }) => status === 429)).toHaveLength(1);
  at.wait(61_000);
  expect((await opened(at, newId())).status).toBe(404);
});

test('another site asks for nothing, and counts nothing', async () => {
  const at = await site();
  const { browser, report } = await sharer(at);
  const id = newId();
  await make(browser, report, { id });
  for (const from of ['cross-site', 'same-site'])
    expect((await fetch(`${at.url}${OPEN}/${id}`, { headers: { 'Sec-Fetch-Site': from } })).status).toBe(403);
  expect((await own(browser))[0].opened).toBe(0);
});

test('the page of a link is the same for every link, kept by nobody, found by no search, and runs its own script alone', async () => {
  const at = await site();
  const { browser, report } = await sharer(at);
  const id = newId();
  await make(browser, report, { id });
  for (const language of ['', '/es', '/zh']) {
    const [there, none] = [
      await fetch(`${at.url}${language}/shared/${id}`),
      await fetch(`${at.url}${language}/shared/x`),
    ];
    const page = await there.text();
    expect([there.status, none.status, await none.text()]).toEqual([200, 200, page]);
    expect(page).not.toContain(id);
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script defer src="/assets/shared-1.js">']);
    expect(there.headers.get('cache-control')).toBe('no-store');
    expect(there.headers.get('referrer-policy')).toBe('no-referrer');
    expect(there.headers.get('x-robots-tag')).toContain('noindex');
    const policy = there.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'self';", "form-action 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|worker-src/);
  }
  // what was looked at was not opened
  expect((await own(browser))[0].opened).toBe(0);
});

test('where nothing can be saved there are no links', async () => {
  const at = await site({ saving: null });
  for (const path of ['/shared/x', `${OPEN}/x`, LINKS]) expect((await fetch(at.url + path)).status).toBe(404);
});
