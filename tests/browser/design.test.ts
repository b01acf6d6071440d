/** The colours that the page of components shows are those that pages have, and nothing needs a background to be seen. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { atSite } from './at-site.ts';
import { noBrowser } from './browser.ts';

const SCHEMES = [
  ['light', 'light', 'no-preference'],
  ['dark', 'dark', 'no-preference'],
  ['light-more', 'light', 'more'],
  ['dark-more', 'dark', 'more'],
] as const;
/** of text on the ground, where a person asks for more contrast */
const LEAST = 7;

describe.skipIf(noBrowser)('the page of components', () => {
  const opened = atSite();

  async function open(): Promise<Page> {
    const { browser, site } = opened();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(`${site.url}/design`);
    return page;
  }

  test.each(SCHEMES)('shows in the palette "%s" what pages have there', async (palette, colorScheme, contrast) => {
    const page = await open();
    await page.emulateMedia({ colorScheme, contrast });
    const [shown, real] = await page.evaluate((name) => {
      const swatches = [...document.querySelectorAll<HTMLElement>(`[data-palette="${name}"] .swatch`)];
      const root = getComputedStyle(document.documentElement);
      const probe = document.body.appendChild(document.createElement('i'));
      const pairs = swatches.map((swatch) => {
        probe.style.backgroundColor = root.getPropertyValue(`--${swatch.dataset.colour}`);
        return [getComputedStyle(swatch).backgroundColor, getComputedStyle(probe).backgroundColor];
      });
      return [pairs.map(([own]) => own), pairs.map(([, other]) => other)];
    }, palette);
    expect(shown?.length).toBeGreaterThan(20);
    expect(shown).toEqual(real);
    await page.close();
  });

  test.each(['light', 'dark'] as const)(
    'in %s has text that stands out more where more contrast is asked for',
    async (colorScheme) => {
      const page = await open();
      const ratios = async (): Promise<readonly number[]> => page.evaluate(contrastsOnGround);
      await page.emulateMedia({ colorScheme, contrast: 'no-preference' });
      const before = await ratios();
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      const after = await ratios();
      for (const [index, ratio] of after.entries()) {
        expect(ratio).toBeGreaterThanOrEqual(LEAST);
        expect(ratio).toBeGreaterThan(before[index] ?? 0);
      }
      await page.close();
    },
  );

  test('in colours of the person’s own system keeps edges, marks, rungs and focus', async () => {
    const page = await open();
    await page.emulateMedia({ forcedColors: 'active' });
    const lost = await page.evaluate(() => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      const colour = (selector: string, property: string, pseudo?: string): string => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element, pseudo).getPropertyValue(property) : 'not there';
      };
      const seen: Record<string, string> = {
        card: colour('.card', 'border-top-color'),
        'primary button': colour('.button.primary', 'border-top-color'),
        'chosen chip': colour('.chip[aria-current="true"]', 'background-color'),
        mark: colour('.is-marked', 'background-color'),
        'rung of the ladder': colour('.ladder rect', 'fill'),
        'lines of the ladder': colour('.ladder path', 'stroke'),
        'place on the track': colour('.track li[aria-current]', 'background-color', '::before'),
        'number of an item that asks': colour('.number.asks', 'background-color'),
        'line of a step': colour('.timeline li.dated', 'background-color', '::before'),
        'outline of the body': colour('.body-map svg path', 'stroke'),
        icon: colour('.button .icon', 'stroke'),
        'chosen view': colour('.segmented label:has(:checked)', 'background-color'),
        progress: colour('.steps .now .step-dot', 'background-color'),
      };
      return Object.entries(seen).filter(
        ([, value]) => value === canvas || value === 'not there' || value === 'none' || /^rgba\(.*, 0\)$/.test(value),
      );
    });
    expect(lost).toEqual([]);
    // a plate in the colour of the page behind their letters would hide these
    const filled = page.locator(
      '.button.primary, .chip[aria-current="true"], .number.asks, .segmented label:has(:checked)',
    );
    expect(await filled.count()).toBeGreaterThan(5);
    expect(
      await filled.evaluateAll((all) =>
        all
          .filter((one) => getComputedStyle(one).getPropertyValue('forced-color-adjust') !== 'none')
          .map((one) => one.className),
      ),
    ).toEqual([]);
    await page.locator('.button').first().focus();
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 3px');
    await page.close();
  });
});

/** Runs in the page: ink, second ink, accent and the colours of "how soon" on the ground. */
function contrastsOnGround(): readonly number[] {
  const root = getComputedStyle(document.documentElement);
  const light = (name: string): number => {
    const hex = root
      .getPropertyValue(name)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = light('--ground');
  return ['--ink', '--ink-2', '--accent', '--now', '--urgent', '--soon', '--routine', '--fine', '--line-strong'].map(
    (name) => {
      const own = light(name);
      return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
    },
  );
}
