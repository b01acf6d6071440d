/** Passkeys as a browser meets them, with a device that chromium plays: made, used in place of password and code, removed; and what is said where there are none. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PASSKEY_WORDS } from '../../packages/web/src/words/passkeys.ts';
import { at } from './at-site.ts';
import { overflow, smallTargets, violations } from './audit.ts';
import { noBrowser } from './browser.ts';
import { openSavedSite, PASSWORD } from './saved-site.ts';
import { axeSource } from './site.ts';

const TARGETS = '.account :is(button, label.contact-choice, a, input:not([type=checkbox], [type=hidden], [hidden]))';

/** A device with a finger that is always the right one; `turn` says whether it is. */
async function playedDevice(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    turn: (isUserVerified: boolean) =>
      client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }).then(() => undefined),
  };
}

describe.skipIf(noBrowser)('passkeys', () => {
  const started = at(() => openSavedSite(undefined, 'localhost'));
  const axe = readFileSync(axeSource, 'utf8');

  async function passes(page: Page, name: string): Promise<void> {
    expect(await violations(page, axe), name).toEqual([]);
    expect(await smallTargets(page, TARGETS, 44), name).toEqual([]);
    expect(await overflow(page), name).toBe(0);
  }

  test.each([
    ['', 1280],
    ['/es', 320],
    ['/zh', 320],
  ])('%s at %i px: one is made, signs in without a password, and is removed', async (language, width) => {
    const { browser, site } = started();
    const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const { turn } = await playedDevice(page);
    await site.become(page, `person${width}${language.slice(1)}@quillfeather.example`, language);
    const list = `${site.url}${language}/account/passkeys`;
    await page.goto(list);
    await passes(page, 'none');
    await page.locator('#account-current').fill(PASSWORD);
    await page.locator('form.contact-form button').click();
    const press = page.locator('#passkey button');
    await press.waitFor();
    await passes(page, 'the device is asked');
    await press.click();
    await page.locator('.account-done').waitFor();
    await passes(page, 'made');

    await page.context().clearCookies();
    await page.goto(`${site.url}${language}/account/sign-in`);
    await page.locator('a[href$="/account/sign-in/passkey"]').click();
    await press.waitFor();
    await passes(page, 'sign in');
    // the wrong finger: nothing is done, and it can be tried again
    await turn(false);
    await press.click();
    const words = PASSKEY_WORDS[language === '/es' ? 'es' : language === '/zh' ? 'zh' : 'en'];
    await expect.poll(() => page.locator('#passkey-status').textContent()).toBe(words.stopped);
    await turn(true);
    await press.click();
    await page.locator('#account-devices').waitFor();

    await page.goto(list);
    await page.locator('.account-devices a').click();
    await page.locator('#account-current').fill(PASSWORD);
    await passes(page, 'remove');
    await page.locator('form.contact-form button').click();
    await page.locator('.account-done').waitFor();
    expect(await page.locator('.account-devices').count()).toBe(0);
    await page.context().clearCookies();
    await page.goto(`${site.url}${language}/account/sign-in/passkey`);
    await press.click();
    await page.locator('.contact-summary').waitFor();
    await page.close();
  });

  test('without script, and in a browser that has none, the page says so calmly', async () => {
    const { browser, site } = started();
    const still = await browser.newPage({ javaScriptEnabled: false });
    await still.goto(`${site.url}/account/sign-in/passkey`);
    expect(await still.locator('main').textContent()).toContain(PASSKEY_WORDS.en.noScript);
    expect(await still.locator('#passkey').isVisible()).toBe(false);
    await still.close();
    const old = await browser.newPage();
    await old.addInitScript(() => Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));
    await old.goto(`${site.url}/account/sign-in/passkey`);
    await expect.poll(() => old.locator('#passkey-missing').isVisible()).toBe(true);
    expect(await old.locator('#passkey').isVisible()).toBe(false);
    await old.close();
  });
});
