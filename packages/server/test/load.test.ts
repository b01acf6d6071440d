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

test('two pictures are read at once, some wait, the rest is told to come again', async () => {
  let [inside, most, turnedAway] = [0, 0, 0];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const running = await start(async () => {
    inside += 1;
    most = Math.max(most, inside);
    await gate;
    inside -= 1;
  });
  const answers = Array.from({ length: 40 }, async () => {
    const answer = await post(running);
    if (answer.status === 429) turnedAway += 1;
    if (turnedAway === 14) open();
    return answer;
  });
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  expect(most).toBe(2);
  expect(statuses.filter((status) => status === 200)).toHaveLength(26);
  expect(statuses.filter((status) => status === 429)).toHaveLength(14);
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
