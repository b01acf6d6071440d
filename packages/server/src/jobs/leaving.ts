/** Takes in a job as it comes: sealed chunk by chunk, nobody's until all of it is here, and once for each name that its program gave it. What it may cost is set aside in the same transaction. */
import { createHash, randomUUID } from 'node:crypto';
import type { SavedEvent } from '@readingscan/web';
import { heldAccount, type Within } from '../accounts/held.ts';
import type { OnceEach } from '../api/saving/once-each.ts';
import type { JobCredits } from '../credits/job-credits.ts';
import type { Database } from '../database/database.ts';
import { CannotOpen, type KeyService } from '../saved/master-keys.ts';
import { newKey } from '../sealing.ts';
import { chunksOf, written } from './chunks.ts';
import type { AskedJob, JobOwner, JobView } from './job.ts';
import { heldJob, type JobRow, type JobRows, viewOf } from './job-rows.ts';
import { jobKeyBound, pack } from './packing.ts';

export type Left =
  | { readonly kind: 'left'; readonly job: JobView; readonly isAgain: boolean }
  /** `gone`: it was done under this name, and has been deleted */
  | { readonly kind: 'nothing' | 'long' | 'full' | 'other' | 'names' | 'gone' };

/** `name`: of the request, to be done once; null for none. Where the bytes end with a failure, nothing is left of it. */
export type Leaving = (
  owner: JobOwner,
  asked: AskedJob,
  name: string | null,
  bytes: AsyncIterable<Uint8Array>,
) => Promise<Left>;

interface Deps {
  readonly database: Database;
  readonly rows: JobRows;
  readonly keys: KeyService;
  readonly once: OnceEach | null;
  readonly now: () => number;
  readonly hours: number;
  readonly onLeft: () => void;
  readonly credits: Pick<JobCredits, 'hold'>;
  readonly note: (within: Within, userId: string, what: SavedEvent, count: number) => Promise<void>;
}

export const MOST_REPORTS = 100_000;
/** Of one batch, and of all jobs of an account. */
export const MOST_JOB_BYTES = 512 * 1024 * 1024;
export const MOST_FILE_BYTES = 20 * 1024 * 1024;
export const MOST_JOBS = 100;
/** Milliseconds after which a job that is not whole is given up, counted from its last chunk. */
const ABANDONED = 15 * 60_000;

/** Why it is not taken in, in the middle of it. */
class Stop extends Error {
  readonly why: 'nothing' | 'long' | 'full';
  constructor(why: 'nothing' | 'long' | 'full') {
    super(why);
    this.why = why;
  }
}

