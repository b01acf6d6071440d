/** The page of credits as it is met with a screen reader, a narrow window and in the dark; and the way of somebody who buys. No page of it has a script. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PLANS } from '../../packages/server/test/credits-site.ts';
import { type FakeStripe, fakeStripe } from '../../packages/server/test/fake-stripe.ts';
import { overflow, SCHEMES, smallTargets, violations } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { openSavedSite, type SavedSite } from './saved-site.ts';
import { axeSource } from './site.ts';

const WIDTHS = [320, 1280];
const TARGETS = '.account :is(button, a):not([hidden])';
const PATIENT = { timeout: 10_000 };

describe.skipIf(noBrowser)('credits', () => {
  let [browser, site, stripe]: [Browser?, SavedSite?, FakeStripe?] = [];
  const axe = readFileSync(axeSource, 'utf8');
  beforeAll(async () => {
    const fake = await fakeStripe([
      { id: 'price_small', amount: 500 },
      { id: 'price_monthly', amount: 300, every: 'month' },
    ]);
    stripe = fake;
    browser = await openBrowser();
    site = await openSavedSite(undefined, undefined, (origin) => ({
      api: { access: 'key', perMinute: null },
      payments: {
        plans: PLANS,
        stripe: { secretKey: fake.secretKey, webhookSecrets: [fake.webhookSecret], api: fake.api },
        origin,
      },
    }));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await stripe?.close();
  });

  async function at(): Promise<{ page: Page; site: SavedSite; stripe: FakeStripe }> {
    if (!browser || !site || !stripe) throw new Error('not started');
    return { page: await browser.newPage({ reducedMotion: 'reduce' }), site, stripe };
  }

  test('somebody buys a pack and a subscription, and sees where their credits came from; every page can be met by everybody', async () => {
    const { page, site, stripe } = await at();
    await site.become(page, 'ana@quillfeather.example');
    await page.locator('a[href="/account/credits"]').click();
    await expect.poll(() => page.locator('.credits-there').textContent(), PATIENT).toBe('10 credits');
    for (const [number, offer] of ['small', 'monthly'].entries()) {
      await page.goto(`${site.url}/account/credits`);
      await page.locator(`[aria-describedby="offer-${offer}"]`).click();
      const link = page.locator('a.primary');
      await link.waitFor();
      await looked(page, axe, `${offer}: on to Stripe`);
      const session = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
      expect(await page.locator('main').textContent()).toContain(number === 0 ? '€5.00' : '€3.00 each month');
      stripe.pay(session);
      await page.goto(`${site.url}/account/credits?done=paid`);
      await expect.poll(() => page.locator('.account-done').textContent(), PATIENT).toContain('your credits are here');
    }
    await expect.poll(() => page.locator('.credits-there').textContent(), PATIENT).toBe('150 credits');
    expect(await page.locator('.credits-trail li').count()).toBe(3);
    for (const language of ['', '/es', '/zh'])
      for (const path of ['/account/credits', '/account/delete', '/account']) {
        await page.goto(`${site.url}${language}${path}`);
        await looked(page, axe, `${language}${path}`, language === '');
      }
  });
});

async function looked(page: Page, axe: string, name: string, isWhole = true): Promise<void> {
  expect(await page.locator('script').count(), name).toBe(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `${name} at ${width}`).toBe(0);
    expect(await smallTargets(page, TARGETS, 24), `${name} at ${width}`).toEqual([]);
    // what other words change is how wide they are
    if (width === 320 || isWhole)
      expect(await violations(page, axe, isWhole ? SCHEMES : ['light']), `${name} at ${width}`).toEqual([]);
  }
}
