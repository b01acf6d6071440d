/** The built program as its operator meets it: what is wrong is said in one line, the database is found and brought to its shape. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secondSteps } from '../../server/src/accounts/second-step/second-steps.ts';
import { codeAt, counterAt } from '../../server/src/accounts/second-step/totp.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { MIGRATIONS } from '../../server/src/database/migrations/index.ts';
import { type MailDrop, mailDrop } from '../../server/test/mail-drop.ts';

const BIN = fileURLToPath(new URL('../bin/readingscan.js', import.meta.url));
const SECRET = randomBytes(32).toString('base64');
const dir = mkdtempSync(join(tmpdir(), 'readingscan-operate-'));
const path = join(dir, 'data', 'readingscan.db');
let drop: MailDrop;
let env: Record<string, string>;

beforeAll(async () => {
  drop = await mailDrop();
  env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: `file:${path}`,
    SECRET_KEY: SECRET,
    PUBLIC_ORIGIN: 'http://127.0.0.1:3000',
    SMTP_URL: `smtp://127.0.0.1:${drop.port}`,
    SMTP_FROM: 'site@reports.example',
  };
});
const started = new Set<ChildProcess>();
afterAll(async () => {
  // also those of a test that failed
  for (const child of started) child.kill('SIGKILL');
  await drop.close();
});

/** Beside the mail server of this test, which has to answer meanwhile. */
function run(command: string, settings: Record<string, string>, ...words: readonly string[]) {
  const child = spawn(process.execPath, [BIN, command, ...words], {
    cwd: dir,
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('close', () => started.delete(child));
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => {
    said.stdout += part;
  });
  child.stderr.on('data', (part) => {
    said.stderr += part;
  });
  const ended = new Promise<typeof said & { code: number | null }>((resolve) =>
    child.once('close', (code) => resolve({ ...said, code })),
  );
  return { child, said, ended };
}

describe('doctor and migrate', () => {
  test('tell what is missing, mend it, and tell that all is well', async () => {
    const before = await run('doctor', env).ended;
    expect(before.code).toBe(2);
    expect(before.stdout).toContain('ok    settings: ');
    expect(before.stdout).toContain('ok    database: SQLite answers.');
    expect(before.stdout).toContain('wrong migrations: 001-accounts');
    expect(before.stdout).toContain('ok    mail: ');
    const steps = Object.keys(MIGRATIONS);
    expect((await run('migrate', env).ended).stdout).toBe(steps.map((step) => `${step} done\n`).join(''));
    expect((await run('migrate', env).ended).stdout).toBe('The database is up to date.\n');
    const after = await run('doctor', env).ended;
    expect([after.code, after.stdout.match(/^wrong/gm)]).toEqual([0, null]);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('say each wrong setting in a line that holds no secret', async () => {
    const { code, stdout } = await run('doctor', {
      ...env,
      SECRET_KEY: 'c2hvcnQ=',
      PORT: '80a',
      DATABASE_URL: 'postgres://site:s3cret@127.0.0.1:1/reports',
      SMTP_URL: 'smtp://site:s3cret@127.0.0.1:1',
    }).ended;
    expect(code).toBe(2);
    expect(stdout).toMatch(/^wrong settings: PORT is not/m);
    expect(stdout).toMatch(/^wrong settings: SECRET_KEY is not 32 bytes/m);
    expect(stdout).toMatch(/^wrong database: .*ECONNREFUSED/m);
    expect(stdout).not.toMatch(/s3cret|c2hvcnQ/);
    for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^(ok {4}|wrong )\w+: /);
  });

  test('without a database there is nothing to migrate', () => {
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'migrate'], {
      cwd: dir,
      env: { PATH: env.PATH ?? '' },
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/DATABASE_URL is not set/);
  });
});

describe('serve', () => {
  test.each([
    ['without a secret', { SECRET_KEY: '' }, /SECRET_KEY is not\. Make one with: openssl rand -base64 32/],
    ['with a short secret', { SECRET_KEY: Buffer.from('short').toString('base64') }, /SECRET_KEY is not 32 bytes/],
    ['with a secret of one letter', { SECRET_KEY: 'A'.repeat(44) }, /SECRET_KEY can be guessed/],
    ['without a mail server', { SMTP_URL: '' }, /SMTP_URL is not/],
    ['without its own address', { PUBLIC_ORIGIN: '' }, /PUBLIC_ORIGIN is not/],
    ['without TLS for others', { PUBLIC_ORIGIN: 'http://reports.example' }, /PUBLIC_ORIGIN has to begin with https/],
    ['with a database that is none', { DATABASE_URL: 'readingscan.db' }, /DATABASE_URL is not the address/],
    ['with a short master key', { MASTER_KEY: 'c2hvcnQ=' }, /MASTER_KEY is not 32 bytes/],
    ['with the secret for a master key', { MASTER_KEY: SECRET }, /MASTER_KEY is the same as SECRET_KEY/],
  ])('%s does not start where there are to be accounts', async (_, wrong, said) => {
    const { code, stderr } = await run('serve', { ...env, PORT: '0', ...wrong }).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr.trim()).not.toContain('\n');
  });

  test('makes an account by a mail that the mail server was given, and a kill takes nothing of it', async () => {
    const { child, said, ended } = run('serve', { ...env, PORT: '0' });
    await expect.poll(() => said.stderr, { timeout: 30_000 }).toContain('ReadingScan is at ');
    const url = /http:\S+/.exec(said.stderr)?.[0] ?? '';
    const send = (to: string, fields: Record<string, string>) =>
      fetch(url + to, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        redirect: 'manual',
      });
    const email = 'ana@quillfeather.example';
    expect((await send('/es/account/sign-up', { email })).status).toBe(303);
    await expect.poll(() => drop.mails.length, { timeout: 10_000 }).toBe(1);
    const [mail] = drop.mails;
    expect(mail?.to).toEqual([email]);
    const [, code = ''] =
      /http:\/\/127\.0\.0\.1:3000\/es\/account\/verify\?code=([\w-]{43})\n/.exec(mail?.text ?? '') ?? [];
    const made = await send('/es/account/verify', { code, password: 'marmalade under seven hats' });
    expect([made.status, made.headers.get('location')]).toEqual([303, '/es/account?done=joined']);
    const cookie = made.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await (await fetch(`${url}/es/account`, { headers: { Cookie: cookie } })).text()).toContain(email);
    // what was said to be done is done, whatever happens then
    child.kill('SIGKILL');
    await ended;
    expect(said.stderr).not.toMatch(/quillfeather|marmalade/);
    expect(said.stderr).not.toContain(code);
    expect(readFileSync(path).includes(code)).toBe(false);
    const again = run('serve', { ...env, PORT: '0' });
    await expect.poll(() => again.said.stderr, { timeout: 30_000 }).toContain('ReadingScan is at ');
    const later = /http:\S+/.exec(again.said.stderr)?.[0] ?? '';
    expect(await (await fetch(`${later}/es/account`, { headers: { Cookie: cookie } })).text()).toContain(email);
    again.child.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });
});

