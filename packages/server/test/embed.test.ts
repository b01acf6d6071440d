import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { startFake } from './fake-server.ts';

const EMBED = ['/embed', '/es/embed', '/zh/embed'];
const OTHERS = [
  '/',
  '/es/',
  '/api',
  '/dashboard',
  '/contact',
  '/glossary',
  '/nothing',
  '/embed/',
  '/embed/x',
  '/api/v1/explain',
];
const NAMED = ['https://praxis.example', 'http://localhost:8080'];

const ancestors = (answer: Response): string | undefined =>
  answer.headers.get('content-security-policy')?.match(/frame-ancestors ([^;]+)/)?.[1];

describe('where no site is named', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startFake({ embed: [] });
  });
  afterAll(() => server.close());

  test.each(EMBED)('there is no %s', async (path) => {
    const answer = await fetch(server.url + path);
    expect([answer.status, ancestors(answer), answer.headers.get('x-frame-options')]).toEqual([404, "'none'", 'DENY']);
  });

  test.each(OTHERS)('nobody may frame %s', async (path) => {
    const answer = await fetch(server.url + path);
    expect([ancestors(answer), answer.headers.get('x-frame-options')]).toEqual(["'none'", 'DENY']);
  });
});

describe('where two sites are named', () => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startFake({ embed: NAMED });
  });
  afterAll(() => server.close());

  test.each(EMBED)('they alone may frame %s, which has no form and is not for search engines', async (path) => {
    const answer = await fetch(server.url + path);
    expect([answer.status, ancestors(answer)]).toEqual([200, NAMED.join(' ')]);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("form-action 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(answer.headers.has('x-frame-options')).toBe(false);
    expect(answer.headers.get('permissions-policy')).toBe('camera=(), microphone=(), geolocation=()');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.has('set-cookie')).toBe(false);
    const html = await answer.text();
    expect(html).not.toMatch(/<form|site-header|site-footer/);
    expect(html).toContain('content="noindex"');
    expect(html.match(/<a [^>]*>/g)?.filter((link) => !link.includes('target="_blank"'))).toEqual([]);
  });

  test.each(OTHERS)('still nobody may frame %s', async (path) => {
    const answer = await fetch(server.url + path);
    expect([ancestors(answer), answer.headers.get('x-frame-options')]).toEqual(["'none'", 'DENY']);
  });

  test('another method than reading it is answered as for a page that is not there, framed by nobody', async () => {
    const answer = await fetch(`${server.url}/embed`, { method: 'POST' });
    expect([answer.status, ancestors(answer)]).toEqual([404, "'none'"]);
  });
});
