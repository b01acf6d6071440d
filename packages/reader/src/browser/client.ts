/** The page's side of the reader: sends jobs to the worker, passes progress on, starts a new worker when one dies. */
import type { Explanation, Extraction, Reading } from '@readingscan/engine';
import type { Compared, Digest, KeptInput, KeptWords } from '../digest.ts';
import { type Language, READ } from '../languages.ts';
import type { Progress, Reader, ReaderInput, ReaderOptions, ReaderResult } from '../types.ts';
import type { BrowserAssets } from './assets.ts';
import type { Answer, FromWorker, Readiness, Task, TaskOptions, ToWorker } from './protocol.ts';

export interface BrowserReader extends Reader {
  /** files and text, and what was read before and kept */
  explain(input: ReaderInput | KeptInput, options?: ReaderOptions): Promise<ReaderResult<Explanation>>;
  read(input: ReaderInput | KeptInput, options?: ReaderOptions): Promise<ReaderResult<Reading>>;
  /** Loads ahead of need, so that the job itself needs no network. False where that did not work; the job will try again. */
  prepare(readiness: Readiness, language?: Language): Promise<boolean>;
  /** what a list shows of a report that was kept */
  digest(kept: KeptWords, language: Language): Promise<ReaderResult<Digest>>;
  /** what kept reports of one person say together, the oldest first */
  compare(kept: readonly KeptWords[], language: Language): Promise<ReaderResult<Compared>>;
}

interface Job {
  readonly onProgress: (progress: Progress) => void;
  readonly settle: (result: ReaderResult<Answer>) => void;
}

type Narrow<T extends Answer> = (document: Answer) => document is T;

export function createBrowserReader(assets: BrowserAssets): BrowserReader {
  const jobs = new Map<number, Job>();
  const preparations = new Map<number, (ok: boolean) => void>();
  let worker: Worker | null = null;
  let lastId = 0;

  function start(): Worker {
    if (worker) return worker;
    const started = new Worker(assets.worker, { type: 'module', name: 'readingscan' });
    started.onmessage = (event: MessageEvent<FromWorker>) => receive(event.data);
    started.onerror = () => stop();
    worker = started;
    send({ kind: 'assets', assets });
    return started;
  }

  function send(message: ToWorker): void {
    start().postMessage(message);
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'prepared':
        preparations.get(message.id)?.(message.ok);
        preparations.delete(message.id);
        return;
      case 'progress':
        jobs.get(message.id)?.onProgress(message.progress);
        return;
      case 'done':
        jobs.get(message.id)?.settle(message.result);
        jobs.delete(message.id);
        return;
      default:
        message satisfies never;
    }
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
    for (const job of jobs.values()) job.settle({ ok: false, error: STOPPED });
    for (const settle of preparations.values()) settle(false);
    jobs.clear();
    preparations.clear();
  }

  function run<T extends Answer>(
    task: Task,
    narrow: Narrow<T>,
    input: ReaderInput | KeptInput,
    options: ReaderOptions,
  ): Promise<ReaderResult<T>> {
    return new Promise((resolve, reject) => {
      const { signal } = options;
      if (signal?.aborted) return reject(signal.reason);
      const id = ++lastId;
      const cancel = (): void => {
        jobs.delete(id);
        send({ kind: 'cancel', id });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      jobs.set(id, {
        onProgress: (progress) => options.onProgress?.(progress),
        settle: (result) => {
          signal?.removeEventListener('abort', cancel);
          resolve(narrowed(result, narrow));
        },
      });
      send({ kind: 'run', id, task, input, options: taskOptions(options) });
    });
  }

  function list<T extends Answer>(
    message: Extract<ToWorker, { kind: 'digest' | 'compare' }>,
    narrow: Narrow<T>,
  ): Promise<ReaderResult<T>> {
    return new Promise((resolve) => {
      jobs.set(message.id, { onProgress: () => undefined, settle: (result) => resolve(narrowed(result, narrow)) });
      send(message);
    });
  }

  return {
    explain: (input, options = {}) => run('explain', isExplanation, input, options),
    read: (input, options = {}) => run('read', isReading, input, options),
    extract: (input, options = {}) => run('extract', isExtraction, input, options),
    digest: (kept, language) => list({ kind: 'digest', id: ++lastId, kept, language }, isDigest),
    compare: (kept, language) => list({ kind: 'compare', id: ++lastId, kept, language }, isCompared),
    prepare: (readiness, language = READ) =>
      new Promise((resolve) => {
        const id = ++lastId;
        preparations.set(id, resolve);
        send({ kind: 'prepare', id, readiness, language });
      }),
    close: async () => stop(),
  };
}

const STOPPED = {
  code: 'internal',
  reason: 'ended',
  message: 'The reader stopped before it was done.',
  hint: 'Try again. If it stops again, try one page at a time.',
} as const;

function narrowed<T extends Answer>(result: ReaderResult<Answer>, narrow: Narrow<T>): ReaderResult<T> {
  if (result.ok) {
    return narrow(result.document) ? { ok: true, document: result.document } : { ok: false, error: STOPPED };
  }
  const { document, ...rest } = result;
  return document && narrow(document) ? { ...rest, document } : rest;
}

function taskOptions(options: ReaderOptions): TaskOptions {
  return {
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.level === undefined ? {} : { level: options.level }),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.report === undefined ? {} : { report: options.report }),
  };
}

const isExplanation = (document: Answer): document is Explanation => document.schema === 'readingscan.explanation/1';
const isReading = (document: Answer): document is Reading => document.schema === 'readingscan.reading/1';
const isExtraction = (document: Answer): document is Extraction => document.schema === 'readingscan.extraction/1';
const isDigest = (document: Answer): document is Digest => document.schema === 'readingscan.digest/1';
const isCompared = (document: Answer): document is Compared => document.schema === 'readingscan.compared/1';
