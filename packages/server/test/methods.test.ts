/** What methods a server knows: TRACE, which would give headers back, is none of them. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { startFake } from './fake-server.ts';

let server: RunningServer | undefined;
beforeAll(async () => {
  server = await startFake();
});
afterAll(() => server?.close());

const ask = (method: string, path: string): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(`${server?.url}${path}`, { method, headers: { 'X-Canary': 'quokkafinding' } }, (answer) => {
      text(answer).then((body) => resolve({ status: answer.statusCode ?? 0, body }), reject);
    });
    asked.on('error', reject).end();
  });

test.each(['/', '/api/v1/explain', '/assets/none.js', '/healthz'])('%s is not traced', async (path) => {
  const { status, body } = await ask('TRACE', path);
  expect([400, 404, 405, 501]).toContain(status);
  expect(body).not.toMatch(/quokka|X-Canary/i);
  expect((await ask('GET', '/healthz')).status).toBe(200);
});
