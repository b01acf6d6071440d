/** Starts a worker: it does the jobs that servers on the same database took in. Any number of them can stand side by side. */
import { databaseSettings } from './database/settings.ts';
import { jobSettings } from './jobs/settings.ts';
import { lastResort } from './last-resort.ts';
import { logTo } from './log-lines.ts';
import { openMetrics } from './metrics/metrics.ts';
import { serveMetrics } from './metrics/metrics-server.ts';
import { metricsSettings } from './metrics/settings.ts';
import { watchDatabase } from './metrics/watched.ts';
import { openProgramReader, type ProgramParts } from './program-reader.ts';
import { savingSettings } from './saved/settings.ts';
import { withSecretFiles } from './secret-files.ts';
import { workerThreads } from './settings.ts';
import { WrongSetting } from './wrong-setting.ts';

export interface WorkerOptions {
  /** folder of the compiled knowledge */
  readonly knowledge: URL;
  readonly version: string;
  readonly parts?: ProgramParts;
}

export interface RunningWorker {
  close(): Promise<void>;
}

/** Throws `WrongSetting` where there is nothing to work at, or the database is not of this version. */
export async function startWorker({ knowledge, version, parts }: WorkerOptions): Promise<RunningWorker> {
  const env = withSecretFiles(process.env);
  const log = logTo((line) => void process.stderr.write(line), env);
  const [settings, saving, jobs] = [databaseSettings(env), savingSettings(env), jobSettings(env)];
  if (!settings) throw new WrongSetting('DATABASE_URL is not set: there are no jobs to work at.');
  if (!saving) throw new WrongSetting('MASTER_KEY is not set: jobs are sealed with it.');
  const [threads, figures] = [workerThreads(env), metricsSettings(env)];
  const { openDatabase } = await import('./database/database.ts');
  const { openWork } = await import('./jobs/work.ts');
  const database = await openDatabase(settings, log);
  if ((await database.stepsToTake()).length > 0) {
    await database.close();
    throw new WrongSetting('The database is of an older version: run readingscan migrate first.');
  }
  const reader = await openProgramReader({ knowledge, threads, log, ...parts });
  const metrics = figures && openMetrics(version);
  const work = openWork(database, { ...jobs, inWeb: true, saving }, { reader, threads, log, metrics, once: null });
  if (metrics) watchDatabase(metrics, database);
  const metricsAt = metrics && figures && (await serveMetrics(metrics, figures));
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= work
      .close()
      .then(() => metricsAt?.close())
      .then(() => metrics?.close())
      .then(() => reader.close())
      .then(() => database.close());
    return closing;
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)));
  lastResort(process, log, close);
  log(`ReadingScan works at jobs with ${threads === 1 ? 'one thread' : `${threads} threads`}`);
  if (metricsAt) log(`metrics: at ${metricsAt.url}`);
  return { close };
}
