/** A browser and the built pages for the tests of one `describe`: opened before them, closed behind them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { openSite, type Site } from './site.ts';

interface Opened {
  readonly browser: Browser;
  readonly site: Site;
}

export function atSite(): () => Opened {
  let opened: Opened | undefined;
  beforeAll(async () => {
    opened = { browser: await openBrowser(), site: await openSite() };
  });
  afterAll(async () => {
    await opened?.browser.close();
    await opened?.site.close();
  });
  return () => {
    if (!opened) throw new Error('not started');
    return opened;
  };
}
