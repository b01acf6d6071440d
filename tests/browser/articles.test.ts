/** An article as it is read: with a mouse, with the keyboard, without script, magnified, on paper. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';

const WIDE = { width: 1280, height: 800 };
/** as a window of 1280 px shows it at 400 % */
const MAGNIFIED = { width: 320, height: 256 };
const ARTICLES = ['/blog/lung-nodule', '/es/blog/lung-nodule', '/zh/blog/lung-nodule'];

describe.skipIf(noBrowser)('an article', () => {
  const opened = atSite();

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce', ...options });
    await page.goto(site.url + path);
    return page;
  }
  const current = (page: Page): Promise<string[]> =>
    page
      .locator('.article-contents a[aria-current]')
      .evaluateAll((links) => links.map((link) => link.textContent ?? ''));

  test.each(ARTICLES)('%s: the contents beside the text follow the reader', async (path) => {
    const page = await open(path);
    expect(await current(page)).toEqual([]);
    const headings = page.locator('.prose > h2');
    for (const at of [0, 3, 1]) {
      const heading = headings.nth(at);
      await heading.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      const name = (await heading.textContent()) ?? '';
      await page.locator('.article-contents a[aria-current]', { hasText: name }).waitFor();
      expect(await current(page)).toEqual([name]);
    }
    await page.locator('.article-contents a').last().click();
    const questions = page.locator('#h-questions');
    expect(await isInView(page, '#h-questions')).toBe(true);
    await page
      .locator('.article-contents a[aria-current]', { hasText: (await questions.textContent()) ?? '' })
      .waitFor();
    const contents = page.locator('.article-contents');
    expect(await contents.isVisible()).toBe(true);
    // as it is seen: spaces between the parts of a line are easily lost
    expect(await contents.locator('li').first().innerText()).toBe(await headings.first().innerText());
    expect(await contents.innerText()).toContain(await headings.nth(3).innerText());
    await page.close();
  });

  test('what a word means shows under the pointer and in focus, and Escape puts it away', async () => {
    const page = await open(ARTICLES[0] ?? '');
    const [term, tip] = [page.locator('.term-tip .term').first(), page.locator('.tip').first()];
    expect(await tip.isVisible()).toBe(false);
    expect(await term.getAttribute('aria-describedby')).toBe(await tip.getAttribute('id'));
    await term.hover();
    expect(await tip.isVisible()).toBe(true);
    // it stays while the pointer goes to it
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await term.hover();
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.move(0, 0);
    expect(await tip.isVisible()).toBe(false);
    await term.focus();
    expect(await tip.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await tip.isVisible()).toBe(true);
    await page.close();
  });

  test.each([320, 390, 760, 1000, 1280])('at %i px no meaning of a word reaches past the window', async (width) => {
    const page = await open(ARTICLES[0] ?? '', { viewport: { width, height: 800 } });
    const cut: string[] = [];
    for (const term of await page.locator('.term-tip').all()) {
      await term.locator('.term').focus();
      const { left, right } = await term.locator('.tip').evaluate((tip) => tip.getBoundingClientRect().toJSON());
      if (left < 0 || right > width) cut.push(`${await term.locator('.term').textContent()}: ${left} to ${right}`);
    }
    expect(cut).toEqual([]);
    expect(await widest(page)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('a citation leads to its source, which is in view and can be opened', async () => {
    const page = await open(ARTICLES[0] ?? '');
    const cite = page.getByRole('link', { name: 'Source 3' }).first();
    await cite.click();
    expect(new URL(page.url()).hash).toBe('#source-3');
    expect(await isInView(page, '#source-3')).toBe(true);
    expect(await page.locator('#source-3:target a').getAttribute('href')).toMatch(/^https:/);
    const cited = await page
      .locator('.cite')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash));
    for (const hash of new Set(cited)) expect(await page.locator(hash).count()).toBe(1);
    await page.close();
  });

  test.each(ARTICLES)('%s reads without script', async (path) => {
    const page = await open(path, { javaScriptEnabled: false });
    for (const part of ['.prose > h2', '.takeaways li', '.article-questions h3', '.sources li', '.article-next li'])
      for (const one of await page.locator(part).all()) expect(await one.isVisible()).toBe(true);
    await page.locator('.term-tip .term').first().hover();
    expect(await page.locator('.tip').first().isVisible()).toBe(true);
    await page.close();
  });

  test.each(ARTICLES)('%s is read from its first link to its last with the keyboard alone', async (path) => {
    const page = await open(path);
    const wanted = await inOrder(page);
    const reached: string[] = [];
    for (let at = 0; at < wanted.length; at += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focused(page));
    }
    expect(reached).toEqual(wanted);
    await page.close();
  });

  test('on paper there is the article, and nothing that only works on a screen', async () => {
    const page = await open(ARTICLES[0] ?? '');
    await page.emulateMedia({ media: 'print' });
    for (const gone of [
      '.article-side',
      '.article-next',
      '.article-contents-small',
      '.site-header',
      '.site-footer',
      '.trail',
    ])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    await page.locator('.term-tip .term').first().hover();
    expect(await page.locator('.tip').first().isVisible()).toBe(false);
    for (const there of [
      'h1',
      '.takeaways',
      '.prose table',
      '.article-questions',
      '.article-note',
      '.sources li >> nth=-1',
    ])
      expect(await page.locator(there).first().isVisible()).toBe(true);
    const [ink, ground] = await page
      .locator('.prose p')
      .first()
      .evaluate((text) => [getComputedStyle(text).color, getComputedStyle(document.body).backgroundColor]);
    expect([ink, ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.close();
  });

  test.each([...ARTICLES, '/privacy', '/es/privacy', '/zh/faq'])(
    '%s, magnified four times, does not scroll sideways',
    async (path) => {
      const page = await open(path, { viewport: MAGNIFIED });
      expect(await widest(page)).toBeLessThanOrEqual(MAGNIFIED.width);
      await page.close();
    },
  );
});

const widest = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);

const isInView = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** What can have the focus, as it stands in the page. */
function inOrder(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, [tabindex="0"]')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.outerHTML.replace(' aria-current="true"', '').slice(0, 90)),
  );
}

/** The element in focus, which has a ring and is in view. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const html = element.outerHTML.replace(' aria-current="true"', '').slice(0, 90);
    const card = element.closest('.article-card') ? '::after' : null;
    if (getComputedStyle(element, card).outlineStyle === 'none') throw new Error(`no focus ring on ${html}`);
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) throw new Error(`not in view: ${html}`);
    return html;
  });
}
