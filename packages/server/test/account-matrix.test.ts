/** Every route of an account × who asks for it, taken from the router: a new route without a row here fails. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { hrefOf, loadAssets, loadContent } from '@readingscan/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, openAccounts } from '../src/accounts/accounts.ts';
import type { Letter } from '../src/accounts/letters.ts';
import { passwords } from '../src/accounts/passwords.ts';
import { secondSteps } from '../src/accounts/second-step/second-steps.ts';
import { codeAt, counterAt } from '../src/accounts/second-step/totp.ts';
import { createApp } from '../src/app.ts';
import { type Credits, openCredits } from '../src/credits/credits.ts';
import { WEBHOOK } from '../src/credits/webhook-routes.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { NO_MAIL, ORIGIN, PASSWORD, SECRET } from './account-site.ts';
import { PLANS } from './credits-site.ts';
import { newDatabase } from './database-kinds.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { CLIENT } from './fake-google.ts';
import { fakeReader } from './fake-reader.ts';
import { madeRoutes } from './made-routes.ts';

/** "halfWay": gave the right password of Ana's, and owes the code of her app. */
const WHO = ['anonymous', 'other', 'expired', 'halfWay', 'signedIn'] as const;
type Who = (typeof WHO)[number];
/** A status, and where it leads. */
type Row = Readonly<Record<Who, string>>;

const everybody = (answer: string): Row => ({
  anonymous: answer,
  other: answer,
  expired: answer,
  halfWay: answer,
  signedIn: answer,
});
const guestsPage: Row = { ...everybody('200'), other: '303 /account', signedIn: '303 /account' };
/** of one's own: nobody else's is ever shown or touched */
const own = (answer: string): Row => ({
  anonymous: '303 /account/sign-in',
  expired: '303 /account/sign-in',
  halfWay: '303 /account/sign-in',
  other: answer,
  signedIn: answer,
});

