import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';
import { isLive, isReady, watch } from './watch.ts';

const TOLD = [
  { path: '/es/', tag: 'es', sample: /Lea un ejemplo/, found: /divertículos|intestino/, other: '/assets/zh.words' },
  { path: '/zh/', tag: 'zh-Hans', sample: /看一份示例/, found: /大肠/, other: '/assets/es.words' },
] as const;

describe.skipIf(noBrowser)('a report is told in another language', () => {
  const opened = atSite();

  async function visit(path: string, given?: BrowserContext) {
    const { browser, site } = opened();
    const context = given ?? (await browser.newContext({ viewport: { width: 390, height: 844 } }));
    const watched = watch(context, site.url);
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(site.url + path);
    await isLive(page);
    return { context, page, watched, asked };
  }
  const headline = async (page: Page): Promise<string> =>
    (await page.locator('#headline').textContent({ timeout: 60_000 })) ?? '';

  test.each(TOLD)(
    '$path explains the sample, loads no other language, and asks the network for nothing when it is cut',
    async ({ path, tag, sample, found, other }) => {
      const { context, page, watched, asked } = await visit(path);
      await isReady(page);
      await watched.cut();
      await page.getByRole('button', { name: sample }).click();
      expect(await headline(page)).toMatch(found);
      expect(await page.locator('.item').count()).toBe(4);
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
      expect(await page.locator('.pair-words').first().getAttribute('lang')).toBe('en');
      expect(asked.filter((address) => address.startsWith(other))).toEqual([]);
      expect(watched.wrong()).toEqual([]);
      await context.close();
    },
  );

  test.each(TOLD)('$path opens again without network', async ({ path, sample, found }) => {
    const { context, page } = await visit(path);
    await isReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await page.reload();
    await isLive(page);
    await page.getByRole('button', { name: sample }).click();
    expect(await headline(page)).toMatch(found);
    await context.close();
  });

  test('what was no report is said in the language of the page', async () => {
    const { context, page } = await visit('/es/');
    await page.getByRole('button', { name: 'Pegar el texto' }).click();
    await page.getByLabel('El texto de su informe').fill('Dear neighbour, thank you for the two chairs.');
    await page.getByRole('button', { name: 'Explicarlo' }).click();
    expect(await page.locator('.problem h1').textContent()).toContain('no parece un informe');
    expect(await page.title()).toBe('No se pudo leer: ReadingScan');
    await context.close();
  });

  test('the language last used is offered on the first page, and chosen for nobody', async () => {
    const { context, page } = await visit('/es/');
    expect(await page.locator('.kept-language').count()).toBe(0);
    const { page: first } = await visit('/', context);
    expect(await first.locator('html').getAttribute('lang')).toBe('en');
    const offer = first.getByRole('link', { name: 'Leer esta página en español' });
    await offer.waitFor();
    await first.getByRole('button', { name: /Read a sample/ }).click();
    await headline(first);
    const { page: again } = await visit('/', context);
    expect(await again.locator('.kept-language').count()).toBe(0);
    await again.getByRole('link', { name: '中文' }).first().click();
    await again.waitForURL(`${opened().site.url}/zh/`);
    await context.close();
  });
});
