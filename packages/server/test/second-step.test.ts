/** The second step as its owner meets it, and those who have a password that is not theirs. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { ACCOUNT_WORDS, hrefOf } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/database/database.ts';
import { type AccountSite, ANA, accountSite, COOKIE, PASSWORD, type Visitor } from './account-site.ts';
import { type App, appOf, codesIn } from './authenticator.ts';
import { KINDS, newDatabase } from './database-kinds.ts';

const MINUTE = 60_000;
const HALF = `${COOKIE}-step`;
const CODE = '/account/sign-in/code';
const open: AccountSite[] = [];
const secrets: string[] = [];

async function site(options: Parameters<typeof accountSite>[0] = {}): Promise<AccountSite> {
  const at = await accountSite(options);
  open.push(at);
  return at;
}

interface StepMember {
  readonly browser: Visitor;
  readonly app: App;
  readonly codes: readonly string[];
}

/** Switches the second step on, as its owner does. */
async function withSecondStep(at: AccountSite, browser: Visitor): Promise<StepMember> {
  await browser.send('/account/second-step/begin', { current: PASSWORD });
  const app = appOf((await browser.get('/account/second-step/confirm')).page, at.now);
  const { page } = await browser.send('/account/second-step/confirm', { code: app.next() });
  const codes = codesIn(page);
  if (codes.length === 0) throw new Error('the second step is not on');
  return { browser, app, codes };
}

async function member(at: AccountSite, email = ANA): Promise<StepMember> {
  const made = await withSecondStep(at, await at.member(email));
  secrets.push(made.app.written, ...made.codes);
  return made;
}

afterEach(async () => {
  const all = secrets.splice(0);
  for (const at of open.splice(0)) {
    await at.close();
    const said = at.lines.join('\n');
    expect(said).not.toMatch(/quillfeather|marmalade|otpauth/i);
    for (const secret of all) expect(said).not.toContain(secret);
    expect(at.lines.filter((line) => line.startsWith('failure'))).toEqual([]);
  }
});

/** A new browser behind the password. */
async function halfWay(at: AccountSite, fields: Record<string, string> = {}): Promise<Visitor> {
  const browser = at.visitor();
  const answer = await browser.send('/account/sign-in', { email: ANA, current: PASSWORD, ...fields });
  expect([answer.status, answer.to]).toEqual([303, CODE]);
  return browser;
}

