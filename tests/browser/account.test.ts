/** The pages of an account as they are met with a keyboard, a screen reader, a narrow window and the largest text, without script. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@readingscan/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../packages/server/src/accounts/letters.ts';
import { passwords } from '../../packages/server/src/accounts/passwords.ts';
import { GLOSSARIES } from '../../packages/server/test/fake-glossary.ts';
import { fakeReader } from '../../packages/server/test/fake-reader.ts';
import { freePort } from '../../packages/server/test/free-port.ts';
import { focused, overflow, SCHEMES, type Schemes, smallTargets, tabTo, violations } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { throughSecondStep } from './second-step.ts';
import { axeSource } from './site.ts';

const GUEST = ['sign-up', 'sign-in', 'forgot', 'sign-up?sent', 'verify?code=none', 'sign-in?done=signed-out'];
/** What other words change is how wide they are: contrast is the same in all languages. */
const VIEWS = [
  ['', 320, SCHEMES, GUEST],
  ['', 1280, SCHEMES, GUEST],
  ['/es', 320, ['light'], []],
  ['/zh', 320, ['light'], []],
] as const;
const OWN = ['', '/password', '/delete'];
const ANA = 'ana@quillfeather.example';
const PASSWORD = 'marmalade under seven hats';
/** a page takes its focus after it is shown */
const PATIENT = { timeout: 10_000 };
const HOUR = 60 * 60_000;
/** a choice is its whole line */
const TARGETS =
  '.account :is(button, label.contact-choice, a, input:not([type=checkbox]), summary):not([type=hidden], [hidden])';

