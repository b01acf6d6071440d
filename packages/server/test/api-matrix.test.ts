/** Every route for programs × what key it is asked with, taken from the router: a new route without a row here fails. */
import type { KeyScope } from '@readingscan/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKeyText } from '../src/accounts/keys/key-text.ts';
import type { ApiSettings } from '../src/api/settings.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { KINDS } from './database-kinds.ts';
import { saving } from './saved-site.ts';

const WHO = [
  'no key',
  'a page of this site',
  'a page of another site',
  'no key at all behind Bearer',
  'a slip',
  'wrong key',
  'revoked key',
  'expired key',
  'key of a deleted account',
  'key without scope',
  'right key',
] as const;
type Who = (typeof WHO)[number];

/** What a route answers whoever is let in, and what a key needs for it: null where nothing does. */
interface Row {
  readonly answer: number;
  readonly scope: KeyScope | null;
  /** however open all is */
  readonly mustHaveKey?: boolean;
  /** any key will do, and finds what it made itself: another one is answered as if there were nothing */
  readonly isOwn?: boolean;
}

const ROWS: Readonly<Record<string, Row>> = {
  'GET /api/v1/openapi.json': { answer: 200, scope: null },
  'POST /api/v1/explain': { answer: 200, scope: 'explain' },
  'POST /api/v1/read': { answer: 200, scope: 'read' },
  'POST /api/v1/extract': { answer: 200, scope: 'read' },
  'POST /api/v1/compare': { answer: 200, scope: 'read' },
  'POST /api/v1/deidentify': { answer: 200, scope: 'deidentify' },
  'POST /fhir/DiagnosticReport/$explain': { answer: 200, scope: 'explain' },
  'GET /fhir/metadata': { answer: 200, scope: null },
  'GET /fhir/OperationDefinition/DiagnosticReport-explain': { answer: 200, scope: null },
  'POST /api/v1/reports': { answer: 201, scope: 'save', mustHaveKey: true },
  'POST /api/v1/jobs': { answer: 202, scope: 'explain', mustHaveKey: true },
  'GET /api/v1/jobs': { answer: 200, scope: 'explain', mustHaveKey: true, isOwn: true },
  'GET /api/v1/jobs/:id': { answer: 200, scope: 'explain', mustHaveKey: true, isOwn: true },
  'GET /api/v1/jobs/:id/results': { answer: 200, scope: 'explain', mustHaveKey: true, isOwn: true },
  // of a job that is done
  'POST /api/v1/jobs/:id/cancel': { answer: 409, scope: 'explain', mustHaveKey: true, isOwn: true },
  'POST /api/v1/jobs/:id/retry': { answer: 409, scope: 'explain', mustHaveKey: true, isOwn: true },
  'DELETE /api/v1/jobs/:id': { answer: 204, scope: 'explain', mustHaveKey: true, isOwn: true },
};
const BODIES: Readonly<Record<string, object>> = {
  'POST /fhir/DiagnosticReport/$explain': { resourceType: 'DiagnosticReport', conclusion: 'The lungs are clear.' },
  'POST /api/v1/compare': { texts: ['The lungs are clear.', 'The lungs are clear.'] },
};
/** an id that nothing has */
const NOBODY = '00000000-0000-4000-8000-000000000000';
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const isOfPrograms = (path: string): boolean => path.startsWith('/api/v1') || path.startsWith('/fhir');

function expected(who: Who, access: ApiSettings['access'], name: string, row: Row): number {
  const { answer, scope, mustHaveKey, isOwn } = row;
  if (scope === null) return answer;
  if (who === 'right key') return answer;
  if (isOwn && who === 'key without scope') return name.includes(':id') ? 404 : answer;
  if (mustHaveKey) return who === 'key without scope' ? 403 : 401;
  if (who === 'a page of this site') return answer;
  if (who === 'key without scope') return 403;
  if (who === 'no key' || who === 'a page of another site') return access === 'open' ? answer : 401;
  return 401;
}