export function leaving({ database, rows, keys, once, now, hours, onLeft, credits, note }: Deps): Leaving {
  const { db } = database;
  const at = (ahead = 0): string => new Date(now() + ahead).toISOString();

  /** The row that chunks hang on, and how much more the account has room for. */
  async function begun({ userId, keyId }: JobOwner, { kind, task, options }: AskedJob, id: string, key: Uint8Array) {
    const wrapped = await keys.wrap(key, jobKeyBound(userId, id));
    return heldAccount(database, userId, async (within) => {
      const used = await rows.room(within, userId);
      if (used.jobs >= MOST_JOBS) throw new Stop('full');
      const row: JobRow = {
        id,
        user_id: userId,
        api_key_id: keyId,
        kind,
        task,
        options: JSON.stringify(options),
        state: 'receiving',
        total: null,
        done: 0,
        refused: 0,
        bytes: 0,
        made_at: at(),
        served_at: at(),
        started_at: null,
        ended_at: null,
        goes_at: at(ABANDONED),
        error: null,
        key_id: wrapped.keyId,
        wrapped_key: wrapped.bytes,
      };
      await within
        .insertInto('jobs')
        .values({ ...row, made_at: at(), served_at: at(), goes_at: at(ABANDONED), started_at: null, ended_at: null })
        .execute();
      return { row, room: MOST_JOB_BYTES - used.bytes };
    });
  }

  /** All that comes, counted and bounded on its way. */
  async function* counted(bytes: AsyncIterable<Uint8Array>, most: number, room: number, sum: Counted) {
    for await (const piece of bytes) {
      sum.bytes += piece.length;
      if (sum.bytes > most) throw new Stop('long');
      if (sum.bytes > room) throw new Stop('full');
      sum.hash.update(piece);
      yield piece;
    }
  }

  async function received(row: JobRow, key: Uint8Array, bytes: AsyncIterable<Uint8Array>, sum: Counted): Promise<void> {
    const of = { userId: row.user_id, jobId: row.id };
    const put = async (number: number, first: number, count: number, plain: Uint8Array): Promise<void> => {
      const sealed = await pack(plain, key, of, 'input', number);
      const input = { job_id: row.id, number, first, count, sealed, attempts: 0, leased_by: null, leased_until: null };
      await db.insertInto('job_inputs').values(input).execute();
      sum.reports += count;
      await db
        .updateTable('jobs')
        .set({ goes_at: at(ABANDONED), bytes: sum.bytes })
        .where('id', '=', row.id)
        .execute();
    };
    if (row.kind === 'file') {
      const pieces: Uint8Array[] = [];
      for await (const piece of bytes) pieces.push(piece);
      if (sum.bytes > 0) await put(0, 0, 1, Buffer.concat(pieces));
      return;
    }
    let number = 0;
    for await (const { first, lines } of chunksOf(bytes)) {
      if (first + lines.length > MOST_REPORTS) throw new Stop('long');
      await put(number, first, lines.length, written(lines));
      number += 1;
    }
  }

  /** Its owner is told that it is there when it is. */
  const settled = ({ userId, keyId }: JobOwner, row: JobRow, asked: AskedJob, name: string | null, sum: Counted) =>
    heldAccount(database, userId, async (within): Promise<Left> => {
      const before =
        name === null || !once
          ? null
          : await once.settle(
              within,
              userId,
              nameFor(keyId, name),
              contentOf(asked, sum.hash.digest('base64url')),
              row.id,
            );
      if (before !== null && before.kind !== 'new') {
        await within.deleteFrom('jobs').where('id', '=', row.id).execute();
        if (before.kind !== 'done') return { kind: before.kind === 'full' ? 'names' : 'other' };
        const known = await rows.row({ userId, keyId }, before.id, within);
        return known ? { kind: 'left', job: viewOf(known), isAgain: true } : { kind: 'gone' };
      }
      const whole = {
        state: 'queued',
        total: row.kind === 'file' ? null : sum.reports,
        bytes: sum.bytes,
        served_at: at(),
        goes_at: at(hours * 60 * 60_000),
      };
      const { numUpdatedRows } = await within
        .updateTable('jobs')
        .set(whole)
        .where('id', '=', row.id)
        .executeTakeFirstOrThrow();
      // given up meanwhile
      if (numUpdatedRows === 0n) throw new CannotOpen();
      await credits.hold(within, userId, heldJob({ ...row, total: sum.reports }));
      await note(within, userId, 'job-made', sum.reports);
      return { kind: 'left', job: viewOf({ ...row, ...whole }), isAgain: false };
    });

  return async (owner, asked, name, bytes) => {
    const [id, key] = [randomUUID(), newKey()];
    const sum: Counted = { bytes: 0, reports: 0, hash: createHash('sha256') };
    let isLeft = false;
    try {
      const { row, room } = await begun(owner, asked, id, key);
      const most = asked.kind === 'file' ? MOST_FILE_BYTES : MOST_JOB_BYTES;
      await received(row, key, counted(bytes, most, room, sum), sum);
      if (sum.reports === 0) throw new Stop('nothing');
      const left = await settled(owner, row, asked, name, sum);
      isLeft = left.kind === 'left';
      if (isLeft) onLeft();
      return left;
    } catch (error) {
      if (error instanceof Stop) return { kind: error.why };
      throw error;
    } finally {
      key.fill(0);
      // where an answer of the database was lost it may be left all the same
      if (!isLeft) await db.deleteFrom('jobs').where('id', '=', id).where('state', '=', 'receiving').execute();
    }
  };
}

interface Counted {
  bytes: number;
  reports: number;
  readonly hash: ReturnType<typeof createHash>;
}

/** Names of one key are no other's, nor those of saved reports. */
const nameFor = (keyId: string, name: string): string => JSON.stringify(['job', keyId, name]);

const contentOf = ({ kind, task, options: { language, level, region } }: AskedJob, hash: string): string =>
  JSON.stringify([kind, task, language ?? null, level ?? null, region ?? null, hash]);
