/** Rounds of `kill -9`: servers and workers are killed at random moments while jobs are left, read and taken. Each job that was acknowledged has to end with every result once and in order, and none may stand still for a minute. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { apiKeys } from '../packages/server/src/accounts/keys/api-keys.ts';
import { openDatabase } from '../packages/server/src/database/database.ts';
import { databaseSettings } from '../packages/server/src/database/settings.ts';
import { programs, seeded, type Who } from './kill9-programs.ts';

export interface RoundsAsked {
  /** as DATABASE_URL: a new, empty one */
  readonly database: string;
  readonly rounds: number;
  /** the same one chooses the same moments and victims */
  readonly seed: number;
  /** moments of a round at which something is killed; default one or two */
  readonly moments?: number;
  /** lines of each job */
  readonly reports?: number;
  readonly say?: (line: string) => void;
}

export interface Rounds {
  readonly jobs: number;
  readonly kills: number;
  /** requests that had to be sent again, as nobody answered */
  readonly resent: number;
  /** seconds for which a job that was not done stood still, at most */
  readonly longestPause: number;
  /** what went wrong; none is to be */
  readonly faults: readonly string[];
}

const STUCK = 60; // seconds
const GIVEN_UP = 300;

export async function killRounds({
  database: url,
  rounds,
  seed,
  reports = 250,
  moments,
  say = () => undefined,
}: RoundsAsked) {
  const chance = seeded(seed);
  const at = programs(url);
  let longestPause = 0;
  const faults: string[] = [];
  const asked = (path: string, init: RequestInit = {}) =>
    at.asked(`/api/v1/jobs${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });

  async function leave(round: number): Promise<string | null> {
    const body = Array.from({ length: reports }, (_, id) => JSON.stringify({ id, text: textOf(round, id) })).join('\n');
    const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': randomUUID() };
    const { status, text } = await asked('?task=read', { method: 'POST', body, headers });
    if (status === 202) return JSON.parse(text).id;
    faults.push(`round ${round}: a job was answered with ${status}`);
    return null;
  }
  async function untilDone(round: number, id: string): Promise<void> {
    let [done, since] = [-1, Date.now()];
    for (;;) {
      const { status, text } = await asked(`/${id}`);
      const job = status === 200 ? JSON.parse(text) : {};
      const still = (Date.now() - since) / 1000;
      if (job.done !== done) [done, since] = [job.done, Date.now()];
      if (job.state === 'done') return;
      longestPause = Math.max(longestPause, still);
      if (status !== 200 || job.state === 'failed' || still > GIVEN_UP) {
        faults.push(`round ${round}: ${status} ${job.state} ${job.error} at ${done} of ${reports} after ${still} s`);
        return;
      }
      await pause(100);
    }
  }
  async function look(round: number, id: string): Promise<void> {
    const { text } = await asked(`/${id}/results`);
    const told = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    const right = told.filter((one, index) => one.id === index && one.source?.text === textOf(round, index)).length;
    if (told.length !== reports || right !== reports)
      faults.push(`round ${round}: ${told.length} results, ${right} right, of ${reports}`);
    await asked(`/${id}`, { method: 'DELETE' });
  }

  const key = await keyIn(url);
  try {
    await Promise.all([at.start('web'), at.start('worker')]);
    for (let round = 1; round <= rounds; round += 1) {
      const [before, begun] = [at.sum.kills, Date.now()];
      const killing = (async () => {
        for (let times = moments ?? 1 + Math.floor(chance() * 2); times > 0; times -= 1) {
          await pause(chance() * 4000);
          const victims: readonly Who[] = [['web'], ['worker'], ['web', 'worker']][Math.floor(chance() * 3)] as Who[];
          await Promise.all(victims.map(at.kill));
          await Promise.all(victims.map(at.start));
        }
      })();
      const ids = await Promise.all([leave(round), leave(round)]);
      await Promise.all([killing, ...ids.map((id) => id && untilDone(round, id))]);
      for (const id of ids) if (id) await look(round, id);
      say(
        `round ${round}: ${at.sum.kills - before} kills, ${((Date.now() - begun) / 1000).toFixed(0)} s, ${faults.length} faults`,
      );
    }
    const left = await jobsIn(url);
    if (left > 0) faults.push(`${left} jobs are left`);
    if (longestPause > STUCK) faults.push(`a job stood still for ${longestPause} s`);
  } finally {
    at.end();
  }
  return { jobs: rounds * 2, ...at.sum, longestPause, faults } satisfies Rounds;
}

const textOf = (round: number, id: number): string =>
  `FINDINGS: There is a ${(id % 28) + 2} mm nodule in the right upper lobe. No pleural effusion.\nIMPRESSION: Report ${id} of round ${round}. Pulmonary nodule. Follow-up CT chest in 12 months.`;

/** Somebody with a key. */
async function keyIn(url: string): Promise<string> {
  const settings = databaseSettings({ DATABASE_URL: url });
  if (!settings) throw new Error('no database');
  const database = await openDatabase(settings);
  await database.migrate();
  const now = new Date().toISOString();
  const row = { id: 'ana', email: 'ana@reports.example', email_verified: true, created_at: now, updated_at: now };
  await database.db.insertInto('users').values(row).execute();
  const wanted = { name: 'rounds', scopes: ['read'], endsOn: null } as const;
  const key = await apiKeys(database, Date.now).make({ userId: row.id, device: '' }, wanted);
  await database.close();
  return key ?? '';
}

/** Jobs that are left, but for those that never came whole: nobody was told that they are there, and they go by themselves. */
async function jobsIn(url: string): Promise<number> {
  const settings = databaseSettings({ DATABASE_URL: url });
  if (!settings) throw new Error('no database');
  const database = await openDatabase(settings);
  const rows = await database.db.selectFrom('jobs').select('id').where('state', '!=', 'receiving').execute();
  await database.close();
  return rows.length;
}
