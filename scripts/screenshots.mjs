// Takes pictures of every kind of page, to be looked at: `npm run screenshots`, or `npm run screenshots -- es result` for those whose name holds both.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../packages/server/src/index.ts';

const FOLDER = fileURLToPath(new URL('../tmp/screenshots/', import.meta.url));
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];
const SCHEMES = ['light', 'dark'];
const LANGUAGES = { en: '', es: '/es', zh: '/zh' };
const PATHS = {
  home: '/',
  blog: '/blog',
  category: '/blog/category/findings',
  article: '/blog/lung-nodule',
  author: '/blog/authors/editorial-team',
  features: '/features',
  pricing: '/pricing',
  faq: '/faq',
  about: '/about',
  contact: '/contact',
  privacy: '/privacy',
  terms: '/terms',
  cookies: '/cookies',
  dashboard: '/dashboard',
  glossary: '/glossary',
  part: '/glossary?part=chest',
  word: '/glossary/pleural-effusion',
  'not-found': '/nothing-here',
};

const views = Object.entries(LANGUAGES).flatMap(([language, prefix]) => [
  ...Object.entries(PATHS).map(([kind, path]) => ({ name: `${language}-${kind}`, path: prefix + path })),
  { name: `${language}-paste`, path: `${prefix}/`, act: paste },
  { name: `${language}-result`, path: `${prefix}/`, act: sample },
]);

views.push({ name: 'en-design', path: '/design' });

const wanted = process.argv.slice(2);
const pictures = views
  .flatMap((view) => SIZES.map((size) => ({ ...view, size, name: `${view.name}-${size.width}` })))
  .flatMap((view) => SCHEMES.map((colorScheme) => ({ ...view, colorScheme, name: `${view.name}-${colorScheme}` })))
  .filter(({ name }) => wanted.every((part) => name.includes(part)));

mkdirSync(FOLDER, { recursive: true });
const server = await startServer({ port: 0, signals: false, log: () => undefined });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
});
for (const { name, path, act, size, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: size, colorScheme, reducedMotion: 'reduce' });
  await page.goto(server.url + path);
  await act?.(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true });
  await page.close();
}
await browser.close();
await server.close();
console.log(`${pictures.length} pictures in tmp/screenshots`);

async function live(page) {
  await page.waitForFunction(() => document.documentElement.dataset.reader === 'live');
}

async function paste(page) {
  await live(page);
  await page.locator('.ways button').last().click();
  await page.locator('textarea').waitFor();
}

/** The sample, explained by the reader itself. */
async function sample(page) {
  await live(page);
  await page.locator('.hero-main .link-button').click();
  await page.locator('#headline').waitFor({ timeout: 60_000 });
}
