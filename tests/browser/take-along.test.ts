/** What the result offers to take along: it is made on the device, and by keyboard too. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';
import { isLive, watch } from './watch.ts';

/** A device that says nothing aloud but tells what it was to say; voices are as `globalThis.voices` has them. */
const SPEECH = `
  globalThis.said = [];
  globalThis.voices = [{ lang: 'en-US', localService: false, default: true, name: 'far' }, { lang: 'en-GB', localService: true, default: false, name: 'near' }];
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => globalThis.voices,
    addEventListener: () => {},
    cancel: () => { clearTimeout(globalThis.speaking); },
    speak: (line) => { globalThis.said.push([line.text, line.voice.name]); globalThis.speaking = setTimeout(() => line.onend(), 400); },
  } });
`;

describe.skipIf(noBrowser)('what is taken along', () => {
  const opened = atSite();

  async function result(path = '/') {
    const { browser, site } = opened();
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.addInitScript(SPEECH);
    await context.addInitScript(
      'globalThis.print = () => { globalThis.printed = document.documentElement.dataset.print ?? "whole"; dispatchEvent(new Event("afterprint")); }',
    );
    const watched = watch(context, site.url);
    const page = await context.newPage();
    await page.goto(site.url + path);
    await isLive(page);
    await page.locator('.hero-main .link-button').click();
    await page.locator('#headline').waitFor({ timeout: 60_000 });
    return { page, context, watched };
  }
  const said = (page: Page): Promise<readonly (readonly [string, string])[]> => page.evaluate('globalThis.said');

  test('the explanation is read aloud by a voice of the device, held, taken up again and ended', async () => {
    const { page, context, watched } = await result();
    expect(await said(page)).toEqual([]);
    await page.getByRole('button', { name: 'Listen' }).focus();
    await page.keyboard.press('Enter');
    const pause = page.getByRole('button', { name: 'Pause' });
    await pause.waitFor();
    // the button that was pressed is still the one with the focus
    expect(await pause.evaluate((button) => button === document.activeElement)).toBe(true);
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(2);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Go on' }).waitFor();
    const held = await said(page);
    expect(held[0]?.[0]).toBe(await page.locator('#headline').textContent());
    expect(new Set(held.map(([, voice]) => voice))).toEqual(new Set(['near']));
    await page.waitForTimeout(300);
    expect(await said(page)).toHaveLength(held.length);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await said(page)).length).toBeGreaterThan(held.length);
    // it goes on with the sentence in which it was held
    expect((await said(page))[held.length]?.[0]).toBe(held[held.length - 1]?.[0]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Listen' }).waitFor();
    await page.getByRole('button', { name: 'Listen' }).click();
    await page.getByRole('button', { name: 'Start over' }).first().click();
    const ended = (await said(page)).length;
    await page.waitForTimeout(300);
    expect(await said(page)).toHaveLength(ended);
    expect(watched.wrong()).toEqual([]);
    await context.close();
  });

  test('where only voices elsewhere could read, nothing is read and the page says why', async () => {
    const { page, context } = await result('/es/');
    await page.evaluate("globalThis.voices = [{ lang: 'es-MX', localService: false, default: true, name: 'far' }]");
    await page.getByRole('button', { name: 'Escuchar' }).click();
    await page.getByRole('status').filter({ hasText: 'no tiene una voz propia' }).waitFor();
    expect(await said(page)).toEqual([]);
    await context.close();
  });

  test('the calendar file comes from the page itself', async () => {
    const { page, context, watched } = await result();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#next').getByRole('link', { name: 'Add to calendar' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('readingscan.ics');
    expect(readFileSync(await download.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(watched.wrong()).toEqual([]);
    await context.close();
  });

  test('the text is copied, and the page says what it holds', async () => {
    const { page, context, watched } = await result('/zh/');
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // lines are wrapped
    expect(copied.replace(/\s/g, '')).toContain((await page.locator('#headline').innerText()).replace(/\s/g, ''));
    expect(watched.wrong()).toEqual([]);
    await context.close();
  });

  test('the sheet for the visit is printed alone, with the questions that are ticked', async () => {
    const { page, context } = await result();
    const questions = page.locator('.questions .question');
    const [first, second] = [await questions.nth(0).textContent(), await questions.nth(1).textContent()];
    await page.getByLabel('On the sheet for your visit').first().uncheck();
    await page.getByText('A sheet for your visit').click();
    const sheet = page.locator('.visit-sheet');
    expect(await sheet.textContent()).not.toContain(first);
    expect(await sheet.textContent()).toContain(second);
    await page.getByRole('button', { name: 'Print the sheet' }).click();
    expect(await page.evaluate('globalThis.printed')).toBe('visit');
    expect(await page.locator('html').getAttribute('data-print')).toBeNull();
    await page.getByRole('button', { name: 'Print', exact: true }).first().click();
    expect(await page.evaluate('globalThis.printed')).toBe('whole');
    // as paper shows it
    await page.emulateMedia({ media: 'print' });
    expect([await sheet.isVisible(), await page.locator('#headline').isVisible()]).toEqual([false, true]);
    await page.evaluate(() => {
      document.documentElement.dataset.print = 'visit';
    });
    expect([await sheet.isVisible(), await page.locator('#headline').isVisible()]).toEqual([true, false]);
    await context.close();
  });

  test('a PDF of all of it, and of the sheet without the questions that were taken off, is made on the device', async () => {
    const { page, context, watched } = await result();
    const [whole] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as PDF' }).click(),
    ]);
    expect(whole.suggestedFilename()).toBe('readingscan.pdf');
    const bytes = readFileSync(await whole.path());
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    await page.getByText('Saved where this device keeps its files').waitFor();
    await page.locator('details.visit > summary').click();
    const [visit] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the sheet as PDF' }).click(),
    ]);
    expect(visit.suggestedFilename()).toBe('readingscan-visit.pdf');
    const all = readFileSync(await visit.path()).length;
    await page.getByRole('checkbox', { name: 'On the sheet for your visit' }).first().uncheck();
    const [fewer] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the sheet as PDF' }).click(),
    ]);
    expect(readFileSync(await fewer.path()).length).toBeLessThan(all);
    expect(bytes.length).toBeGreaterThan(all);
    expect(watched.wrong()).toEqual([]);
    await context.close();
  });
});
