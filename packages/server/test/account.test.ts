/** Accounts as people, programs and those who mean no good meet them. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { ACCOUNT_WORDS, hrefOf } from '@readingscan/web';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/database/database.ts';
import { healthRoutes } from '../src/health-routes.ts';
import { type AccountSite, ANA, accountSite, COOKIE, PASSWORD } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { startFake } from './fake-server.ts';

const MINUTE = 60_000;
const OTHER = 'another hat for the harbour';
const open: AccountSite[] = [];

async function site(options: Parameters<typeof accountSite>[0] = {}): Promise<AccountSite> {
  const at = await accountSite(options);
  open.push(at);
  return at;
}

afterEach(async () => {
  for (const at of open.splice(0)) {
    await at.close();
    // whatever happened: no address, no password, no code
    expect(at.lines.join('\n')).not.toMatch(/quillfeather|marmalade|harbour/i);
    for (const { code } of at.letters) if (code !== undefined) expect(at.lines.join('\n')).not.toContain(code);
  }
});

describe.each(KINDS)('on %s, an account', (kind) => {
  test('is made by mail, signed in to, and deleted with all its rows', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const browser = at.visitor();
    const asked = await browser.send('/account/sign-up', { email: ' Ana@Quillfeather.example ' });
    expect([asked.status, asked.to]).toEqual([303, '/account/sign-up?sent']);
    const { code = '', to } = await at.letter('join');
    expect(to).toBe(ANA);
    const page = (await browser.get(`/account/verify?code=${code}`)).page;
    expect(page).toContain(ANA);
    // no link of it loses the code, or takes it along
    expect(page).not.toContain('/es/account/verify');
    expect(page.split(code)).toHaveLength(2);
    const joined = await browser.send('/account/verify', { code, password: PASSWORD });
    expect([joined.status, joined.to]).toEqual([303, '/account?done=joined']);
    expect((await browser.get('/account')).page).toContain(ANA);

    const other = at.visitor();
    expect((await other.send('/account/sign-in', { email: ANA, current: PASSWORD })).to).toBe('/account');
    const own = await browser.get('/account');
    expect(own.page.match(/class="account-devices"[\s\S]*?<\/ul>/)?.[0].match(/<li>/g)).toHaveLength(2);

    const gone = await browser.send('/account/delete', { current: PASSWORD });
    expect(gone.to).toBe('/account/sign-in?done=deleted');
    expect((await other.get('/account')).to).toBe('/account/sign-in');
    const { db, close } = await openDatabase(database);
    for (const table of ['users', 'logins', 'sessions', 'one_time_codes'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    await close();
  });

  test('keeps the hash of what a cookie or a mail holds, scrypt of the password, and nothing of the visit', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const browser = at.visitor();
    await browser.send('/account/sign-up', { email: ANA });
    const { code = '' } = await at.letter('join');
    await browser.send(
      '/account/verify',
      { code, password: PASSWORD },
      {
        'Sec-Fetch-Site': 'same-origin',
        'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0',
        'X-Forwarded-For': '203.0.113.7',
      },
    );
    await browser.send('/account/sign-up', { email: 'bea@quillfeather.example' });
    await at.letter('join', 'bea@quillfeather.example');
    at.visitor().send('/account/forgot', { email: ANA });
    const reset = await at.letter('reset');
    const { db, close } = await openDatabase(database);
    const rows = JSON.stringify(
      await Promise.all(
        (['users', 'logins', 'sessions', 'one_time_codes'] as const).map((table) =>
          db.selectFrom(table).selectAll().execute(),
        ),
      ),
    );
    const [token = ''] = decodeURIComponent(browser.cookies.get(COOKIE) ?? '').split('.');
    expect(token.length).toBeGreaterThanOrEqual(32);
    for (const secret of [token, code, reset.code ?? '?', PASSWORD, '203.0.113', '144', 'Mozilla'])
      expect(rows).not.toContain(secret);
    expect(rows).toContain('scrypt$1024$');
    expect(rows).toContain('Firefox, Windows');
    const [{ id = '' } = {}] = await db.selectFrom('users').select('id').execute();
    // 22 letters of 6 bits hold 128
    expect(id).toMatch(/^[\w-]{22}$/);
    await close();
  });

  test('gets a new password by mail, once, and all its sessions end', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const browser = await at.member();
    const guest = at.visitor();
    expect((await guest.send('/account/forgot', { email: ANA })).to).toBe('/account/forgot?sent');
    const { code = '' } = await at.letter('reset');
    expect((await guest.get(`/account/reset?code=${code}`)).status).toBe(200);
    const both = await Promise.all([
      guest.send('/account/reset', { code, password: OTHER }),
      at.visitor().send('/account/reset', { code, password: `${OTHER} and more` }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
    expect((await guest.send('/account/reset', { code, password: OTHER })).status).toBe(404);
    expect((await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD })).status).toBe(422);
    await at.letter('changed');
    const password = both[0]?.status === 303 ? OTHER : `${OTHER} and more`;
    expect((await at.visitor().send('/account/sign-in', { email: ANA, current: password })).to).toBe('/account');
  });

  test('changes its password: the other devices are signed out, this one goes on under a new name', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const browser = await at.member();
    const other = at.visitor();
    await other.send('/account/sign-in', { email: ANA, current: PASSWORD });
    const before = browser.cookies.get(COOKIE);
    expect((await browser.send('/account/password', { current: 'not this one', password: OTHER })).page).toContain(
      ACCOUNT_WORDS.en.faults.currentWrong,
    );
    expect((await browser.send('/account/password', { current: PASSWORD, password: OTHER })).to).toBe(
      '/account?done=changed',
    );
    expect(browser.cookies.get(COOKIE)).not.toBe(before);
    expect((await browser.get('/account')).status).toBe(200);
    expect((await other.get('/account')).to).toBe('/account/sign-in');
    expect((await at.letter('changed')).to).toBe(ANA);
  });
});

describe('a session', () => {
  test('begins under a new name at each sign-in, whatever the browser brought', async () => {
    const at = await site();
    const browser = await at.member();
    const first = browser.cookies.get(COOKIE) ?? '';
    const out = await browser.send('/account/sign-out');
    expect(browser.cookies.has(COOKIE)).toBe(false);
    // a browser takes a cookie of this name away only by one with the same marks
    for (const cookie of out.headers.getSetCookie().filter((one) => one.startsWith('__Host-')))
      expect(cookie).toMatch(/^(?=.*Max-Age=0)(?=.*Path=\/)(?=.*Secure)(?!.*Domain)/);
    browser.cookies.set(COOKIE, first);
    await browser.send('/account/sign-in', { email: ANA, current: PASSWORD });
    expect(browser.cookies.get(COOKIE)).not.toBe(first);
    browser.cookies.set(COOKIE, first);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
  });

  test('of who was signed in here before ends when somebody signs in', async () => {
    const at = await site();
    const browser = await at.member();
    const before = browser.cookies.get(COOKIE) ?? '';
    expect((await browser.send('/account/sign-in', { email: ANA, current: PASSWORD })).to).toBe('/account');
    browser.cookies.set(COOKIE, before);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
  });

  test('is a cookie of this site alone, over TLS alone, unseen by scripts; it is left behind only where one asks for it', async () => {
    const at = await site();
    await at.member();
    const cookie = async (fields: Record<string, string>) =>
      (await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD, ...fields })).headers
        .getSetCookie()
        .find((one) => one.startsWith(`${COOKIE}=`)) ?? '';
    const short = await cookie({});
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(short).toContain(part);
    expect(short).not.toMatch(/Domain|Max-Age|Expires/i);
    expect(await cookie({ stay: 'yes' })).toMatch(/Max-Age=1209600/);
  });

  test('on a site that never leaves its machine has a cookie without the marks of TLS', async () => {
    const at = await site({ origin: 'http://127.0.0.1:3000' });
    const browser = await at.member();
    expect([...browser.cookies.keys()].filter((name) => name.startsWith('readingscan'))).toContain('readingscan');
    expect((await browser.get('/account')).status).toBe(200);
  });

  test('that was forged, or whose seal is another’s, is none', async () => {
    const at = await site();
    const browser = await at.member();
    const good = browser.cookies.get(COOKIE) ?? '';
    const [token = '', seal = ''] = decodeURIComponent(good).split('.');
    const elsewhere = await site();
    const stranger = await elsewhere.member('bea@quillfeather.example');
    for (const forged of [
      token,
      `${token}.`,
      `${token}x.${seal}`,
      `${token}.${'A'.repeat(43)}=`,
      stranger.cookies.get(COOKIE) ?? '',
    ]) {
      browser.cookies.set(COOKIE, encodeURIComponent(decodeURIComponent(forged)));
      expect((await browser.get('/account')).to, forged).toBe('/account/sign-in');
    }
  });

  test('ends ninety days after it began, however often it was used', async () => {
    const at = await site();
    const browser = await at.member();
    at.wait(89 * 24 * 60 * MINUTE);
    expect((await browser.get('/account')).status).toBe(200);
    at.wait(2 * 24 * 60 * MINUTE);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
  });

  test('is ended for one device by its name, for all at once, and never for another person', async () => {
    const at = await site();
    const browser = await at.member();
    const other = at.visitor();
    await other.send('/account/sign-in', { email: ANA, current: PASSWORD });
    const stranger = await at.member('bea@quillfeather.example');
    const [, id = ''] = /name="session" value="([^"]+)"/.exec((await browser.get('/account')).page) ?? [];
    await stranger.send('/account/end-session', { session: id });
    expect((await other.get('/account')).status).toBe(200);
    expect((await browser.send('/account/end-session', { session: id })).to).toBe('/account?done=ended');
    expect((await other.get('/account')).to).toBe('/account/sign-in');
    expect((await browser.send('/account/sign-out-everywhere')).to).toBe('/account/sign-in?done=ended-all');
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
    expect((await stranger.get('/account')).status).toBe(200);
  });
});

describe('a link of a mail', () => {
  test('changes nothing by being opened, however often', async () => {
    const at = await site();
    const browser = at.visitor();
    await browser.send('/account/sign-up', { email: ANA });
    const { code = '' } = await at.letter('join');
    for (let opened = 0; opened < 3; opened += 1)
      expect((await browser.get(`/account/verify?code=${code}`)).status).toBe(200);
    expect((await at.visitor().send('/account/sign-in', { email: ANA, current: PASSWORD })).status).toBe(422);
    // a slip does not use it up
    expect((await browser.send('/account/verify', { code, password: 'short' })).status).toBe(422);
    expect((await browser.send('/account/verify', { code, password: PASSWORD })).status).toBe(303);
    expect((await browser.get(`/account/verify?code=${code}`)).status).toBe(404);
    expect((await browser.send('/account/verify', { code, password: OTHER })).status).toBe(404);
  });

  test('is good for an hour, of a new password for half of it, and the newest alone', async () => {
    const at = await site();
    const guest = at.visitor();
    await guest.send('/account/sign-up', { email: ANA });
    const first = await at.letter('join');
    await guest.send('/account/sign-up', { email: ANA });
    await expect.poll(() => at.letters.length).toBe(2);
    expect((await guest.get(`/account/verify?code=${first.code}`)).status).toBe(404);
    const code = at.letters.at(-1)?.code ?? '';
    at.wait(59 * MINUTE);
    expect((await guest.get(`/account/verify?code=${code}`)).status).toBe(200);
    at.wait(2 * MINUTE);
    expect((await guest.send('/account/verify', { code, password: PASSWORD })).status).toBe(404);
    await at.member('bea@quillfeather.example');
    await guest.send('/account/forgot', { email: 'bea@quillfeather.example' });
    const reset = (await at.letter('reset')).code ?? '';
    at.wait(29 * MINUTE);
    expect((await guest.get(`/account/reset?code=${reset}`)).status).toBe(200);
    at.wait(2 * MINUTE);
    expect((await guest.send('/account/reset', { code: reset, password: PASSWORD })).status).toBe(404);
  });

  test('of one kind opens nothing of the other', async () => {
    const at = await site();
    await at.member('bea@quillfeather.example');
    const guest = at.visitor();
    await guest.send('/account/sign-up', { email: ANA });
    await guest.send('/account/forgot', { email: 'bea@quillfeather.example' });
    const [join, reset] = [await at.letter('join', ANA), await at.letter('reset')];
    expect((await guest.get(`/account/reset?code=${join.code}`)).status).toBe(404);
    expect((await guest.send('/account/verify', { code: reset.code ?? '', password: PASSWORD })).status).toBe(404);
  });
});

describe('who asks', () => {
  test('is answered the same whether an address has an account or not', async () => {
    const at = await site();
    await at.member();
    const guest = at.visitor();
    const told = ({ status, to, page }: { status: number; to: string | null; page: string }, email: string) => [
      status,
      to,
      page.replaceAll(email, 'ADDRESS'),
    ];
    for (const [path, fields] of [
      ['/account/sign-up', {}],
      ['/account/forgot', {}],
      ['/account/sign-in', { current: 'not the password' }],
    ] as const) {
      const [known, unknown] = [ANA, 'nobody@quillfeather.example'];
      expect(told(await guest.send(path, { email: known, ...fields }), known)).toEqual(
        told(await guest.send(path, { email: unknown, ...fields }), unknown),
      );
    }
    // the mailbox alone learns it
    expect((await at.letter('member')).to).toBe(ANA);
    expect(at.letters.filter(({ to, kind }) => to.startsWith('nobody') && kind !== 'join')).toEqual([]);
  });

  test('is answered before anything is looked up, so that the time tells nothing', async () => {
    const database = await newDatabase('sqlite');
    const at = await site({ database, pause: 200 });
    expect((await at.visitor().send('/account/sign-up', { email: ANA })).status).toBe(303);
    const { db, close } = await openDatabase(database);
    const codes = () => db.selectFrom('one_time_codes').select('id').execute();
    expect([await codes(), at.letters]).toEqual([[], []]);
    await at.letter('join');
    expect(await codes()).toHaveLength(1);
    await close();
  });

  test('and types something wrong is told so beside the field, with all but the password still there', async () => {
    const at = await site();
    const guest = at.visitor();
    const { status, page } = await guest.send('/account/sign-in', { email: 'ana@nowhere', current: '', stay: 'yes' });
    expect(status).toBe(422);
    expect(page).toContain('value="ana@nowhere"');
    expect(page).toMatch(/name="stay"[^>]* checked/);
    for (const field of ['email', 'current']) {
      expect(page).toContain(`href="#account-${field}"`);
      expect(page).toContain(`id="account-${field}-fault"`);
    }
    const wrong = await guest.send('/account/sign-in', { email: ANA, current: PASSWORD });
    expect(wrong.page).toContain(ACCOUNT_WORDS.en.notices.wrong);
    expect(wrong.page).not.toContain(PASSWORD);
  });

  test('from another site, or from nowhere, changes nothing', async () => {
    const at = await site();
    const browser = await at.member();
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      {},
      { Host: 'reports.example', Origin: `${at.url}` },
    ]) {
      for (const path of ['/account/sign-out-everywhere', '/account/delete', '/account/sign-in']) {
        const answer = await browser.send(path, { email: ANA, current: PASSWORD }, headers as Record<string, string>);
        expect(answer.status, JSON.stringify(headers)).toBe(403);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    expect((await browser.get('/account')).status).toBe(200);
    // an older browser names the site that the form was on
    expect((await browser.send('/account/sign-out', {}, { Origin: 'https://reports.example' })).status).toBe(303);
  });

  test('is led to pages of this site alone, whatever Host or address is asked for', async () => {
    const at = await site();
    const browser = at.visitor();
    await browser.send(
      '/account/sign-up?next=https://evil.example',
      { email: ANA, next: 'https://evil.example', callbackURL: '//evil.example' },
      { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Host': 'evil.example' },
    );
    expect(JSON.stringify(at.letters)).not.toContain('evil');
    const answer = await browser.get('/account?next=https://evil.example', { 'X-Forwarded-Host': 'evil.example' });
    expect(answer.to).toBe('/account/sign-in');
  });

  test('more than five times a minute for one account, or twenty from one address, has to wait', async () => {
    const at = await site({ proxies: 1 });
    await at.member();
    const guest = at.visitor();
    const from = (address: string) => ({ 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': address });
    const signIn = (email: string, address: string) =>
      guest.send('/account/sign-in', { email, current: 'not this one' }, from(address));
    for (let tried = 0; tried < 5; tried += 1) expect((await signIn(ANA, `198.51.100.${tried}`)).status).toBe(422);
    const refused = await signIn(ANA, '198.51.100.77');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // also with the right one: who guesses learns nothing
    expect(
      (await guest.send('/account/sign-in', { email: ANA, current: PASSWORD }, from('198.51.100.78'))).status,
    ).toBe(429);
    for (let tried = 0; tried < 20; tried += 1)
      expect((await signIn(`nobody${tried}@quillfeather.example`, '9.9.9.9, 203.0.113.9')).status).toBe(422);
    // what the visitor wrote before the proxy's own word does not count
    expect((await signIn('somebody@quillfeather.example', '1.2.3.4, 203.0.113.9')).status).toBe(429);
    at.wait(MINUTE + 1000);
    expect((await signIn(ANA, '198.51.100.79')).status).toBe(422);
  });

  test('for mails again and again gets three an hour into one mailbox', async () => {
    const at = await site();
    const guest = at.visitor();
    const statuses: number[] = [];
    for (let asked = 0; asked < 4; asked += 1)
      statuses.push((await guest.send('/account/sign-up', { email: ANA })).status);
    expect(statuses).toEqual([303, 303, 303, 429]);
    await expect.poll(() => at.letters.length).toBe(3);
  });

  test.each([
    ['short', 'passwordShort'],
    ['', 'passwordNone'],
    ['x9'.repeat(129), 'passwordLong'],
    ['password1', 'passwordCommon'],
    ['PASSWORD1', 'passwordCommon'],
    ['iloveyou', 'passwordCommon'],
    ['abcdefghijkl', 'passwordCommon'],
    ['hathathathat', 'passwordCommon'],
    ['ana@quillfeather.example', 'passwordOwn'],
    ['Quillfeather2026!', 'passwordOwn'],
    ['readingscan1', 'passwordOwn'],
  ] as const)('for the password "%s" is told why not: %s', async (password, fault) => {
    const at = await site();
    const guest = at.visitor();
    await guest.send('/account/sign-up', { email: ANA });
    const { code = '' } = await at.letter('join');
    const { status, page } = await guest.send('/account/verify', { code, password });
    expect(status).toBe(422);
    expect(page).toContain(ACCOUNT_WORDS.en.faults[fault]);
  });

  test.each([
    ['of plain words', 'correct horse battery'],
    ['of other scripts', 'ñandú y açaí 东西'],
    ['with spaces around it', ' spaces around it '],
    ['of 256 signs', Array.from({ length: 256 }, (_, at) => String.fromCharCode(33 + ((at * 37) % 91))).join('')],
    ['with pictures', '🎩🎩 sieben Hüte'],
  ])('for a password %s may have it, to the last sign', async (_, password) => {
    const at = await site();
    await at.member(ANA, password);
    const signIn = (current: string) => at.visitor().send('/account/sign-in', { email: ANA, current });
    expect((await signIn(password.normalize('NFD'))).to).toBe('/account');
    expect((await signIn(password.slice(0, -1))).status).toBe(422);
  });
});

describe('every page of an account', () => {
  const GUEST = ['/account/sign-up', '/account/sign-in', '/account/forgot', '/account/sign-up?sent', '/account/verify'];
  const OWN = ['/account', '/account/password', '/account/delete'];

  test.each(LANGUAGES)('in %s needs no script, is kept by nobody and found by no search engine', async (language) => {
    const at = await site();
    const browser = await at.member();
    for (const path of [...GUEST, ...OWN]) {
      const answer = await (OWN.includes(path) ? browser : at.visitor()).get(hrefOf(language, path));
      expect(answer.page, path).not.toMatch(/<script|style="/);
      expect(answer.page).toContain('<meta name="robots" content="noindex"');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('same-origin');
      expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
      expect(answer.page).toContain(ACCOUNT_WORDS[language].link);
      for (const [, action] of answer.page.matchAll(/<form[^>]*action="([^"]+)"/g))
        expect(action).toMatch(hrefOf(language, '/account/'));
    }
  });

  test('names the fields so that a browser can fill them in', async () => {
    const at = await site();
    const { page } = await at.visitor().get('/account/sign-in');
    expect(page).toMatch(/name="email"[^>]*autocomplete="username"/i);
    expect(page).toMatch(/name="current"[^>]*autocomplete="current-password"/i);
    await at.visitor().send('/account/sign-up', { email: ANA });
    const { code } = await at.letter('join');
    expect((await at.visitor().get(`/account/verify?code=${code}`)).page).toMatch(/autocomplete="new-password"/i);
  });
});

test('a database that fails is said as a page, without a word of why', async () => {
  const database = await newDatabase('sqlite');
  const at = await site({ database });
  const browser = await at.member();
  const { db, close } = await openDatabase(database);
  await db.schema.dropTable('sessions').execute();
  await db.schema.dropTable('logins').execute();
  await close();
  for (const answer of [
    await browser.send('/account/sign-in', { email: ANA, current: PASSWORD }),
    await browser.send('/account/sign-out-everywhere'),
  ]) {
    expect(answer.status).toBe(500);
    expect(answer.page).toContain(ACCOUNT_WORDS.en.notices.failed);
    expect(answer.page).not.toMatch(/sqlite|table|select/i);
  }
  expect(at.lines.some((line) => /^failure: \w+ on \/account\//.test(line))).toBe(true);
});

test('a server is ready as long as its database answers', async () => {
  const at = await site();
  expect((await fetch(`${at.url}/readyz`)).status).toBe(200);
  const database = await openDatabase(await newDatabase('sqlite'));
  const health = healthRoutes(database.answers);
  expect((await health.request('/readyz')).status).toBe(200);
  await database.close();
  expect((await health.request('/readyz')).status).toBe(503);
  expect((await health.request('/healthz')).status).toBe(200);
  expect((await healthRoutes(null).request('/readyz')).status).toBe(200);
});

test('without a database there is no trace of accounts', async () => {
  const server = await startFake({ contact: null, accounts: null });
  for (const path of ['/account', '/account/sign-in', '/es/account/sign-up'])
    expect((await fetch(server.url + path)).status, path).toBe(404);
  expect((await fetch(`${server.url}/account/sign-in`, { method: 'POST', body: new URLSearchParams() })).status).toBe(
    404,
  );
  expect(await (await fetch(server.url)).text()).not.toContain('/account');
  await server.close();
});
