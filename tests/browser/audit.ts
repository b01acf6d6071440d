/** What every page is looked at for: the rules of axe, targets that a finger meets, its width, and a way by the keyboard on which the focus is seen. */
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const MOST_STEPS = 60;

export const SCHEMES = ['light', 'dark'] as const;
export type Schemes = readonly (typeof SCHEMES)[number][];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** what another scheme can change */
const COLOUR_RULES = ['cat.color'];

/** Scheme, rule and element of each violation, every rule in the first scheme and those of colour in the others; `axe` is the text of its script. */
export async function violations(page: Page, axe: string, schemes: Schemes = SCHEMES): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found: string[] = [];
  for (const [at, colorScheme] of schemes.entries()) {
    await page.emulateMedia({ colorScheme });
    const runOnly = JSON.stringify(at === 0 ? RULES : COLOUR_RULES);
    const results: AxeResults = await page.evaluate(
      `axe.run(document, { runOnly: ${runOnly}, resultTypes: ['violations'] })`,
    );
    for (const { id, nodes } of results.violations)
      found.push(...nodes.map(({ html }) => `${colorScheme} ${id}: ${html.slice(0, 160)}`));
  }
  return found;
}

/** of an audit in every window, for the list of all words on a busy machine, in ms */
export const MOST_TIME = 180_000;
/** The narrowest window that a page must fit, and a wide one, in px. */
export const WIDTHS = [320, 1280] as const;

export interface Faults {
  readonly violations: readonly string[];
  /** with the largest letters that a reader can choose, in px */
  readonly overflow: number;
  /** targets under 24 px, links within a sentence excepted */
  readonly small: readonly string[];
}
export const NO_FAULT: Faults = { violations: [], overflow: 0, small: [] };

/** What a page must have none of, in the window as it is; its letters are left as they were. */
export async function faults(page: Page, axe: string): Promise<Faults> {
  const found = await violations(page, axe);
  const before = await page.evaluate(() => document.documentElement.dataset.text ?? '');
  await setText(page, '3');
  const measured = { overflow: await overflow(page), small: await small(page) };
  await setText(page, before);
  return { violations: found, ...measured };
}

const setText = (page: Page, size: string): Promise<void> =>
  page.evaluate((value) => {
    document.documentElement.dataset.text = value;
  }, size);

function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, summary, input, textarea, nav a, a.button, .body-map a')]
      .filter((element) => element.checkVisibility() && !element.matches('.segmented input, .report .term'))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** Elements that a selector names and that are narrower or lower than `least` px. */
export function smallTargets(page: Page, selector: string, least: number): Promise<readonly string[]> {
  return page.evaluate(
    ([wanted, size]) =>
      [...document.querySelectorAll(wanted)]
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < size || height < size;
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    [selector, least] as const,
  );
}

/** How far a page is wider than the window, in px: 0 where nothing has to be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));

/** The id of the element in focus, or of what names it. A page takes its focus after it is shown: ask until it is there. */
export function focused(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element ? element.id || element.getAttribute('aria-labelledby') : null;
  });
}

/** Presses Tab until the focus is on what the selector names; throws where it is not seen, where it comes to what `never` names, or does not arrive. */
export async function tabTo(page: Page, wanted: string, never?: string): Promise<void> {
  await page.locator(wanted).first().waitFor();
  for (let pressed = 0; pressed < MOST_STEPS; pressed += 1) {
    await page.keyboard.press('Tab');
    const isThere = await page.evaluate(
      ([selector, barred]) => {
        const element = document.activeElement;
        if (barred && element?.closest(barred)) throw new Error(`${barred} can be reached`);
        if (element && getComputedStyle(element).outlineStyle === 'none')
          throw new Error(`no focus ring on ${element.outerHTML.slice(0, 120)}`);
        return element?.matches(selector) ?? false;
      },
      [wanted, never ?? ''] as const,
    );
    if (isThere) return;
  }
  throw new Error(`the focus did not reach ${wanted}`);
}
