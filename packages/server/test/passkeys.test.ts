/** Passkeys: made behind the password, shown in place of it, and nothing that is wrong with one lets anybody in. */
import { ACCOUNT_WORDS, MOST_PASSKEYS, PASSKEY_WORDS, SAVED_WORDS } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/database/database.ts';
import {
  type AccountSite,
  ANA,
  type Answer,
  accountSite,
  COOKIE,
  ORIGIN,
  PASSWORD,
  type Visitor,
} from './account-site.ts';
import { appOf } from './authenticator.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { saving } from './saved-site.ts';
import { type Device, device, orderIn, type Slips } from './software-passkey.ts';

const PAGE = '/account/passkeys';
const WAY_IN = '/account/sign-in/passkey';
const HOST = new URL(ORIGIN).hostname;
const BEA = 'bea@quillfeather.example';
const { notices, faults } = ACCOUNT_WORDS.en;

const begin = (browser: Visitor, more: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  browser.send(`${PAGE}/begin`, { name: 'My phone', current: PASSWORD, ...more });

async function make(browser: Visitor, own: Device, slips: Slips = {}): Promise<Answer> {
  const { page } = await begin(browser);
  return browser.send(PAGE, { name: 'My phone', credential: own.make(page, slips) });
}

async function show(browser: Visitor, own: Device, slips: Slips = {}): Promise<Answer> {
  const { page } = await browser.send(`${WAY_IN}/begin`);
  return browser.send(WAY_IN, { credential: own.show(page, slips) });
}

describe.each(KINDS)('on %s', (kind) => {
  let [at, rows]: [AccountSite?, Database?] = [];
  afterEach(async () => {
    await at?.close();
    await rows?.close();
    [at, rows] = [undefined, undefined];
  });

  async function start(more: Parameters<typeof accountSite>[0] = {}): Promise<AccountSite> {
    const database = await newDatabase(kind);
    at = await accountSite({ database, ...more });
    rows = await openDatabase(database);
    return at;
  }
  const kept = () => rows?.db.selectFrom('passkeys').selectAll().execute();

  test('a passkey is made behind the password, told by mail and trail, and signs in without one', async () => {
    const site = await start({ saving: saving() });
    const ana = await site.member();
    const phone = device(ORIGIN, HOST);
    expect((await make(ana, phone)).to).toBe(`${PAGE}?done=passkey-made`);
    await site.letter('passkey-made', ANA);
    const list = await ana.get(PAGE);
    expect(list.page).toContain('My phone');
    expect(list.page).toContain(PASSKEY_WORDS.en.neverUsed);
    expect((await ana.get('/account')).page).toContain(PASSKEY_WORDS.en.link(1));
    expect((await ana.get('/account')).page).toContain(SAVED_WORDS.en.trail.events['passkey-made'](1));

    const elsewhere = site.visitor();
    expect((await show(elsewhere, phone)).to).toBe('/account');
    const own = await elsewhere.get('/account');
    expect(own.status).toBe(200);
    // with a password when the account was made, and now
    expect(own.page.split(SAVED_WORDS.en.trail.events['signed-in'](1))).toHaveLength(3);
    expect((await ana.get(PAGE)).page).not.toContain(PASSKEY_WORDS.en.neverUsed);
    // all that is kept of it: what checks a signature, names and days
    expect(await kept()).toMatchObject([{ name: 'My phone', credential_id: phone.id, counter: 1 }]);
  });

  test('it counts as both steps, and where there is a second step its code is asked for to make one', async () => {
    const site = await start();
    const ana = await site.member();
    await ana.send('/account/second-step/begin', { current: PASSWORD });
    const app = appOf((await ana.get('/account/second-step/confirm')).page, () => site.now());
    await ana.send('/account/second-step/confirm', { code: app.next() });
    expect((await ana.get(PAGE)).page).toContain('name="code"');
    const without = await begin(ana);
    expect([without.status, orderIn(without.page)]).toEqual([422, {}]);
    expect(without.page).toContain(faults.codeNone);
    expect((await begin(ana, { code: app.wrong() })).status).toBe(422);
    const phone = device(ORIGIN, HOST);
    const { page } = await begin(ana, { code: app.next() });
    await ana.send(PAGE, { name: '', credential: phone.make(page) });
    const elsewhere = site.visitor();
    expect((await show(elsewhere, phone)).to).toBe('/account');
    expect((await elsewhere.get('/account')).status).toBe(200);
  });

  test('none is made without the password, twice on one device, too late, or with more than there is room for', async () => {
    const site = await start();
    const ana = await site.member();
    for (const [current, said] of [
      ['', faults.currentNone],
      ['not hers', faults.currentWrong],
    ] as const) {
      const answer = await begin(ana, { current });
      expect([answer.status, orderIn(answer.page)]).toEqual([422, {}]);
      expect(answer.page).toContain(said);
    }
    const phone = device(ORIGIN, HOST);
    await make(ana, phone);
    site.wait(10 * 60_000);
    const again = await begin(ana);
    // the device says it itself
    expect(orderIn(again.page).excludeCredentials).toEqual([{ type: 'public-key', id: phone.id }]);
    expect((await ana.send(PAGE, { name: '', credential: phone.make(again.page) })).status).toBe(422);
    const { page } = await begin(ana);
    site.wait(11 * 60_000);
    const late = await ana.send(PAGE, { name: '', credential: device(ORIGIN, HOST).make(page) });
    expect([late.status, late.page.includes(notices.passkeyLate)]).toEqual([422, true]);
    for (let many = 1; many < MOST_PASSKEYS; many += 1) {
      site.wait(10 * 60_000);
      expect((await make(ana, device(ORIGIN, HOST))).to).toContain('passkey-made');
    }
    site.wait(10 * 60_000);
    expect((await begin(ana)).to).toBe(PAGE);
    expect((await ana.get(PAGE)).page).toContain(PASSKEY_WORDS.en.full(MOST_PASSKEYS));
    expect(await kept()).toHaveLength(MOST_PASSKEYS);
  });

  test.each([
    ['made on another site', { origin: 'https://reports.example.evil.example' }],
    ['bound to another host', { rpId: 'evil.example' }],
    ['made without finger, face or PIN', { unverified: true }],
    ['an answer to another question', { challenge: 'x'.repeat(43) }],
    ['with a certificate that nobody asked for', { certified: true }],
  ] as const)('none is made that was %s', async (_, slips) => {
    const site = await start();
    const ana = await site.member();
    const answer = await make(ana, device(ORIGIN, HOST), slips);
    expect([answer.status, await kept()]).toEqual([422, []]);
  });

  test.each([
    ['shown to another site', { origin: 'https://evil.example' }],
    ['bound to another host', { rpId: 'evil.example' }],
    ['shown without finger, face or PIN', { unverified: true }],
    ['an answer to another question', { challenge: 'x'.repeat(43) }],
    ['signed by another key', { forged: true }],
    ['of a device that counts backwards', { counter: 0 }],
    ['of somebody else, as it says', { userHandle: 'y'.repeat(43) }],
    ['never made here', { id: 'z'.repeat(43) }],
  ] as const)('nobody comes in with one that is %s: the answer is the same for all', async (_, slips) => {
    const site = await start();
    const phone = device(ORIGIN, HOST);
    await make(await site.member(), phone);
    await show(site.visitor(), phone);
    const other = site.visitor();
    const answer = await show(other, phone, slips);
    expect([answer.status, other.cookies.has(COOKIE)]).toEqual([422, false]);
    const nothing = await other.send(WAY_IN, { credential: 'nothing' });
    expect(answer.page).toBe(nothing.page);
  });

  test('what was shown once opens nothing a second time, and another account nothing at all', async () => {
    const site = await start();
    const [ana, bea] = [await site.member(), await site.member(BEA)];
    const phone = device(ORIGIN, HOST);
    const { page } = await begin(ana);
    const stolen = phone.make(page);
    expect((await bea.send(PAGE, { name: '', credential: stolen })).status).toBe(422);
    expect(await kept()).toEqual([]);
    await make(ana, phone);
    const asked = await site.visitor().send(`${WAY_IN}/begin`);
    const credential = phone.show(asked.page);
    expect((await site.visitor().send(WAY_IN, { credential })).status).toBe(303);
    expect((await site.visitor().send(WAY_IN, { credential })).status).toBe(422);
    // hers by its id, and with the right password of Bea
    const [row] = (await kept()) ?? [];
    const removed = await bea.send(`${PAGE}/remove`, { passkey: row?.id ?? '', current: PASSWORD });
    expect([removed.to, (await bea.get(`${PAGE}/remove?passkey=${row?.id}`)).to]).toEqual([PAGE, PAGE]);
    expect(await kept()).toHaveLength(1);
  });

  test('one that is removed opens nothing, a mail says so, and no older copy brings it back', async () => {
    const site = await start();
    const ana = await site.member();
    const phone = device(ORIGIN, HOST);
    await make(ana, phone);
    const [row] = (await kept()) ?? [];
    const id = row?.id ?? '';
    expect((await ana.get(`${PAGE}/remove?passkey=${id}`)).page).toContain('My phone');
    expect((await ana.send(`${PAGE}/remove`, { passkey: id, current: 'not hers' })).status).toBe(422);
    expect(await kept()).toHaveLength(1);
    expect((await ana.send(`${PAGE}/remove`, { passkey: id, current: PASSWORD })).to).toBe(
      `${PAGE}?done=passkey-removed`,
    );
    await site.letter('passkey-removed', ANA);
    expect((await show(site.visitor(), phone)).status).toBe(422);
    const noted = await rows?.db.selectFrom('deletions').select(['what', 'of_id']).execute();
    expect(noted).toContainEqual({ what: 'passkey', of_id: id });
  });

  test('it outlives a sign-out everywhere and a new password, and goes with the account', async () => {
    const site = await start();
    const ana = await site.member();
    const phone = device(ORIGIN, HOST);
    await make(ana, phone);
    await ana.send('/account/sign-out-everywhere');
    expect((await ana.get('/account')).to).toBe('/account/sign-in');
    await show(ana, phone);
    const next = 'seven boats under the bridge';
    await ana.send('/account/password', { current: PASSWORD, password: next });
    expect((await show(site.visitor(), phone)).to).toBe('/account');
    await ana.send('/account/delete', { current: next });
    expect(await kept()).toEqual([]);
    expect((await show(site.visitor(), phone)).status).toBe(422);
  });
});

test('forms of other sites, and questions without end, are turned away', async () => {
  const site = await accountSite();
  try {
    const other = site.visitor();
    for (const path of [`${WAY_IN}/begin`, WAY_IN])
      expect((await other.send(path, {}, { 'Sec-Fetch-Site': 'cross-site' })).status, path).toBe(403);
    let status = 0;
    for (let tries = 0; tries < 21; tries += 1) ({ status } = await other.send(`${WAY_IN}/begin`));
    expect(status).toBe(429);
  } finally {
    await site.close();
  }
});

test('a site without the name of a host has no passkeys, and no word of them', async () => {
  const site = await accountSite({ origin: 'http://127.0.0.1:3000' });
  try {
    const ana = await site.member();
    expect((await ana.get(PAGE)).status).toBe(404);
    expect((await ana.get('/account')).page).not.toContain(PASSKEY_WORDS.en.title);
    expect((await site.visitor().get('/account/sign-in')).page).not.toContain(PASSKEY_WORDS.en.signIn.link);
  } finally {
    await site.close();
  }
});
