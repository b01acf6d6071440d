/** The page for programs as it is tried: its form sends what it holds to this server alone, and shows what comes back. */
import { readFileSync, statSync } from 'node:fs';
import { loadAssets, webDist } from '@readingscan/web';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { at } from './at-site.ts';
import { overflow, smallTargets, violations } from './audit.ts';
import { noBrowser } from './browser.ts';
import { openSavedSite } from './saved-site.ts';
import { axeSource } from './site.ts';

const MOST_SCRIPT = 6 * 1024; // bytes
const TARGETS = 'main :is(button, select, textarea, input):not([hidden] *)';

test('its script is small', () => {
  const { api } = loadAssets(webDist());
  expect(statSync(`${webDist()}${api}`).size).toBeLessThan(MOST_SCRIPT);
});

describe.skipIf(noBrowser)('the page for programs', () => {
  const started = at(openSavedSite);
  const axe = readFileSync(axeSource, 'utf8');

  async function opened(path: string, width: number, javaScriptEnabled = true): Promise<Page> {
    const { browser, site } = started();
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      javaScriptEnabled,
      reducedMotion: 'reduce',
    });
    await page.goto(`${site.url}${path}`);
    return page;
  }

  test.each([
    ['/api', 1280],
    ['/es/api', 320],
  ])('%s at %i px is tried, and passes axe with an answer on it', async (path, width) => {
    const page = await opened(path, width);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#api-text').fill('The lungs are clear.');
    await page.locator('#api-form button').click();
    await page.locator('#api-answer', { hasText: '"schema": "readingscan.explanation/1"' }).waitFor();
    expect(await page.locator('#api-status').textContent()).toMatch(/200$/);
    expect(asked.filter((url) => !url.startsWith(started().site.url))).toEqual([]);
    expect(await violations(page, axe)).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dataset.text = '3';
    });
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page, TARGETS, 44)).toEqual([]);
    await page.close();
  });

  test('compares two, and shows a key that is not written right as that', async () => {
    const page = await opened('/api', 1280);
    expect(await page.locator('#api-newer').isVisible()).toBe(false);
    await page.locator('#api-job').selectOption('compare');
    await page.locator('#api-newer').waitFor();
    await page.locator('#api-text').fill('The lungs are clear.');
    await page.locator('#api-form button').click();
    await page.locator('#api-answer', { hasText: 'readingscan.comparison/1' }).waitFor();
    await page.locator('#api-key').fill('rs_no');
    await page.locator('#api-form button').click();
    await page.locator('#api-answer', { hasText: 'wrong-key' }).waitFor();
    expect(await page.locator('#api-status').textContent()).toMatch(/401$/);
    expect(page.url()).not.toContain('rs_no');
    await page.close();
  });

  test('says without script how it can be tried all the same, and has no form', async () => {
    const page = await opened('/api', 320, false);
    expect(await page.locator('#api-form').isVisible()).toBe(false);
    expect(await page.locator('noscript').textContent()).toContain('terminal');
    expect(await page.locator('.api-code').first().textContent()).toContain(
      `curl ${started().site.url}/api/v1/explain`,
    );
    await page.close();
  });
});
