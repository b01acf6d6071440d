// Measures the built pages as a slow phone meets them, and fails below the goals: `npm run build && npm run lighthouse`, or `npm run lighthouse -- /faq` for one page.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** what the server makes of a report, at an address of its own: it is the same page as on the device */
const RESULT = '/result';
const PAGES = ['/', '/blog/lung-nodule', '/glossary/pleural-effusion', RESULT, '/faq', '/es/'];
/** at least, of 100 */
const SCORES = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 };
/** at most: milliseconds, and the measure of what moves */
const TIMES = {
  'largest-contentful-paint': ['LCP', 1200],
  'cumulative-layout-shift': ['CLS', 0.01],
  'total-blocking-time': ['TBT', 50],
};
/** the middle one counts: a busy machine disturbs some */
const RUNS = 3;

const REPORT = readFileSync(own('packages/engine/golden/ct-chest-nodule/report.txt'), 'utf8');
const asked = process.argv.slice(2);
const server = spawn(process.execPath, [own('packages/cli/dist/readingscan.mjs'), 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
let failed = 0;
try {
  const [line] = await once(server.stderr, 'data');
  const site = /http:\S+/.exec(String(line))[0];
  const door = await openDoor(site);
  for (const path of asked.length > 0 ? asked : PAGES) {
    const origin = path === RESULT ? `http://127.0.0.1:${door.address().port}` : site;
    failed += await measure(origin + path, path);
  }
  door.closeAllConnections();
  door.close();
} finally {
  server.kill();
}
process.exitCode = failed === 0 ? 0 : 1;

/** How many goals the page misses; each is printed. */
async function measure(url, path) {
  // a page is made when it is first asked for, and held
  await (await fetch(url)).text();
  const runs = [];
  while (runs.length < RUNS) runs.push(await run(url));
  const scores = Object.entries(SCORES).map(([name, least]) => {
    const score = middle(runs.map(({ categories }) => Math.round(categories[name].score * 100)));
    return { name, value: score, isMissed: score < least };
  });
  const times = Object.entries(TIMES).map(([audit, [name, most]]) => {
    const value = middle(runs.map(({ audits }) => audits[audit].numericValue));
    return { name, value: Math.round(value * 1000) / 1000, isMissed: value > most };
  });
  const all = [...scores, ...times];
  console.log([path.padEnd(28), ...all.map(({ name, value }) => `${name} ${value}`)].join('  '));
  const missed = all.filter(({ isMissed }) => isMissed);
  if (missed.length > 0) console.log(`    missed: ${missed.map(({ name }) => name).join(', ')}`);
  for (const { id, title, displayValue = '' } of shortfalls(runs[0]))
    console.log(`    ${id}: ${title} ${displayValue}`);
  return missed.length;
}

/** In a browser of its own: what another page has left behind would count. */
async function run(url) {
  const profile = mkdtempSync(join(tmpdir(), 'readingscan-lighthouse-'));
  const port = await freePort();
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  const onlyCategories = Object.keys(SCORES);
  const { lhr } = await lighthouse(url, { port, logLevel: 'silent', onlyCategories, formFactor: 'mobile' });
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  return lhr;
}

/** What a score below 100 is made of. */
function shortfalls({ categories, audits }) {
  const weighed = Object.keys(SCORES).flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0));
  return weighed.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9);
}

function middle(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The server, and a page of it that is only ever an answer to a form. */
async function openDoor(site) {
  const door = createServer((from, to) => {
    const isResult = from.url === RESULT;
    const form = isResult ? { method: 'POST', 'content-type': 'application/x-www-form-urlencoded' } : {};
    const { method = from.method, ...more } = form;
    const path = isResult ? '/explain' : from.url;
    const through = request(site + path, { method, headers: { ...from.headers, ...more } }, (answer) => {
      to.writeHead(answer.statusCode, answer.headers);
      answer.pipe(to);
    });
    through.on('error', () => to.destroy());
    if (isResult) through.end(new URLSearchParams({ text: REPORT, language: 'en' }).toString());
    else from.pipe(through);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  return door;
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
