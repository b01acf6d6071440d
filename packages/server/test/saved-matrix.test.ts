/** Every route of saved reports × who asks for it, taken from the router: a new route without a row here fails. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { type AccountSite, accountSite, type Visitor } from './account-site.ts';
import { newDatabase } from './database-kinds.ts';
import { madeRoutes } from './made-routes.ts';
import { AT, formOf, saving } from './saved-site.ts';

const WHO = ['anonymous', 'other', 'expired', 'signedIn'] as const;
type Who = (typeof WHO)[number];
type Row = Readonly<Record<Who, string>>;

/** `none`: what an id that nobody has is answered with. */
const data = (answer: string, none = answer): Row => ({
  anonymous: '401',
  expired: '401',
  other: none,
  signedIn: answer,
});
const page = (answer: string): Row => ({
  anonymous: '303 /account/sign-in',
  expired: '303 /account/sign-in',
  other: answer,
  signedIn: answer,
});

/** for everybody, whoever is signed in */
const open = (answer: string): Row => ({ anonymous: answer, expired: answer, other: answer, signedIn: answer });

const LINKS = '/api/account/links';
const ROWS: Readonly<Record<string, Row>> = {
  [`GET ${AT}`]: data('200'),
  [`POST ${AT}`]: data('200', '201'),
  [`DELETE ${AT}`]: data('200'),
  [`GET ${AT}/archive`]: data('200'),
  [`POST ${AT}/archive`]: data('422'),
  [`GET ${AT}/:id`]: data('200', '404'),
  [`PATCH ${AT}/:id`]: data('200', '404'),
  [`DELETE ${AT}/:id`]: data('204', '404'),
  [`GET ${AT}/:id/originals/:original`]: data('200', '404'),
  [`GET ${LINKS}`]: data('200'),
  [`PUT ${LINKS}/:id`]: data('201', '404'),
  [`DELETE ${LINKS}/:id`]: data('204', '404'),
  'GET /api/shared/:id': open('200'),
  'GET /shared': open('200'),
  'GET /shared/:id': open('200'),
  'POST /account/keep-for': page('303 /account?done=kept-for'),
  'GET /account/delete-reports': page('200'),
  'POST /account/delete-reports': page('303 /account?done=reports-deleted'),
};
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const PHOTO = new Uint8Array([1, 2, 3]);
const NOBODY = '3f0c8d52-98f4-4c1a-9d5e-6c0d5ad1a3f7';
const NO_LINK = 'AAAAAAAAAAAAAAAAAAAAAA';
const newLink = (): string => randomBytes(16).toString('base64url');

let at: AccountSite;
let database: Database;
let made = 0;
beforeAll(async () => {
  const settings = await newDatabase('sqlite');
  at = await accountSite({ database: settings, saving: saving() });
  database = await openDatabase(settings);
});
afterAll(async () => {
  await at.close();
  await database.close();
});

