import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';
import { isLive } from './watch.ts';

const REPORT = 'EXAM: Chest X-ray\nFINDINGS: The lungs are clear. No pleural effusion.\nIMPRESSION: No pneumonia.';
const MOST_STEPS = 60;

describe.skipIf(noBrowser)('a report is read with the keyboard alone', () => {
  const opened = atSite();

  test('from the skip link to a definition and back', async () => {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.url);
    await isLive(page);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await tabTo(page, 'Paste the text');
    await page.keyboard.press('Enter');
    await page.getByLabel('The text of your report').waitFor();
    await tabTo(page, 'textarea');
    await page.keyboard.insertText(REPORT);
    await tabTo(page, 'Explain it');
    await page.keyboard.press('Enter');
    await page.locator('#headline').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('headline');
    await tabTo(page, '.term');
    await page.keyboard.press('Enter');
    await page.locator('.term-sheet:popover-open').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.term-sheet:popover-open').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.matches('.term'))).toBe(true);
    await tabTo(page, '.pair-plain a');
    expect(await page.locator('.pair-words .is-on').count()).toBeGreaterThan(0);
    await tabTo(page, 'Start over');
    await page.keyboard.press('Enter');
    await page.locator('#reader-start').waitFor();
    await page.close();
  });

  test('from each place on the body map to the card of its item, and on from there', async () => {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(site.url);
    await isLive(page);
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await page.locator('#headline').waitFor();
    const map = page.getByRole('figure', { name: 'Where on the body' });
    const names = await map.getByRole('link').allTextContents();
    expect(names).toEqual(['1 Belly', '2 Belly, your left', '3 Belly']);
    for (const [at, name] of names.entries()) {
      if (at === 0) await tabTo(page, '.body-map a');
      else await map.getByRole('link').nth(at).focus();
      expect(await focused(page)).toBe(name);
      const target = (await map.getByRole('link').nth(at).getAttribute('href')) ?? '';
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash === target);
      const card = page.locator(`.item${target}`);
      expect(await card.locator('.number').textContent()).toBe(name.split(' ')[0]);
      expect(await card.evaluate((element) => Math.abs(element.getBoundingClientRect().top) < innerHeight / 2)).toBe(
        true,
      );
      await page.keyboard.press('Tab');
      expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.close();
  });
});

/** Words of the element in focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
}

/** Presses Tab until the focus is on a button of that name or on what the selector names. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((name) => {
      const element = document.activeElement;
      const ring = element ? getComputedStyle(element).outlineStyle : 'none';
      if (element?.matches('a, button') && ring === 'none') throw new Error(`no focus ring on ${element.outerHTML}`);
      if (/^[.a-z]/.test(name)) return element?.matches(name) ?? false;
      return element?.textContent?.trim().startsWith(name) ?? false;
    }, wanted);
    if (there) return;
  }
  throw new Error(`the focus did not reach ${wanted}`);
}
