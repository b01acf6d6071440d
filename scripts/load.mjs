// Requests per second of the built server, each answered whole: `npm run build && npm run bench:pages`, or `npm run bench:pages -- /faq`; of several processes: `PROCESSES=2 npm run bench:pages`, for longer: `SECONDS=60 …` (reading warms up for a minute). A path of the interface is given a report of 3 KB to read.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const PAGES = ['/blog/lung-nodule', '/faq', '/glossary/pleural-effusion', '/', '/api/v1/explain'];
const FINDING = 'There is a stable 6 mm nodule in the right upper lobe. No pleural effusion is seen. ';
const REPORT = JSON.stringify({
  text: `FINDINGS: ${FINDING.repeat(35)}\nIMPRESSION: 1. Stable 6 mm right upper lobe nodule. Follow-up CT chest in 12 months is recommended.`,
});
/** To each process. */
const CONNECTIONS = 20;
const MILLISECONDS = Number(process.env.SECONDS ?? 5) * 1000;

const program = fileURLToPath(new URL('../packages/cli/dist/readingscan.mjs', import.meta.url));
const servers = Array.from({ length: Number(process.env.PROCESSES ?? 1) }, () =>
  spawn(process.execPath, [program, 'serve'], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  }),
);
// also where a request failed
process.on('exit', () => {
  for (const server of servers) server.kill();
});
const urls = await Promise.all(
  servers.map(async ({ stderr }) => /http:\S+/.exec(String((await once(stderr, 'data'))[0]))?.[0]),
);
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : PAGES) {
  const took = [];
  // connections that rested meanwhile may just be closing
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  await Promise.all(urls.map((url) => answered(agent, url, path)));
  const end = performance.now() + MILLISECONDS;
  const before = processorTime();
  const turns = Array.from({ length: CONNECTIONS }, async (_, turn) => {
    while (performance.now() < end) {
      const since = performance.now();
      await answered(agent, urls[turn % urls.length], path);
      took.push(performance.now() - since);
    }
  });
  const healthy = path.startsWith('/api/') ? asksHealth(urls[0], end) : [];
  await Promise.all(turns);
  console.log(`${path}: ${Math.round((took.length * 1000) / MILLISECONDS)} requests/s, ${lateOf(took)}`);
  const spent = processorTime() - before;
  if (spent > 0) console.log(`  ${(spent / took.length).toFixed(1)} ms of processor time each`);
  const beside = await healthy;
  if (beside.length > 0)
    console.log(`  /healthz meanwhile: ${lateOf(beside)}, the slowest ${Math.max(...beside).toFixed(0)} ms`);
  agent.destroy();
}
process.exit();

/** Of all servers with their threads, in milliseconds; 0 where the system does not tell. It says what a machine can do that others keep busy. */
function processorTime() {
  const [USER, SYSTEM, TICK] = [11, 12, 10];
  return servers.reduce((sum, { pid }) => {
    const file = `/proc/${pid}/stat`;
    if (!existsSync(file)) return sum;
    const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
    return sum + (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK;
  }, 0);
}

function lateOf(took) {
  const sorted = [...took].sort((one, other) => one - other);
  const within = (part) => sorted[Math.floor(sorted.length * part)].toFixed(0);
  return `half within ${within(0.5)} ms, 99 of 100 within ${within(0.99)} ms`;
}

/** What somebody else waits for a word of the server, on a connection of their own. */
async function asksHealth(url, end) {
  const agent = new Agent({ keepAlive: true });
  const took = [];
  while (performance.now() < end) {
    const since = performance.now();
    await answered(agent, url, '/healthz');
    took.push(performance.now() - since);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  agent.destroy();
  return took;
}

function answered(agent, url, path) {
  const isJob = path.startsWith('/api/');
  const headers = isJob ? { 'Content-Type': 'application/json' } : { 'Accept-Encoding': 'br' };
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { agent, method: isJob ? 'POST' : 'GET', headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    });
    asked.on('error', reject).end(isJob ? REPORT : undefined);
  });
}
