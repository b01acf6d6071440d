/** The small parts that accounts stand on. */
import { describe, expect, test } from 'vitest';
import { background } from '../src/accounts/background.ts';
import { deviceOf } from '../src/accounts/device.ts';
import { passwords, TooBusy } from '../src/accounts/passwords.ts';
import { HOUR, MINUTE, rateLimit, tryAll } from '../src/accounts/rate-limit.ts';
import { accountSettings, secretFrom } from '../src/accounts/settings.ts';

describe('a password', () => {
  test('is kept as scrypt at the strength that OWASP asks for, with a salt of its own', async () => {
    const { hash, verify } = passwords();
    const [one, other] = await Promise.all([hash('marmalade under seven hats'), hash('marmalade under seven hats')]);
    expect(one).toMatch(/^scrypt\$131072\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await verify(one, 'marmalade under seven hats')).toBe(true);
    expect(await verify(one, 'marmalade under seven hat')).toBe(false);
  });

  test('kept in any other form opens nothing', async () => {
    const { verify } = passwords(2 ** 10);
    for (const stored of ['', 'x', 'scrypt$1024$$', `scrypt$1000$${'a'.repeat(22)}$${'a'.repeat(43)}`])
      expect(await verify(stored, '')).toBe(false);
    expect(await verify(`scrypt$9999999$${'a'.repeat(22)}$${'a'.repeat(43)}`, 'x')).toBe(false);
  });

  test('is worked out for two at once while twenty wait: the next is told to come again', async () => {
    const { hash } = passwords(2 ** 14);
    const all = await Promise.allSettled(Array.from({ length: 25 }, () => hash('marmalade')));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(3);
    expect(refused.every(({ reason }) => reason instanceof TooBusy)).toBe(true);
    await expect(hash('marmalade')).resolves.toMatch(/^scrypt/);
  });
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge, Linux'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15', 'Safari, Mac'],
  ['curl/8.5.0', ''],
  ['<script>alert(1)</script>', ''],
  [null, ''],
])('a device is known by its kind alone: %s', (said, name) => {
  expect(deviceOf(said)).toBe(name);
});

describe('a limit', () => {
  test('lets so many through in a time, and forgets', () => {
    let clock = 0;
    const limit = rateLimit([{ most: 2, within: MINUTE }], () => clock);
    const other = rateLimit([{ most: 9, within: HOUR }], () => clock);
    const ask = (who: string) => tryAll([limit, who], [other, 'all']);
    expect([ask('a'), ask('a'), ask('a'), ask('b')]).toEqual([null, null, 60, null]);
    clock += 59_000;
    expect(ask('a')).toBe(1);
    clock += 1_000;
    expect(ask('a')).toBeNull();
    clock += HOUR;
    limit.forget();
    expect(limit.wait('a')).toBeNull();
  });

  test('that one refuses is not counted by the others', () => {
    const [strict, wide] = [1, 100].map((most) => rateLimit([{ most, within: HOUR }], () => 0));
    if (!strict || !wide) throw new Error('not made');
    for (let asked = 0; asked < 200; asked += 1) tryAll([strict, 'a'], [wide, 'all']);
    expect(tryAll([strict, 'b'], [wide, 'all'])).toBeNull();
  });
});

test('work in the background is bounded, survives failures, and is waited for', async () => {
  const failures: unknown[] = [];
  const later = background((error) => failures.push(error), 0);
  let done = 0;
  const begun = Array.from({ length: 210 }, (_, at) =>
    later.begin(async () => {
      if (at === 3) throw new Error('marmalade');
      done += 1;
    }),
  );
  expect(begun.filter(Boolean)).toHaveLength(204);
  await later.close();
  expect([done, failures.length]).toEqual([203, 1]);
});

describe('settings', () => {
  const env = {
    DATABASE_URL: 'file:r.db',
    SECRET_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url'),
    PUBLIC_ORIGIN: 'https://reports.example',
    SMTP_URL: 'smtps://mail.example.org',
    SMTP_FROM: 'site@reports.example',
  };

  test('without a database mean no accounts, whatever else is set', () => {
    expect(accountSettings({ ...env, DATABASE_URL: undefined })).toBeNull();
    expect(accountSettings({ SECRET_KEY: 'short' })).toBeNull();
  });

  test('that are whole are taken; without TLS on this machine alone', () => {
    expect(accountSettings(env)?.origin).toBe('https://reports.example');
    for (const origin of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000'])
      expect(accountSettings({ ...env, PUBLIC_ORIGIN: origin })?.origin).toBe(origin);
    for (const origin of ['http://192.168.0.7', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example'])
      expect(() => accountSettings({ ...env, PUBLIC_ORIGIN: origin })).toThrow(/https:\/\//);
  });

  test.each([
    ['changeme', /not 32 bytes/],
    ['not base64 at all, however long it is!', /not 32 bytes/],
    [Buffer.alloc(32).toString('base64'), /can be guessed/],
    [Buffer.from('0123456789abcdef'.repeat(2).slice(0, 15).repeat(3)).toString('base64'), /can be guessed/],
  ])('a secret like "%s" stops the start, and is not repeated', (secret, said) => {
    expect(() => secretFrom(secret)).toThrow(said);
    expect(() => secretFrom(secret)).not.toThrow(secret);
  });
});
