import { afterEach, expect, test } from 'vitest';
import { type RunningServer, startServer } from '../src/index.ts';
import { fakeDist } from './fake-dist.ts';
import { fakeReader } from './fake-reader.ts';

let server: RunningServer | null = null;
afterEach(() => server?.close());

const start = async (onInput: () => Promise<void>): Promise<RunningServer> => {
  server = await startServer({
    port: 0,
    dist: fakeDist(),
    reader: fakeReader(onInput),
    signals: false,
    log: () => undefined,
  });
  return server;
};
const post = (to: RunningServer): Promise<Response> => {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array([1, 2, 3])]), 'page.jpg');
  return fetch(`${to.url}/api/v1/explain`, { method: 'POST', body });
};

test('two pictures are read at once, no more; what is too much is told to come again', async () => {
  let [inside, most] = [0, 0];
  const running = await start(async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 15));
    inside -= 1;
  });
  const answers = await Promise.all(Array.from({ length: 40 }, () => post(running)));
  const statuses = new Set(answers.map(({ status }) => status));
  expect(most).toBe(2);
  expect([...statuses].sort()).toEqual([200, 429]);
  const busy = answers.find(({ status }) => status === 429);
  expect(busy?.headers.get('retry-after')).toBe('5');
  expect((await post(running)).status).toBe(200);
});

test('a stop lets the work under way be answered', async () => {
  const running = await start(() => new Promise((resolve) => setTimeout(resolve, 150)));
  const answer = post(running);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const closed = running.close();
  expect((await answer).status).toBe(200);
  await closed;
  await expect(post(running)).rejects.toThrow();
});
