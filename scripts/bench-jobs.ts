/** `npm run bench:jobs -- sqlite|postgres [REPORTS]`, after `npm run build`: reports of 3 KB explained a second by one worker process and by two, each with one thread. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { apiKeys } from '../packages/server/src/accounts/keys/api-keys.ts';
import { openDatabase } from '../packages/server/src/database/database.ts';
import { databaseSettings } from '../packages/server/src/database/settings.ts';
import { openJobs } from '../packages/server/src/jobs/jobs.ts';
import { savingSettings } from '../packages/server/src/saved/settings.ts';
import { postgresServer } from '../packages/server/test/postgres-server.ts';

const [kind = 'sqlite', written = '600'] = process.argv.slice(2);
const PROGRAM = fileURLToPath(new URL('../packages/cli/dist/readingscan.mjs', import.meta.url));
const FINDING = 'There is a stable 6 mm nodule in the right upper lobe. No pleural effusion is seen. ';
const report = (id: number): string =>
  `${JSON.stringify({ id, text: `FINDINGS: ${FINDING.repeat(35)}\nIMPRESSION: 1. Stable ${(id % 28) + 2} mm right upper lobe nodule. Follow-up CT chest in 12 months.` })}\n`;
const TICK = 10; // milliseconds, of /proc

const folder = mkdtempSync(join(tmpdir(), 'readingscan-bench-'));
const server = kind === 'postgres' ? await postgresServer() : null;
const DATABASE_URL = server ? server.newDatabase() : `file:${join(folder, 'readingscan.db')}`;
const MASTER_KEY = `first:${randomBytes(32).toString('base64')}`;
const env = { PATH: process.env.PATH ?? '', DATABASE_URL, MASTER_KEY, READING_THREADS: '1' };
const [settings, saving] = [databaseSettings(env), savingSettings(env)];
if (!settings || !saving) throw new Error('no database');
const database = await openDatabase(settings);
await database.migrate();
const now = new Date().toISOString();
const row = { id: 'ana', email: 'ana@reports.example', email_verified: true, created_at: now, updated_at: now };
await database.db.insertInto('users').values(row).execute();
await apiKeys(database, Date.now).make(
  { userId: 'ana', device: '' },
  { name: 'bench', scopes: ['explain'], endsOn: null },
);
const { id: keyId } = await database.db.selectFrom('api_keys').select('id').executeTakeFirstOrThrow();
const owner = { userId: 'ana', keyId };
const jobs = openJobs(database, { hours: 24, saving }, { log: console.error, once: null });
const workers: ChildProcess[] = [];
try {
  for (const processes of [1, 2]) {
    const child = spawn(process.execPath, [PROGRAM, 'worker'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    workers.push(child);
    // warm: what is common has been met
    await worked(200 * processes);
    const [count, before] = [Number(written) * processes, spent()];
    const seconds = await worked(count);
    const each = (spent() - before) / count;
    console.log(
      `${kind}, ${processes} process${processes > 1 ? 'es' : ''}: ${(count / seconds).toFixed(1)} reports a second, ${each.toFixed(1)} ms of processor time each`,
    );
  }
} finally {
  for (const child of workers) child.kill('SIGTERM');
  jobs.close();
  await database.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Seconds from the last byte in to the last result. */
async function worked(count: number): Promise<number> {
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (let id = 0; id < count; id += 1) yield Buffer.from(report(id));
  }
  const left = await jobs.leave(owner, { kind: 'batch', task: 'explain', options: {} }, null, lines());
  if (left.kind !== 'left') throw new Error(left.kind);
  const since = performance.now();
  while ((await jobs.get(owner, left.job.id))?.state !== 'done') await pause(50);
  return (performance.now() - since) / 1000;
}

/** Processor time of all workers, in milliseconds: it tells what a machine can do that others keep busy. */
function spent(): number {
  return workers.reduce((sum, { pid }) => {
    const [, user = 0, system = 0] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return sum + (Number(user) + Number(system)) * TICK;
  }, 0);
}
