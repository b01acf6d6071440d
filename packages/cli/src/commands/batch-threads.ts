/** `batch --jobs N`: lines are shared out to worker threads and written in the order in which they came. */
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { BatchSettings } from './batch-answer.ts';

const AHEAD = 8; // lines under way for each thread

export async function answerLinesInThreads(settings: BatchSettings, jobs: number): Promise<void> {
  const built = new URL('./batch-worker.mjs', import.meta.url);
  const worker = (): Worker =>
    existsSync(built)
      ? new Worker(built, { workerData: settings })
      : new Worker(new URL('../batch-worker.ts', import.meta.url), {
          workerData: settings,
          execArgv: ['--import', 'tsx', '--conditions=source'],
        });
  const threads = Array.from({ length: jobs }, () => threadOf(worker()));
  const waiting: Promise<string>[] = [];
  const writeFirst = async (): Promise<void> => {
    const line = await waiting.shift();
    if (line !== undefined && !process.stdout.write(`${line}\n`))
      await new Promise((done) => process.stdout.once('drain', done));
  };
  let next = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue;
    const thread = threads[next % jobs];
    next += 1;
    if (thread) waiting.push(thread.ask(line));
    if (waiting.length >= jobs * AHEAD) await writeFirst();
  }
  while (waiting.length) await writeFirst();
  await Promise.all(threads.map(({ end }) => end()));
}

interface Thread {
  readonly ask: (line: string) => Promise<string>;
  readonly end: () => Promise<unknown>;
}

/** Answers come back in the order of the questions. A thread that dies answers what it owes with an error. */
function threadOf(worker: Worker): Thread {
  const owed: ((line: string) => void)[] = [];
  worker.on('message', (line: string) => owed.shift()?.(line));
  worker.on('error', () => {
    for (const answer of owed.splice(0))
      answer(
        JSON.stringify({
          id: null,
          error: { code: 'internal', message: 'Something went wrong on our side with this line.' },
        }),
      );
  });
  return {
    ask: (line) =>
      new Promise((resolve) => {
        owed.push(resolve);
        worker.postMessage(line);
      }),
    end: () => worker.terminate(),
  };
}