describe.each(KINDS)('on %s, a second step', (kind) => {
  test('is set up with an app, asked for behind the password, and switched off with both', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const browser = await at.member();
    const other = at.visitor();
    await other.send('/account/sign-in', { email: ANA, current: PASSWORD });
    const { app, codes } = await withSecondStep(at, browser);
    secrets.push(app.written, ...codes);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    expect((await at.letter('step-on')).to).toBe(ANA);
    // who was signed in elsewhere has shown a password alone
    expect((await other.get('/account')).to).toBe('/account/sign-in');
    expect((await browser.get('/account')).status).toBe(200);
    expect((await browser.get('/account/second-step')).page).toContain('You have 10 backup codes left');

    const guest = await halfWay(at);
    expect([...guest.cookies.keys()]).toEqual([HALF]);
    expect((await guest.get('/account')).to).toBe('/account/sign-in');
    expect((await guest.get(CODE)).status).toBe(200);
    const entered = await guest.send(CODE, { code: app.next() });
    expect([entered.status, entered.to]).toEqual([303, '/account']);
    expect([...guest.cookies.keys()].filter((name) => name === HALF)).toEqual([]);
    expect((await guest.get('/account')).page).toContain(ANA);

    for (const fields of [
      { current: PASSWORD },
      { current: PASSWORD, code: '000000' },
      { current: 'not this one', code: app.next() },
    ])
      expect((await guest.send('/account/second-step/off', fields)).status).toBe(422);
    at.wait(MINUTE);
    const off = await guest.send('/account/second-step/off', { current: PASSWORD, code: app.next() });
    expect(off.to).toBe('/account?done=step-off');
    expect((await at.letter('step-off')).to).toBe(ANA);
    expect((await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD })).to).toBe('/account');
  });

  test('keeps its key sealed and its backup codes hashed, and all of it goes with the account', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const { browser, app, codes } = await member(at);
    const guest = await halfWay(at);
    const { db, close } = await openDatabase(database);
    const all = async () =>
      JSON.stringify([
        await db.selectFrom('second_steps').selectAll().execute(),
        await db.selectFrom('backup_codes').selectAll().execute(),
        await db.selectFrom('one_time_codes').selectAll().execute(),
      ]);
    const rows = await all();
    const half = decodeURIComponent(guest.cookies.get(HALF) ?? '?');
    for (const secret of [app.written, app.key.toString('base64url'), app.key.toString('hex'), half, ...codes])
      for (const way of [secret, secret.replace('-', '')]) expect(rows).not.toContain(way);
    expect(await db.selectFrom('backup_codes').select('id').execute()).toHaveLength(10);
    await browser.send('/account/delete', { current: PASSWORD });
    expect(await all()).toBe('[[],[],[]]');
    expect((await guest.send(CODE, { code: app.next() })).status).toBe(422);
    await close();
  });

  test('takes each code once: of two at the same moment one goes in, and none later', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const { app, codes } = await member(at);
    const first = await halfWay(at);
    const second = at.visitor();
    second.cookies.set(HALF, first.cookies.get(HALF) ?? '');
    const code = app.next();
    const both = await Promise.all([first, second].map((one) => one.send(CODE, { code })));
    expect(both.filter(({ to }) => to === '/account')).toHaveLength(1);
    const replayed = await (await halfWay(at)).send(CODE, { code });
    expect(replayed.status).toBe(422);
    expect(replayed.page).toContain(ACCOUNT_WORDS.en.faults.codeWrong);
    // the code of the step before it, which an app showed until then, is good no longer either
    expect((await (await halfWay(at)).send(CODE, { code: app.before() })).status).toBe(422);

    at.wait(2 * MINUTE);
    const backup = codes[0] ?? '';
    const browsers = [await halfWay(at)];
    browsers.push(at.visitor());
    browsers[1]?.cookies.set(HALF, browsers[0]?.cookies.get(HALF) ?? '');
    const used = await Promise.all(browsers.map((one) => one.send(CODE, { backup })));
    expect(used.filter(({ to }) => to === '/account')).toHaveLength(1);
    expect((await (await halfWay(at)).send(CODE, { backup })).status).toBe(422);
    expect((await at.letter('backup-used')).to).toBe(ANA);
  });

  test('counts wrong codes for good: over many sign-ins, many at once, and a new start', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const { app, codes } = await member(at);
    for (let tried = 0; tried < 4; tried += 1)
      expect((await (await halfWay(at)).send(CODE, { code: app.wrong() })).status).toBe(422);
    at.wait(MINUTE);
    const attacker = await halfWay(at);
    const many = await Promise.all(Array.from({ length: 12 }, () => attacker.send(CODE, { code: app.wrong() })));
    // one of them was looked at: the fifth wrong one
    expect(many.filter(({ status }) => status === 422)).toHaveLength(1);
    expect((await at.letter('step-guessed')).to).toBe(ANA);
    at.wait(2 * MINUTE);
    await attacker.send(CODE, { code: app.wrong() });
    const again = await site({ database, now: () => Date.now() + 3 * MINUTE });
    const guest = await halfWay(again);
    const held = await guest.send(CODE, { code: app.next() });
    expect(held.status).toBe(429);
    expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(held.page).toContain(ACCOUNT_WORDS.en.notices.codesWait);
    // the owner is not kept out by it
    expect((await guest.send(CODE, { backup: codes[3] ?? '' })).to).toBe('/account');
  });
});

