/** What the second step stands on: codes as the standards have them, keys sealed, waits that grow. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openKey, sealKey } from '../src/accounts/second-step/sealed-key.ts';
import { base32, codeAt, counterAt, counterOf, keyAddress, newKey } from '../src/accounts/second-step/totp.ts';
import { waitAfter } from '../src/accounts/second-step/waits.ts';

/** The key of the examples of both standards. */
const KEY = Buffer.from('12345678901234567890');

describe('a code', () => {
  test.each(
    ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'].map(
      (code, counter) => [counter, code] as const,
    ),
  )('of step %i is that of RFC 4226, appendix D', (counter, code) => {
    expect(codeAt(KEY, counter)).toBe(code);
  });

  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at %i seconds is that of RFC 6238, appendix B', (seconds, code) => {
    expect(codeAt(KEY, counterAt(seconds * 1000))).toBe(code.slice(2));
  });

  test('is taken one step early and one late, and no further', () => {
    const now = 1_700_000_000_000;
    const step = counterAt(now);
    for (const off of [-1, 0, 1]) expect(counterOf(KEY, codeAt(KEY, step + off), now)).toBe(step + off);
    for (const off of [-2, 2, 1000]) expect(counterOf(KEY, codeAt(KEY, step + off), now)).toBeNull();
  });

  test.each(['', '12345', '1234567', 'abcdef', '১২৩৪৫৬', '-12345', '12345 ', '１２３４５６', 'é'.repeat(6)])(
    'that is none opens nothing: "%s"',
    (code) => {
      expect(counterOf(KEY, code, 59_000)).toBeNull();
    },
  );
});

describe('a key', () => {
  test('has 160 bits, each time others', () => {
    expect(newKey()).toHaveLength(20);
    expect(newKey().equals(newKey())).toBe(false);
  });

  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('is written as RFC 4648 has it: "%s" is %s', (bytes, written) => {
    expect(base32(Buffer.from(bytes))).toBe(written);
  });

  test('is given to an app with whose it is, whatever signs the address has', () => {
    const address = new URL(keyAddress(KEY, 'ReadingScan', 'a&b?c=d#e@quillfeather.example'));
    expect(decodeURIComponent(address.pathname)).toBe('/ReadingScan:a&b?c=d#e@quillfeather.example');
    expect([...address.searchParams]).toEqual([
      ['secret', 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'],
      ['issuer', 'ReadingScan'],
    ]);
    expect(address.hash).toBe('');
  });

  test('is sealed anew each time, and opens only for its owner, by its key, unchanged', () => {
    const by = randomBytes(32);
    const stored = sealKey(KEY, 'ana', by);
    expect(stored).not.toBe(sealKey(KEY, 'ana', by));
    expect(openKey(stored, 'ana', by).equals(KEY)).toBe(true);
    expect(() => openKey(stored, 'bea', by)).toThrow();
    expect(() => openKey(stored, 'ana', randomBytes(32))).toThrow();
    for (const changed of ['', 'AQ', `${stored.slice(0, -4)}AAAA`, `AAAA${stored.slice(4)}`, stored.slice(0, 20)])
      expect(() => openKey(changed, 'ana', by), changed).toThrow();
  });
});

test('wrong codes hold up the next one: five are free, then a minute, twice as long each time, a day at most', () => {
  const waits = Array.from({ length: 20 }, (_, failures) => waitAfter(failures, 1000, 1000));
  expect(waits.slice(0, 8)).toEqual([null, null, null, null, null, 60, 120, 240]);
  expect(waits.slice(-4)).toEqual([86_400, 86_400, 86_400, 86_400]);
  expect(waitAfter(5, 1000, 61_000)).toBeNull();
  expect(waitAfter(1000, 1000, 1000)).toBe(86_400);
  // who guesses at one account all year meets one of three good codes of a million with less than 1 in 800
  let [clock, tries] = [0, 0];
  while (clock < 365 * 86_400_000) {
    clock += 1000 * (waitAfter(tries, clock, clock) ?? 0);
    tries += 1;
  }
  expect((tries * 3) / 1e6).toBeLessThan(1 / 800);
});
