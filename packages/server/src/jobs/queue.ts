/** What workers ask of the jobs in the database: a chunk to do, for a time that is theirs as long as they live; its results, once. The same on both kinds of database. */
import type { ExpressionBuilder, SelectQueryBuilder, Transaction } from 'kysely';
import type { JobCredits } from '../credits/job-credits.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { JobKind, JobOptions, JobTask } from './job.ts';

export interface Claimed {
  readonly jobId: string;
  readonly number: number;
  readonly first: number;
  readonly count: number;
  readonly sealed: Uint8Array;
  readonly userId: string;
  readonly kind: JobKind;
  readonly task: JobTask;
  readonly options: JobOptions;
  readonly keyId: string;
  readonly wrappedKey: Uint8Array;
}

export interface Finished {
  readonly sealed: Uint8Array;
  /** lines of results */
  readonly count: number;
  /** what it adds to what is done: reports, or for a file its pages */
  readonly done: number;
  readonly refused: number;
  /** pages of a file whose words had to be recognised */
  readonly recognised: number;
}

/** What became of a chunk's results: kept, kept as the last of its job, or not: it is somebody else's, or its job is gone. */
export type Kept = 'kept' | 'last' | 'lost';

export interface Queue {
  /** The next chunk of the job that waited longest; null where there is none. */
  claim(worker: string, kinds: readonly JobKind[]): Promise<Claimed | null>;
  /** Those that are still this worker's, as "job number", with their time begun anew. */
  beat(worker: string, held: readonly Claimed[]): Promise<ReadonlySet<string>>;
  /** Rejects with `TooShort` where it cost more than there is: then nothing is kept. */
  finish(worker: string, claimed: Claimed, finished: Finished): Promise<Kept>;
  /** Pages of a file. */
  progress(worker: string, claimed: Claimed, done: number, total: number): Promise<void>;
  /** Not done: another one may take it, at once or, where it `isTry`, after a moment: then it counts as one. */
  giveBack(worker: string, claimed: Claimed, isTry: boolean): Promise<void>;
  /** It cannot be done: its key is not here, or it is damaged; or what it cost is not there. */
  fail(worker: string, claimed: Claimed, error: 'sealed' | 'credits'): Promise<void>;
}

/** A file had more pages to be recognised than its owner has credits for. */
export class TooShort extends Error {
  override readonly name = 'TooShort';
}

/** Milliseconds for which a chunk is a worker's, unless it asks for more: a killed one's is taken up again after that. */
export const LEASE = 20_000;
/** Milliseconds until what failed is tried again. */
const AFTER_FAULT = 3000;
/** A chunk that so many workers did not live through is not given to another. */
const MOST_ATTEMPTS = 5;
const UNFINISHED = ['queued', 'running'];

export const nameOf = ({ jobId, number }: Pick<Claimed, 'jobId' | 'number'>): string => `${jobId} ${number}`;

