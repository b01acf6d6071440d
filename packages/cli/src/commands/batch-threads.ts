/** `batch --jobs N`: lines are shared out to worker threads and written in the order in which they came. */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { failed, linesAtHand } from '../lines.ts';
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
  const threads = Array.from({ length: jobs }, () => threadOf(worker));
  const told: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  let next = 0;
  for await (const lines of linesAtHand(process.stdin))
    for (const line of lines) {
      const answer = threads[next % jobs]?.ask(line);
      next += 1;
      // each answer is written as soon as those before it are
      last = last.then(async () => tell(`${await answer}\n`));
      told.push(last);
      if (told.length >= jobs * AHEAD) await told.shift();
    }
  await last;
  await Promise.all(threads.map(({ end }) => end()));
}

async function tell(line: string): Promise<void> {
  if (!process.stdout.write(line)) await new Promise((done) => process.stdout.once('drain', done));
}

interface Thread {
  readonly ask: (line: string) => Promise<string>;
  readonly end: () => Promise<unknown>;
}

interface Owed {
  readonly line: string;
  readonly answer: (line: string) => void;
}

/** Answers come back in the order of the questions. Where a thread dies of a line, that line is answered with an error and another thread goes on with the rest. */
function threadOf(start: () => Worker): Thread {
  const owed: Owed[] = [];
  let current: Worker | null = null;
  const begin = (): Worker => {
    const worker = start();
    worker.on('message', (line: string) => owed.shift()?.answer(line));
    worker.on('error', () => {
      const fatal = owed.shift();
      fatal?.answer(JSON.stringify(failed(fatal.line)));
      // one that dies with nothing to do is not begun again until it is asked
      current = owed.length > 0 ? begin() : null;
      for (const { line } of owed) current?.postMessage(line);
    });
    return worker;
  };
  return {
    ask: (line) =>
      new Promise((answer) => {
        owed.push({ line, answer });
        current ??= begin();
        current.postMessage(line);
      }),
    end: async () => current?.terminate(),
  };
}
