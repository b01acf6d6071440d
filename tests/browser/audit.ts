/** What every page is looked at for: the rules of axe, targets that a finger meets, its width, and a way by the keyboard on which the focus is seen. */
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const MOST_STEPS = 60;

/** Rule and element of each violation; `axe` is the text of its script. */
export async function violations(page: Page, axe: string): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results: AxeResults = await page.evaluate(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
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

/** The id of the element in focus, or of what names it. */
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