test('each route that saving brings has a row, and each row a route', () => {
  const without = new Set(madeRoutes(false));
  const brought = madeRoutes(true).filter((route) => !without.has(route));
  // what programs ask is looked at with their keys: api-matrix.test.ts
  const inEnglish = brought.filter((route) => !/ \/(es|zh)\/| \/api\/v1\//.test(route));
  expect([...inEnglish].sort()).toEqual(Object.keys(ROWS).sort());
  for (const language of ['es', 'zh'])
    expect(
      brought
        .filter((route) => route.includes(` /${language}/`))
        .map((route) => route.replace(`/${language}/`, '/'))
        .sort(),
    ).toEqual(
      Object.keys(ROWS)
        .filter((row) => !row.includes(' /api/'))
        .sort(),
    );
});

test('no address takes another method', async () => {
  for (const path of new Set(Object.keys(ROWS).map((row) => row.split(' ')[1] ?? '')))
    for (const method of METHODS.filter((one) => !(`${one} ${path}` in ROWS))) {
      if (path.startsWith(`${AT}/archive`)) continue; // an id like another: there is none of that name
      const answer = await at.visitor().ask(addressOf(path, NOBODY, NOBODY, NO_LINK), { method });
      expect(answer.status, `${method} ${path}`).toBe(404);
    }
});

interface Member {
  readonly browser: Visitor;
  readonly id: string;
  readonly original: string;
  /** to the report */
  readonly link: string;
}

async function member(): Promise<Member> {
  made += 1;
  // far enough for no limit to count
  at.wait(60 * 60_000);
  const browser = await at.member(`person${made}@quillfeather.example`);
  const whole = withPhotograph(keptReport(), PHOTO);
  await browser.ask(AT, { method: 'POST', body: formOf(whole), headers: { 'Sec-Fetch-Site': 'same-origin' } });
  const { id } = whole.report;
  const link = newLink();
  await browser.ask(`${LINKS}/${link}?report=${id}&days=7`, {
    method: 'PUT',
    body: PHOTO,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  return { browser, id, link, original: JSON.parse((await browser.get(`${AT}/${id}`)).page).originals[0].id };
}

describe.each(Object.entries(ROWS))('%s', (name, row) => {
  const [method = '', path = ''] = name.split(' ');
  const asked = (browser: Visitor, address: string, id: string, headers: Record<string, string>) =>
    browser.ask(address, { method, headers, ...(method === 'GET' ? {} : { body: bodyOf(name, id) }) });

  test.each(WHO)(`for %s`, async (who) => {
    const ana = await member();
    const bea = who === 'other' ? await member() : null;
    if (who === 'expired') {
      const [last] = await database.db
        .selectFrom('users')
        .select('id')
        .where('email', '=', `person${made}@quillfeather.example`)
        .execute();
      await database.db
        .updateTable('sessions')
        .set({ expires_at: new Date(0).toISOString() })
        .where('user_id', '=', last?.id ?? '')
        .execute();
    }
    const browser = {
      anonymous: at.visitor(),
      other: bea?.browser ?? at.visitor(),
      expired: ana.browser,
      signedIn: ana.browser,
    }[who];
    const here = { 'Sec-Fetch-Site': 'same-origin' };
    const address = addressOf(path, ana.id, ana.original, method === 'PUT' ? newLink() : ana.link);
    const answer = await asked(browser, address, ana.id, here);
    expect(`${answer.status}${answer.to === null ? '' : ` ${answer.to}`}`).toBe(row[who]);
    if (who === 'signedIn') return;
    expect(answer.page).not.toContain(CANARY.toUpperCase());
    if (who !== 'other') {
      expect(answer.page).not.toContain(CANARY);
    } else if (path.includes(':id') && row.other !== row.signedIn) {
      // word for word as what is not there
      const none = await asked(browser, addressOf(path, NOBODY, NOBODY, NO_LINK), NOBODY, here);
      expect([answer.status, answer.page, [...answer.headers.keys()]]).toEqual([
        none.status,
        none.page,
        [...none.headers.keys()],
      ]);
    }
    // whatever was tried: what is Ana's is as it was
    const rows = await database.db.selectFrom('saved_reports').select('id').where('id', '=', ana.id).execute();
    expect(rows.length).toBeGreaterThan(0);
    if (who === 'other') {
      const own = JSON.parse((await ana.browser.get(`${AT}/${ana.id}`)).page);
      expect(own).toMatchObject({ person: CANARY, tags: [CANARY], originals: [{ id: ana.original }] });
      const { links } = JSON.parse((await ana.browser.get(LINKS)).page);
      expect(links).toMatchObject([{ id: ana.link, report: ana.id }]);
    }
  });

  test('from another site nothing is done', async () => {
    const ana = await member();
    const address = addressOf(path, ana.id, ana.original, ana.link);
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
    ]) {
      if (method === 'GET' && !path.startsWith('/api/')) continue; // a page alone
      const answer = await asked(ana.browser, address, ana.id, headers);
      expect(answer.status).toBe(403);
      expect(answer.page).not.toContain(CANARY);
    }
    expect((await ana.browser.get(`${AT}/${ana.id}`)).status).toBe(200);
    expect(JSON.parse((await ana.browser.get(AT)).page)).toMatchObject({ keepYears: null, used: { reports: 1 } });
  });
});

function addressOf(path: string, id: string, original: string, link: string): string {
  if (!path.startsWith(AT) && path.includes(':id')) {
    const address = path.replace(':id', link);
    return path.startsWith(LINKS) ? `${address}?report=${id}&days=7` : address;
  }
  return path.replace(':id', id).replace(':original', original);
}

function bodyOf(name: string, id: string): BodyInit {
  if (name === `POST ${AT}`) return formOf(keptReport('of somebody', { id }));
  if (name.startsWith('PUT')) return PHOTO;
  if (name.startsWith('PATCH')) return JSON.stringify({ person: 'Somebody' });
  return new URLSearchParams({ years: '1' });
}
