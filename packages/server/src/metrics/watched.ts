/** What is looked at when figures are asked for: readings at work and waiting, the database, its last backup. */
import { lastBackup } from '../backup/last-backup.ts';
import type { LedgerSums } from '../credits/ledger/history.ts';
import type { Database } from '../database/database.ts';
import { timeOf } from '../database/tables.ts';
import { JOB_STATES } from '../jobs/job.ts';
import type { Readings } from '../readings.ts';
import type { Metrics } from './metrics.ts';

const MINUTE = 60_000;

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

/** Of the whole ledger: the same from every server that asks. */
export function watchCredits(metrics: Metrics, { db }: Database, now: () => number): void {
  // all lines are summed: not more often than once a minute
  let known: { readonly at: number; readonly sums: Promise<LedgerSums> } | null = null;
  const sums = (): Promise<LedgerSums> => {
    if (!known || now() - known.at > MINUTE || now() < known.at)
      known = { at: now(), sums: import('../credits/ledger/history.ts').then(({ ledgerSums }) => ledgerSums(db)) };
    return known.sums;
  };
  metrics.watch(
    {
      name: 'readingscan_credits',
      help: 'Credits by account of the ledger, of all people together; given and sold are below zero.',
      type: 'gauge',
    },
    async () => {
      const { house, own } = await sums();
      return Object.entries({ ...house, ...own }).map(([account, value]) => ({ labels: { account }, value }));
    },
  );
  metrics.watch(
    {
      name: 'readingscan_credits_unbalanced',
      help: 'Sum of the whole ledger: anything but 0 is a fault.',
      type: 'gauge',
    },
    async () => [{ value: (await sums()).all }],
  );
  metrics.watch(
    {
      name: 'readingscan_payment_events_oldest_wait_seconds',
      help: 'How long the oldest event of Stripe that is not done has been here; 0 where none is.',
      type: 'gauge',
    },
    async () => {
      const first = await db
        .selectFrom('payment_events')
        .select('came_at')
        .where('done_at', 'is', null)
        .orderBy('came_at')
        .limit(1)
        .executeTakeFirst();
      return [{ value: first ? Math.max(0, (now() - timeOf(first.came_at)) / 1000) : 0 }];
    },
  );
  metrics.watch(
    {
      name: 'readingscan_payment_tasks',
      help: 'What is still to be asked of Stripe: subscriptions to be ended, money to be sent back.',
      type: 'gauge',
    },
    async () => {
      const { count } = await db
        .selectFrom('payment_tasks')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return [{ value: Number(count) }];
    },
  );
  metrics.watch(
    {
      name: 'readingscan_purchases',
      help: 'Purchases by state; "questioned" were paid in another amount or currency, and booked as nothing.',
      type: 'gauge',
    },
    async () => {
      const rows = await db
        .selectFrom('purchases')
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      return rows.map(({ state, count }) => ({ labels: { state }, value: Number(count) }));
    },
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
