/** What is looked at when figures are asked for: readings at work and waiting, the database, its last backup. */
import { lastBackup } from '../backup/last-backup.ts';
import type { Database } from '../database/database.ts';
import { timeOf } from '../database/tables.ts';
import { JOB_STATES } from '../jobs/job.ts';
import type { Readings } from '../readings.ts';
import type { Metrics } from './metrics.ts';

export function watchReadings(metrics: Metrics, readings: Pick<Readings, 'load'>): void {
  metrics.watch(
    { name: 'readingscan_readings', help: 'Reports that are read now, and that wait for their turn.', type: 'gauge' },
    () =>
      Object.entries(readings.load()).flatMap(([kind, { inside, waiting }]) => [
        { labels: { kind, state: 'at-work' }, value: inside },
        { labels: { kind, state: 'waiting' }, value: waiting },
      ]),
  );
}

export function watchDatabase(metrics: Metrics, database: Database): void {
  metrics.watch(
    { name: 'readingscan_database_up', help: '1 where the database answers within two seconds.', type: 'gauge' },
    async () => [{ value: (await database.answers()) ? 1 : 0 }],
  );
  metrics.watch(
    {
      name: 'readingscan_database_connections',
      help: 'Connections to PostgreSQL, and questions that wait for one.',
      type: 'gauge',
    },
    () => Object.entries(database.connections() ?? {}).map(([state, value]) => ({ labels: { state }, value })),
  );
  metrics.watch(
    {
      name: 'readingscan_last_backup_timestamp_seconds',
      help: 'When readingscan backup last made a copy, in seconds since 1970; 0 where none is known.',
      type: 'gauge',
    },
    async () => [{ value: ((await lastBackup(database.db)) ?? 0) / 1000 }],
  );
}

/** The same from every process that asks. */
export function watchJobs(metrics: Metrics, { db }: Database, now: () => number): void {
  metrics.watch(
    { name: 'readingscan_jobs', help: 'Jobs of programs that are kept, by how far they are.', type: 'gauge' },
    async () => {
      const rows = await db
        .selectFrom('jobs')
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
      return JOB_STATES.map((state) => ({ labels: { state }, value: counts.get(state) ?? 0 }));
    },
  );
  metrics.watch(
    {
      name: 'readingscan_jobs_oldest_wait_seconds',
      help: 'How long the unfinished job that waited longest has been without a worker; 0 where none waits.',
      type: 'gauge',
    },
    async () => {
      const first = await db
        .selectFrom('jobs')
        .select('served_at')
        .where('state', 'in', ['queued', 'running'])
        .orderBy('served_at')
        .limit(1)
        .executeTakeFirst();
      return [{ value: first ? Math.max(0, (now() - timeOf(first.served_at)) / 1000) : 0 }];
    },
  );
}
