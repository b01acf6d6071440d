/** `npm run check:kill9-credits -- sqlite|postgres [ROUNDS] [SEED]`, after `npm run build`: servers and workers are killed at random moments while credits are bought and spent; ends with 1 where one was lost, made or set aside for longer than a minute. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServer } from '../packages/server/test/postgres-server.ts';
import { creditRounds } from './kill9-credit-rounds.ts';

const [kind = 'sqlite', rounds = '30', seed = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'readingscan-kill9-'));
const server = kind === 'postgres' ? await postgresServer() : null;
try {
  const database = server ? server.newDatabase() : `file:${join(folder, 'readingscan.db')}`;
  const say = (line: string): void => console.log(`${kind} ${line}`);
  const plans = join(folder, 'plans.yml');
  const written = (text: string): string => {
    writeFileSync(plans, text);
    return plans;
  };
  const { faults, ...sum } = await creditRounds({ database, written, rounds: Number(rounds), seed: Number(seed), say });
  console.log(JSON.stringify({ kind, rounds: Number(rounds), seed: Number(seed), ...sum, faults }));
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
}
