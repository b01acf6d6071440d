/** The small form of `npm run check:kill9`: the built server and a worker are killed while jobs are left and read. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { killRounds } from '../../../scripts/kill9-rounds.ts';

const folder = mkdtempSync(join(tmpdir(), 'readingscan-kill9-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('at three random moments something is killed: each job that was acknowledged ends with every result once, in order, and in time', async () => {
  const database = `file:${join(folder, 'readingscan.db')}`;
  const { jobs, kills, faults } = await killRounds({ database, rounds: 1, seed: 7, moments: 3, reports: 150 });
  expect(faults).toEqual([]);
  expect([jobs, kills >= 3]).toEqual([2, true]);
}, 240_000);
