/** `batch --jobs N`: lines are shared out to worker threads and written in the order in which they came; a line that a thread dies of is answered with an error. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { sourceThread, threadPool } from '@readingscan/reader/threads';
import { failed, linesAtHand } from '../lines.ts';
import type { BatchSettings } from './batch-answer.ts';

const AHEAD = 8; // lines under way for each thread
/** Milliseconds: a line may name a file of many pages. */
const LONGEST = 60 * 60_000;

export async function answerLinesInThreads(settings: BatchSettings, jobs: number): Promise<void> {
  const built = new URL('./batch-worker.mjs', import.meta.url);
  const worker = (): Worker =>
    existsSync(built)
      ? new Worker(built, { workerData: settings })
      : sourceThread(new URL('../batch-worker.ts', import.meta.url), { workerData: settings });
  const pool = threadPool<string, string>({ threads: jobs, start: worker, ahead: AHEAD, longest: LONGEST });
  const told: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  for await (const lines of linesAtHand(process.stdin))
    for (const line of lines) {
      const answer = pool.ask(line).catch(() => JSON.stringify(failed(line)));
      // each answer is written as soon as those before it are
      last = last.then(async () => tell(`${await answer}\n`));
      told.push(last);
      if (told.length >= jobs * AHEAD) await told.shift();
    }
  await last;
  await pool.close();
}

async function tell(line: string): Promise<void> {
  if (!process.stdout.write(line)) await new Promise((done) => process.stdout.once('drain', done));
}
