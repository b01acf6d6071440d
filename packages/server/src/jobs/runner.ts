/** A worker: takes chunks of jobs one after the other, keeps them its own while it lives, and gives back what it could not finish. */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from '../failure-code.ts';
import { CannotOpen, type KeyService } from '../saved/master-keys.ts';
import { unheld } from '../unheld.ts';
import type { Write } from '../written.ts';
import { answerChunk } from './answer-chunk.ts';
import { JOB_KINDS, type JobKind } from './job.ts';
import { jobKeyBound, pack, unpack } from './packing.ts';
import { type Claimed, type Kept, LEASE, nameOf, type Queue, TooShort } from './queue.ts';

export interface Runner {
  /** There may be something to do: it is looked at once. */
  nudge(): void;
  /** Takes nothing more, finishes what is under way as far as there is time, and gives the rest back. */
  close(within?: number): Promise<void>;
}

export interface RunnerParts {
  readonly queue: Queue;
  readonly keys: KeyService;
  readonly write: Write;
  /** chunks under way at one time */
  readonly atOnce: number;
  readonly log: (line: string) => void;
  /** told of each chunk that is kept */
  readonly onDone?: (reports: number, refused: number, isLast: boolean) => void;
  /** milliseconds between looks at a queue that was empty */
  readonly idle?: number;
  /** and after one that could not be asked */
  readonly afterFault?: number;
}

const IDLE = 1000;
const AFTER_FAULT = 2000;
/** Milliseconds for what is under way when the program is asked to stop. */
const STOPPING = 25_000;
/** Of a program that was told to stop before its time: given back, and no try. */
const STOPPED = Symbol('stopped');

export function openRunner({
  queue,
  keys,
  write,
  atOnce,
  log,
  onDone = () => undefined,
  idle = IDLE,
  afterFault = AFTER_FAULT,
}: RunnerParts): Runner {
  const me = randomUUID();
  const under = new Map<
    string,
    { readonly claimed: Claimed; readonly stop: AbortController; readonly work: Promise<void> }
  >();
  let isStopping = false;
  let wake: () => void = () => undefined;

  const told = (error: unknown): void => log(`jobs: a chunk could not be done: ${codeOf(error)}`);

  async function kept(claimed: Claimed, signal: AbortSignal): Promise<Kept> {
    const { userId, jobId, number } = claimed;
    const key = await keys.unwrap({ keyId: claimed.keyId, bytes: claimed.wrappedKey }, jobKeyBound(userId, jobId));
    const of = { userId, jobId };
    const input = await unpack(claimed.sealed, key, of, 'input', number);
    const progress = (page: number, pages: number): void =>
      void queue.progress(me, claimed, page, pages).catch(() => undefined);
    const { bytes, ...counts } = await answerChunk(claimed, input, write, signal, progress);
    const sealed = await pack(bytes, key, of, 'results', number);
    key.fill(0);
    const became = await untilKept(() => queue.finish(me, claimed, { ...counts, sealed }), signal);
    if (became !== 'lost') onDone(counts.count, counts.refused, became === 'last');
    return became;
  }

  async function done(claimed: Claimed, signal: AbortSignal): Promise<void> {
    try {
      await kept(claimed, signal);
    } catch (error) {
      if (signal.aborted && signal.reason !== STOPPED) return;
      if (signal.aborted) return queue.giveBack(me, claimed, false);
      if (error instanceof CannotOpen) {
        log('jobs: a job does not open with the master keys that are here');
        return queue.fail(me, claimed, 'sealed');
      }
      if (error instanceof TooShort) return queue.fail(me, claimed, 'credits');
      told(error);
      await queue.giveBack(me, claimed, true);
    }
  }

  function begin(claimed: Claimed): void {
    const stop = new AbortController();
    // each line of a chunk listens
    setMaxListeners(0, stop.signal);
    const name = nameOf(claimed);
    const work = done(claimed, stop.signal)
      .catch(told)
      .finally(() => {
        under.delete(name);
        wake();
      });
    under.set(name, { claimed, stop, work });
  }

  /** One file at a time: it takes two cores already. */
  const kinds = (): readonly JobKind[] =>
    [...under.values()].some(({ claimed }) => claimed.kind === 'file') ? ['batch'] : JOB_KINDS;

  async function run(): Promise<void> {
    while (!isStopping) {
      try {
        const claimed = under.size < atOnce ? await queue.claim(me, kinds()) : null;
        if (claimed && isStopping) await queue.giveBack(me, claimed, false);
        else if (claimed) begin(claimed);
        else await woken(idle);
      } catch (error) {
        log(`jobs: the queue could not be asked: ${codeOf(error)}`);
        await woken(afterFault);
      }
    }
  }

  const woken = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** What is no longer ours was called off, or was taken by another one while we slept. */
  async function beat(): Promise<void> {
    if (under.size === 0) return;
    const before = [...under];
    const mine = await queue.beat(
      me,
      before.map(([, { claimed }]) => claimed),
    );
    for (const [name, { stop }] of before) if (!mine.has(name)) stop.abort(new Error('called off'));
  }
  const stopBeating = unheld(LEASE / 3, () => void beat().catch(told));
  const running = run();

  return {
    nudge: () => wake(),
    async close(within = STOPPING) {
      isStopping = true;
      wake();
      await running;
      const works = (): Promise<unknown> => Promise.all([...under.values()].map(({ work }) => work));
      const late = new AbortController();
      await Promise.race([works(), pause(within, null, { signal: late.signal }).catch(() => undefined)]);
      late.abort();
      for (const { stop } of under.values()) stop.abort(STOPPED);
      await works();
      stopBeating();
    },
  };
}

/** A database that does not answer for a moment costs no chunk. */
async function untilKept(keep: () => Promise<Kept>, signal: AbortSignal): Promise<Kept> {
  const end = performance.now() + LEASE / 2;
  for (;;) {
    try {
      return await keep();
    } catch (error) {
      if (error instanceof TooShort || signal.aborted || performance.now() > end) throw error;
      await pause(500);
    }
  }
}
