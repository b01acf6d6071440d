/** The page as a program on the device: installed, replaced by a newer one only when asked, and removed again. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from './browser.ts';
import { EVERY_PAGE } from './every-page.ts';
import { type NewerSite, openNewerSite } from './newer-site.ts';
import { openSite, type Site } from './site.ts';
import { isLive, isReady } from './watch.ts';

const PHONE = { width: 390, height: 844 };
const STILL = 1500;

describe.skipIf(noBrowser)('the page on the device', () => {
  let [browser, site, newer]: [Browser?, Site?, NewerSite?] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    newer = await openNewerSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await newer?.close();
  });

  async function visit(url: string): Promise<{ context: BrowserContext; page: Page }> {
    if (!browser) throw new Error('not started');
    const context = await browser.newContext({ viewport: PHONE });
    const page = await context.newPage();
    await page.goto(url);
    await isLive(page);
    await isReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return { context, page };
  }

  test('a newer version waits, is told, and takes over only when asked', async () => {
    if (!newer) throw new Error('not started');
    const { context, page } = await visit(newer.url);
    const before = await caches(page);
    newer.release();
    await page.reload();
    await isLive(page);
    await mark(page);
    const told = page.getByRole('status').filter({ hasText: 'A newer version' });
    await told.waitFor();
    // a report may be open: nothing happens by itself
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await page.locator('#headline').waitFor();
    await page.waitForTimeout(STILL);
    expect(await isMarked(page)).toBe(true);
    expect(await page.locator('#headline').isVisible()).toBe(true);
    expect(await waiting(page)).toBe(true);
    await page.getByRole('button', { name: 'Start over' }).first().click();
    await told.getByRole('button', { name: 'Use it now' }).click();
    await page.waitForFunction(() => !('isMarked' in globalThis));
    await isLive(page);
    await isReady(page);
    expect(await waiting(page)).toBe(false);
    expect(await told.count()).toBe(0);
    expect(before).toHaveLength(1);
    // files of the older version went with it; the page that came keeps its own
    await context.setOffline(true);
    await page.reload();
    await isLive(page);
    await context.close();
  });

  test('what is kept can be seen and removed, and the page works on', async () => {
    if (!site) throw new Error('not started');
    const { context, page } = await visit(`${site.url}/es/`);
    await page.getByRole('button', { name: /Lea un ejemplo/ }).click();
    await page.getByRole('button', { name: 'Más grande' }).click();
    await page.goto(site.url);
    await isLive(page);
    await isReady(page);
    expect(await page.evaluate(() => localStorage.length)).toBe(2);
    await page.getByText('What is kept on this device').click();
    const kept = page.locator('.on-this-device');
    await kept.getByText(/\d+ MB/).waitFor();
    await kept.getByRole('button', { name: 'Remove the program’s files' }).click();
    await kept.getByRole('status').filter({ hasText: 'removed' }).waitFor();
    expect(await caches(page)).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await page.locator('#headline').waitFor();
    await context.close();
  });

  test('what is removed while the page still gets ready does not come back behind it', async () => {
    if (!site) throw new Error('not started');
    const { context, page } = await visit(site.url);
    // pictures come slowly: the person is sooner
    await context.route('**/assets/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      await route.continue();
    });
    await page.reload();
    await isLive(page);
    await page.getByText('What is kept on this device').click();
    const kept = page.locator('.on-this-device');
    await kept.getByRole('button', { name: 'Remove the program’s files' }).click();
    await kept.getByRole('status').filter({ hasText: 'removed' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.ready)).not.toBe('pictures');
    await isReady(page);
    expect(await caches(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await context.close();
  });

  test('what the browser asks of a page before it offers to install it is there', async () => {
    if (!site) throw new Error('not started');
    const { context, page } = await visit(site.url);
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // a window of its own is what this browser is run in
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
    const { errors } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    await context.close();
  });

  test.each(['', '/es', '/zh'])(
    'the manifest of %s/ names a page, and icons that are as large as it says',
    async (prefix) => {
      if (!site) throw new Error('not started');
      const answer = await fetch(`${site.url}${prefix}/manifest.webmanifest`);
      expect(answer.headers.get('content-type')).toMatch('application/manifest+json');
      const manifest = await answer.json();
      expect(manifest).toMatchObject({
        name: 'ReadingScan',
        start_url: `${prefix}/`,
        scope: '/',
        display: 'standalone',
      });
      expect((await fetch(site.url + manifest.start_url)).status).toBe(200);
      expect(manifest.icons.map(({ sizes, purpose }: Icon) => `${sizes} ${purpose}`)).toEqual([
        '192x192 any',
        '512x512 any',
        '512x512 maskable',
      ]);
      for (const icon of manifest.icons as Icon[]) expect(await sizeOf(site.url + icon.src)).toBe(icon.sizes);
    },
  );

  test.each(EVERY_PAGE)('%s leads to the manifest of its language', async (path) => {
    if (!site) throw new Error('not started');
    const html = await (await fetch(site.url + path)).text();
    const [, language] = /^\/(es|zh)\b/.exec(path) ?? [];
    const manifest = `${language ? `/${language}` : ''}/manifest.webmanifest`;
    expect(html.match(/<link rel="manifest" href="([^"]+)"/)?.[1]).toBe(manifest);
  });
});

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly purpose: string;
}

const caches = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await globalThis.caches.keys()).filter((name) => name.startsWith('readingscan-')));

const waiting = (page: Page): Promise<boolean> =>
  page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** Gone when the page loads again. */
const mark = (page: Page): Promise<unknown> => page.evaluate(() => Object.assign(globalThis, { isMarked: true }));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => 'isMarked' in globalThis);

/** As the header of a PNG says. */
async function sizeOf(address: string): Promise<string> {
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toBe('image/png');
  const bytes = new DataView(await answer.arrayBuffer());
  return `${bytes.getUint32(16)}x${bytes.getUint32(20)}`;
}