describe.each(KINDS.flatMap((kind) => (['open', 'key'] as const).map((access) => [kind, access] as const)))(
  'on %s, %s',
  (kind, access) => {
    let at: ApiSite | undefined;
    beforeAll(async () => {
      at = await apiSite(kind, { access, perMinute: 1_000_000 }, { saving: saving() });
    });
    afterAll(() => at?.close());

    const site = (): ApiSite => {
      if (!at) throw new Error('not started');
      return at;
    };

    test('each route of the router has a row, and each row a route', () => {
      expect([...site().routes].filter((route) => isOfPrograms(route.split(' ')[1] ?? '')).sort()).toEqual(
        Object.keys(ROWS).sort(),
      );
    });

    test('no route takes another method', async () => {
      for (const path of new Set(Object.keys(ROWS).map((row) => row.split(' ')[1] ?? '')))
        for (const method of METHODS.filter((one) => !(`${one} ${path}` in ROWS)))
          expect([404, 405]).toContain((await fetch(site().url + path.replace(':id', NOBODY), { method })).status);
    });

    describe.each(Object.entries(ROWS))('%s', (name, row) => {
      test.each(WHO)(`for %s`, async (who) => {
        const { status, headers, page } = await asked(site(), who, name, row.scope ?? 'explain');
        expect(status).toBe(expected(who, access, name, row));
        const challenge = headers.get('www-authenticate') ?? '';
        if (status === 401) {
          expect(headers.get('content-type')).toMatch(/^application\/(problem|fhir)\+json/);
          expect(challenge).toContain('Bearer realm="ReadingScan"');
          expect(challenge.includes('error="invalid_token"')).toBe(!/^no key$|page/.test(who));
        }
        if (status === 403) {
          expect(challenge).toContain(`error="insufficient_scope", scope="${row.scope}"`);
          expect(page).toContain(`\\"${row.scope}\\"`);
        }
        if (status === 401 || status === 403) expect(page).not.toMatch(/lungs/);
      });
    });
  },
);

async function asked(site: ApiSite, who: Who, name: string, scope: KeyScope) {
  const [method = '', path = ''] = name.split(' ');
  const headers: Record<string, string> = {
    'Content-Type': name === 'POST /api/v1/jobs' ? 'application/x-ndjson' : 'application/json',
    ...(await headersOf(site, who, scope)),
  };
  const body = JSON.stringify(BODIES[name] ?? { text: 'The lungs are clear.' });
  const own = path.includes(':id') ? await jobDone(site, site.keys[scope]) : '';
  const answer = await fetch(site.url + path.replace(':id', own), {
    method,
    headers,
    ...(method === 'POST' ? { body } : {}),
  });
  return { status: answer.status, headers: answer.headers, page: await answer.text() };
}

async function headersOf(site: ApiSite, who: Who, scope: KeyScope): Promise<Record<string, string>> {
  const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });
  switch (who) {
    case 'no key':
      return {};
    case 'a page of this site':
      return { 'Sec-Fetch-Site': 'same-origin' };
    case 'a page of another site':
      return { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' };
    case 'no key at all behind Bearer':
      return { Authorization: 'Bearer' };
    case 'a slip':
      return bearer(`${site.keys[scope].slice(0, -1)}_`);
    case 'wrong key':
      return bearer(newKeyText().written);
    case 'revoked key':
      return bearer(site.revoked);
    case 'expired key':
      return bearer(site.expired);
    case 'key of a deleted account':
      return bearer(site.orphan);
    case 'key without scope':
      return bearer(site.without[scope]);
    case 'right key':
      return bearer(site.keys[scope]);
  }
}

/** A job of a key, whatever was asked before. */
async function jobDone(site: ApiSite, key: string): Promise<string> {
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-ndjson' };
  const body = JSON.stringify({ text: 'The lungs are clear.' });
  const { id } = await (await fetch(`${site.url}/api/v1/jobs`, { method: 'POST', headers, body })).json();
  const state = async () => (await (await fetch(`${site.url}/api/v1/jobs/${id}`, { headers })).json()).state;
  await expect.poll(state, { interval: 20, timeout: 20_000 }).toBe('done');
  return id;
}