describe.skipIf(noBrowser)('an account', () => {
  let [browser, server]: [Browser?, RunningServer?] = [];
  const letters: Letter[] = [];
  let ahead = 0;
  const axe = readFileSync(axeSource, 'utf8');
  beforeAll(async () => {
    browser = await openBrowser();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    server = await startServer({
      port,
      origin,
      reader: fakeReader(),
      glossaries: GLOSSARIES,
      operator: {},
      contact: null,
      accounts: {
        database: { kind: 'sqlite', path: join(mkdtempSync(join(tmpdir(), 'readingscan-account-')), 'r.db') },
        secret: crypto.getRandomValues(new Uint8Array(32)),
        mail: { host: '127.0.0.1', port: 1, secure: false, login: null, from: 'site@reports.example' },
        origin,
        google: { clientId: 'site', clientSecret: 'not asked for here' },
        now: () => Date.now() + ahead,
        letters: {
          send: async (letter) => {
            letters.push(letter);
          },
        },
        passwords: passwords(2 ** 10),
      },
      signals: false,
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  function started(): { readonly browser: Browser; readonly url: string } {
    if (!browser || !server) throw new Error('not started');
    return { browser, url: server.url };
  }

  async function codeOf(kind: Letter['kind'], to: string): Promise<string> {
    await expect.poll(() => letters.some((one) => one.kind === kind && one.to === to)).toBe(true);
    return letters.findLast((one) => one.kind === kind && one.to === to)?.code ?? '';
  }

  test('is made, left, entered and deleted with the keyboard alone, without script', async () => {
    const { browser, url } = started();
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    await page.goto(`${url}/account`);
    expect(page.url()).toBe(`${url}/account/sign-in`);
    await press(page, 'a[href="/account/sign-up"]');
    await type(page, '#account-email', 'ana@quillfeather');
    await press(page, 'button[type=submit]');
    // what is wrong takes the focus, and leads to the field
    await page.locator('.contact-summary').waitFor();
    await expect.poll(() => focused(page), PATIENT).toBe('account-wrong');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page), PATIENT).toBe('account-email');
    await page.keyboard.press('End');
    await page.keyboard.type('.example');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Look in your mailbox' }).waitFor();
    expect(page.url()).not.toContain('quillfeather');

    await page.goto(`${url}/account/verify?code=${await codeOf('join', ANA)}`);
    await type(page, '#account-password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.account-done').waitFor();
    expect(page.url()).toBe(`${url}/account?done=joined`);
    await press(page, 'form[action="/account/sign-out"] button');
    await page.locator('.account-done').waitFor();
    await type(page, '#account-email', ANA);
    await type(page, '#account-current', PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('#account-devices').waitFor();
    await press(page, 'a[href="/account/delete"]');
    await type(page, '#account-current', PASSWORD);
    await press(page, 'button[type=submit]');
    await page.locator('.account-done').waitFor();
    expect(page.url()).toBe(`${url}/account/sign-in?done=deleted`);
    await page.close();
  });

  test.each(VIEWS)(
    '%s: the pages at %i px passes axe and fits, with the largest text too',
    async (language, width, schemes, guest) => {
      const { browser, url } = started();
      ahead += HOUR * 3;
      const email = `person${width}${language.slice(1)}@quillfeather.example`;
      const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      for (const path of guest) {
        await page.goto(`${url}${language}/account/${path}`);
        await passes(page, axe, path, schemes);
      }
      await page.goto(`${url}${language}/account/sign-in`);
      await page.locator('form.contact-form button').click();
      expect(await page.locator('.contact-fault').count()).toBe(2);
      await passes(page, axe, 'errors', schemes);
      await become(page, url + language, email, schemes);
      for (const path of OWN) {
        await page.goto(`${url}${language}/account${path}`);
        await passes(page, axe, path, schemes);
      }
      await throughSecondStep(page, {
        at: url + language,
        email,
        password: PASSWORD,
        now: () => Date.now() + ahead,
        pass: (name) => passes(page, axe, name, schemes),
        isShort: guest.length === 0,
      });
      await context.close();
    },
  );

  test.each(VIEWS.filter(([language]) => language !== '/zh'))(
    '%s: the pages of keys at %i px pass axe and fit too',
    async (language, width, schemes) => {
      const { browser, url } = started();
      ahead += HOUR * 3;
      const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
      await become(page, url + language, `keys${width}${language.slice(1)}@quillfeather.example`, []);
      await throughKeys(page, `${url}${language}/account/keys`, (name) => passes(page, axe, name, schemes));
      await page.close();
    },
  );

  async function become(page: Page, at: string, email: string, schemes: Schemes): Promise<void> {
    await page.goto(`${at}/account/sign-up`);
    await page.locator('#account-email').fill(email);
    await page.locator('form.contact-form button').click();
    await page.goto(`${at}/account/verify?code=${await codeOf('join', email)}`);
    await passes(page, axe, 'verify', schemes);
    await page.locator('#account-password').fill(PASSWORD);
    await page.locator('form.contact-form button').click();
    await page.locator('.account-done').waitFor();
  }
});

/** With all that can be wrong, one as it is shown once, and a list. */
async function throughKeys(page: Page, at: string, pass: (name: string) => Promise<void>): Promise<void> {
  await page.goto(at);
  const make = page.locator('form.contact-form button.primary');
  await page.locator('#account-ends').fill('2020-01-01');
  await make.click();
  expect(await page.locator('.contact-fault').count()).toBe(4);
  await pass('keys with faults');
  await page.locator('#account-name').fill('Letters at the front desk of the practice');
  for (const choice of await page.locator('#account-scopes input').all()) await choice.check();
  await page.locator('#account-ends').fill('2030-01-31');
  await page.locator('#account-current').fill(PASSWORD);
  await make.click();
  await page.locator('.account-done').waitFor();
  await pass('a new key');
  await page.goto(at);
  await page.locator('.account-prefix').waitFor();
  await pass('a list of keys');
  await page.locator('.account-devices button').click();
  await page.locator('.account-done').waitFor();
}

async function passes(page: Page, axe: string, path: string, schemes: Schemes): Promise<void> {
  await page.evaluate(() => {
    delete document.documentElement.dataset.text;
  });
  expect(await violations(page, axe, schemes), path).toEqual([]);
  expect(await smallTargets(page, TARGETS, 44), path).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.dataset.text = '3';
  });
  expect(await overflow(page), path).toBe(0);
  expect(await smallTargets(page, TARGETS, 44), path).toEqual([]);
}

async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, `main ${wanted}`);
  await page.keyboard.press('Enter');
}

async function type(page: Page, wanted: string, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.type(text);
}
