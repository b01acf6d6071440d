import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { startFake } from './fake-server.ts';

let server: RunningServer | undefined;
beforeAll(async () => {
  server = await startFake();
});
afterAll(() => server?.close());

test.each([
  ['/dashboard', 'en', 'Your reports', '/assets/d-en.js'],
  ['/es/dashboard', 'es', 'Sus informes', '/assets/d-es.js'],
  ['/zh/dashboard', 'zh-Hans', '您的报告', '/assets/d-zh.js'],
])('%s is the same page for everyone, in its language, with its words alone', async (path, tag, title, words) => {
  const [first, second] = await Promise.all([fetch(`${server?.url}${path}`), fetch(`${server?.url}${path}`)]);
  const html = await first.text();
  expect(await second.text()).toBe(html);
  expect([first.status, first.headers.get('cache-control'), first.headers.get('set-cookie')]).toEqual([
    200,
    'no-cache',
    null,
  ]);
  expect(html).toContain(`<html lang="${tag}"`);
  expect(/<h1[^>]*>([^<]*)/.exec(html)?.[1]).toBe(title);
  expect(html).toContain(`data-words="${words}"`);
  // without script it says why it shows nothing
  expect(html).toMatch(/<noscript><p>[^<]{40,}<\/p><\/noscript>/);
});