describe('who has given the password alone', () => {
  test('is nobody: every page and form of the account leads to where one signs in', async () => {
    const at = await site();
    await member(at);
    const guest = await halfWay(at);
    for (const path of ['', '/password', '/delete', '/second-step', '/second-step/confirm', '/second-step/off'])
      expect((await guest.get(`/account${path}`)).to, path).toBe('/account/sign-in');
    for (const path of ['password', 'delete', 'sign-out', 'second-step/begin', 'second-step/codes', 'second-step/off'])
      expect((await guest.send(`/account/${path}`, { current: PASSWORD })).to, path).toBe('/account/sign-in');
    expect((await guest.get(CODE)).page).not.toContain(ANA);
  });

  test('has ten minutes for the code', async () => {
    const at = await site();
    const { app } = await member(at);
    const guest = await halfWay(at);
    at.wait(9 * MINUTE);
    expect((await guest.get(CODE)).status).toBe(200);
    at.wait(2 * MINUTE);
    expect((await guest.get(CODE)).to).toBe('/account/sign-in');
    const late = await guest.send(CODE, { code: app.next() });
    expect(late.status).toBe(422);
    expect(late.page).toContain(ACCOUNT_WORDS.en.notices.late);
  });

  test('holds a cookie of this site alone, good once, that no other opens', async () => {
    const at = await site();
    const { app } = await member(at);
    const answer = await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD });
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    for (const part of [`${HALF}=`, 'Max-Age=600', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    const guest = await halfWay(at);
    const half = guest.cookies.get(HALF) ?? '';
    // in place of a session it is none
    const thief = at.visitor();
    thief.cookies.set(COOKIE, half);
    expect((await thief.get('/account')).to).toBe('/account/sign-in');
    await guest.send(CODE, { code: app.next() });
    const later = at.visitor();
    later.cookies.set(HALF, half);
    expect((await later.get(CODE)).to).toBe('/account/sign-in');
    for (const forged of ['', 'x', '.stay', '%', `${'a'.repeat(43)}.stay`, half.slice(1)]) {
      later.cookies.set(HALF, forged);
      expect((await later.send(CODE, { code: '123456' })).status, forged).toBe(422);
    }
  });

  test('is so for one account: a code of another account opens neither', async () => {
    const at = await site();
    const ana = await member(at);
    const bea = await member(at, 'bea@quillfeather.example');
    const guest = await halfWay(at);
    expect((await guest.send(CODE, { code: bea.app.next() })).status).toBe(422);
    expect((await guest.send(CODE, { backup: bea.codes[0] ?? '' })).status).toBe(422);
    expect((await bea.browser.get('/account/second-step')).page).toContain('10 backup codes');
    expect((await guest.send(CODE, { code: ana.app.next() })).to).toBe('/account');
  });

  test('is so no longer when the password changes', async () => {
    const at = await site();
    const { browser, app } = await member(at);
    const guest = await halfWay(at);
    await browser.send('/account/password', { current: PASSWORD, password: 'another hat for the market' });
    expect((await guest.send(CODE, { code: app.next() })).status).toBe(422);
    expect((await guest.get(CODE)).to).toBe('/account/sign-in');
  });

  test('ends the session that the browser had, and gets one of a new name', async () => {
    const at = await site();
    const { browser, app } = await member(at);
    const before = browser.cookies.get(COOKIE) ?? '';
    await browser.send('/account/sign-in', { email: ANA, current: PASSWORD });
    await browser.send(CODE, { code: app.next() });
    expect(browser.cookies.get(COOKIE)).not.toBe(before);
    browser.cookies.set(COOKIE, before);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
  });

  test('stays signed in afterwards where that was asked for', async () => {
    const at = await site();
    const { app } = await member(at);
    const cookieOf = async (fields: Record<string, string>) => {
      const guest = await halfWay(at, fields);
      at.wait(MINUTE);
      const { headers } = await guest.send(CODE, { code: app.next() });
      return headers.getSetCookie().find((one) => one.startsWith(`${COOKIE}=`)) ?? '';
    };
    expect(await cookieOf({ stay: 'yes' })).toMatch(/Max-Age=1209600/);
    expect(await cookieOf({})).not.toMatch(/Max-Age/);
  });
});

