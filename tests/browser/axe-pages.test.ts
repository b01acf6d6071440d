import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults, MOST_TIME, NO_FAULT, WIDTHS } from './audit.ts';
import { noBrowser, openBrowser } from './browser.ts';
import { axeSource, openSite, type Site } from './site.ts';

/** by their path */
const PAGES = [
  'es/',
  'zh/',
  'about',
  'api',
  'nothing-here',
  'zh/nothing-here',
  'design',
  'glossary',
  'glossary?part=chest',
  'glossary/pleural-effusion',
  'blog',
  'blog/category/findings',
  'blog/lung-nodule',
  'es/blog/lung-nodule',
  'zh/blog/lung-nodule',
  'blog/authors/editorial-team',
  'features',
  'pricing',
  'faq',
  'contact',
  'privacy',
  'terms',
  'cookies',
  'es/glossary',
  'zh/glossary?part=chest',
  'es/glossary/pleural-effusion',
  'zh/glossary/pleural-effusion',
  'es/faq',
  'zh/privacy',
  'offline',
] as const;

describe.skipIf(noBrowser)('every page passes axe and fits its width', () => {
  let [browser, site]: [Browser?, Site?] = [];
  const axe = readFileSync(axeSource, 'utf8');
  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const path of PAGES) {
    test(
      path,
      async () => {
        if (!browser || !site) throw new Error('not started');
        const page = await browser.newPage({ reducedMotion: 'reduce' });
        await page.goto(`${site.url}/${path}`);
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
