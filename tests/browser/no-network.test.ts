/** Pages without network: those of the glossary that were opened, and a kind word for all others. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';
import { isLive, isReady } from './watch.ts';

describe.skipIf(noBrowser)('without network', () => {
  const opened = atSite();

  async function visit(path: string): Promise<{ context: BrowserContext; page: Page }> {
    const { browser, site } = opened();
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.goto(site.url + path);
    await isLive(page);
    await isReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    return { context, page };
  }

  test('an entry of the glossary that was opened opens again, with its styles; another is told from the list of words', async () => {
    const { site } = opened();
    const { context, page } = await visit('/');
    await page.goto(`${site.url}/glossary`);
    await page.locator('#glossary-q').fill('pleur');
    await page.locator('.glossary-found a').first().waitFor();
    await page.goto(`${site.url}/glossary/pleural-effusion`);
    const answer = await page.locator('.glossary-entry h1').textContent();
    await page.waitForFunction(async () => (await caches.match('/glossary/pleural-effusion')) !== undefined);
    await context.setOffline(true);
    await page.goto(`${site.url}/glossary/pleural-effusion`);
    expect(await page.locator('.glossary-entry h1').textContent()).toBe(answer);
    expect(await page.locator('.glossary-entry').evaluate((entry) => getComputedStyle(entry).display)).toBe('grid');
    await page.goto(`${site.url}/glossary/pneumothorax`);
    await page.getByRole('heading', { name: 'There is no network right now' }).waitFor();
    expect(await page.locator('#known').textContent()).toMatch(/^Pneumothorax.*: air outside the lung/);
    await page.goto(`${site.url}/blog/lung-nodule`);
    await page.getByRole('heading', { name: 'There is no network right now' }).waitFor();
    expect(await page.locator('#known').textContent()).toBe('');
    // what works all the same is one press away
    await page.getByRole('link', { name: 'Go to the reader' }).click();
    await isLive(page);
    await context.setOffline(false);
    await page.goto(`${site.url}/glossary/pneumothorax`);
    await page.locator('.glossary-entry').waitFor();
    await context.close();
  });

  test.each([
    ['/es/', '/es/glossary/cyst', 'Ahora no hay conexión'],
    ['/zh/', '/zh/dashboard', '现在没有网络'],
  ])('%s: what is not kept is said in the language of its address', async (first, path, heading) => {
    const { context, page } = await visit(first);
    await context.setOffline(true);
    await page.goto(opened().site.url + path);
    await page.getByRole('heading', { name: heading }).waitFor();
    await context.close();
  });
});
