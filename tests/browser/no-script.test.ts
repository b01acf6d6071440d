import { fileURLToPath } from 'node:url';
import { startServer } from '@readingscan/server';
import { describe, expect, test } from 'vitest';
import { fakeReader } from '../../packages/server/test/fake-reader.ts';
import { SAMPLE_REPORT } from '../../packages/web/src/sample.ts';
import { noBrowser, openBrowser } from './browser.ts';

describe.skipIf(noBrowser)('without script', () => {
  test('the page reads, says that the report would be sent, and sends it only on a press', async () => {
    const texts: string[] = [];
    const reader = fakeReader(async (input) => {
      if (input.kind === 'text') texts.push(input.text);
    });
    const dist = fileURLToPath(new URL('../../packages/web/dist', import.meta.url));
    const server = await startServer({ port: 0, dist, reader, signals: false, log: () => undefined });
    const browser = await openBrowser();
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(server.url);
    expect(await page.locator('main').textContent()).toContain('your report is sent to the server');
    expect(await page.getByText('Your report stays on this device').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Paste the text' }).isVisible()).toBe(false);
    await page.getByLabel('Or its text').fill(`${SAMPLE_REPORT}\nThe lungs are not shown.`);
    expect(texts).toEqual([]);
    await page.getByRole('button', { name: 'Send it to this server' }).click();
    await page.locator('#headline').waitFor();
    expect(texts).toHaveLength(1);
    expect(await page.locator('.item').count()).toBe(4);
    expect(page.url()).not.toContain('?');
    await browser.close();
    await server.close();
  });
});
