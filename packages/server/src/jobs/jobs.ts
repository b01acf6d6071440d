/** Jobs as the routes know them: left by a key, worked by whoever has hands, taken by the same key, and gone after a time. */
import type { SavedEvent } from '@readingscan/web';
import { heldAccount, type Within } from '../accounts/held.ts';
import type { OnceEach } from '../api/saving/once-each.ts';
import { type JobCredits, jobCredits } from '../credits/job-credits.ts';
import type { Database } from '../database/database.ts';
import { codeOf } from '../failure-code.ts';
import { type KeyService, masterKeys } from '../saved/master-keys.ts';
import type { SavingSettings } from '../saved/settings.ts';
import { append, isWritten, PROGRAM } from '../saved/trail.ts';
import { unheld } from '../unheld.ts';
import type { JobOwner, JobState, JobView } from './job.ts';
import { type JobRows, jobRows, viewOf } from './job-rows.ts';
import { type Leaving, leaving } from './leaving.ts';
import { jobKeyBound, unpack } from './packing.ts';
import { openQueue, type Queue } from './queue.ts';
import type { JobSettings } from './settings.ts';

export interface Jobs {
  readonly queue: Queue;
  readonly keys: KeyService;
  /** Takes in what is to be done as it comes. Throws `JobFault`. */
  leave: Leaving;
  page: JobRows['page'];
  get(owner: JobOwner, id: string): Promise<JobView | null>;
  /** Lines behind the first `after`, in the order of what was sent, as far as they are there; null where there is no such job. */
  results(owner: JobOwner, id: string, after: number): Promise<AsyncGenerator<Uint8Array> | null>;
  cancel(owner: JobOwner, id: string): Promise<JobView | false | null>;
  retry(owner: JobOwner, id: string): Promise<JobView | false | null>;
  /** With all that is in it. False where there is none. */
  remove(owner: JobOwner, id: string): Promise<boolean>;
  /** Deletes what has run out. */
  sweep(): Promise<void>;
  close(): void;
}

export interface JobParts {
  readonly log: (line: string) => void;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
  /** default: a timer that keeps no process alive */
  readonly every?: (milliseconds: number, call: () => void) => () => void;
  /** default: the keys of the settings */
  readonly keys?: KeyService;
  /** told when there is something to do */
  readonly onLeft?: () => void;
  /** default: a job costs nothing */
  readonly credits?: JobCredits;
  /** what was done once; null for a program that takes in nothing */
  readonly once: OnceEach | null;
}

/** What has run out is gone within a minute. */
const EVERY = 20_000;
const BY_KEY = 'key';
const UNFINISHED: readonly JobState[] = ['queued', 'running'];

export function openJobs(
  database: Database,
  { saving, hours }: Pick<JobSettings, 'hours'> & { readonly saving: Pick<SavingSettings, 'keys'> },
  { log, now = Date.now, every = unheld, onLeft = () => undefined, once, ...parts }: JobParts,
): Jobs {
  const { db } = database;
  const keys = parts.keys ?? masterKeys(saving.keys);
  const credits = parts.credits ?? jobCredits(database, now, null);
  const rows = jobRows(database, now, hours, credits);
  const queue = openQueue(database, now, hours, credits);
  const note = (within: Within, userId: string, what: SavedEvent, count: number, who = BY_KEY): Promise<void> =>
    append(within, userId, { at: now(), who, what, count });
  const day = (): number => Date.parse(new Date(now()).toISOString().slice(0, 10));

  /** Once a day: that results were taken, not how often. */
  async function noteTaken({ userId }: JobOwner): Promise<void> {
    const event = { who: BY_KEY, what: 'job-taken', at: day() } as const;
    if (await isWritten(db, userId, event)) return;
    await heldAccount(database, userId, (within) => note(within, userId, 'job-taken', 0));
  }

  async function* linesBehind(owner: JobOwner, id: string, key: Uint8Array, after: number): AsyncGenerator<Uint8Array> {
    for (let had = after; ; ) {
      const part = await rows.results(id, had);
      if (!part) return;
      const of = { userId: owner.userId, jobId: id };
      yield behind(await unpack(part.sealed, key, of, 'results', part.number), had - part.first);
      had = part.first + part.count;
    }
  }

  async function sweep(): Promise<void> {
    try {
      const gone = await db
        .selectFrom('jobs')
        .select(['id', 'user_id', 'state', 'total'])
        .where('goes_at', '<=', new Date(now()).toISOString())
        .execute();
      for (const { id, user_id, state, total } of gone) {
        await heldAccount(database, user_id, async (within) => {
          const { numDeletedRows } = await within
            .deleteFrom('jobs')
            .where('id', '=', id)
            .where('goes_at', '<=', new Date(now()).toISOString())
            .executeTakeFirstOrThrow();
          if (numDeletedRows > 0n) await credits.release(within, id);
          // of one that was never whole nobody was told that it is there
          if (numDeletedRows > 0n && state !== 'receiving')
            await note(within, user_id, 'job-removed', total ?? 1, PROGRAM);
        });
      }
      if (gone.length > 0) await database.scrub();
      // of jobs that ended with their key, or with another program
      await credits.sweep();
    } catch (error) {
      log(`jobs: what has run out could not be deleted: ${codeOf(error)}`);
    }
  }
  const stop = every(EVERY, () => void sweep());

  return {
    queue,
    keys,
    leave: leaving({ database, rows, keys, once, now, hours, onLeft, credits, note }),
    page: rows.page,
    async get(owner, id) {
      const row = await rows.row(owner, id);
      return row ? viewOf(row) : null;
    },
    async results(owner, id, after) {
      const row = await rows.row(owner, id);
      if (!row) return null;
      const key = await keys.unwrap({ keyId: row.key_id, bytes: row.wrapped_key }, jobKeyBound(owner.userId, id));
      await noteTaken(owner);
      return linesBehind(owner, id, key, after);
    },
    cancel: (owner, id) => rows.move(owner, id, UNFINISHED, 'cancelled'),
    async retry(owner, id) {
      const view = await rows.move(owner, id, ['failed', 'cancelled'], 'queued');
      if (view) onLeft();
      return view;
    },
    async remove(owner, id) {
      const isGone = await heldAccount(database, owner.userId, async (within) => {
        const row = await rows.remove(within, owner, id);
        if (row) await note(within, owner.userId, 'job-removed', row.total ?? 1);
        return row !== null;
      });
      if (isGone) await database.scrub();
      return isGone;
    },
    sweep,
    close: stop,
  };
}

const NEWLINE = 10;

/** Without the first lines. */
function behind(bytes: Uint8Array, lines: number): Uint8Array {
  let from = 0;
  for (let left = lines; left > 0; left -= 1) from = bytes.indexOf(NEWLINE, from) + 1;
  return bytes.subarray(from);
}
