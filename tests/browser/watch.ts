/** Listens to every request of a browser context: none may leave the origin, carry a body, or be made after the cut. */
import type { BrowserContext, Page } from 'playwright-core';

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
