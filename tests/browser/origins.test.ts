/** No page asks anyone but its own server, breaks its own policy, or says an error on the console. */
import { Script } from 'node:vm';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from './browser.ts';
import { EVERY_PAGE, NOWHERE } from './every-page.ts';
import { openSite, type Site } from './site.ts';
import { isLive, isQuiet, watch } from './watch.ts';

const HOMES = ['/', '/es/', '/zh/'];
/** articles, whose contents follow the reader, the search of the glossary, and the form for programs */
const NEEDS_SCRIPT = /\/blog\/[a-z-]+$|\/glossary(?:\?|$)|\/api$/;
/** kept reports are opened by the page itself */
const DASHBOARD = /\/dashboard$/;
/** bytes, as they are sent */
const MOST_SCRIPT = 6 * 1024;
const MOST_DASHBOARD = 60 * 1024;

describe.skipIf(noBrowser)('every page keeps to its own origin', () => {
  let [browser, site, context]: [Browser?, Site?, BrowserContext?] = [];
  let wrong: () => readonly string[] = () => [];
  const said: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    // a service worker keeps scripts ahead of their pages: what it has kept would count as nothing
    context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
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

  interface Visit {
    readonly page: Page;
    /** no request of the page is open, and none has been for a while */
    readonly quiet: () => Promise<void>;
    readonly scripts: readonly Promise<{ readonly responseBodySize: number }>[];
  }
  async function visit(path: string): Promise<Visit> {
    if (!context || !site) throw new Error('not started');
    const page = await context.newPage();
    const quiet = isQuiet(page);
    const scripts: Promise<{ readonly responseBodySize: number }>[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.sizes());
    });
    page.on('pageerror', ({ message }) => said.push(`error: ${message}`));
    page.on('console', (message) => {
      // the browser says so of a page that answers 404
      const isNowhere = path.endsWith(NOWHERE) && message.text().includes('404');
      if (message.type() === 'error' && !isNowhere) said.push(`console: ${message.text()}`);
    });
    await page.goto(site.url + path, { waitUntil: 'load' });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.evaluate(() => document.fonts.ready);
    return { page, quiet, scripts };
  }

  test.each(EVERY_PAGE)('%s, with no more script than it needs', async (path) => {
    const { page, quiet, scripts } = await visit(path);
    await quiet();
    const bytes = (await Promise.all(scripts)).reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    await page.close();
    expect([...wrong(), ...said]).toEqual([]);
    // a home reads reports
    if (HOMES.includes(path)) return;
    const most = NEEDS_SCRIPT.test(path) ? MOST_SCRIPT : 0;
    expect(bytes).toBeLessThanOrEqual(DASHBOARD.test(path) ? MOST_DASHBOARD : most);
  });

  test('a script that a page starts with stands alone: it is no module, so it must ask for none at its top', async () => {
    if (!site) throw new Error('not started');
    const scripts = new Set<string>();
    for (const path of EVERY_PAGE) {
      const html = await (await fetch(site.url + path)).text();
      for (const [, source] of html.matchAll(/<script defer src="([^"]+)"/g)) if (source) scripts.add(source);
    }
    expect([...scripts].map((path) => path.replace(/-.*/, '')).sort()).toEqual(
      ['api', 'article', 'dashboard', 'glossary', 'start'].map((name) => `/assets/${name}`),
    );
    for (const path of scripts) {
      const source = await (await fetch(site.url + path)).text();
      expect(() => new Script(source), path).not.toThrow();
    }
  });

  test.each(HOMES)('the result that %s gives', async (path) => {
    const { page } = await visit(path);
    await isLive(page);
    await page.locator('.hero-main .link-button').click();
    await page.locator('#headline').waitFor();
    await page.locator('.item .term').first().click();
    await page.locator('.term-sheet:popover-open').waitFor();
    await page.close();
    expect([...wrong(), ...said]).toEqual([]);
  });

  test('a request to another origin would be stopped by the page’s own policy', async () => {
    const { page } = await visit('/about');
    await page.evaluate(() => fetch('https://example.org/').catch(() => null));
    await expect.poll(() => said.some((what) => what.startsWith('policy: connect-src'))).toBe(true);
    said.length = 0;
    await page.close();
  });
});
