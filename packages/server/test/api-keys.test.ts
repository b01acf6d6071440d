/** Keys for programs: how they are written, made, shown once, ended, and what of them lies where. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ACCOUNT_WORDS, KEY_WORDS, MOST_KEYS, SAVED_WORDS } from '@readingscan/web';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { newKeyText, readKeyText } from '../src/accounts/keys/key-text.ts';
import { askedKey } from '../src/accounts/keys/wanted-key.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import { type AccountSite, ANA, accountSite, PASSWORD, type Visitor } from './account-site.ts';
import { KINDS, newDatabase } from './database-kinds.ts';
import { saving } from './saved-site.ts';

const DAY = 24 * 60 * 60_000;
const KEYS = '/account/keys';
const KEY = /rs_[0-9A-Za-z]{42}/;
const { faults, notices } = ACCOUNT_WORDS.en;
const { trail } = SAVED_WORDS.en;

describe('a key as it is written', () => {
  test('is random, and whole where it is read again', () => {
    const keys = Array.from({ length: 200 }, newKeyText);
    expect(new Set(keys.map(({ written }) => written)).size).toBe(200);
    for (const { written, prefix, hash } of keys) {
      expect(written).toMatch(/^rs_[0-9A-Za-z]{42}$/);
      expect(written.startsWith(prefix)).toBe(true);
      expect(readKeyText(written)).toEqual({ written, prefix, hash });
    }
  });

  test('holds 62 signs about equally often', () => {
    const signs = Array.from({ length: 500 }, () => newKeyText().written.slice(3, 39)).join('');
    const counts = [...new Set(signs)].map((sign) => signs.split(sign).length - 1);
    expect(counts).toHaveLength(62);
    expect(Math.min(...counts)).toBeGreaterThan(190);
    expect(Math.max(...counts)).toBeLessThan(400);
  });

  test('with one sign wrong, left out or exchanged is told without the database', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 44 }), fc.constantFrom(...'0aZ9_ -'), (at, sign) => {
        const { written } = newKeyText();
        const slip = written.slice(0, at) + sign + written.slice(at + 1);
        expect(readKeyText(slip) === null).toBe(slip !== written);
        expect(readKeyText(written.slice(0, at) + written.slice(at + 1))).toBeNull();
      }),
      { numRuns: 300 },
    );
    for (const none of ['', 'rs_', 'x'.repeat(45), `${newKeyText().written}\n`, `${newKeyText().written}0`])
      expect(readKeyText(none)).toBeNull();
  });
});

describe('the form for a key', () => {
  const asked = (fields: Record<string, string>) =>
    askedKey((name) => fields[name] ?? '', '2026-11-29', ['explain', 'read']);
  const good = { name: ' Front desk ', 'may-read': 'yes' };

  test('names a key, allows something, and may have a last day', () => {
    expect(asked(good)).toMatchObject({ faults: {}, wanted: { name: 'Front desk', scopes: ['read'], endsOn: null } });
    expect(asked({ ...good, ends: '2026-11-29' }).wanted.endsOn).toBe('2026-11-29');
    expect(asked({ ...good, ends: '2036-11-29' }).faults).toEqual({});
  });

  test.each([
    [{ name: ' ' }, { name: 'keyNameNone' }],
    [{ name: '字'.repeat(61) }, { name: 'keyNameLong' }],
    [{ 'may-read': '' }, { scopes: 'keyScopesNone' }],
    // where nothing can be saved, it is no choice
    [{ 'may-read': '', 'may-save': 'yes' }, { scopes: 'keyScopesNone' }],
    [{ ends: '2026-11-28' }, { ends: 'keyEndsWrong' }],
    [{ ends: '2036-11-30' }, { ends: 'keyEndsWrong' }],
    [{ ends: '2027-02-30' }, { ends: 'keyEndsWrong' }],
    [{ ends: '31.1.2027' }, { ends: 'keyEndsWrong' }],
  ])('%o: %o', (fields, wrong) => {
    expect(asked({ ...good, ...fields }).faults).toEqual(wrong);
  });
});

describe.each(KINDS)('on %s', (kind) => {
  let [at, database]: [AccountSite?, Database?] = [];
  const file = { path: '' };
  afterEach(async () => {
    await at?.close();
    await database?.close();
  });

  async function begin(saves = false): Promise<{ site: AccountSite; rows: Database; ana: Visitor }> {
    const settings = await newDatabase(kind);
    if (settings.kind === 'sqlite') file.path = settings.path;
    const site = await accountSite({ database: settings, ...(saves ? { saving: saving() } : {}) });
    const rows = await openDatabase(settings);
    [at, database] = [site, rows];
    return { site, rows, ana: await site.member() };
  }

  const wanted = { name: 'Front desk', 'may-explain': 'yes', current: PASSWORD };

  async function make(browser: Visitor, more: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await browser.send(KEYS, { ...wanted, ...more });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return KEY.exec(answer.page)?.[0] ?? '';
  }

  test('a key is shown once; its hash, its beginning and days are kept, and a mail tells of it', async () => {
    const { site, rows, ana } = await begin();
    const key = await make(ana, { ends: '2030-01-31' });
    expect(readKeyText(key)).not.toBeNull();
    expect((await ana.get(KEYS)).page).not.toContain(key);
    expect((await ana.get(KEYS)).page).toContain(`${key.slice(0, 9)}…`);
    expect((await ana.get('/account')).page).toContain(KEY_WORDS.en.link(1));
    const [row] = await rows.db.selectFrom('api_keys').selectAll().execute();
    expect(row).toMatchObject({ name: 'Front desk', scopes: 'explain', ends_on: '2030-01-31', used_on: null });
    expect(JSON.stringify(row)).not.toContain(key.slice(9));
    await site.letter('key-made', ANA);
    if (kind === 'sqlite')
      for (const name of [file.path, `${file.path}-wal`])
        expect(readFileSync(name, 'latin1'), dirname(name)).not.toContain(key.slice(9));
    expect(site.lines.join('\n')).not.toContain(key.slice(0, 9));
  });

  test('without the password none is made, and what was typed is still there', async () => {
    const { rows, ana } = await begin();
    for (const [fields, said] of [
      [{ ...wanted, current: '' }, faults.currentNone],
      [{ ...wanted, current: 'not the one' }, faults.currentWrong],
      [{ ...wanted, name: '' }, faults.keyNameNone],
      [{ ...wanted, 'may-explain': 'no' }, faults.keyScopesNone],
      [{ ...wanted, ends: '2020-01-01' }, faults.keyEndsWrong],
    ] as const) {
      const { status, page } = await ana.send(KEYS, fields);
      expect([status, page.includes(said)]).toEqual([422, true]);
      if (fields.name !== '') expect(page).toContain(`value="${fields.name}"`);
    }
    expect(await rows.db.selectFrom('api_keys').selectAll().execute()).toEqual([]);
  });

  test('an account has room for so many, however many are asked for at once', async () => {
    const { site, rows, ana } = await begin();
    for (let made = 0; made < MOST_KEYS - 2; made += 1) {
      site.wait(10 * 60_000);
      await make(ana);
    }
    site.wait(60 * 60_000);
    const answers = await Promise.all([1, 2, 3, 4].map(() => ana.send(KEYS, wanted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(answers.filter(({ page }) => page.includes(notices.keysFull))).toHaveLength(2);
    expect(await rows.db.selectFrom('api_keys').select('id').execute()).toHaveLength(MOST_KEYS);
    expect((await ana.get(KEYS)).page).toContain(KEY_WORDS.en.full(MOST_KEYS));
  });

  test('what was made and ended stands in the trail, where reports are saved and where not', async () => {
    for (const saves of [false, true]) {
      const { rows, ana } = await begin(saves);
      await make(ana);
      const [row] = await rows.db.selectFrom('api_keys').select('id').execute();
      const ended = await ana.send(`${KEYS}/end`, { key: row?.id ?? '' });
      expect(ended.to).toBe(`${KEYS}?done=key-ended`);
      const { page } = await ana.get('/account');
      expect(page).toContain(trail.events['key-made'](1));
      expect(page).toContain(trail.events['key-ended'](1));
      expect(page).not.toContain(trail.torn);
      expect((await ana.get(KEYS)).page).toContain(KEY_WORDS.en.none);
      if (!saves) {
        await at?.close();
        await database?.close();
      }
    }
  });

  test('another ends none of them, and one that is over is told as that', async () => {
    const { site, rows, ana } = await begin();
    await make(ana, { ends: new Date(site.now() + DAY).toISOString().slice(0, 10) });
    const bea = await site.member('bea@quillfeather.example');
    const [row] = await rows.db.selectFrom('api_keys').select('id').execute();
    expect((await bea.send(`${KEYS}/end`, { key: row?.id ?? '' })).to).toBe(KEYS);
    expect((await ana.get(KEYS)).page).not.toContain(KEY_WORDS.en.ended);
    site.wait(2 * DAY);
    await ana.send('/account/sign-in', { email: ANA, current: PASSWORD });
    expect((await ana.get(KEYS)).page).toContain(KEY_WORDS.en.ended);
  });

  test('they go with their account', async () => {
    const { rows, ana } = await begin();
    await make(ana);
    expect((await ana.get('/account/delete')).page).toContain(KEY_WORDS.en.goToo);
    await ana.send('/account/delete', { current: PASSWORD });
    expect(await rows.db.selectFrom('api_keys').selectAll().execute()).toEqual([]);
    expect(await rows.db.selectFrom('account_events').selectAll().execute()).toEqual([]);
  });
});
