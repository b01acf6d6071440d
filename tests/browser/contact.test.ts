/** The contact form as it is met with a keyboard, a screen reader, a narrow window and the largest text. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@readingscan/server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLOSSARIES } from '../../packages/server/test/fake-glossary.ts';
import { fakeReader } from '../../packages/server/test/fake-reader.ts';
import { focused, overflow, smallTargets, tabTo, violations } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { axeSource } from './site.ts';

const WIDTHS = [320, 1280];
/** a page takes its focus after it is shown */
const PATIENT = { timeout: 10_000 };
const VIEWS = ['form', 'errors', 'again', 'thanks'] as const;
const TRAP = '.contact-trap';
/** a choice is its whole line; nobody sees the trap */
const TARGETS =
  '.contact :is(button, textarea, label.contact-choice, a, input:not([type=radio])):not([type=hidden], .contact-trap *)';

describe.skipIf(noBrowser)('the contact form', () => {
  let [browser, server, dir, clock]: [Browser?, RunningServer?, string?, number?] = [];
  let step = 60_000;
  const axe = readFileSync(axeSource, 'utf8');
  beforeAll(async () => {
    browser = await openBrowser();
    dir = mkdtempSync(join(tmpdir(), 'readingscan-contact-'));
    server = await startServer({
      port: 0,
      reader: fakeReader(),
      glossaries: GLOSSARIES,
      operator: { name: 'A Clinic', mail: 'office@example.org' },
      // each look at the clock finds it moved on: nobody waits for three seconds, or for an hour
      contact: {
        dir,
        smtp: null,
        days: 30,
        now: () => {
          clock = (clock ?? Date.parse('2026-11-28T12:00:00Z')) + step;
          return clock;
        },
      },
      signals: false,
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('is filled in, mended and sent with the keyboard alone, without script', async () => {
    if (!browser || !server || !dir) throw new Error('not started');
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}/contact`);
    await tabTo(page, 'a[href="#write"]', TRAP);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page), PATIENT).toBe('contact-name');
    await page.keyboard.type('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ana@nowhere');
    await tabTo(page, '#contact-message', TRAP);
    await page.keyboard.type('Too short');
    await tabTo(page, 'button[type=submit]', TRAP);
    await page.keyboard.press('Enter');
    await page.locator('.contact-summary').waitFor();
    await expect.poll(() => focused(page), PATIENT).toBe('contact-wrong');
    expect(await page.locator('#contact-name').inputValue()).toBe('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page), PATIENT).toBe('contact-mail');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ana@nowhere.example');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '#contact-message', TRAP);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' no longer: it is long enough now.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Thank you' }).waitFor();
    expect(page.url()).toBe(`${server.url}/contact`);
    const [file = ''] = readdirSync(dir);
    expect(JSON.parse(readFileSync(join(dir, file), 'utf8'))).toMatchObject({
      name: 'Ana',
      mail: 'ana@nowhere.example',
      about: 'question',
      message: 'Too short no longer: it is long enough now.',
    });
    await page.close();
  });

  for (const path of ['/contact', '/es/contact', '/zh/contact']) {
    // the one with the most words in it, where the words are others
    for (const view of path === '/contact' ? VIEWS : (['errors'] as const)) {
      for (const width of WIDTHS) {
        test(`${path}: ${view} at ${width} px passes axe and fits, with the largest text too`, async () => {
          if (!browser || !server) throw new Error('not started');
          const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });
          // an hour between two of its looks at the clock keeps the limits away
          step = view === 'again' ? 1000 : 4 * 60 * 60_000;
          await page.goto(server.url + path);
          if (view !== 'form') await fill(page, view);
          expect(await violations(page, axe)).toEqual([]);
          expect(await smallTargets(page, TARGETS, 44)).toEqual([]);
          await page.evaluate(() => {
            document.documentElement.dataset.text = '3';
          });
          expect(await overflow(page)).toBe(0);
          expect(await smallTargets(page, TARGETS, 44)).toEqual([]);
          await page.close();
        });
      }
    }
  }
});

async function fill(page: Page, view: Exclude<(typeof VIEWS)[number], 'form'>): Promise<void> {
  if (view === 'errors') {
    await page.locator('#contact-name').fill('x'.repeat(101));
    await page.locator('#contact-mail').fill('nobody');
  } else {
    await page.locator('.contact-choice').first().click();
    await page.locator('#contact-message').fill('A message that is long enough.');
  }
  await page.locator('.contact-form button').click();
  const shown = { errors: '.contact-fault', again: '.contact-summary > p', thanks: 'h1:not(:has(~ form))' };
  await page.locator(shown[view]).first().waitFor();
  expect(await page.locator('.contact-fault').count()).toBe(view === 'errors' ? 4 : 0);
}
