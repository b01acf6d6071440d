/** No page asks anyone but its own server, breaks its own policy, or says an error on the console. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from './browser.ts';
import { EVERY_PAGE, NOWHERE } from './every-page.ts';
import { openSite, type Site } from './site.ts';
import { isLive, watch } from './watch.ts';

describe.skipIf(noBrowser)('every page keeps to its own origin', () => {
  let [browser, site, context]: [Browser?, Site?, BrowserContext?] = [];
  let wrong: () => readonly string[] = () => [];
  const said: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    wrong = watch(context, site.url).wrong;
    await context.exposeFunction('sayViolation', (what: string) => said.push(what));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        (globalThis as unknown as { sayViolation(what: string): void }).sayViolation(
          `policy: ${violatedDirective} ${blockedURI} ${sourceFile}`,
        ),
      );
    });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function visit(path: string): Promise<Page> {
    if (!context || !site) throw new Error('not started');
    const page = await context.newPage();
    page.on('pageerror', ({ message }) => said.push(`error: ${message}`));
    page.on('console', (message) => {
      // the browser says so of a page that answers 404
      const isNowhere = path.endsWith(NOWHERE) && message.text().includes('404');
      if (message.type() === 'error' && !isNowhere) said.push(`console: ${message.text()}`);
    });
    await page.goto(site.url + path, { waitUntil: 'load' });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => document.fonts.ready);
    return page;
  }

  test.each(EVERY_PAGE)('%s', async (path) => {
    const page = await visit(path);
    await page.close();
    expect([...wrong(), ...said]).toEqual([]);
  });

  test.each(['/', '/es/', '/zh/'])('the result that %s gives', async (path) => {
    const page = await visit(path);
    await isLive(page);
    await page.locator('.hero-main .link-button').click();
    await page.locator('#headline').waitFor();
    await page.locator('.item .term').first().click();
    await page.locator('.term-sheet:popover-open').waitFor();
    await page.close();
    expect([...wrong(), ...said]).toEqual([]);
  });

  test('a request to another origin would be stopped by the page’s own policy', async () => {
    const page = await visit('/about');
    await page.evaluate(() => fetch('https://example.org/').catch(() => null));
    await expect.poll(() => said.some((what) => what.startsWith('policy: connect-src'))).toBe(true);
    said.length = 0;
    await page.close();
  });
});
