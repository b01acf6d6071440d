/** The page that hospitals' portals open: only where hospitals were named, with a policy that lets it ask these alone. */
import { SMART_WORDS, type SmartSettings } from '@readingscan/web';
import { describe, expect, test } from 'vitest';
import { startServer } from '../src/index.ts';
import { smartSettings } from '../src/smart/settings.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { fakeReader } from './fake-reader.ts';

const HOSPITAL = 'https://fhir.hospital.example';
const set = (SMART_CLIENT_ID: string, SMART_ISSUERS: string) => smartSettings({ SMART_CLIENT_ID, SMART_ISSUERS });

describe('hospitals are named', () => {
  test('by exact origins, each once, with the name that they know this site by', () => {
    expect(set('readingscan', `${HOSPITAL} ${HOSPITAL}/, http://127.0.0.1:8080`)).toEqual({
      clientId: 'readingscan',
      issuers: [HOSPITAL, 'http://127.0.0.1:8080'],
    });
    expect(smartSettings({})).toBeNull();
  });

  test.each([
    ['', HOSPITAL],
    ['readingscan', ''],
    ['readingscan', 'http://hospital.example'],
    ['readingscan', 'https://*.hospital.example'],
    ['readingscan', `${HOSPITAL}/fhir`],
    ["readingscan' evil", HOSPITAL],
    ['x'.repeat(256), HOSPITAL],
  ])('or the start stops: %s, %s', (clientId, issuers) => {
    expect(() => set(clientId, issuers)).toThrow(/^(Of )?SMART_/);
  });
});

async function at<T>(smart: SmartSettings | null, work: (url: string) => Promise<T>): Promise<T> {
  const server = await startServer({
    port: 0,
    dist: fakeDist(),
    reader: fakeReader(),
    glossaries: GLOSSARIES,
    operator: {},
    contact: null,
    accounts: null,
    smart,
    signals: false,
    log: () => undefined,
  });
  try {
    return await work(server.url);
  } finally {
    await server.close();
  }
}

test('the page may ask the named hospitals and this server, and no other page may', () =>
  at({ clientId: 'readingscan', issuers: [HOSPITAL] }, async (url) => {
    for (const path of ['/smart/launch?iss=x&launch=y', '/es/smart/reports?code=secret', '/zh/smart/launch']) {
      const answer = await fetch(url + path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(answer.status).toBe(200);
      expect(policy).toContain(`connect-src 'self' ${HOSPITAL};`);
      expect(policy).toContain("form-action 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      // the same for everybody
      expect(await answer.text()).not.toContain('secret');
    }
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("connect-src 'self';");
    expect(await (await fetch(`${url}/smart/launch`)).text()).toContain(SMART_WORDS.en.noScript);
  }));

test('where no hospital was named there is no such page', () =>
  at(null, async (url) => {
    for (const path of ['/smart/launch', '/smart/reports']) expect((await fetch(url + path)).status).toBe(404);
  }));