describe('second-step off', () => {
  test('lets an owner who lost phone and codes in by password alone, tells them by mail, and says which account it was', async () => {
    const { db, close } = await openDatabase({ kind: 'sqlite', path });
    const now = new Date().toISOString();
    const times = { created_at: now, updated_at: now };
    const email = 'bea@quillfeather.example';
    await db
      .insertInto('users')
      .values({ id: 'user-of-bea', email, email_verified: true, ...times })
      .execute();
    const off = (...words: readonly string[]) => run('second-step', env, 'off', ...words).ended;
    const nothing = await off(email);
    expect([nothing.code, nothing.stdout]).toEqual([2, '']);
    expect(nothing.stderr).toContain('Nothing was changed');
    const steps = secondSteps(db, Buffer.from(SECRET, 'base64'), Date.now);
    await steps.begin('user-of-bea');
    const key = await steps.waiting('user-of-bea');
    await steps.confirm('user-of-bea', codeAt(key ?? new Uint8Array(), counterAt(Date.now())));
    expect(await steps.isOn('user-of-bea')).toBe(true);
    const done = await off(' Bea@quillfeather.example', '--language', 'es');
    expect([done.code, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(
      /^\S+Z second step switched off by the operator, account user-of-bea\nIts owner was told/,
    );
    expect(done.stdout).not.toContain('quillfeather');
    expect(await steps.isOn('user-of-bea')).toBe(false);
    expect(await db.selectFrom('backup_codes').selectAll().execute()).toEqual([]);
    expect(drop.mails.at(-1)?.to).toEqual([email]);
    expect(drop.mails.at(-1)?.text).toContain('El segundo paso de su cuenta se acaba de desactivar');
    await close();
  });

  test('says what to write, and what is not set up', async () => {
    for (const words of [[], ['on', 'bea@quillfeather.example'], ['off'], ['off', 'bea']]) {
      const { code, stderr } = await run('second-step', env, ...words).ended;
      expect([code, stderr]).toEqual([2, expect.stringContaining('readingscan second-step off MAIL')]);
    }
    const { code, stderr } = await run('second-step', { PATH: env.PATH ?? '' }, 'off', 'bea@quillfeather.example')
      .ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('DATABASE_URL is not set')]);
  });

  test('saves a report under a master key, and rotate-keys brings it under the next one while it goes on', async () => {
    const [older, newer] = [0, 1].map(() => randomBytes(32).toString('base64'));
    const file = join(dir, 'master-keys');
    writeFileSync(file, `second:${newer}\nfirst:${older}\n`);
    const first = { ...env, MASTER_KEY: `first:${older}` };
    const both = { ...env, MASTER_KEY_FILE: file };
    const email = 'carla@quillfeather.example';
    const CANARY = 'quokkafinding';
    const started = async (settings: Record<string, string>) => {
      const program = run('serve', { ...settings, PORT: '0' });
      await expect.poll(() => program.said.stderr, { timeout: 30_000 }).toContain('ReadingScan is at ');
      return { ...program, url: /http:\S+/.exec(program.said.stderr)?.[0] ?? '' };
    };
    const one = await started(first);
    const HERE = { 'Sec-Fetch-Site': 'same-origin' };
    const send = (to: string, fields: Record<string, string>) =>
      fetch(one.url + to, { method: 'POST', body: new URLSearchParams(fields), headers: HERE, redirect: 'manual' });
    await send('/account/sign-up', { email });
    await expect.poll(() => drop.mails.at(-1)?.to, { timeout: 10_000 }).toEqual([email]);
    const [, code = ''] = /code=([\w-]{43})/.exec(drop.mails.at(-1)?.text ?? '') ?? [];
    const made = await send('/account/verify', { code, password: 'marmalade under seven hats' });
    const Cookie = made.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    const report = {
      id: randomUUID(),
      kept: new Date().toISOString(),
      person: '',
      tags: [],
      source: { kind: 'text', text: `IMPRESSION: No ${CANARY}.` },
      warnings: [],
    };
    const headers = { ...HERE, Cookie, 'Content-Type': 'application/json' };
    const reports = '/api/account/reports';
    const saved = await fetch(one.url + reports, { method: 'POST', body: JSON.stringify(report), headers });
    expect(saved.status).toBe(201);
    // said to be saved is saved
    one.child.kill('SIGKILL');
    await one.ended;
    const other = await started(both);
    const read = async () => (await fetch(`${other.url}${reports}/${report.id}`, { headers })).text();
    expect(await read()).toContain(CANARY);
    const rotated = await run('rotate-keys', both).ended;
    expect([rotated.code, rotated.stdout]).toEqual([
      0,
      '1 report keys are wrapped anew. All are under the newest master key.\nNo report needs these master keys any longer: first\n',
    ]);
    expect(await read()).toContain(CANARY);
    const doctor = await run('doctor', { ...env, MASTER_KEY: `second:${newer}` }).ended;
    expect(doctor.stdout).toContain('ok    saving: All saved reports are under the newest master key.');
    const lost = await run('rotate-keys', { ...env, MASTER_KEY: `third:${randomBytes(32).toString('base64')}` }).ended;
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining('1 could not be opened')]);
    other.child.kill('SIGTERM');
    expect((await other.ended).code).toBe(0);
    for (const said of [one.said, other.said, rotated, doctor, lost])
      for (const secret of [CANARY, 'quillfeather', older, newer])
        expect(said.stdout + said.stderr).not.toContain(secret);
  });
});
