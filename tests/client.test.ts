/** The client for programs: its types are those of the interface today, and it waits no longer than it may. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { isProblemError, openClient } from '../publish/client/client.ts';
import { apiTypes } from '../scripts/client/api-types.ts';
import { described } from '../scripts/client/described.ts';

const TEXT = { text: 'IMPRESSION: The lungs are clear.' };
const DOCUMENT = { schema: 'readingscan.explanation/1' };

afterEach(() => void vi.useRealTimers());

/** A server that gives these answers, one for each time that it is asked. */
function answering(...answers: readonly (() => Response)[]) {
  const asked: Request[] = [];
  const send: typeof fetch = async (to, init) => {
    init?.signal?.throwIfAborted();
    asked.push(new Request(String(to), init));
    return answers[Math.min(asked.length, answers.length) - 1]?.() ?? Response.error();
  };
  return { asked, send };
}

const later = (seconds: string) => () =>
  new Response(JSON.stringify({ code: 'busy', status: 429, message: 'Busy.', hint: 'Wait.' }), {
    status: 429,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': seconds },
  });
const good = (): Response => Response.json(DOCUMENT);

test('its types are what the interface says of itself: npm run client writes them', () => {
  const written = readFileSync(fileURLToPath(new URL('../publish/client/api.ts', import.meta.url)), 'utf8');
  // the formatter's own: blanks, brackets that are not needed, commas at an end
  const bare = (text: string): string => text.replace(/[\s();,|]/g, '').replaceAll('"', "'");
  expect(bare(written)).toBe(bare(apiTypes(described())));
});

test('a schema that no type can be written for stops the writing', () => {
  const paths = {
    '/api/v1/x': {
      post: {
        operationId: 'x',
        requestBody: { content: { 'application/json': { schema: { not: {} } } } },
        responses: { '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
      },
    },
  };
  const components = { schemas: { Problem: { type: 'object', properties: {} } } };
  expect(() => apiTypes({ paths, components })).toThrow('cannot be written as a type');
});

test('it comes again when the server says when, with the same name of the request', async () => {
  vi.useFakeTimers();
  const { asked, send } = answering(later('3'), later('2'), good);
  const client = openClient({ url: 'https://a.example', key: 'rs_key', fetch: send });
  const answer = client.save({ ...TEXT, tags: ['chest'] });
  await vi.advanceTimersByTimeAsync(2999);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2001);
  expect(await answer).toEqual(DOCUMENT);
  const names = asked.map(({ headers }) => headers.get('Idempotency-Key'));
  expect([names.length, new Set(names).size]).toEqual([3, 1]);
  expect(asked[0]?.headers.get('Authorization')).toBe('Bearer rs_key');
});

test.each([
  ['longer than it may wait in all', [later('40'), later('40')], 2],
  ['again and again', [later('1')], 5],
  ['later, and not when', [later('soon')], 1],
])('it gives up where the server says "%s"', async (_, answers, times) => {
  vi.useFakeTimers();
  const { asked, send } = answering(...answers);
  const failed = openClient({ url: 'https://a.example', fetch: send })
    .explain(TEXT)
    .catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(120_000);
  const error = await failed;
  expect(isProblemError(error) && error.problem.code).toBe('busy');
  expect(asked).toHaveLength(times);
});

test('a signal ends the waiting at once, with its own reason', async () => {
  const { send } = answering(later('30'));
  const stop = new AbortController();
  const failed = openClient({ url: 'https://a.example', fetch: send })
    .explain(TEXT, { signal: stop.signal })
    .catch((error: unknown) => error);
  setTimeout(() => stop.abort('enough'), 20);
  expect(await failed).toBe('enough');
});

test('what a proxy says in place of the server is a problem too, without its words', async () => {
  const { send } = answering(() => new Response('<h1>Bad gateway of Ana Quillfeather</h1>', { status: 502 }));
  const error = await openClient({ url: 'https://a.example', fetch: send })
    .explain(TEXT)
    .catch((one: unknown) => one);
  expect(isProblemError(error) && [error.problem.code, error.problem.status, error.message]).toEqual([
    'internal',
    502,
    'The server answered with 502. Try again later, or ask who runs it.',
  ]);
});
