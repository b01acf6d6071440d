/** Questions shared out to worker threads: what one of them dies of is its own failure, another takes its place, and nobody else notices. */
import type { Worker } from 'node:worker_threads';

export interface PoolOptions {
  /** at most; each is begun when the others are busy */
  readonly threads: number;
  readonly start: () => Worker;
  /** questions that one thread is given at a time: it answers them in their order */
  readonly ahead?: number;
  /** milliseconds for one question: a thread that needs longer is ended */
  readonly longest?: number;
  /** told why, by a code such as ERR_WORKER_OUT_OF_MEMORY */
  readonly onLost?: (code: string) => void;
}

export interface AskOptions {
  /** Where it is aborted the question is dropped, and its promise rejects with the reason. */
  readonly signal?: AbortSignal;
  /** Waits until no other question does. */
  readonly isPatient?: boolean;
}

export interface ThreadPool<Question, Answer> {
  /** Rejects with `ThreadLost` where the thread died of it, or took too long. */
  ask(question: Question, options?: AskOptions): Promise<Answer>;
  /** Ends all threads; what is under way is lost. */
  close(): Promise<void>;
}

/** The thread that was asked is gone. */
export class ThreadLost extends Error {
  override readonly name = 'ThreadLost';
}

interface Owed<Question, Answer> {
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly fail: (reason: unknown) => void;
  /** nobody waits for it any longer */
  isDropped: boolean;
}

interface Thread<Question, Answer> {
  worker: Worker | null;
  /** the first is at work */
  owed: Owed<Question, Answer>[];
  timer: NodeJS.Timeout | null;
}

/** Milliseconds that a thread may still work for nobody. */
const GRACE = 1000;
/** Of a text as long as there may be, on a busy machine. */
const LONGEST = 60_000;

export function threadPool<Question, Answer>({
  threads: most,
  start,
  ahead = 1,
  longest = LONGEST,
  onLost = () => undefined,
}: PoolOptions): ThreadPool<Question, Answer> {
  type One = Owed<Question, Answer>;
  type Own = Thread<Question, Answer>;
  const threads: Own[] = Array.from({ length: most }, () => ({ worker: null, owed: [], timer: null }));
  const waiting: Record<'urgent' | 'patient', One[]> = { urgent: [], patient: [] };
  let isClosed = false;

  function begin(thread: Own): Worker {
    const worker = start();
    let code = 'ERR_WORKER_GONE';
    worker.on('message', (answer: Answer) => {
      thread.owed.shift()?.answer(answer);
      watch(thread);
      share();
    });
    // the way out follows
    worker.on('error', (error) => {
      code = 'code' in error ? String(error.code) : error.name;
    });
    worker.on('exit', () => {
      if (thread.worker === worker) lost(thread, code);
    });
    return worker;
  }

  function lost(thread: Own, code: string): void {
    thread.worker = null;
    const [fatal, ...others] = thread.owed;
    thread.owed = [];
    watch(thread);
    if (!isClosed && !fatal?.isDropped) onLost(code);
    fatal?.fail(new ThreadLost(code));
    waiting.urgent.unshift(...others);
    share();
  }

  /** The first of what a thread owes has its time from now. */
  function watch(thread: Own): void {
    if (thread.timer) clearTimeout(thread.timer);
    const [first] = thread.owed;
    thread.timer = first ? setTimeout(() => thread.worker?.terminate(), first.isDropped ? GRACE : longest) : null;
  }

  function share(): void {
    for (;;) {
      const thread = freest(threads);
      if (isClosed || !thread || thread.owed.length >= ahead) return;
      const next = waiting.urgent.shift() ?? waiting.patient.shift();
      if (!next) return;
      if (next.isDropped) continue;
      thread.worker ??= begin(thread);
      thread.owed.push(next);
      if (thread.owed.length === 1) watch(thread);
      thread.worker.postMessage(next.question);
    }
  }

  return {
    ask: (question, { signal, isPatient = false } = {}) =>
      new Promise((answer, fail) => {
        if (isClosed) return fail(new ThreadLost('closed'));
        if (signal?.aborted) return fail(signal.reason);
        const one: One = {
          question,
          isDropped: false,
          answer(given) {
            signal?.removeEventListener('abort', drop);
            answer(given);
          },
          fail(reason) {
            signal?.removeEventListener('abort', drop);
            fail(reason);
          },
        };
        const drop = (): void => {
          one.isDropped = true;
          const thread = threads.find(({ owed }) => owed[0] === one);
          if (thread) watch(thread);
          one.fail(signal?.reason);
        };
        signal?.addEventListener('abort', drop, { once: true });
        waiting[isPatient ? 'patient' : 'urgent'].push(one);
        share();
      }),
    async close() {
      isClosed = true;
      const left = [...waiting.urgent.splice(0), ...waiting.patient.splice(0)];
      for (const one of left) one.fail(new ThreadLost('closed'));
      await Promise.all(threads.map(({ worker }) => worker?.terminate()));
    },
  };
}

/** Whoever owes least; of two alike the one that has begun. */
function freest<Question, Answer>(threads: readonly Thread<Question, Answer>[]): Thread<Question, Answer> | undefined {
  return [...threads].sort(
    (one, other) => one.owed.length - other.owed.length || Number(one.worker === null) - Number(other.worker === null),
  )[0];
}
