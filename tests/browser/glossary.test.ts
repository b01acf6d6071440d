import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';

describe.skipIf(noBrowser)('the glossary', () => {
  const opened = atSite();

  test('a misspelled word is found as it is typed, and no request carries it', async () => {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    await page.goto(`${site.url}/glossary`);
    await page.getByLabel('Find a word from your report').fill('plural efusion');
    // the list of all words has one of that name too
    await page.locator('.glossary-found').getByRole('link', { name: 'Pleural effusion' }).first().waitFor();
    expect(asked.filter((url) => /efusion|plural/.test(url))).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/glossary\/.+/);
    expect(await page.locator('h1').textContent()).toMatch(/effusion/i);
    await page.close();
  });

  test.each([
    ['es', 'derame pleural', 'Derrame pleural'],
    ['es', 'pleural effusion', 'Derrame pleural'],
    ['zh', '胸腔积', '胸腔积液'],
    ['zh', 'plural efusion', '胸腔积液'],
  ] as const)('in %s "%s" finds a word and its English, on the device', async (language, query, name) => {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    await page.goto(`${site.url}/${language}/glossary`);
    await page.locator('#glossary-q').fill(query);
    const found = page.locator('.glossary-found a', { has: page.getByText(name, { exact: true }) });
    await found.first().waitFor();
    expect(await found.first().locator('[lang=en]').textContent()).toBe('Pleural effusion');
    expect(asked.filter((url) => url.includes(query))).toEqual([]);
    await found.first().click();
    await page.waitForURL(`${site.url}/${language}/glossary/pleural-effusion`);
    expect(await page.locator('h1').textContent()).toBe(name);
    await page.close();
  });

  test('without script the server finds it', async () => {
    const { browser, site } = opened();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${site.url}/glossary`);
    await page.getByLabel('Find a word from your report').fill('DVT');
    await page.getByRole('button', { name: 'Find' }).click();
    await page
      .getByRole('link', { name: /deep vein/i })
      .first()
      .waitFor();
    await page.close();
  });
});
