/** Listens to every request of a browser context: none may leave the origin, carry a body, or be made after the cut. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page, Request } from 'playwright-core';

export interface Watch {
  /** from here on no request is allowed but for what the page itself holds */
  cut(): Promise<void>;
  readonly wrong: () => readonly string[];
}

export function watch(context: BrowserContext, origin: string): Watch {
  const wrong: string[] = [];
  let isCut = false;
  context.on('request', (request) => {
    const url = request.url();
    if (url.startsWith('blob:') || url.startsWith('data:')) return;
    if (!url.startsWith(`${origin}/`)) wrong.push(`off-origin: ${url}`);
    if (request.method() !== 'GET' || request.postData() !== null) wrong.push(`sends: ${request.method()} ${url}`);
    if (isCut) wrong.push(`after the cut: ${url}`);
  });
  return {
    async cut() {
      await context.setOffline(true);
      isCut = true;
    },
    wrong: () => wrong,
  };
}

/** Everything that is needed without network is there. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'pictures', null, { timeout: 60_000 });
}

export async function isLive(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset.reader === 'live');
}

/** milliseconds without a request until a page is said to be quiet */
const QUIET = 500;
/** milliseconds until a request that is still open is an error */
const LONGEST = 60_000;

/**
 * Counts the requests of a page from here on; what it gives waits until all have been answered and none has come
 * for a while. Playwright's own "networkidle" is at times not said at all, and does not name what it waits for.
 */
export function isQuiet(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = Date.now();
  const ends = (request: Request) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', ends);
  page.on('requestfailed', ends);
  return async () => {
    const start = Date.now();
    while (open.size > 0 || Date.now() - last < QUIET) {
      if (Date.now() - start > LONGEST) throw new Error(`still open: ${[...open].map((request) => request.url())}`);
      await pause(QUIET / 10);
    }
  };
}
