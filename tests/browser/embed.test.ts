/** The reader in the frame of a practice's page: shown to sites that were named and to no other, with nothing that leaves it but its height. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningServer, startServer } from '@readingscan/server';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow, SCHEMES, smallTargets, violations } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { type ServedFolder, serveFolder } from './served-folder.ts';
import { axeSource } from './site.ts';

/** The frame and the lines of script that practices are told to copy. */
const GUIDE = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
const copied = (fence: string): string =>
  new RegExp(`\`\`\`${fence}\n([\\s\\S]*?readingscan[\\s\\S]*?)\`\`\``).exec(GUIDE)?.[1] ?? '';

interface Heard {
  readonly heard: readonly { readonly origin: string; readonly data: unknown }[];
}

describe.skipIf(noBrowser)('the page for frames', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readingscan-practice-'));
  const axe = readFileSync(axeSource, 'utf8');
  let [browser, practice, stranger, server]: [Browser?, ServedFolder?, ServedFolder?, RunningServer?] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    [practice, stranger] = await Promise.all([serveFolder(folder), serveFolder(folder)]);
    const dist = fileURLToPath(new URL('../../packages/web/dist', import.meta.url));
    server = await startServer({ port: 0, dist, embed: [practice.url], signals: false, log: () => undefined });
    for (const [name, address] of [
      ['plain', '/embed'],
      ['told', '/embed?height'],
    ] as const)
      writeFileSync(join(folder, `${name}.html`), parentOf(server.url + address));
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([practice?.close(), stranger?.close(), server?.close()]);
    rmSync(folder, { recursive: true });
  });

  async function visit(site: ServedFolder | undefined, path: string, width = 600) {
    if (!browser || !server || !site) throw new Error('not started');
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const asked: string[] = [];
    const said: string[] = [];
    context.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) said.push(message.text());
    });
    await page.goto(`${site.url}/${path}`);
    return { page, asked, said, own: server.url };
  }

  const frameOf = async (page: Page): Promise<Frame> => {
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('no frame');
    return frame;
  };

  async function readSample(page: Page): Promise<Frame> {
    const frame = await frameOf(page);
    await frame.locator('html[data-reader=live]').waitFor({ state: 'attached' });
    await frame.locator('.hero-main .link-button').click();
    await frame.locator('#headline').waitFor();
    return frame;
  }

  test('a site that was named shows it: the sample is told, with no request elsewhere, and nothing is said to the page around or kept', async () => {
    const { page, asked, said, own } = await visit(practice, 'plain.html', 960);
    const frame = await readSample(page);
    const away = asked.filter((one) => !one.startsWith(`GET ${own}/`) && !one.startsWith(`GET ${practice?.url}/`));
    expect(away.filter((one) => !/^GET (?:blob|data):/.test(one))).toEqual([]);
    expect(said).toEqual([]);
    expect((await heardBy(page)).heard).toEqual([]);
    // as wide as a frame of 60 rem, where two layouts meet
    expect((await frame.locator('.body-map li a').first().boundingBox())?.width).toBeGreaterThan(200);
    const kept = await frame.evaluate(async () => ({
      stored: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
      caches: await caches.keys(),
      databases: await indexedDB.databases(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }));
    expect(kept).toEqual({ stored: 0, cookies: '', caches: [], databases: [], workers: 0 });
    await expect(frame.locator('.keep-panel, [href$="/dashboard"]').count()).resolves.toBe(0);
    await page.context().close();
  });

  test('what is pasted is told there; the page around cannot look into it and hears no word of it', async () => {
    const { page, asked } = await visit(practice, 'told.html');
    const frame = await frameOf(page);
    await frame.locator('html[data-reader=live]').waitFor({ state: 'attached' });
    await frame.locator('.ways button').last().click();
    await frame.locator('textarea').fill('CHEST X-RAY. IMPRESSION: Small left pneumothorax.');
    await frame.locator('form button[type=submit]').click();
    await frame.locator('#headline').waitFor();
    expect(await page.evaluate(() => document.querySelector('iframe')?.contentDocument)).toBeNull();
    expect(JSON.stringify([(await heardBy(page)).heard, asked])).not.toContain('pneumothorax');
    expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
    await page.context().close();
  });

  test('a site that was not named gets nothing', async () => {
    const { page, said } = await visit(stranger, 'told.html');
    const frame = await frameOf(page);
    await expect.poll(() => said.join('\n')).toContain('frame-ancestors');
    expect(await frame.locator('#reader').count()).toBe(0);
    expect((await heardBy(page)).heard).toEqual([]);
    await page.context().close();
  });

  test('who asks for its height is told numbers, which follow the page, and nothing else', async () => {
    const { page, own } = await visit(practice, 'told.html');
    await expect.poll(async () => (await heardBy(page)).heard.length).toBeGreaterThan(0);
    const before = (await heardBy(page)).heard.length;
    const frame = await readSample(page);
    await expect.poll(async () => (await heardBy(page)).heard.length).toBeGreaterThan(before);
    await expect
      .poll(async () => {
        const last = (await heardBy(page)).heard.at(-1)?.data;
        const height = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
        return JSON.stringify(last) === JSON.stringify({ readingscanHeight: height });
      })
      .toBe(true);
    for (const { origin, data } of (await heardBy(page)).heard) {
      expect(origin).toBe(own);
      expect(Object.entries(data as object)).toEqual([['readingscanHeight', expect.any(Number)]]);
    }
    // the practice sets it, and no second bar to scroll is left
    await expect.poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await page.context().close();
  });

  // the page by itself, as wide as a frame: axe cannot look into one of another origin
  test.each([
    [320, '/embed', SCHEMES],
    [600, '/es/embed', ['light']],
  ] as const)('at %i px %s passes axe and fits, before a report and with one', async (width, path, schemes) => {
    if (!browser || !server) throw new Error('not started');
    const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await page.goto(server.url + path);
    await page.locator('html[data-reader=live]').waitFor({ state: 'attached' });
    expect(await violations(page, axe, schemes)).toEqual([]);
    await page.locator('.hero-main .link-button').click();
    await page.locator('#headline').waitFor();
    expect(await violations(page, axe, schemes)).toEqual([]);
    expect(await smallTargets(page, '.embed-line a', 24)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await page.close();
  });
});

/** What the page around was told. */
const heardBy = (page: Page): Promise<Heard> =>
  page.evaluate(() => ({ heard: (globalThis as unknown as Heard).heard }));

/** A plain page of a practice, with what the guide says, and an ear for whatever is said. */
const parentOf = (address: string): string => `<!doctype html><html lang="en"><title>Practice</title>
<script>heard = []; addEventListener('message', ({ origin, data }) => heard.push({ origin, data }));
${copied('js')}</script>
<h1>Practice</h1>
${copied('html').replace('https://reports.example.org/embed', address)}`;