const ROWS: Readonly<Record<string, Row>> = {
  'GET /account': own('200'),
  'GET /account/password': own('200'),
  'GET /account/delete': own('200'),
  'POST /account/password': { ...own('303 /account?done=changed'), other: '422' },
  'POST /account/delete': { ...own('303 /account/sign-in?done=deleted'), other: '422' },
  'POST /account/sign-out': own('303 /account/sign-in?done=signed-out'),
  'POST /account/sign-out-everywhere': own('303 /account/sign-in?done=ended-all'),
  'POST /account/end-session': own('303 /account?done=ended'),
  'GET /account/second-step': own('200'),
  'POST /account/second-step/begin': { ...own('303 /account/second-step/confirm'), other: '422' },
  // no key waits
  'GET /account/second-step/confirm': own('404'),
  'POST /account/second-step/confirm': own('404'),
  // where it is off there is nothing to be done
  'GET /account/second-step/codes': own('303 /account/second-step'),
  'POST /account/second-step/codes': own('303 /account/second-step'),
  'GET /account/second-step/off': own('303 /account/second-step'),
  'POST /account/second-step/off': own('303 /account/second-step'),
  'GET /account/keys': own('200'),
  'POST /account/keys': { ...own('200'), other: '422' },
  // of an id that one has none of, nothing is said to be done
  'POST /account/keys/end': { ...own('303 /account/keys?done=key-ended'), other: '303 /account/keys' },
  'GET /account/passkeys': own('200'),
  'POST /account/passkeys/begin': { ...own('200'), other: '422' },
  // without what a device says
  'POST /account/passkeys': own('422'),
  // none is named by its address here
  'GET /account/passkeys/remove': own('303 /account/passkeys'),
  // one that one has none of is removed from nobody
  'POST /account/passkeys/remove': {
    ...own('303 /account/passkeys?done=passkey-removed'),
    other: '303 /account/passkeys',
  },
  'GET /account/credits': own('200'),
  'GET /account/credits/history.csv': own('200'),
  // what is not offered is bought by nobody; who has bought nothing has nothing to look after
  'POST /account/credits/buy': own('422'),
  'POST /account/credits/portal': own('422'),
  'GET /account/sign-in/passkey': guestsPage,
  'POST /account/sign-in/passkey/begin': everybody('200'),
  'POST /account/sign-in/passkey': everybody('422'),
  // the one page of who is half-way
  'GET /account/sign-in/code': { ...everybody('303 /account/sign-in'), halfWay: '200' },
  'POST /account/sign-in/code': everybody('422'),
  // whoever has it set up: to Google, and nobody in without what Google says
  'GET /account/google': everybody('303 to Google'),
  'GET /account/google/back': everybody('422'),
  'GET /account/sign-in': guestsPage,
  'GET /account/sign-up': guestsPage,
  'GET /account/forgot': guestsPage,
  // without the password of Ana
  'POST /account/sign-in': everybody('422'),
  'POST /account/sign-up': everybody('303 /account/sign-up?sent'),
  'POST /account/forgot': everybody('303 /account/forgot?sent'),
  // without a code of a mail
  'GET /account/verify': everybody('404'),
  'POST /account/verify': everybody('404'),
  'GET /account/reset': everybody('404'),
  'POST /account/reset': everybody('404'),
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const letters: Letter[] = [];
let [clock, made] = [0, 0];
let app: ReturnType<typeof createApp>;
let accounts: Accounts;
let credits: Credits;
let database: Database;

beforeAll(async () => {
  const settings = await newDatabase('sqlite');
  accounts = await openAccounts(
    { database: settings, secret: SECRET, mail: NO_MAIL, origin: ORIGIN, google: CLIENT },
    {
      log: () => undefined,
      now: () => Date.now() + clock,
      every: () => () => undefined,
      passwords: passwords(2 ** 10),
      pause: 0,
      letters: { send: async (letter) => void letters.push(letter) },
    },
  );
  database = await openDatabase(settings);
  // nobody answers there: no row needs Stripe
  const stripe = { secretKey: 'sk_test_1', webhookSecrets: ['whsec_1'], api: 'http://127.0.0.1:9' };
  credits = openCredits(
    accounts.database,
    { plans: PLANS, stripe, origin: ORIGIN },
    { secret: SECRET, log: () => undefined, every: () => () => undefined, waits: { pause: 1, patience: 100 } },
  );
  const dist = fakeDist();
  app = createApp({
    reader: fakeReader(),
    assets: loadAssets(dist),
    content: loadContent(dist),
    glossaries: GLOSSARIES,
    operator: {},
    accounts: { is: accounts, origin: ORIGIN, credits },
    dist,
    origin: ORIGIN,
    onFailure: (name, path) => {
      throw new Error(`${name} on ${path}`);
    },
  });
});
afterAll(async () => {
  await accounts.close();
  await database.close();
});

/** Google knows one address of the site, whatever the language. */
const IN_ENGLISH_ALONE = 'GET /account/google/back';
const rowsIn = (language: string): string[] =>
  Object.keys(ROWS).filter((name) => language === 'en' || name !== IN_ENGLISH_ALONE);

/** "GET /account" of all that the router serves there, without the language. */
const routed = (language: string): readonly string[] =>
  [
    ...new Set(
      app.routes
        .filter(({ path, method }) => method !== 'ALL' && path.startsWith(hrefOf(language as 'en', '/account')))
        .map(({ path, method }) => `${method} ${path.slice(hrefOf(language as 'en', '').length)}`),
    ),
  ].sort();

test.each(LANGUAGES)('in %s each route of the router has a row, and each row a route', (language) => {
  expect(routed(language)).toEqual(rowsIn(language).sort());
});

/** Not of an account: taken as Stripe has signed it, whoever brings it. */
test('what payments bring beside the pages of an account is one route, and opens to nobody without a signature', async () => {
  const without = new Set(madeRoutes(false));
  const brought = madeRoutes(false, true).filter((route) => !without.has(route) && !route.includes('/account'));
  expect(brought).toEqual([`POST ${WEBHOOK}`]);
  const ana = await member();
  for (const headers of [
    {},
    { Cookie: ana.cookie, 'Sec-Fetch-Site': 'same-origin' },
    { 'Stripe-Signature': 't=1,v1=2' },
  ])
    for (const method of METHODS) {
      const body = method === 'GET' ? null : '{"id":"evt_1","type":"invoice.paid"}';
      const answer = await app.request(ORIGIN + WEBHOOK, { method, headers, body });
      expect(answer.status).toBe(method === 'POST' ? 400 : 405);
    }
});

test('no page of an account takes another method', async () => {
  for (const path of new Set(Object.keys(ROWS).map((row) => row.split(' ')[1] ?? ''))) {
    for (const method of METHODS.filter((one) => !(`${one} ${path}` in ROWS))) {
      const answer = await app.request(ORIGIN + path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } });
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
  }
});

interface Member {
  readonly email: string;
  readonly cookie: string;
  readonly id: string;
}

