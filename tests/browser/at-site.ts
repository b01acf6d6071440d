/** A browser and the built pages for the tests of one `describe`: opened before them, closed behind them; `open` where it is another site than the usual. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { openSite } from './site.ts';

interface Opened<T> {
  readonly browser: Browser;
  readonly site: T;
}

export const atSite = () => at(openSite);

export function at<T extends { close(): Promise<void> }>(open: () => Promise<T>): () => Opened<T> {
  let opened: Opened<T> | undefined;
  beforeAll(async () => {
    opened = { browser: await openBrowser(), site: await open() };
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
