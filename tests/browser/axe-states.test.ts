import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults, MOST_TIME, NO_FAULT, WIDTHS } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { EARLIER, keptCopy, LATER } from './kept-copy.ts';
import { type Picture, photographOf } from './photograph.ts';
import { type Script, scriptWorker } from './scripted-worker.ts';
import { axeSource, openSite, type Site } from './site.ts';
import { isLive } from './watch.ts';

/** The sample as it is really told in other languages. */
const TOLD = ['told/es/', 'told/zh/'] as const;
/** Kept reports: none, a list, two compared, locked. */
const KEPT = ['kept/none', 'kept/list', 'kept/compared', 'kept/locked'] as const;
type View = 'home' | (typeof TOLD)[number] | (typeof KEPT)[number] | 'paste' | 'pages' | 'term' | Script;
const VIEWS: readonly View[] = [
  'home',
  ...TOLD,
  ...KEPT,
  'paste',
  'pages',
  'working',
  'correct',
  'problem',
  'result',
  'term',
];

describe.skipIf(noBrowser)('every view passes axe and fits its width', () => {
  let [browser, site, picture]: [Browser?, Site?, Picture?] = [];
  const axe = readFileSync(axeSource, 'utf8');
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
    picture = await photographOf(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const view of VIEWS) {
    test(
      view,
      async () => {
        if (!browser || !site || !picture) throw new Error('not started');
        const page = await browser.newPage({ viewport: { width: WIDTHS[0], height: 800 }, reducedMotion: 'reduce' });
        await show(page, view, site, picture);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          expect(await faults(page, axe), `at ${width} px`).toEqual(NO_FAULT);
        }
        await page.close();
      },
      MOST_TIME,
    );
  }
});

async function show(page: Page, view: View, site: Site, picture: Picture): Promise<void> {
  if (isTold(view)) {
    await page.goto(`${site.url}/${view.slice('told/'.length)}`);
    await isLive(page);
    await page.locator('.hero-main .link-button').click();
    await openAll(page);
    return;
  }
  if (isKept(view)) {
    await showKept(page, view, site);
    return;
  }
  const script: Script | null =
    view === 'term' ? 'result' : view === 'home' || view === 'paste' || view === 'pages' ? null : view;
  if (script) await scriptWorker(page, script);
  await page.goto(site.url);
  await isLive(page);
  const choose = page.locator('.choose input[type=file]');
  if (view === 'paste') await page.getByRole('button', { name: 'Paste the text' }).click();
  if (view === 'pages') await page.locator('.photograph input[type=file]').setInputFiles(picture);
  if (view === 'working' || view === 'correct' || view === 'problem') await choose.setInputFiles(picture);
  if (view === 'result' || view === 'term') {
    await page.getByRole('button', { name: /Read a sample/ }).click();
    await openAll(page);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await page.locator('.keep-form').waitFor();
  }
  if (view === 'term') await page.locator('.item .term').first().click();
  const shown = {
    home: '#reader-start',
    paste: 'textarea',
    pages: '.pages',
    working: 'progress',
    correct: '.places',
    problem: '.problem',
    result: '.body-map',
    term: '.term-sheet:popover-open',
  };
  await page.locator(shown[view]).first().waitFor();
}

async function openAll(page: Page, shown = '#headline'): Promise<void> {
  await page.locator(shown).waitFor();
  await page.evaluate(() => {
    for (const closed of document.querySelectorAll('details')) closed.open = true;
  });
}

/** of somebody else, and the oldest */
const THIRD = EARLIER.replace('12 May 2026', '3 March 2024');

/** With everything opened that can be. */
async function showKept(page: Page, view: (typeof KEPT)[number], site: Site): Promise<void> {
  await page.goto(`${site.url}/dashboard`);
  await isLive(page);
  await page.locator('.everything').waitFor();
  if (view === 'kept/none') {
    await openAll(page, '.nothing-kept');
    return;
  }
  await page
    .locator('.everything input[type=file]')
    .setInputFiles(await keptCopy([EARLIER, LATER, THIRD], ['', '', 'Mum']));
  await page.locator('.report-card .card-soon').nth(2).waitFor();
  if (view === 'kept/locked') {
    await page.evaluate(() => document.querySelector('.everything details')?.setAttribute('open', ''));
    await page.getByLabel('New passphrase').fill('four calm words here');
    await page.getByLabel('The same once more').fill('four calm words here');
    await page.locator('.lock-new button').click();
    await page.getByRole('button', { name: 'Lock now' }).click();
    await page.getByLabel('Passphrase').fill('not the right one');
    await page.locator('.lock-form button').click();
    await page.locator('.lock-form [role=alert]').filter({ hasText: 'not the right' }).waitFor();
    await openAll(page, '.lock-form');
    return;
  }
  for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check();
  if (view === 'kept/list') return openAll(page, '.compare-bar');
  await page.getByRole('button', { name: 'Compare these' }).click();
  await page.locator('.series-chart, [role=alert]').first().waitFor();
}

const isKept = (view: View): view is (typeof KEPT)[number] => KEPT.some((kept) => kept === view);
const isTold = (view: View): view is (typeof TOLD)[number] => TOLD.some((told) => told === view);
