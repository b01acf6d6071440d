// Measures the built pages as a slow phone meets them, and fails below the goals: `npm run build && npm run lighthouse`, or `npm run lighthouse -- /faq` for one page.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PAGES = ['/', '/blog/lung-nodule', '/glossary/pleural-effusion', '/faq', '/es/'];
/** at least, of 100 */
const SCORES = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
/** at most: milliseconds, and the measure of what moves */
const TIMES = {
  'largest-contentful-paint': ['LCP', 1200],
  'cumulative-layout-shift': ['CLS', 0.01],
  'total-blocking-time': ['TBT', 50],
};

const asked = process.argv.slice(2);
const [port, debugging] = [await freePort(), await freePort()];
const server = spawn(process.execPath, [own('packages/cli/dist/readingscan.mjs'), 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const profile = mkdtempSync(join(tmpdir(), 'readingscan-lighthouse-'));
let failed = 0;
try {
  await once(server.stderr, 'data');
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${debugging}`],
  });
  for (const path of asked.length > 0 ? asked : PAGES) failed += await measure(path);
  await browser.close();
} finally {
  server.kill();
  rmSync(profile, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

/** How many goals the page misses; each is printed. */
async function measure(path) {
  const { lhr } = await lighthouse(`http://127.0.0.1:${port}${path}`, {
    port: debugging,
    logLevel: 'error',
    output: 'json',
    onlyCategories: Object.keys(SCORES),
    formFactor: 'mobile',
    throttlingMethod: 'simulate',
  });
  const scores = Object.keys(SCORES).map((name) => [name, Math.round((lhr.categories[name].score ?? 0) * 100)]);
  const times = Object.entries(TIMES).map(([audit, [name, most]]) => [name, lhr.audits[audit].numericValue ?? 0, most]);
  const missed = [
    ...scores.filter(([name, score]) => score < SCORES[name]).map(([name]) => name),
    ...times.filter(([, value, most]) => value > most).map(([name]) => name),
  ];
  console.log(
    [
      path.padEnd(28),
      ...scores.map(([name, score]) => `${name} ${score}`),
      ...times.map(([name, value]) => `${name} ${Math.round(value * 1000) / 1000}`),
    ].join('  '),
  );
  for (const { id, title, displayValue } of shortfalls(lhr)) console.log(`    ${id}: ${title} ${displayValue ?? ''}`);
  if (missed.length > 0) console.log(`    missed: ${missed.join(', ')}`);
  return missed.length;
}

/** What a score below 100 is made of. */
function shortfalls({ categories, audits }) {
  const weighed = Object.keys(SCORES).flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0));
  return weighed.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9);
}

async function freePort() {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address();
  taken.close();
  await once(taken, 'close');
  return port;
}