/** `now` in milliseconds since 1970; `hours`: how long a job stays when nothing happens to it. */
export function openQueue(
  { db, kind }: Database,
  now: () => number,
  hours: number,
  credits: Pick<JobCredits, 'settle' | 'release'>,
): Queue {
  const at = (ahead = 0): string => new Date(now() + ahead).toISOString();
  const goes = (): string => at(hours * 60 * 60_000);
  /** One at a time for each job: SQLite has one writer as it is. */
  const locked = <T>(query: SelectQueryBuilder<Tables, 'jobs', T>) => (kind === 'postgres' ? query.forUpdate() : query);
  const jobOf = (within: Transaction<Tables>, id: string) =>
    locked(within.selectFrom('jobs').selectAll().where('id', '=', id)).executeTakeFirst();
  /** Nobody's, or of one who is no more. */
  const isFree = (is: ExpressionBuilder<Tables, 'job_inputs'>) =>
    is.or([is('leased_until', 'is', null), is('leased_until', '<', at())]);

  /** The job first, then its chunk, as everybody else does: nobody waits for one who waits for them. */
  const taken = (worker: string, jobId: string): Promise<Claimed | 'nothing' | 'failed'> =>
    db.transaction().execute(async (within) => {
      const job = await jobOf(within, jobId);
      if (!job || !UNFINISHED.includes(job.state)) return 'nothing';
      const input = await within
        .selectFrom('job_inputs')
        .selectAll()
        .where(isFree)
        .where('job_id', '=', jobId)
        .orderBy('number')
        .limit(1)
        .executeTakeFirst();
      if (!input) return 'nothing';
      if (input.attempts >= MOST_ATTEMPTS) {
        await within
          .updateTable('jobs')
          .set({ state: 'failed', error: 'attempts', ended_at: at(), goes_at: goes() })
          .where('id', '=', jobId)
          .execute();
        await credits.release(within, jobId);
        return 'failed';
      }
      await within
        .updateTable('job_inputs')
        .set({ attempts: input.attempts + 1, leased_by: worker, leased_until: at(LEASE) })
        .where('job_id', '=', jobId)
        .where('number', '=', input.number)
        .execute();
      await within
        .updateTable('jobs')
        .set({ state: 'running', served_at: at(), goes_at: goes(), ...(job.started_at ? {} : { started_at: at() }) })
        .where('id', '=', jobId)
        .execute();
      return {
        jobId,
        number: input.number,
        first: input.first,
        count: input.count,
        sealed: input.sealed,
        userId: job.user_id,
        // written by `jobs.ts`: one boundary
        kind: job.kind as JobKind,
        task: job.task as JobTask,
        options: JSON.parse(job.options) as JobOptions,
        keyId: job.key_id,
        wrappedKey: job.wrapped_key,
      };
    });

  const own = (worker: string, { jobId, number }: Claimed) => {
    return <Query extends { where(column: 'job_id' | 'number' | 'leased_by', is: '=', value: never): Query }>(
      query: Query,
    ): Query =>
      query
        .where('job_id', '=', jobId as never)
        .where('number', '=', number as never)
        .where('leased_by', '=', worker as never);
  };

  return {
    async claim(worker, kinds) {
      for (;;) {
        const next = await db
          .selectFrom('jobs')
          .select('id')
          .where('state', 'in', UNFINISHED)
          .where('kind', 'in', [...kinds])
          .where((is) =>
            is.exists(is.selectFrom('job_inputs').select('number').whereRef('job_id', '=', 'jobs.id').where(isFree)),
          )
          .orderBy('served_at')
          .limit(1)
          .executeTakeFirst();
        if (!next) return null;
        const claimed = await taken(worker, next.id);
        if (typeof claimed !== 'string') return claimed;
      }
    },
    async beat(worker, held) {
      const mine = new Set<string>();
      // one row at a time: two that lock several could wait for one another
      for (const claimed of held) {
        const { numUpdatedRows } = await own(
          worker,
          claimed,
        )(db.updateTable('job_inputs').set({ leased_until: at(LEASE) })).executeTakeFirstOrThrow();
        if (numUpdatedRows > 0n) mine.add(nameOf(claimed));
      }
      return mine;
    },
    finish: (worker, claimed, { sealed, count, done, refused, recognised }) =>
      db.transaction().execute(async (within) => {
        const { jobId, number, first } = claimed;
        const job = await jobOf(within, jobId);
        const mine = own(worker, claimed);
        const { numDeletedRows } = await mine(within.deleteFrom('job_inputs')).executeTakeFirstOrThrow();
        if (!job || numDeletedRows === 0n) return 'lost';
        const isFile = job.kind === 'file';
        const reports = isFile ? count - refused : done - refused;
        if (
          (await credits.settle(within, jobId, isFile ? 'file' : 'batch', number, { reports, pages: recognised })) ===
          'short'
        )
          throw new TooShort();
        await within.insertInto('job_results').values({ job_id: jobId, number, first, count, sealed }).execute();
        const left = await within
          .selectFrom('job_inputs')
          .select('number')
          .where('job_id', '=', jobId)
          .limit(1)
          .executeTakeFirst();
        await within
          .updateTable('jobs')
          .set({
            done: isFile ? done : job.done + done,
            refused: job.refused + refused,
            goes_at: goes(),
            ...(isFile ? { total: done } : {}),
            ...(left ? {} : { state: 'done', ended_at: at() }),
          })
          .where('id', '=', jobId)
          .execute();
        if (left) return 'kept';
        await credits.release(within, jobId);
        return 'last';
      }),
    async progress(worker, claimed, done, total) {
      const mine = own(worker, claimed);
      await db
        .updateTable('jobs')
        .set({ done, total })
        .where('id', '=', claimed.jobId)
        // looked at anew where the job has ended while this waited for its row
        .where('state', 'in', UNFINISHED)
        .where((is) => is.exists(mine(db.selectFrom('job_inputs').select('number'))))
        .execute();
    },
    async giveBack(worker, claimed, isTry) {
      const mine = own(worker, claimed);
      await mine(
        db.updateTable('job_inputs').set((is) => ({
          leased_by: null,
          leased_until: isTry ? at(AFTER_FAULT) : null,
          ...(isTry ? {} : { attempts: is('attempts', '-', 1) }),
        })),
      ).execute();
    },
    fail: (worker, claimed, error) =>
      db.transaction().execute(async (within) => {
        const job = await jobOf(within, claimed.jobId);
        const mine = own(worker, claimed);
        const { numUpdatedRows } = await mine(
          within.updateTable('job_inputs').set({ leased_by: null, leased_until: null }),
        ).executeTakeFirstOrThrow();
        if (!job || numUpdatedRows === 0n) return;
        await within
          .updateTable('jobs')
          .set({
            state: 'failed',
            error,
            ended_at: at(),
            goes_at: goes(),
            // pages that were read, and not kept
            ...(job.kind === 'file' ? { done: 0 } : {}),
          })
          .where('id', '=', claimed.jobId)
          .execute();
        await credits.release(within, claimed.jobId);
      }),
  };
}
