/** The contact form as it is met with a keyboard, a screen reader, a narrow window and the largest text. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@readingscan/server';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GLOSSARIES } from '../../packages/server/test/fake-glossary.ts';
import { fakeReader } from '../../packages/server/test/fake-reader.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { axeSource } from './site.ts';

const WIDTHS = [320, 1280];
const SCHEMES = ['light', 'dark'] as const;
const VIEWS = ['form', 'errors', 'again', 'thanks'] as const;
const MOST_STEPS = 60;

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
    await tabTo(page, 'a[href="#write"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('contact-name');
    await page.keyboard.type('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.type('ana@nowhere');
    await tabTo(page, '#contact-message');
    await page.keyboard.type('Too short');
    await tabTo(page, 'button[type=submit]');
    await page.keyboard.press('Enter');
    await page.locator('.contact-summary').waitFor();
    expect(await focused(page)).toBe('contact-wrong');
    expect(await page.locator('#contact-name').inputValue()).toBe('Ana');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('contact-mail');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ana@nowhere.example');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, '#contact-message');
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
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme });
            expect(await violations(page, axe)).toEqual([]);
          }
          expect(await small(page)).toEqual([]);
          await page.evaluate(() => {
            document.documentElement.dataset.text = '3';
          });
          const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
          expect(wide).toBeLessThanOrEqual(seen ?? 0);
          expect(await small(page)).toEqual([]);
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

/** The id of the element in focus, or of what names it. */
function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element ? element.id || element.getAttribute('aria-labelledby') : null;
  });
}

async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_STEPS; pressed += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate((selector) => {
      const element = document.activeElement;
      if (element?.closest('.contact-trap')) throw new Error('the trap can be reached');
      if (element && getComputedStyle(element).outlineStyle === 'none')
        throw new Error(`no focus ring on ${element.outerHTML.slice(0, 120)}`);
      return element?.matches(selector) ?? false;
    }, wanted);
    if (isThere) return;
  }
  throw new Error(`the focus did not reach ${wanted}`);
}

async function violations(page: Page, axe: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Targets of the form under 44 px; a choice is its whole line. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.contact :is(button, textarea, label.contact-choice, a, input:not([type=radio]))')]
      .filter((element) => element.matches(':not([type=hidden])') && !element.closest('.contact-trap'))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width < 44 || height < 44;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
