/** Reports saved in an account: on a press, found beside those of the device, opened, changed and deleted; nothing is asked of the account by who has none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { at } from './at-site.ts';
import { overflow, SCHEMES, type Schemes, smallTargets, violations } from './audit.ts';
import { noBrowser } from './browser.ts';
import { keptCopy, LATER } from './kept-copy.ts';
import { openSavedSite } from './saved-site.ts';
import { axeSource } from './site.ts';
import { isLive, watch } from './watch.ts';

const CANARY = 'quokkafinding';
const REPORT = `EXAM: Chest X-ray\nDATE: 2 March 2026\nFINDINGS: The lungs are clear. Note ${CANARY}.\nIMPRESSION: No pneumonia. Recommend chest X-ray in 24 months.`;

describe.skipIf(noBrowser)('saved reports', () => {
  // hooks end in reverse: this one looks when the site is closed
  afterAll(() => {
    expect(started().site.lines.join('\n')).not.toMatch(/quokka|quillfeather/i);
  });
  const started = at(openSavedSite);
  const axe = readFileSync(axeSource, 'utf8');
  interface Visit {
    readonly context: BrowserContext;
    readonly page: Page;
    readonly asked: string[];
  }
  async function visit(width = 1280): Promise<Visit> {
    const context = await started().browser.newContext({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    return { context, page: await context.newPage(), asked };
  }
  const explain = async (page: Page, text: string): Promise<void> => {
    await page.goto(started().site.url);
    await isLive(page);
    await page.getByRole('button', { name: 'Paste the text' }).click();
    await page.getByLabel('The text of your report').fill(text);
    await page.getByRole('button', { name: 'Explain it' }).click();
    await page.locator('#headline').waitFor();
  };
  const save = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Save in my account' }).click();
    await page.getByText('Whoever runs the server holds the key').waitFor();
    await page.getByRole('button', { name: 'Save it', exact: true }).click();
    await page.getByText('Saved in your account.').waitFor();
  };
  const toDashboard = async (page: Page): Promise<void> => {
    await page.goto(`${started().site.url}/dashboard`);
    await isLive(page);
  };
  const cards = (page: Page) => page.locator('.report-card');
  const counted = (page: Page, count: number) =>
    expect.poll(() => cards(page).count(), { timeout: 20_000 }).toBe(count);
  const told = (page: Page, count: number) =>
    expect.poll(() => cards(page).locator('.card-soon').count(), { timeout: 20_000 }).toBe(count);

  test('one is saved, found, searched, opened, changed and deleted; no address and no file names any of it', async () => {
    const { site } = started();
    const { context, page, asked } = await visit();
    await site.become(page, 'ana@quillfeather.example');
    await explain(page, REPORT);
    await save(page);
    await page.getByRole('link', { name: 'Open the dashboard' }).click();
    await cards(page).locator('.card-soon').waitFor();
    expect(await cards(page).locator('.card-place').textContent()).toBe('In your account');
    await expect
      .poll(() => page.locator('.follow-ups .when').first().textContent(), { timeout: 20_000 })
      .toMatch(/2028/);
    await page.getByLabel('Search in your reports').fill(CANARY.toUpperCase());
    await page.getByRole('status').filter({ hasText: 'One report' }).waitFor();
    await page.getByLabel('Search in your reports').fill('');
    await page.locator('.change-report summary').click();
    await page.getByLabel('Whose report is it?').fill(`Aunt ${CANARY}`);
    await page.getByLabel('Tags', { exact: true }).fill('lungs');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.reload();
    await cards(page).getByText('lungs').waitFor();
    await page.getByRole('button', { name: /^Open: X-ray: chest/ }).click();
    await page.locator('#headline').waitFor();
    await page.getByText('Saved in your account, and told anew').waitFor();
    expect(await page.locator('.whole').textContent()).toContain(CANARY);
    await page.goBack();
    // another browser finds it again, and nothing of it was left in this one
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    const raw = () =>
      Buffer.concat(readdirSync(site.folder).map((name) => readFileSync(join(site.folder, name)))).toString('latin1');
    for (const word of [CANARY, 'pneumonia', 'lungs']) expect(raw()).not.toContain(word);
    await page.locator('.change-report summary').click();
    await page.getByRole('button', { name: 'Delete this report' }).click();
    await page.getByText('Delete it from your account?').waitFor();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByText('The report is deleted from your account.').waitFor();
    await page.goto(`${site.url}/account`);
    await page.getByText('No report is saved in your account.').waitFor();
    await page.getByText('A report was deleted').waitFor();
    expect(asked.filter((url) => decodeURIComponent(url).includes(CANARY))).toEqual([]);
    await context.close();
  });

  test('both kinds stand in one list and are compared; signed out or offline it shows what is here, and says so', async () => {
    const { site } = started();
    const { context, page } = await visit();
    await site.become(page, 'bea@quillfeather.example');
    await toDashboard(page);
    await page.locator('[aria-labelledby=h-account] input[type=file]').setInputFiles(await keptCopy([REPORT, LATER]));
    await page.getByText('2 reports were brought in.').waitFor();
    await page
      .locator('[aria-labelledby=h-all] input[type=file]')
      .setInputFiles(await keptCopy([LATER.replace('9 November', '10 November')]));
    await page.getByText('One report was brought in.').waitFor();
    await told(page, 3);
    expect((await page.locator('.card-place').allTextContents()).sort()).toEqual([
      'In your account',
      'In your account',
      'On this device',
    ]);
    for (const box of await page.getByRole('checkbox', { name: /^Compare: CT/ }).all()) await box.check();
    await page.getByRole('button', { name: 'Compare these' }).click();
    await page.getByRole('heading', { name: 'In short' }).waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'dashboard');
    await context.setOffline(true);
    await page.reload();
    await page.getByText('There is no connection').waitFor();
    await counted(page, 1);
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await counted(page, 3);
    await page.goto(`${site.url}/account`);
    await page.locator('form[action="/account/sign-out"] button').click();
    await page.locator('.account-done').waitFor();
    await toDashboard(page);
    await page.getByText('Reports in an account show when you are signed in.').waitFor();
    await counted(page, 1);
    await context.close();
  });

  test('where this device is locked, the account can be looked into all the same', async () => {
    const { site } = started();
    const { context, page } = await visit();
    await site.become(page, 'dan@quillfeather.example');
    await toDashboard(page);
    await page.locator('[aria-labelledby=h-account] input[type=file]').setInputFiles(await keptCopy([REPORT]));
    await page.getByText('One report was brought in.').waitFor();
    await page.locator('[aria-labelledby=h-all] input[type=file]').setInputFiles(await keptCopy([LATER]));
    await told(page, 2);
    await page.locator('summary').filter({ hasText: 'Lock with a passphrase' }).click();
    await page.getByLabel('New passphrase').fill('four calm words here');
    await page.getByLabel('The same once more').fill('four calm words here');
    await page.getByRole('button', { name: 'Lock with a passphrase' }).click();
    await page.getByText('Your reports are locked with it now.').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Show only what is in my account' }).click();
    await told(page, 1);
    expect(await page.locator('.card-place').textContent()).toBe('In your account');
    await page.getByText('Reports on this device are locked').waitFor();
    expect(await page.locator('[aria-labelledby=h-all]').count()).toBe(0);
    await page.getByRole('button', { name: 'Open them with the passphrase' }).click();
    await page.getByLabel('Passphrase').fill('four calm words here');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await told(page, 2);
    await context.close();
  });

  test('a session that ended elsewhere is told, the result stays, and this device is still offered', async () => {
    const { site } = started();
    const { context, page } = await visit();
    await site.become(page, 'eve@quillfeather.example');
    await explain(page, REPORT);
    const session = (await context.cookies()).filter(({ name }) => name === 'readingscan');
    await context.clearCookies({ name: 'readingscan' });
    expect(session).toHaveLength(1);
    await page.getByRole('button', { name: 'Save in my account' }).click();
    await page.getByRole('button', { name: 'Save it', exact: true }).click();
    await page.getByText('You were signed out. Sign in again').waitFor();
    await page.getByRole('button', { name: 'Do not save it' }).click();
    expect(await page.getByRole('button', { name: 'Save in my account' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await page.getByText('Kept in this browser.').waitFor();
    await context.close();
  });

  test('without an account nothing is asked of one, sent, or offered, though this site has them', async () => {
    const { site } = started();
    const { context, page, asked } = await visit();
    const watched = watch(context, site.url);
    await explain(page, REPORT);
    expect(await page.getByRole('button', { name: 'Save in my account' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.getByRole('button', { name: 'Keep it', exact: true }).click();
    await page.getByText('Kept in this browser.').waitFor();
    await toDashboard(page);
    await cards(page).locator('.card-soon').waitFor();
    expect(await page.locator('.card-place').count()).toBe(0);
    expect(watched.wrong()).toEqual([]);
    expect(asked.filter((url) => url.includes('/account'))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test.each([
    ['', 320, SCHEMES],
    ['', 1280, SCHEMES],
    // other words change how wide they are, not their contrast
    ['/es', 320, []],
    ['/zh', 320, []],
  ] as const)(
    '%s: its pages at %i px pass axe and fit, with the largest text too',
    async (language, width, schemes) => {
      const { site } = started();
      const { context, page } = await visit(width);
      await site.become(page, `person${width}${language.slice(1)}@quillfeather.example`, language);
      await page.goto(`${site.url}${language}/dashboard`);
      await isLive(page);
      await page.locator('[aria-labelledby=h-account] input[type=file]').setInputFiles(await keptCopy([REPORT, LATER]));
      await told(page, 2);
      await passes(page, 'dashboard', schemes);
      for (const path of ['', '/delete-reports', '/delete']) {
        await page.goto(`${site.url}${language}/account${path}`);
        await passes(page, path, schemes);
      }
      await page.goto(`${site.url}${language}/account`);
      await page.locator('input[name=years][value="2"]').check();
      await page.locator('form[action$="/keep-for"] button').click();
      await page.locator('.account-done').waitFor();
      expect(await page.locator('input[name=years]:checked').inputValue()).toBe('2');
      await context.clearCookies();
      await page.goto(`${site.url}${language}/dashboard`);
      await page.locator('.account-away').waitFor();
      await passes(page, 'signed out', schemes);
      await context.close();
    },
  );

  async function passes(page: Page, what: string, schemes: Schemes): Promise<void> {
    await page.evaluate(() => {
      delete document.documentElement.dataset.text;
    });
    expect(await violations(page, axe, schemes), what).toEqual([]);
    const targets = 'main :is(button, a, label.contact-choice, label.tick, label.file-button, summary):not([hidden])';
    expect(await smallTargets(page, targets, 24), what).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dataset.text = '3';
    });
    expect(await overflow(page), what).toBe(0);
  }
});