describe.each(LANGUAGES)('in %s', (language) => {
  for (const name of rowsIn(language)) {
    const row = ROWS[name] ?? everybody('');
    // the routes of the others are made by the same code: that they know whose is whose is looked at there too
    for (const who of language === 'en' ? WHO : (['other'] as const)) {
      test(`${name} for ${who}: ${row[who]}`, async () => {
        const [ana, bea] = [await member(), await member()];
        // a second device of Ana's, which others may try to end
        await accounts.signIn(ana.email, PASSWORD, false, new Headers());
        const [second] = (await sessionsOf(ana.id)).slice(-1);
        await accounts.keys.make(asMaker(ana), { name: 'a program of Ana', scopes: ['read'], endsOn: null });
        const [key] = await accounts.keys.list(ana.id);
        await database.db.insertInto('passkeys').values(passkeyOf(ana)).execute();
        if (who === 'expired')
          await database.db
            .updateTable('sessions')
            .set({ expires_at: new Date(0).toISOString() })
            .where('user_id', '=', ana.id)
            .execute();
        const half = who === 'halfWay' ? await halfWay(ana) : null;
        const cookie = { anonymous: null, other: bea.cookie, expired: ana.cookie, halfWay: half, signedIn: ana.cookie }[
          who
        ];
        const [method = '', path = ''] = name.split(' ');
        const answer = await app.request(ORIGIN + hrefOf(language, path), {
          method,
          headers: { 'Sec-Fetch-Site': 'same-origin', ...(cookie === null ? {} : { Cookie: cookie }) },
          ...(method === 'POST'
            ? { body: fields(path, who, ana, { session: second ?? '', key: key?.id ?? '', passkey: ana.id }) }
            : {}),
        });
        const to = answer.headers.get('location');
        expect(`${answer.status}${to === null ? '' : ` ${inEnglish(to, language)}`}`).toBe(row[who]);
        const page = await answer.text();
        if (who !== 'signedIn' && !page.includes(`value="${ana.email}"`)) expect(page).not.toContain(ana.email);
        if (who === 'signedIn') return;
        expect(await accounts.signIn(ana.email, PASSWORD, false, new Headers())).not.toBeNull();
        if (who !== 'expired') expect(await sessionsOf(ana.id)).toContain(second);
        expect(await accounts.keys.list(ana.id)).toMatchObject([{ id: key?.id, usedOn: null }]);
        expect(await database.db.selectFrom('passkeys').select('id').where('id', '=', ana.id).execute()).toHaveLength(
          1,
        );
        expect(page).not.toMatch(/a (program|phone) of Ana/);
        if (who === 'other' && !/sign-out|delete/.test(path)) expect(page).not.toContain(ana.id);
      });
    }
  }
});

/** As the one who asks would fill them in: what is Ana's is aimed at, her password is known to her alone. */
function fields(
  path: string,
  who: Who,
  ana: Member,
  of: { readonly session: string; readonly key: string; readonly passkey: string },
): URLSearchParams {
  const current = who === 'signedIn' || who === 'expired' || who === 'halfWay' ? PASSWORD : 'not the one of Ana';
  const known = path === '/account/sign-in' ? 'not the one of Ana' : current;
  const password = 'seven boats under the bridge';
  const made = { name: 'a program', 'may-explain': 'yes' };
  return new URLSearchParams({ email: ana.email, current: known, password, ...of, ...made, code: 'x'.repeat(43) });
}

const passkeyOf = ({ id }: Member) => ({
  id,
  user_id: id,
  name: 'a phone of Ana',
  credential_id: `credential of ${id}`,
  public_key: '',
  counter: 0,
  made_on: '2026-11-29',
  used_on: null,
});

const asMaker = ({ id }: Member) => ({ userId: id, device: '' });

async function member(): Promise<Member> {
  made += 1;
  // far enough for no limit to count
  clock += 20 * 60_000;
  const email = `person${made}@quillfeather.example`;
  accounts.invite(email, 'en');
  await expect.poll(() => letters.some(({ to }) => to === email), { interval: 5 }).toBe(true);
  const code = letters.find(({ to }) => to === email)?.code ?? '';
  const cookies = (await accounts.join(code, PASSWORD, new Headers())) ?? [];
  const found = await database.db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow();
  return { email, cookie: cookies.map((one) => one.split(';')[0]).join('; '), id: found.id };
}

/** Ana has a second step, and somebody her password. */
async function halfWay({ email, id }: Member): Promise<string> {
  const now = (): number => Date.now() + clock;
  const steps = secondSteps(database.db, SECRET, now);
  await steps.begin(id);
  const key = await steps.waiting(id);
  expect(await steps.confirm(id, codeAt(key ?? new Uint8Array(), counterAt(now())))).toHaveLength(10);
  const entered = await accounts.signIn(email, PASSWORD, false, new Headers());
  expect(entered?.kind).toBe('half-way');
  return entered?.cookies.map((one) => one.split(';')[0]).join('; ') ?? '';
}

async function sessionsOf(userId: string): Promise<readonly string[]> {
  const rows = await database.db
    .selectFrom('sessions')
    .select('id')
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id }) => id);
}

const inEnglish = (path: string, language: string): string =>
  path.startsWith('https://accounts.google.com/') ? 'to Google' : path.replace(hrefOf(language as 'en', ''), '');
