/** Signing in with Google, where the operator has set it up: who is let in by it, and who is not whatever Google's page says. */
import { ACCOUNT_WORDS, SAVED_WORDS } from '@readingscan/web';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { secondSteps } from '../src/accounts/second-step/second-steps.ts';
import { codeAt, counterAt } from '../src/accounts/second-step/totp.ts';
import { accountSettings } from '../src/accounts/settings.ts';
import { openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import type { SavingSettings } from '../src/saved/settings.ts';
import { type AccountSite, accountSite, COOKIE, PASSWORD, SECRET, type Visitor } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { CLIENT, type FakeGoogle, fakeGoogle, type Signed, STRANGER } from './fake-google.ts';
import { saving } from './saved-site.ts';

const ANA = 'ana.quillfeather@gmail.com';
const TRIP = `${COOKIE}-google`;
const MINUTE = 60_000;
const BACK = '/account/google/back';
let google: FakeGoogle;
let at: AccountSite;
let ahead = 0;

async function begin(database?: DatabaseSettings, saves: SavingSettings | null = null): Promise<void> {
  at = await accountSite({
    ...(database ? { database } : {}),
    saving: saves,
    google: CLIENT,
    provider: google.provider,
    now: () => Date.now() + ahead,
  });
}

async function open(): Promise<void> {
  ahead = 0;
  google = await fakeGoogle(() => Date.now() + ahead);
}

async function close(): Promise<void> {
  await at.close();
  await google.close();
  // whatever happened: nobody's name or address, no code and no secret
  expect(at.lines.join('\n')).not.toMatch(/quillfeather|1077|told-to-the-operator|eyJ|state=/i);
}

/** As far as Google's page. */
async function leave(browser: Visitor, path = '/account/google'): Promise<string> {
  const { status, to } = await browser.get(path);
  expect(status).toBe(303);
  return to ?? '';
}

/** To Google and back. */
const goThere = async (browser: Visitor, claims?: Readonly<Record<string, unknown>>, how?: Signed) =>
  browser.get(google.consent(await leave(browser), claims, how));

describe('nobody is let in by a token', () => {
  beforeAll(async () => {
    await open();
    await begin();
    await at.member(ANA);
    await at.member('ana@quillfeather.example');
  });
  // far enough for no limit to count
  beforeEach(() => {
    ahead += 2 * MINUTE;
  });
  afterAll(close);

  test.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['for another site', { aud: 'other.apps.example' }],
    ['for several sites', { aud: [CLIENT.clientId, 'other.apps.example'] }],
    ['asked for by another site', { azp: 'other.apps.example' }],
    ['by another issuer', { iss: 'https://evil.example' }],
    ['for another sign-in', { nonce: 'of another' }],
    ['for no sign-in', { nonce: undefined }],
    ['that ran out', { exp: 1 }],
    ['of yesterday', { iat: Math.floor(Date.now() / 1000) - 86_400 }],
    ['of tomorrow', { iat: Math.floor(Date.now() / 1000) + 86_400 }],
    ['about nobody', { sub: '' }],
    ['with an address that was not verified', { email_verified: false }],
    ['that says "true" in letters', { email_verified: 'true' }],
    ['without an address', { email: undefined }],
    ['with an address that is none', { email: 'ana@@gmail.com' }],
    ['with an address that is not Google’s', { email: 'ana@quillfeather.example' }],
    ['with an address of another domain than Google hosts', { email: 'ana@quillfeather.example', hd: 'evil.example' }],
    ['with an address that only ends like Google’s', { email: 'ana@evilgmail.com' }],
  ])('%s', async (_, claims) => {
    const browser = at.visitor();
    const answer = await goThere(browser, claims);
    expect(answer.status).toBe(422);
    const { googleNo, googleOther } = ACCOUNT_WORDS.en.notices;
    expect([googleNo, googleOther].some((said) => answer.page.includes(said))).toBe(true);
    expect([...browser.cookies.keys()]).toEqual([]);
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
  });

  test.each<readonly [string, () => Signed]>([
    ['signed by nobody', () => ({ header: { alg: 'none' }, seal: '' })],
    ['signed with another way', () => ({ header: { alg: 'HS256' } })],
    ['signed by a stranger', () => ({ key: STRANGER })],
    ['signed with a key of no name', () => ({ header: { kid: undefined } })],
    ['signed with a key that Google does not have', () => ({ header: { kid: 'none' } })],
    ['with a seal of nothing', () => ({ seal: 'AAAA' })],
    ['in more parts', () => ({ seal: 'AAAA.AAAA' })],
  ])('%s', async (_, how) => {
    expect((await goThere(at.visitor(), {}, how())).status).toBe(422);
    expect(at.lines.some((line) => line === `failure: google-signature on ${BACK}`)).toBe(true);
  });
});

