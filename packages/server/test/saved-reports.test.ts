/** Saved reports as the pages ask for them, on every kind of database. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromArchive, SAVED_WORDS } from '@readingscan/web';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { CANARY, keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { openDatabase } from '../src/database/database.ts';
import { examine } from '../src/doctor.ts';
import { rotateKeys } from '../src/rotate-keys.ts';
import { type Owner, openSaved } from '../src/saved/saved.ts';
import { savingSettings } from '../src/saved/settings.ts';
import { readTrail } from '../src/saved/trail.ts';
import { WrongSetting } from '../src/wrong-setting.ts';
import { type AccountSite, ANA, accountSite, PASSWORD } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { AT, act, bring, list, save, saving } from './saved-site.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const PHOTO = new Uint8Array([255, 216, 1, 2, 3]);
const open: AccountSite[] = [];
afterEach(async () => {
  for (const at of open.splice(0)) {
    await at.close();
    expect(at.lines.join('\n')).not.toMatch(/quokka|quillfeather/i);
  }
});

async function site(options: Parameters<typeof accountSite>[0] = {}): Promise<AccountSite> {
  const at = await accountSite({ saving: saving(), ...options });
  open.push(at);
  return at;
}

describe.each(KINDS)('on %s', (kind) => {
  test('a report is saved, listed, opened, changed and deleted; its photograph comes back as it was', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const ana = await at.member();
    expect((await list(ana)).reports).toEqual([]);
    const whole = withPhotograph(keptReport(`IMPRESSION: No ${CANARY}.\nLine two, café 中文`), PHOTO);
    const { id } = whole.report;
    const answer = await save(ana, whole);
    expect([answer.status, JSON.parse(answer.page)]).toEqual([
      201,
      { schema: 'readingscan.saved/1', id, added: 1, known: 0 },
    ]);
    // the network failed and the page asks again
    expect((await save(ana, whole)).status).toBe(200);

    const { reports, ...rest } = await list(ana);
    expect(rest).toMatchObject({
      broken: 0,
      next: null,
      keepYears: null,
      most: { reports: 500 },
      used: { reports: 1 },
    });
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ id, person: CANARY, tags: [CANARY], until: null, kept: whole.report.kept });
    expect(reports[0].source).toBeUndefined();
    expect(JSON.parse((await ana.get(`${AT}?words`)).page).reports[0].source).toEqual(whole.report.source);

    const one = JSON.parse((await ana.get(`${AT}/${id}`)).page);
    expect(one).toMatchObject({
      source: whole.report.source,
      originals: [{ name: `${CANARY}.jpg`, type: 'image/jpeg' }],
    });
    const photo = await ana.ask(`${AT}/${id}/originals/${one.originals[0].id}`, {});
    expect([photo.status, photo.headers.get('content-type'), photo.headers.get('content-disposition')]).toEqual([
      200,
      'application/octet-stream',
      'attachment',
    ]);
    expect(photo.headers.get('cache-control')).toBe('no-store');

    expect((await act(ana, 'PATCH', `/${id}`, { person: 'Mother', tags: ['knee'] })).status).toBe(200);
    expect(JSON.parse((await ana.get(`${AT}/${id}`)).page)).toMatchObject({
      person: 'Mother',
      tags: ['knee'],
      source: whole.report.source,
    });
    expect((await act(ana, 'DELETE', `/${id}`)).status).toBe(204);
    expect((await act(ana, 'DELETE', `/${id}`)).status).toBe(404);
    expect((await list(ana)).reports).toEqual([]);

    const page = (await ana.get('/account')).page;
    const { events } = SAVED_WORDS.en.trail;
    for (const said of [events.saved(1), events.read(0), events.changed(1), events.removed(1)])
      expect(page).toContain(said);
    expect(page).not.toContain(SAVED_WORDS.en.trail.torn);
    expect(page).not.toContain(CANARY);
    expect(page).not.toContain(id);
  });

  test('what one device took out, the account takes in, and the other way round; each report once', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const ana = await at.member();
    const whole = [withPhotograph(keptReport(), PHOTO), keptReport('IMPRESSION: Normal.', { person: '', tags: [] })];
    expect(JSON.parse((await bring(ana, whole)).page)).toMatchObject({ added: 2, known: 0 });
    expect(JSON.parse((await bring(ana, [...whole, keptReport('Third.')])).page)).toMatchObject({ added: 1, known: 2 });
    const answer = await fetch(`${at.url}${AT}/archive`, { headers: { Cookie: cookieOf(ana) } });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="readingscan-reports-[\d-]+\.zip"$/,
    );
    const back = await fromArchive(new Uint8Array(await answer.arrayBuffer()));
    expect(back).toHaveLength(3);
    for (const { report, files } of whole) {
      const found = back.find((one) => one.report.id === report.id);
      expect({ ...found?.report, originals: [] }).toEqual({ ...report, originals: [] });
      expect(found?.files.map(({ bytes, name, type }) => ({ bytes, name, type }))).toEqual(
        files.map(({ bytes, name, type }) => ({ bytes, name, type })),
      );
    }
    expect(JSON.parse((await act(ana, 'DELETE', '')).page)).toMatchObject({ removed: 3 });
    expect((await list(ana)).used).toEqual({ reports: 0, bytes: 0 });
  });

  test('the account takes all of it along, at once', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const ana = await at.member();
    await save(ana, withPhotograph(keptReport(), PHOTO));
    await ana.send('/account/keep-for', { years: '2' });
    expect((await ana.get('/account/delete')).page).toContain(SAVED_WORDS.en.goesToo);
    expect((await ana.send('/account/delete', { current: PASSWORD })).to).toBe('/account/sign-in?done=deleted');
    const { db, close } = await openDatabase(database);
    for (const table of ['users', 'saved_reports', 'saved_originals', 'saving_choices', 'account_events'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    await close();
  });

  test('who came in, and what was changed of the ways in, stands in the trail of that account alone', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const ana = await at.member();
    const bea = await at.member('bea@quillfeather.example');
    await at.visitor().send('/account/sign-in', { email: ANA, current: 'not the one of Ana' });
    const other = at.visitor();
    await other.send(
      '/account/sign-in',
      { email: ANA, current: PASSWORD },
      { 'Sec-Fetch-Site': 'same-origin', 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Firefox/144.0' },
    );
    await ana.send('/account/password', { current: PASSWORD, password: 'another hat for the harbour' });
    const { events } = SAVED_WORDS.en.trail;
    const lines = (page: string) => page.match(/class="account-trail"[\s\S]*?<\/ol>/)?.[0] ?? '';
    const own = lines((await ana.get('/account')).page);
    expect(own.split(events['signed-in'](0))).toHaveLength(3);
    expect(own).toContain('Firefox, Linux');
    expect(own).toContain(events['password-changed'](0));
    await ana.send('/account/sign-out-everywhere');
    const of = lines((await bea.get('/account')).page);
    expect(of.split(events['signed-in'](0))).toHaveLength(2);
    expect(of).not.toContain(events['all-ended'](0));
    await ana.send('/account/sign-in', { email: ANA, current: 'another hat for the harbour' });
    expect(lines((await ana.get('/account')).page)).toContain(events['all-ended'](0));
  });

  test('what fails in the middle leaves nothing of a report, is told as a fault of ours, and the next try works', async () => {
    const database = await newDatabase(kind);
    const at = await site({ database });
    const ana = await at.member();
    const { db, close } = await openDatabase(database);
    const whole = withPhotograph(keptReport(), PHOTO);
    for (const table of ['saved_reports', 'saved_originals', 'account_events'] as const) {
      await sql.raw(`alter table ${table} rename to away`).execute(db);
      const answer = await save(ana, whole);
      expect([answer.status, JSON.parse(answer.page).code], table).toEqual([500, 'internal']);
      await sql.raw(`alter table away rename to ${table}`).execute(db);
      expect(await db.selectFrom('saved_reports').selectAll().execute()).toEqual([]);
    }
    await close();
    expect((await save(ana, whole)).status).toBe(201);
    expect(at.lines.filter((line) => line.startsWith('failure'))).toHaveLength(3);
  });

  test('how long reports stay is chosen on the page of the account', async () => {
    const at = await site({ database: await newDatabase(kind) });
    const ana = await at.member();
    await save(ana, keptReport());
    for (const years of ['7', '', '1; drop table users'])
      expect((await ana.send('/account/keep-for', { years })).to).toBe('/account');
    expect((await list(ana)).keepYears).toBeNull();
    expect((await ana.send('/account/keep-for', { years: '1' })).to).toBe('/account?done=kept-for');
    const { reports, keepYears } = await list(ana);
    expect([keepYears, reports[0].until]).toEqual([1, isoDay(Date.now(), 1)]);
    const { page } = await ana.get('/account');
    expect(page).toMatch(/value="1"[^>]* checked|checked[^>]* value="1"/);
    expect(page).toContain(SAVED_WORDS.en.trail.events['keep-years'](1));
    await ana.send('/account/keep-for', { years: 'never' });
    expect((await list(ana)).reports[0].until).toBeNull();
  });

  test('what was saved longer ago than its owner wants goes by itself, at the start and each hour, and is told', async () => {
    const database = await openDatabase(await newDatabase(kind));
    await database.migrate();
    const now = new Date().toISOString();
    for (const id of ['ana', 'bea'])
      await database.db
        .insertInto('users')
        .values({ id, email: `${id}@quillfeather.example`, email_verified: true, created_at: now, updated_at: now })
        .execute();
    const [ana, bea] = ['ana', 'bea'].map((userId) => ({ userId, device: 'Firefox' })) as [Owner, Owner];
    let day = Date.parse('2024-02-29T23:00:00Z');
    let hourly = (): void => undefined;
    const settings = saving();
    const started = () =>
      openSaved(database, settings, {
        log: (line) => {
          throw new Error(line);
        },
        now: () => day,
        every: (milliseconds, call) => {
          // what ends sooner has a timer of its own
          if (milliseconds === HOUR) hourly = call;
          return () => undefined;
        },
      });
    const saved = await started();
    const texts = async (owner: Owner) =>
      (await saved.page(owner, null)).reports.map(({ report }) => report.source.text).sort();
    await saved.save(ana, keptReport('Old.'));
    await saved.save(bea, keptReport('Of Bea.'));
    await saved.keepFor(ana, 1);
    day += 300 * DAY;
    await saved.save(ana, keptReport('Newer.'));
    // 29 February has no day a year later: the first of March is its last
    day = Date.parse('2025-02-28T23:59:00Z');
    hourly();
    await saved.sweep();
    expect(await texts(ana)).toEqual(['Newer.', 'Old.']);
    day = Date.parse('2025-03-01T00:10:00Z');
    hourly();
    await expect.poll(() => texts(ana)).toEqual(['Newer.']);
    expect((await readTrail(database.db, 'ana', 9)).events.filter(({ what }) => what === 'run-out')).toMatchObject([
      { what: 'run-out', count: 1, who: 'program', at: day },
    ]);
    // a server that was off meanwhile does it when it starts
    day = Date.parse('2031-01-01T00:00:00Z');
    await started();
    expect(await texts(ana)).toEqual([]);
    // of somebody who has chosen nothing, nothing goes
    expect(await texts(bea)).toEqual(['Of Bea.']);
    await saved.keepFor(bea, 5);
    await saved.sweep();
    expect(await texts(bea)).toEqual([]);
    await database.close();
  });

  test('keys are brought under a new master key by the program, beside the server, and doctor tells how it stands', async () => {
    const settings = await newDatabase(kind);
    const url = settings.kind === 'sqlite' ? `file:${settings.path}` : settings.url;
    const [older, newer] = [0, 1].map(() => randomBytes(32).toString('base64')) as [string, string];
    const env = { DATABASE_URL: url, SECRET_KEY: randomBytes(32).toString('base64') };
    const said = async (MASTER_KEY: string) => {
      const found = [];
      for await (const one of examine({ ...env, MASTER_KEY })) if (one.what === 'saving') found.push(one);
      return found.map(({ isWell, said }) => `${isWell} ${said}`).join();
    };
    const both = `new:${newer}\nold:${older}`;
    const at = await site({ database: settings, saving: savingSettings({ ...env, MASTER_KEY: `old:${older}` }) });
    const ana = await at.member();
    const whole = keptReport();
    await save(ana, whole);
    expect(await said(`old:${older}`)).toBe('true All saved reports are under the newest master key.');
    expect(await said(both)).toMatch(/^true 1 saved reports are under older .* rotate-keys/);
    expect(await said(`new:${newer}`)).toBe('false Saved reports need master keys that are not here: old.');
    expect(await said('')).toMatch(/^false There are saved reports but MASTER_KEY is not set/);
    await at.close();
    const next = await site({ database: settings, saving: savingSettings({ ...env, MASTER_KEY: both }) });
    const browser = next.visitor();
    await browser.send('/account/sign-in', { email: ANA, current: PASSWORD });
    expect(await rotateKeys({ ...env, MASTER_KEY: both })).toEqual({ done: 1, failed: 0, unneeded: ['old'] });
    expect(JSON.parse((await browser.get(`${AT}/${whole.report.id}`)).page).source).toEqual(whole.report.source);
    expect(await said(`new:${newer}`)).toBe('true All saved reports are under the newest master key.');
    await expect(rotateKeys(env)).rejects.toThrow(/MASTER_KEY is not set/);
  });
});

test('of a report nothing can be read in the files of SQLite, its log, or what the server says; deleted ones leave no key', async () => {
  const database = await newDatabase('sqlite');
  const at = await site({ database });
  const ana = await at.member();
  const whole = withPhotograph(keptReport(), new TextEncoder().encode(`${CANARY}`.repeat(50)));
  await save(ana, whole);
  await bring(ana, [keptReport()]);
  await act(ana, 'PATCH', `/${whole.report.id}`, { tags: [`${CANARY}tag`] });
  const folder = dirname(database.kind === 'sqlite' ? database.path : '');
  const raw = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  expect(readdirSync(folder).some((name) => name.endsWith('-wal'))).toBe(true);
  expect(raw().includes(CANARY)).toBe(false);
  const { db, close } = await openDatabase(database);
  const keys = await db.selectFrom('saved_reports').select(['wrapped_key', 'sealed']).execute();
  await close();
  expect(keys).toHaveLength(2);
  for (const { wrapped_key } of keys) expect(raw().includes(Buffer.from(wrapped_key))).toBe(true);
  await act(ana, 'DELETE', '');
  for (const { wrapped_key, sealed } of keys) {
    expect(raw().includes(Buffer.from(wrapped_key))).toBe(false);
    expect(raw().includes(Buffer.from(sealed).subarray(0, 40))).toBe(false);
  }
});

describe('limits are told, and nothing half is saved', () => {
  test('so many reports, so many bytes', async () => {
    const at = await site({ saving: saving({ mostReports: 2, mostBytes: 20_000 }) });
    const ana = await at.member();
    expect((await save(ana, keptReport('x'.repeat(15_000)))).status).toBe(201);
    const full = await save(ana, keptReport('x'.repeat(15_000)));
    expect([full.status, JSON.parse(full.page)]).toMatchObject([
      409,
      { code: 'full', message: expect.stringContaining('2 reports') },
    ]);
    expect((await save(ana, keptReport())).status).toBe(201);
    expect((await save(ana, keptReport())).status).toBe(409);
    expect((await bring(ana, [keptReport()])).status).toBe(409);
    expect((await list(ana)).used.reports).toBe(2);
  });

  test('a report of more than 5 MB, a photograph with it too', async () => {
    const at = await site();
    const ana = await at.member();
    const photo = withPhotograph(keptReport(), new Uint8Array(5 * 1024 * 1024));
    for (const answer of [await save(ana, photo), await bring(ana, [keptReport(), photo])])
      expect([answer.status, JSON.parse(answer.page).code]).toEqual([413, 'too-large']);
    const huge = await ana.ask(AT, {
      method: 'POST',
      body: new Uint8Array(6_000_000),
      headers: { 'Sec-Fetch-Site': 'same-origin' },
    });
    expect(huge.status).toBe(413);
    // one that does not say how long it is
    const endless = await fetch(at.url + AT, {
      method: 'POST',
      body: new Blob([new Uint8Array(7_000_000)]).stream(),
      headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookieOf(ana) },
      duplex: 'half',
    } as RequestInit);
    expect(endless.status).toBe(413);
    expect((await list(ana)).reports).toEqual([]);
    expect((await save(ana, withPhotograph(keptReport(), new Uint8Array(4 * 1024 * 1024)))).status).toBe(201);
  });

  test.each([
    ['no JSON', '{', 'application/json'],
    ['another thing', '{"report": 1}', 'application/json'],
    ['an id that is no random one', JSON.stringify({ ...keptReport().report, id: '../../1' }), 'application/json'],
    [
      'a name of 81 letters',
      JSON.stringify({ ...keptReport('', { person: 'x'.repeat(81) }).report }),
      'application/json',
    ],
    [
      'a kind of file that there is not',
      JSON.stringify({ ...keptReport().report, source: { kind: 'spell', text: '' } }),
      'application/json',
    ],
    ['a broken form', '--x\r\n', 'multipart/form-data; boundary=x'],
    ['nothing', '', 'application/json'],
  ])('%s is no report', async (_, body, type) => {
    const at = await site();
    const ana = await at.member();
    const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': type };
    const answer = await ana.ask(AT, { method: 'POST', body, headers });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    const archive = await ana.ask(`${AT}/archive`, { method: 'POST', body, headers });
    expect([archive.status, JSON.parse(archive.page).code]).toEqual([422, 'unreadable']);
    expect((await list(ana)).reports).toEqual([]);
  });

  test('who asks very often is told to wait, and others are not', async () => {
    const at = await site();
    const ana = await at.member();
    const bea = await at.member('bea@quillfeather.example');
    const answers = [];
    for (let tries = 0; tries < 8; tries += 1) answers.push(await ana.get(`${AT}/archive`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await bea.get(`${AT}/archive`)).status).toBe(200);
    expect((await ana.get(AT)).status).toBe(200);
  });
});

describe('the mark beside the session', () => {
  const MARK = '__Host-readingscan-here';
  test('comes and goes with it, says nothing, and is there for who was signed in before', async () => {
    const at = await site();
    const ana = await at.member();
    expect(ana.cookies.get(MARK)).toBe('1');
    ana.cookies.delete(MARK);
    await ana.get('/account');
    expect(ana.cookies.get(MARK)).toBe('1');
    const answer = await ana.send('/account/sign-in', { email: ANA, current: PASSWORD, stay: 'yes' });
    const cookies = answer.headers.getSetCookie();
    const mark = cookies.find((cookie) => cookie.startsWith(MARK));
    for (const cookie of cookies) if (cookie !== mark) expect(cookie).toMatch(/HttpOnly/i);
    expect(mark).toMatch(/^__Host-readingscan-here=1; .*Max-Age=\d+/i);
    expect(mark).toMatch(/Secure/);
    expect(mark).not.toMatch(/HttpOnly/i);
    await ana.send('/account/sign-out');
    expect(ana.cookies.has(MARK)).toBe(false);
    // a session that ended elsewhere
    ana.cookies.set(MARK, '1');
    expect((await ana.get(AT)).status).toBe(401);
    expect(ana.cookies.has(MARK)).toBe(false);
  });

  test('is never there where nothing can be saved, and neither are the addresses', async () => {
    const at = await site({ saving: null });
    const ana = await at.member();
    expect([...ana.cookies.keys()]).not.toContain(MARK);
    expect((await ana.get(AT)).status).toBe(404);
    expect((await ana.get('/account/delete-reports')).status).toBe(404);
    const page = (await ana.get('/account')).page;
    expect(page).not.toContain(SAVED_WORDS.en.heading);
    expect(page).toContain('No report is stored in it');
  });
});

describe('the master key', () => {
  const key = (): string => randomBytes(32).toString('base64');
  const DATABASE_URL = 'file:./r.db';
  const file = join(mkdtempSync(join(tmpdir(), 'readingscan-master-')), 'keys');

  test('is not needed: without it nothing is saved', () => {
    expect(savingSettings({ DATABASE_URL })).toBeNull();
    expect(savingSettings({ DATABASE_URL, MASTER_KEY: ' ' })).toBeNull();
  });

  test('can be one, or several of which the first is the newest, from a file too', () => {
    const [one, two] = [key(), key()];
    const alone = savingSettings({ DATABASE_URL, MASTER_KEY: one });
    expect(alone?.keys[0]?.id).toMatch(/^[0-9a-f]{12}$/);
    expect(alone).toMatchObject({ mostReports: 500, mostBytes: 50 * 1024 * 1024 });
    // its name is the same wherever it stands
    expect(savingSettings({ DATABASE_URL, MASTER_KEY: `${two}\n${one}` })?.keys[1]?.id).toBe(alone?.keys[0]?.id);
    writeFileSync(file, `2026:${one}\n2025:${two}\n`);
    const read = savingSettings({ DATABASE_URL, MASTER_KEY_FILE: file, SAVED_REPORTS: '9', SAVED_MEGABYTES: '1' });
    expect(read?.keys.map(({ id }) => id)).toEqual(['2026', '2025']);
    expect(read).toMatchObject({ mostReports: 9, mostBytes: 1024 * 1024 });
  });

  const same = key();
  test.each<readonly [string, Record<string, string>, RegExp]>([
    ['short', { MASTER_KEY: 'c2hvcnQ=' }, /^MASTER_KEY is not 32 bytes/],
    ['long', { MASTER_KEY: randomBytes(33).toString('base64') }, /^MASTER_KEY is not 32 bytes/],
    ['words', { MASTER_KEY: 'correct horse battery staple' }, /^MASTER_KEY is not 32 bytes/],
    ['one letter', { MASTER_KEY: 'A'.repeat(43) }, /^MASTER_KEY can be guessed/],
    [
      'a pattern',
      { MASTER_KEY: Buffer.from('0123456789'.repeat(4).slice(0, 32)).toString('base64') },
      /can be guessed/,
    ],
    ['that of the sessions', { MASTER_KEY: same, SECRET_KEY: same }, /^MASTER_KEY is the same as SECRET_KEY/],
    ['twice', { MASTER_KEY: `a:${same}\nb:${same}` }, /^MASTER_KEY has the same key twice/],
    ['two of one name', { MASTER_KEY: `a:${key()}\na:${key()}` }, /^MASTER_KEY has two keys of the same name/],
    ['two places', { MASTER_KEY: key(), MASTER_KEY_FILE: file }, /both set/],
    ['a file that is not there', { MASTER_KEY_FILE: `${file}.none` }, /^MASTER_KEY_FILE cannot be read/],
    ['no accounts', { MASTER_KEY: key(), DATABASE_URL: '' }, /^MASTER_KEY is set but DATABASE_URL is not/],
    ['no number', { MASTER_KEY: key(), SAVED_MEGABYTES: 'many' }, /^SAVED_MEGABYTES is not/],
  ])('stops the start where it is %s, in one line that repeats no key', (_, env, said) => {
    let wrong: unknown;
    try {
      savingSettings({ DATABASE_URL, ...env });
    } catch (error) {
      wrong = error;
    }
    expect(wrong).toBeInstanceOf(WrongSetting);
    const { message } = wrong as WrongSetting;
    expect(message).toMatch(said);
    expect(message).not.toContain('\n');
    for (const line of (env.MASTER_KEY ?? '').split('\n')) if (line.length > 20) expect(message).not.toContain(line);
  });
});

const cookieOf = ({ cookies }: { readonly cookies: ReadonlyMap<string, string> }): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

function isoDay(time: number, years = 0): string {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
