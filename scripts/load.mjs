// Requests per second of the built server, each answered whole: `npm run build && npm run bench:pages`, or `npm run bench:pages -- /faq`.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';

const PAGES = ['/blog/lung-nodule', '/faq', '/glossary/pleural-effusion', '/'];
const CONNECTIONS = 20;
const MILLISECONDS = 5000;

const program = fileURLToPath(new URL('../packages/cli/dist/readingscan.mjs', import.meta.url));
const server = spawn(process.execPath, [program, 'serve'], {
  env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
const [line] = await once(server.stderr, 'data');
const url = /http:\S+/.exec(String(line))?.[0];
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const asked = process.argv.slice(2);
for (const path of asked.length > 0 ? asked : PAGES) {
  await answered(path);
  let count = 0;
  const end = performance.now() + MILLISECONDS;
  const turns = Array.from({ length: CONNECTIONS }, async () => {
    for (; performance.now() < end; count += 1) await answered(path);
  });
  await Promise.all(turns);
  console.log(`${path}: ${Math.round((count * 1000) / MILLISECONDS)} requests/s`);
}
agent.destroy();
server.kill();

function answered(path) {
  return new Promise((resolve, reject) => {
    get(url + path, { agent, headers: { 'Accept-Encoding': 'br' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path}: ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
}
