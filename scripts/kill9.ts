/** `npm run check:kill9 -- sqlite|postgres [ROUNDS] [SEED]`, after `npm run build`: prints a line a round, then the sum; ends with 1 where anything was lost, doubled, out of order or stuck. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServer } from '../packages/server/test/postgres-server.ts';
import { killRounds } from './kill9-rounds.ts';

const [kind = 'sqlite', rounds = '30', seed = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'readingscan-kill9-'));
const server = kind === 'postgres' ? await postgresServer() : null;
try {
  const database = server ? server.newDatabase() : `file:${join(folder, 'readingscan.db')}`;
  const say = (line: string): void => console.log(`${kind} ${line}`);
  const { faults, ...sum } = await killRounds({ database, rounds: Number(rounds), seed: Number(seed), say });
  console.log(JSON.stringify({ kind, rounds: Number(rounds), seed: Number(seed), ...sum, faults }));
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}