describe('whether an account has a second step', () => {
  test('is told to nobody without the password', async () => {
    const at = await site();
    await member(at);
    await at.member('bea@quillfeather.example');
    const told = async (email: string) => {
      const guest = at.visitor();
      const answers = [
        await guest.send('/account/sign-in', { email, current: 'not this one' }),
        await guest.get(CODE),
        await guest.send(CODE, { code: '123456' }),
        await guest.send('/account/forgot', { email }),
      ];
      return answers.map(({ status, to, page }) => [status, to, page.replaceAll(email, 'ADDRESS')]);
    };
    const known = await told(ANA);
    expect(await told('bea@quillfeather.example')).toEqual(known);
    expect(await told('nobody@quillfeather.example')).toEqual(known);
  });
});

describe('a new password by mail', () => {
  test('does not switch the second step off', async () => {
    const at = await site();
    const { app } = await member(at);
    const guest = at.visitor();
    await guest.send('/account/forgot', { email: ANA });
    const { code = '' } = await at.letter('reset');
    const password = 'another hat for the market';
    expect((await guest.send('/account/reset', { code, password })).to).toBe('/account/sign-in?done=new-password');
    expect((await guest.send('/account/sign-in', { email: ANA, current: password })).to).toBe(CODE);
    expect((await guest.send(CODE, { code: app.next() })).to).toBe('/account');
  });
});

describe('setting it up', () => {
  test('asks for the password first, waits half an hour, and changes nothing by being looked at', async () => {
    const at = await site();
    const browser = await at.member();
    expect((await browser.get('/account/second-step/confirm')).status).toBe(404);
    for (const current of ['', 'not this one'])
      expect((await browser.send('/account/second-step/begin', { current })).status).toBe(422);
    expect((await browser.get('/account/second-step/confirm')).status).toBe(404);
    expect((await browser.send('/account/second-step/begin', { current: PASSWORD })).to).toBe(
      '/account/second-step/confirm',
    );
    const page = (await browser.get('/account/second-step/confirm')).page;
    const app = appOf(page, at.now);
    secrets.push(app.written);
    expect(page).toContain(app.written.replace(/(.{4})(?=.)/g, '$1 '));
    expect(page).toContain('<svg');
    expect((await browser.get('/account/second-step/confirm')).page).toBe(page);
    expect((await browser.send('/account/second-step/confirm', { code: app.wrong() })).status).toBe(422);
    expect((await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD })).to).toBe('/account');
    at.wait(31 * MINUTE);
    expect((await browser.send('/account/second-step/confirm', { code: app.next() })).status).toBe(404);
  });

  test('shows the key to its owner alone, and never again once it is on', async () => {
    const at = await site();
    const { browser, app } = await member(at);
    const stranger = await at.member('bea@quillfeather.example');
    for (const [who, path] of [
      [browser, '/account/second-step/confirm'],
      [browser, '/account/second-step'],
      [browser, '/account/second-step/codes'],
      [stranger, '/account/second-step/confirm'],
    ] as const)
      expect((await who.get(path)).page).not.toMatch(/otpauth|[A-Z2-7]{4}( [A-Z2-7]{4}){7}/);
    // a key in the place of the one that is on: that takes a code
    expect((await browser.send('/account/second-step/begin', { current: PASSWORD })).to).toBe('/account/second-step');
    expect((await browser.send('/account/second-step/confirm', { code: app.next() })).to).toBe('/account/second-step');
  });

  test('the code that switched it on signs nobody in', async () => {
    const at = await site();
    const browser = await at.member();
    await browser.send('/account/second-step/begin', { current: PASSWORD });
    const app = appOf((await browser.get('/account/second-step/confirm')).page, at.now);
    secrets.push(app.written);
    const code = app.next();
    await browser.send('/account/second-step/confirm', { code });
    expect((await (await halfWay(at)).send(CODE, { code })).status).toBe(422);
  });
});