describe('with Google set up', () => {
  beforeEach(open);
  afterEach(close);

  describe.each(KINDS)('on %s, who signs in with Google', (kind) => {
    test('and has no account chooses a password, without a mail; from then on goes straight in', async () => {
      await begin(await newDatabase(kind));
      const browser = at.visitor();
      const first = await goThere(browser);
      expect(first.to).toMatch(/^\/account\/verify\?code=[\w-]{43}$/);
      expect(at.letters).toEqual([]);
      const code = first.to?.split('=')[1] ?? '';
      expect((await browser.get(first.to ?? '')).page).toContain(ANA);
      expect((await browser.send('/account/verify', { code, password: PASSWORD })).to).toBe('/account?done=joined');
      await browser.send('/account/sign-out');
      expect((await goThere(browser)).to).toBe('/account');
      expect((await browser.get('/account')).page).toContain(ANA);
      expect(browser.cookies.has(TRIP)).toBe(false);
    });

    test('with the address of an account goes in, and its owner is told the first time', async () => {
      const database = await newDatabase(kind);
      await begin(database, saving());
      await at.member(ANA);
      const browser = at.visitor();
      expect((await goThere(browser, { email: 'Ana.Quillfeather@GMail.com' })).to).toBe('/account');
      expect((await at.letter('google')).to).toBe(ANA);
      expect((await goThere(at.visitor())).to).toBe('/account');
      expect(at.letters.filter((letter) => letter.kind === 'google')).toHaveLength(1);
      const { db, close } = await openDatabase(database);
      const rows = JSON.stringify([
        await db.selectFrom('logins').selectAll().execute(),
        await db.selectFrom('users').selectAll().execute(),
      ]);
      // who it is there, and nothing else of what Google has said
      expect(rows).toContain('1077');
      expect(rows).not.toMatch(/Ana Quill|pictures|eyJ/);
      // as often as somebody came in: by the link of the mail, and twice from Google
      const { page } = await browser.get('/account');
      expect(page.split(SAVED_WORDS.en.trail.events['signed-in'](0))).toHaveLength(4);
      // somebody else at Google who has the address now
      expect((await goThere(at.visitor(), { sub: '2088' })).status).toBe(422);
      await browser.send('/account/delete', { current: PASSWORD });
      expect(await db.selectFrom('logins').selectAll().execute()).toEqual([]);
      await close();
    });
  });

  test('the second step is owed behind Google too', async () => {
    const database = await newDatabase('sqlite');
    await begin(database);
    await at.member(ANA);
    const { db, close } = await openDatabase(database);
    const [{ id = '' } = {}] = await db.selectFrom('users').select('id').execute();
    const steps = secondSteps(db, SECRET, Date.now);
    await steps.begin(id);
    const key = (await steps.waiting(id)) ?? new Uint8Array();
    await steps.confirm(id, codeAt(key, counterAt(Date.now()) - 1));
    await close();
    const browser = at.visitor();
    expect((await goThere(browser)).to).toBe('/account/sign-in/code');
    expect((await browser.get('/account')).to).toBe('/account/sign-in');
    expect((await browser.send('/account/sign-in/code', { code: codeAt(key, counterAt(Date.now())) })).to).toBe(
      '/account',
    );
  });

  describe('nobody is let in', () => {
    test('by an address that another browser was sent to, twice, late, or with a changed state', async () => {
      await begin();
      await at.member(ANA);
      const browser = at.visitor();
      const back = google.consent(await leave(browser));
      const thief = at.visitor();
      expect((await thief.get(back)).status).toBe(422);
      // who began a sign-in of their own has another state
      await leave(thief);
      expect((await thief.get(back)).status).toBe(422);
      expect((await browser.get(`${back.split('state=')[0]}state=x`)).status).toBe(422);

      const trip = at.visitor();
      const good = google.consent(await leave(trip));
      const cookie = trip.cookies.get(TRIP) ?? '';
      expect((await trip.get(good)).to).toBe('/account');
      trip.cookies.set(TRIP, cookie);
      expect((await trip.get(good)).status).toBe(422);

      const late = at.visitor();
      const waiting = google.consent(await leave(late));
      ahead += 11 * MINUTE;
      expect((await late.get(waiting)).status).toBe(422);
    });

    test('by a cookie that was made up, or a question that names no code', async () => {
      await begin();
      for (const value of ['', 'en', 'en.1', `en.${Math.floor(Date.now() / 1000)}.x`, 'xx.1800000000.x', '%']) {
        const browser = at.visitor();
        browser.cookies.set(TRIP, value);
        expect((await browser.get(`${BACK}?code=x&state=x`)).status).toBe(422);
      }
      const browser = at.visitor();
      const state = new URL(await leave(browser)).searchParams.get('state') ?? '';
      const denied = await browser.get(`${BACK}?error=access_denied&state=${state}`);
      expect(denied.status).toBe(422);
      expect(denied.page).toContain(ACCOUNT_WORDS.en.notices.googleNo);
      // somebody who thinks better of it is no failure
      expect(at.lines.filter((line) => line.startsWith('failure'))).toEqual([]);
    });

    test('where Google does not answer', async () => {
      await begin();
      const browser = at.visitor();
      const back = google.consent(await leave(browser));
      await google.close();
      expect((await browser.get(back)).status).toBe(422);
      expect(at.lines).toContain(`failure: google-unreachable on ${BACK}`);
    });
  });

  test('the browser is sent to Google alone, asks for the address alone, and holds one cookie of this site', async () => {
    await begin();
    const browser = at.visitor();
    const { headers, to } = await browser.get('/es/account/google');
    const asked = new URL(to ?? '');
    expect(`${asked.origin}${asked.pathname}`).toBe(google.provider.authorize);
    expect(asked.searchParams.get('redirect_uri')).toBe('https://reports.example/account/google/back');
    expect(asked.searchParams.get('scope')).toBe('openid email');
    const [cookie = '', ...others] = headers.getSetCookie();
    expect(others).toEqual([]);
    for (const mark of [`${TRIP}=`, 'Max-Age=600', 'Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
      expect(cookie).toContain(mark);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.searchParams.get(name)).toMatch(/^[\w-]{43}$/);
      expect(cookie).not.toContain(asked.searchParams.get(name));
    }
    expect(headers.get('cache-control')).toBe('no-store');
    // back in the language in which one left
    expect((await browser.get(google.consent(to ?? ''))).to).toMatch(/^\/es\/account\/verify/);
  });

  test('keys are asked for once, and again when Google signs with a new one', async () => {
    await begin();
    await at.member(ANA);
    for (let times = 0; times < 3; times += 1) expect((await goThere(at.visitor())).to).toBe('/account');
    expect(google.keysAsked()).toBe(1);
    google.renewKey();
    ahead += 2 * MINUTE;
    expect((await goThere(at.visitor())).to).toBe('/account');
    expect(google.keysAsked()).toBe(2);
  });

  test('the sign-in page leads there by a link, and the policy of the pages is the same for everybody', async () => {
    await begin();
    const { page, headers } = await at.visitor().get('/zh/account/sign-in');
    expect(page).toContain('href="/zh/account/google"');
    expect(page).toContain(ACCOUNT_WORDS.zh.signIn.google);
    expect(page).not.toMatch(/https:\/\/[^"]*google/);
    expect(headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(headers.get('content-security-policy')).not.toContain('google');
  });
});

test('where the operator has not set it up there is no trace of it', async () => {
  at = await accountSite();
  for (const path of ['/account/google', '/es/account/google', `${BACK}?code=x&state=x`])
    expect((await at.visitor().get(path)).status).toBe(404);
  expect((await at.visitor().get('/account/sign-in')).page).not.toContain('Google');
  await at.close();
});

test('both settings are there, or neither', () => {
  const env = {
    DATABASE_URL: 'file:./r.db',
    SECRET_KEY: Buffer.from(SECRET).toString('base64'),
    PUBLIC_ORIGIN: 'https://reports.example',
    SMTP_URL: 'smtps://mail.example',
    SMTP_FROM: 'site@reports.example',
  };
  at = at ?? null;
  expect(accountSettings(env)?.google).toBeNull();
  expect(accountSettings({ ...env, GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 's3cret' })?.google).toEqual({
    clientId: 'id',
    clientSecret: 's3cret',
  });
  for (const half of [{ GOOGLE_CLIENT_ID: 'id' }, { GOOGLE_CLIENT_SECRET: 's3cret' }]) {
    expect(() => accountSettings({ ...env, ...half })).toThrow(/GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET/);
    expect(() => accountSettings({ ...env, ...half })).not.toThrow(/s3cret/);
  }
});
