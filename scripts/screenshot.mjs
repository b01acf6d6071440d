// Takes the picture of the README: the sample report, explained, on a phone. `npm run build && node --conditions=source --import tsx scripts/screenshot.mjs`

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../packages/server/src/index.ts';

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const server = await startServer({ port: 0, signals: false, log: () => undefined });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
});
const page = await browser.newPage({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
});
await page.goto(server.url);
await page.waitForFunction(() => document.documentElement.dataset.reader === 'live');
await page.getByRole('button', { name: /Read a sample/ }).click();
await page.locator('#headline').waitFor();
await page.mouse.move(0, 0);
await page.evaluate(() => document.fonts.ready);
mkdirSync(own('docs'), { recursive: true });
await page.screenshot({ path: own('docs/result-phone.png') });
await browser.close();
await server.close();
