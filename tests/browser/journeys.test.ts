import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_REPORT } from '../../packages/web/src/sample.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { type Picture, photographOf, scanOf } from './photograph.ts';
import { openSite, type Site } from './site.ts';
import { isLive, isReady, type Watch, watch } from './watch.ts';

describe.skipIf(noBrowser)('a person reads a report in the browser', () => {
  let [browser, site, photograph]: [Browser?, Site?, Picture?] = [];
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('not started');
    return value;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    photograph = await photographOf(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function visit(): Promise<{ page: Page; watched: Watch }> {
    const context = await there(browser).newContext({ viewport: { width: 1280, height: 800 } });
    const watched = watch(context, there(site).url);
    const page = await context.newPage();
    await page.goto(there(site).url);
    await isLive(page);
    return { page, watched };
  }
  const headline = async (page: Page): Promise<string> =>
    (await page.locator('#headline').textContent({ timeout: 60_000 })) ?? '';
  const choose = async (page: Page, file: Picture): Promise<void> =>
    page.locator('.choose input[type=file]').setInputFiles(file);

  test('the sample can be read, and the focus is on its headline', async () => {
    const { page, watched } = await visit();
    await page.getByRole('button', { name: /Read a sample/ }).click();
    expect((await headline(page)).length).toBeGreaterThan(20);
    expect(await page.locator('.item').count()).toBe(4);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('headline');
    expect(await page.locator('h1').count()).toBe(1);
    expect(watched.wrong()).toEqual([]);
    await page.context().close();
  });

  test('pasted text is explained, and Back leads to the first page', async () => {
    const { page, watched } = await visit();
    await page.getByRole('button', { name: 'Paste the text' }).click();
    await page.getByLabel('The text of your report').fill(SAMPLE_REPORT);
    await page.getByRole('button', { name: 'Explain it' }).click();
    await headline(page);
    expect(await page.locator('.pair').count()).toBeGreaterThan(15);
    await page.goBack();
    await page.locator('#reader-start').waitFor();
    expect(page.url()).toBe(`${there(site).url}/`);
    expect(watched.wrong()).toEqual([]);
    await page.context().close();
  });

  test('with the network cut after the page has loaded, a photograph is read: no request, no report leaves', async () => {
    const { page, watched } = await visit();
    await isReady(page);
    await watched.cut();
    await choose(page, there(photograph));
    await headline(page);
    expect(await page.locator('.item').count()).toBe(4);
    expect(await page.locator('.whole').textContent()).toContain('adrenal');
    expect(await page.locator('.photograph-strip svg').count()).toBe(1);
    expect(watched.wrong()).toEqual([]);
    expect(there(site).asked()).toBe(0);
    await page.context().close();
  });

  test('without network the page itself opens again', async () => {
    const { page } = await visit();
    await isReady(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.context().setOffline(true);
    await page.reload();
    await isLive(page);
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await headline(page);
    await page.context().close();
  });

  test('touching a plain sentence marks its words, and touching words marks their sentence', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await headline(page);
    const sentence = page.locator('.pair-plain a').nth(6);
    await sentence.click();
    const id = await sentence.getAttribute('data-sentence');
    const words = page.locator(`.pair-words [data-for~="${id}"].is-on`);
    expect(await words.count()).toBeGreaterThan(0);
    await page.mouse.move(0, 0);
    await page.locator('.pair-words .cut').first().hover();
    expect(await page.locator('.pair-plain a.is-on').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  test('a text that is no report is refused in one sentence, and stays to be changed', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'Paste the text' }).click();
    await page
      .getByLabel('The text of your report')
      .fill('Dear neighbour, thank you for the two chairs. See you on Sunday.');
    await page.getByRole('button', { name: 'Explain it' }).click();
    await page.locator('.problem h1').waitFor();
    expect(await page.getByLabel('The text of your report').inputValue()).toContain('two chairs');
    await page.context().close();
  });

  test('nothing of a refused text is held after starting over', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'Paste the text' }).click();
    await page.getByLabel('The text of your report').fill('Dear neighbour, thank you for the two chairs.');
    await page.getByRole('button', { name: 'Explain it' }).click();
    await page.locator('.problem h1').waitFor();
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.getByRole('button', { name: 'Paste the text' }).click();
    expect(await page.getByLabel('The text of your report').inputValue()).toBe('');
    await page.context().close();
  });

  test('a picture of a scan without words is told apart from a bad photograph of a page', async () => {
    const { page } = await visit();
    await isReady(page);
    await choose(page, await scanOf(there(browser)));
    const said = page.locator('.problem');
    await said.waitFor({ timeout: 60_000 });
    expect(await said.locator('h1').textContent()).toContain('It may be the scan itself');
    expect(await said.textContent()).toContain('ask your clinic');
    await page.context().close();
  });

  test('a file that is no picture of a report is refused in one sentence', async () => {
    const { page } = await visit();
    await choose(page, {
      name: 'a.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]),
    });
    await page.locator('.problem h1').waitFor({ timeout: 60_000 });
    expect(await page.locator('.problem .lead').textContent()).not.toBe('');
    await page.context().close();
  });

  test('reading can be cancelled, and started again', async () => {
    const { page } = await visit();
    await choose(page, there(photograph));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('#reader-start').waitFor();
    await choose(page, there(photograph));
    await headline(page);
    await page.context().close();
  });

  test('a report dropped before the reader is alive waits for it', async () => {
    if (!browser || !site) throw new Error('not started');
    const page = await browser.newPage();
    await page.addInitScript((text) => {
      // scripts that the page asks for have run by then, and nothing is painted yet
      document.addEventListener('DOMContentLoaded', () => {
        const data = new DataTransfer();
        data.items.add(new File([text], 'report.txt', { type: 'text/plain' }));
        document.documentElement.dataset.dropped = document.documentElement.dataset.reader ?? 'early';
        dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      });
    }, SAMPLE_REPORT);
    await page.goto(site.url);
    await headline(page);
    expect(await page.evaluate(() => document.documentElement.dataset.dropped)).toBe('early');
    await page.close();
  });

  test('a report dropped on the page is read', async () => {
    const { page } = await visit();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'report.txt', { type: 'text/plain' }));
      dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, SAMPLE_REPORT);
    await headline(page);
    await page.context().close();
  });
});