describe('backup codes', () => {
  test('are taken as they are typed: small, without the line, with spaces', async () => {
    const at = await site();
    const { browser, codes } = await member(at);
    const ways = [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replace('-', ''),
      (code: string) => ` ${code.replace('-', ' – ')} `,
    ];
    for (const [used, way] of ways.entries()) {
      expect((await (await halfWay(at)).send(CODE, { backup: way(codes[used] ?? '') })).to).toBe('/account');
      expect((await browser.get('/account/second-step')).page).toContain(`You have ${9 - used} backup codes left`);
    }
  });

  test('are made anew with password and code, and the old ones are good no longer', async () => {
    const at = await site();
    const { browser, app, codes } = await member(at);
    expect((await browser.send('/account/second-step/codes', { current: PASSWORD, code: '000000' })).status).toBe(422);
    const { page, status } = await browser.send('/account/second-step/codes', { current: PASSWORD, code: app.next() });
    expect(status).toBe(200);
    const renewed = codesIn(page);
    secrets.push(...renewed);
    expect(renewed).toHaveLength(10);
    expect((await (await halfWay(at)).send(CODE, { backup: codes[0] ?? '' })).status).toBe(422);
    expect((await (await halfWay(at)).send(CODE, { backup: renewed[0] ?? '' })).to).toBe('/account');
  });
});

test.each(LANGUAGES)(
  'in %s the pages need no script, are kept by nobody and send their forms to this site',
  async (language) => {
    const at = await site();
    const browser = await at.member();
    const path = (end: string) => hrefOf(language, `/account/${end}`);
    const pages = [await browser.get(path('second-step'))];
    await browser.send(path('second-step/begin'), { current: PASSWORD });
    pages.push(await browser.get(path('second-step/confirm')));
    const app = appOf(pages.at(-1)?.page ?? '', at.now);
    secrets.push(app.written);
    pages.push(await browser.send(path('second-step/confirm'), { code: app.next() }));
    secrets.push(...codesIn(pages.at(-1)?.page ?? ''));
    for (const end of ['second-step', 'second-step/codes', 'second-step/off']) pages.push(await browser.get(path(end)));
    const guest = at.visitor();
    expect((await guest.send(path('sign-in'), { email: ANA, current: PASSWORD })).to).toBe(path('sign-in/code'));
    pages.push(await guest.get(path('sign-in/code')));
    for (const { status, page, headers } of pages) {
      expect(status).toBe(200);
      expect(page).not.toMatch(/<script|style="/);
      expect(page).toContain('<meta name="robots" content="noindex"');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
      for (const [, action] of page.matchAll(/<form[^>]*action="([^"]+)"/g))
        expect(action).toMatch(hrefOf(language, '/account/'));
    }
    expect((await at.letter('step-on')).language).toBe(language);
  },
);

test.each(['cross-site', 'same-site'])('a form from elsewhere changes nothing: %s', async (from) => {
  const at = await site();
  const { browser, app } = await member(at);
  const headers = { 'Sec-Fetch-Site': from };
  const fields = { current: PASSWORD, code: app.next() };
  for (const path of ['begin', 'confirm', 'codes', 'off'])
    expect((await browser.send(`/account/second-step/${path}`, fields, headers)).status).toBe(403);
  const guest = await halfWay(at);
  expect((await guest.send(CODE, { code: fields.code }, headers)).status).toBe(403);
  // it was not used up
  expect((await guest.send(CODE, { code: fields.code })).to).toBe('/account');
});
