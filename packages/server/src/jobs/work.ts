/** Jobs and the hands that do them, in one process: a server takes them in and may work them, a worker works them. */
import type { ProgramReader, WritingReader } from '@readingscan/reader';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { watchJobs } from '../metrics/watched.ts';
import type { SavingSettings } from '../saved/settings.ts';
import { writeOf } from '../written.ts';
import { type JobParts, type Jobs, openJobs } from './jobs.ts';
import { openRunner } from './runner.ts';
import type { JobSettings } from './settings.ts';

export interface WorkSettings extends JobSettings {
  readonly saving: Pick<SavingSettings, 'keys'>;
}

export interface WorkParts extends Omit<JobParts, 'onLeft'> {
  readonly reader: ProgramReader | WritingReader;
  /** that read */
  readonly threads: number;
  readonly metrics?: Metrics | null;
}

export interface Work {
  readonly jobs: Jobs;
  close(): Promise<void>;
}

export function openWork(
  database: Database,
  { hours, inWeb, saving }: WorkSettings,
  { reader, threads, metrics = null, ...parts }: WorkParts,
): Work {
  let nudge = (): void => undefined;
  const jobs = openJobs(database, { hours, saving }, { ...parts, onLeft: () => nudge() });
  const runner = inWeb
    ? openRunner({
        queue: jobs.queue,
        keys: jobs.keys,
        write: writeOf(reader),
        // one is opened or sealed while the others are read
        atOnce: threads + 1,
        log: parts.log,
        onDone(reports, refused, isLast) {
          metrics?.countWork('answered', reports - refused);
          metrics?.countWork('refused', refused);
          if (isLast) metrics?.countWork('done', 1);
        },
      })
    : null;
  nudge = () => runner?.nudge();
  if (metrics) watchJobs(metrics, database, parts.now ?? Date.now);
  return {
    jobs,
    async close() {
      jobs.close();
      await runner?.close();
    },
  };
}
