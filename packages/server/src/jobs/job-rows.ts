/** Jobs as their owners ask for them: each key its own. What is not sealed is in these rows; what is sealed is handed out as it lies there. */
import type { Selectable } from 'kysely';
import { heldAccount, type Within } from '../accounts/held.ts';
import type { JobCredits } from '../credits/job-credits.ts';
import type { HeldJob } from '../credits/ledger/holds.ts';
import type { Database } from '../database/database.ts';
import { type Tables, timeOf } from '../database/tables.ts';
import type { JobKind, JobOptions, JobOwner, JobState, JobTask, JobView } from './job.ts';

export type JobRow = Selectable<Tables['jobs']>;
type Part = Tables['job_results'];

/** What an account holds in jobs. */
export interface JobRoom {
  readonly jobs: number;
  /** as they were sent */
  readonly bytes: number;
}

/** Of those that are being received nobody learns. */
export interface JobRows {
  room(within: Within, userId: string): Promise<JobRoom>;
  /** The newest first; `next`: the id that the next page begins behind. */
  page(
    owner: JobOwner,
    after: string | null,
  ): Promise<{ readonly jobs: readonly JobView[]; readonly next: string | null }>;
  row(owner: JobOwner, id: string, within?: Within): Promise<JobRow | undefined>;
  /** The results behind so many lines; null where they are not there, or not yet. */
  results(jobId: string, after: number): Promise<Part | null>;
  /** Null where there is none; false where it is not in a state for that. Throws `TooFewCredits` where going on cannot be paid. */
  move(
    owner: JobOwner,
    id: string,
    from: readonly JobState[],
    to: 'cancelled' | 'queued',
  ): Promise<JobView | false | null>;
  /** What there was of it; null where there was none. */
  remove(within: Within, owner: JobOwner, id: string): Promise<Pick<JobRow, 'total' | 'kind'> | null>;
}

const PAGE = 50;
const RECEIVING = 'receiving';

export function jobRows(
  database: Database,
  now: () => number,
  hours: number,
  credits: Pick<JobCredits, 'hold' | 'release'>,
): JobRows {
  const { db, kind } = database;
  const at = (ahead = 0): string => new Date(now() + ahead).toISOString();
  const owned = (within: Pick<typeof db, 'selectFrom'>, { userId, keyId }: JobOwner) =>
    within
      .selectFrom('jobs')
      .selectAll()
      .where('user_id', '=', userId)
      .where('api_key_id', '=', keyId)
      .where('state', '!=', RECEIVING);
  const rowOf = (within: Pick<typeof db, 'selectFrom'>, owner: JobOwner, id: string) =>
    owned(within, owner).where('id', '=', id).executeTakeFirst();

  return {
    async room(within, userId) {
      const { jobs, bytes } = await within
        .selectFrom('jobs')
        .select(({ fn }) => [fn.countAll().as('jobs'), fn.sum('bytes').as('bytes')])
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return { jobs: Number(jobs), bytes: Number(bytes ?? 0) };
    },
    async page(owner, after) {
      const last = after === null ? undefined : await rowOf(db, owner, after);
      if (after !== null && !last) return { jobs: [], next: null };
      const made = last && new Date(timeOf(last.made_at)).toISOString();
      const query = owned(db, owner)
        .orderBy('made_at', 'desc')
        .orderBy('id', 'desc')
        .limit(PAGE + 1);
      const rows = await (last && made !== undefined
        ? query.where((is) =>
            is.or([is('made_at', '<', made), is.and([is('made_at', '=', made), is('id', '<', last.id)])]),
          )
        : query
      ).execute();
      const shown = rows.slice(0, PAGE);
      return { jobs: shown.map(viewOf), next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
    },
    row: (owner, id, within) => rowOf(within ?? db, owner, id),
    async results(jobId, after) {
      const part = await db
        .selectFrom('job_results')
        .selectAll()
        .where('job_id', '=', jobId)
        .where((is) => is(is('first', '+', is.ref('count')), '>', after))
        .orderBy('number')
        .limit(1)
        .executeTakeFirst();
      // those before it may still be at work
      return part && part.first <= after ? part : null;
    },
    move: (owner, id, from, to) =>
      db.transaction().execute(async (within) => {
        const query = owned(within, owner).where('id', '=', id);
        const row = await (kind === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
        if (!row) return null;
        if (!from.some((state) => state === row.state)) return false;
        const isOver = to === 'cancelled';
        await within
          .updateTable('job_inputs')
          .set({ leased_by: null, leased_until: null, attempts: 0 })
          .where('job_id', '=', id)
          .execute();
        const changed = {
          state: to,
          error: null,
          ended_at: isOver ? at() : null,
          goes_at: at(hours * 60 * 60_000),
          // in its turn
          served_at: at(),
        };
        await within.updateTable('jobs').set(changed).where('id', '=', id).execute();
        if (isOver) await credits.release(within, id);
        else await credits.hold(within, owner.userId, heldJob(row));
        return viewOf({ ...row, ...changed });
      }),
    async remove(within, owner, id) {
      const row = await rowOf(within, owner, id);
      if (!row) return null;
      await within.deleteFrom('jobs').where('id', '=', id).execute();
      await credits.release(within, id);
      return row;
    },
  };
}

/** What is still to be paid of it. */
export const heldJob = ({ id, kind, total, done }: Pick<JobRow, 'id' | 'kind' | 'total' | 'done'>): HeldJob =>
  kind === 'file' ? { kind, id } : { kind: 'batch', id, reports: Math.max(0, (total ?? 0) - done) };

/** One transaction at a time for each account. */
export const heldOwner = <T>(database: Database, { userId }: JobOwner, work: (within: Within) => Promise<T>) =>
  heldAccount(database, userId, work);

const written = (time: string | Date): string => new Date(time).toISOString();

/** Written by `jobs.ts` and `queue.ts`: one boundary. */
export const viewOf = (row: JobRow): JobView => ({
  id: row.id,
  kind: row.kind as JobKind,
  task: row.task as JobTask,
  options: JSON.parse(row.options) as JobOptions,
  state: row.state as JobState,
  total: row.total,
  done: row.done,
  refused: row.refused,
  madeAt: written(row.made_at),
  startedAt: row.started_at === null ? null : written(row.started_at),
  endedAt: row.ended_at === null ? null : written(row.ended_at),
  goesAt: written(row.goes_at),
  error: row.error as JobView['error'],
});
