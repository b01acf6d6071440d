import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contactSettings } from '../src/contact/settings.ts';
import { embedOrigins } from '../src/embed/settings.ts';
import { readOperator } from '../src/operator.ts';
import { publicOrigin } from '../src/origin.ts';
import { portFrom, readingThreads, trustedProxies } from '../src/settings.ts';
import { WrongSetting } from '../src/wrong-setting.ts';

const dir = mkdtempSync(join(tmpdir(), 'readingscan-settings-'));
const file = (text: string): string => {
  const path = join(dir, `${Math.random()}.yml`);
  writeFileSync(path, text);
  return path;
};

describe('a setting', () => {
  test('that is not there, or empty, has its usual value', () => {
    expect([portFrom({}), portFrom({ PORT: '' }), portFrom({ PORT: ' 8080 ' }), portFrom({ PORT: '0' })]).toEqual([
      3000, 3000, 8080, 0,
    ]);
    expect([trustedProxies({}), trustedProxies({ TRUST_PROXY: '2' })]).toEqual([0, 2]);
    expect([readingThreads({}) >= 1, readingThreads({ READING_THREADS: '3' })]).toEqual([true, 3]);
    expect([embedOrigins({}), embedOrigins({ EMBED_ORIGINS: ' ' })]).toEqual([[], []]);
    const two = 'https://praxis.example, https://PRAXIS.example:443/\thttp://localhost:8080';
    expect(embedOrigins({ EMBED_ORIGINS: two })).toEqual(['https://praxis.example', 'http://localhost:8080']);
    expect(contactSettings({ CONTACT_DIR: dir }, {})?.days).toBe(180);
    expect(contactSettings({ CONTACT_DIR: dir, CONTACT_DAYS: '30' }, {})?.days).toBe(30);
  });

  test.each<readonly [string, () => unknown, RegExp]>([
    ['PORT with letters', () => portFrom({ PORT: '80a' }), /^PORT is not/],
    ['PORT too large', () => portFrom({ PORT: '65536' }), /^PORT is not/],
    ['PORT below zero', () => portFrom({ PORT: '-1' }), /^PORT is not/],
    ['PORT with a fraction', () => portFrom({ PORT: '80.5' }), /^PORT is not/],
    ['READING_THREADS of none', () => readingThreads({ READING_THREADS: '0' }), /^READING_THREADS is not/],
    ['TRUST_PROXY as a word', () => trustedProxies({ TRUST_PROXY: 'true' }), /^TRUST_PROXY is not/],
    [
      'EMBED_ORIGINS with a path',
      () => embedOrigins({ EMBED_ORIGINS: 'https://praxis.example/de' }),
      /^EMBED_ORIGINS is/,
    ],
    ['EMBED_ORIGINS for everybody', () => embedOrigins({ EMBED_ORIGINS: '*' }), /^EMBED_ORIGINS is/],
    ['EMBED_ORIGINS for many', () => embedOrigins({ EMBED_ORIGINS: 'https://*.example.org' }), /^EMBED_ORIGINS is/],
    ['EMBED_ORIGINS without TLS', () => embedOrigins({ EMBED_ORIGINS: 'http://praxis.example' }), /^EMBED_ORIGINS is/],
    ['EMBED_ORIGINS as a name', () => embedOrigins({ EMBED_ORIGINS: 'praxis.example' }), /^EMBED_ORIGINS is/],
    [
      'EMBED_ORIGINS with a directive',
      () => embedOrigins({ EMBED_ORIGINS: 'https://a.example;script-src' }),
      /^EMBED_ORIGINS is/,
    ],
    ['EMBED_ORIGINS with a keyword', () => embedOrigins({ EMBED_ORIGINS: "'self'" }), /^EMBED_ORIGINS is/],
    ['EMBED_ORIGINS of a scheme', () => embedOrigins({ EMBED_ORIGINS: 'data:text/html,x' }), /^EMBED_ORIGINS is/],
    [
      'EMBED_ORIGINS too long',
      () => embedOrigins({ EMBED_ORIGINS: Array.from({ length: 21 }, (_, at) => `https://p${at}.example`).join(' ') }),
      /^EMBED_ORIGINS names/,
    ],
    ['PUBLIC_ORIGIN with a path', () => publicOrigin('https://example.org/app'), /^PUBLIC_ORIGIN is not/],
    [
      'CONTACT_DAYS of none',
      () => contactSettings({ CONTACT_DIR: dir, CONTACT_DAYS: '0' }, {}),
      /^CONTACT_DAYS is not/,
    ],
    [
      'READINGSCAN_SITE that is not there',
      () => readOperator({ READINGSCAN_SITE: join(dir, 'no.yml') }),
      /cannot be read/,
    ],
    [
      'READINGSCAN_SITE with a slip',
      () => readOperator({ READINGSCAN_SITE: file('operator: { nam: A }') }),
      /operator/,
    ],
    ['READINGSCAN_SITE that is no YAML', () => readOperator({ READINGSCAN_SITE: file('a: [') }), /cannot be read/],
  ])('that is wrong stops the start with one line: %s', (_, read, said) => {
    let wrong: unknown;
    try {
      read();
    } catch (error) {
      wrong = error;
    }
    expect(wrong).toBeInstanceOf(WrongSetting);
    const { message } = wrong as WrongSetting;
    expect(message).toMatch(said);
    expect(message).not.toContain('\n');
  });
});
