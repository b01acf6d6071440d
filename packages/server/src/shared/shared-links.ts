/** Links by which explanations are shared: sealed bytes with an end. What is in them, and the key to it, is never known here. */
import type { SavedEvent, SharedLink } from '@readingscan/web';
import { heldAccount, type Within } from '../accounts/held.ts';
import { DAY, MINUTE, rateLimit, tryAll } from '../accounts/rate-limit.ts';
import type { Database } from '../database/database.ts';
import { timeOf } from '../database/tables.ts';
import { codeOf } from '../failure-code.ts';
import { MOST_LINKS, MOST_LINKS_BYTES, TooManyLinks } from '../saved/room.ts';
import type { Owner } from '../saved/saved.ts';

export interface NewLink {
  readonly id: string;
  readonly report: string;
  readonly days: number;
  readonly hasReport: boolean;
  readonly sealed: Uint8Array;
}

export type Made =
  | { readonly kind: 'made'; readonly link: SharedLink }
  /** this owner has no report of that id, or another link has the id already */
  | { readonly kind: 'no-report' | 'taken' };

export interface SharedLinks {
  /** The newest first. */
  own(userId: string): Promise<readonly SharedLink[]>;
  /** The same once more, as after a lost answer, is made once. Throws `TooManyLinks`. */
  make(owner: Owner, wanted: NewLink): Promise<Made>;
  /** False where this owner has none of that id. */
  end(owner: Owner, id: string): Promise<boolean>;
  /** Counts that an address asks for one: null where it may, else the seconds until it may. */
  wait(address: string): number | null;
  /** Null where it ended, was ended, or never was: nobody learns which. */
  open(id: string): Promise<{ readonly sealed: Uint8Array<ArrayBuffer>; readonly ends: number } | null>;
  /** Deletes what has ended. */
  sweep(): Promise<void>;
  close(): void;
}

interface Parts {
  readonly log: (line: string) => void;
  readonly now: () => number;
  readonly every: (milliseconds: number, call: () => void) => () => void;
  /** into the trail of the account */
  readonly note: (within: Within, owner: Owner, what: SavedEvent, count: number) => Promise<void>;
}

/** What ended is gone within a minute, however long the deletion itself takes. */
const SWEPT = 30_000;
const SEEN = ['id', 'report_id', 'made_at', 'ends_at', 'has_report', 'opened'] as const;

export async function openSharedLinks(database: Database, { log, now, every, note }: Parts): Promise<SharedLinks> {
  const { db } = database;
  const asked = rateLimit([{ most: 60, within: MINUTE }], now);
  const iso = (time: number): string => new Date(time).toISOString();

  async function sweep(): Promise<void> {
    asked.forget();
    try {
      const { numDeletedRows } = await db
        .deleteFrom('shared_links')
        .where('ends_at', '<=', iso(now()))
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0n) await database.scrub();
    } catch (error) {
      log(`shared links: what has ended could not be deleted: ${codeOf(error)}`);
    }
  }
  await sweep();
  const stop = every(SWEPT, () => void sweep());

  return {
    async own(userId) {
      const rows = await db
        .selectFrom('shared_links')
        .select(SEEN)
        .where('user_id', '=', userId)
        .where('ends_at', '>', iso(now()))
        .orderBy('made_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(linkOf);
    },
    make: (owner, { id, report, days, hasReport, sealed }) =>
      heldAccount(database, owner.userId, async (within): Promise<Made> => {
        const there = await within
          .selectFrom('shared_links')
          .select([...SEEN, 'user_id'])
          .where('id', '=', id)
          .executeTakeFirst();
        if (there)
          return there.user_id === owner.userId && there.report_id === report
            ? { kind: 'made', link: linkOf(there) }
            : { kind: 'taken' };
        const found = await within
          .selectFrom('saved_reports')
          .select('id')
          .where('user_id', '=', owner.userId)
          .where('id', '=', report)
          .executeTakeFirst();
        if (!found) return { kind: 'no-report' };
        await ensureRoom(within, owner.userId, sealed.length);
        const made = now();
        const row = {
          id,
          report_id: report,
          made_at: iso(made),
          ends_at: iso(made + days * DAY),
          has_report: hasReport ? 1 : 0,
          opened: 0,
        };
        await within
          .insertInto('shared_links')
          .values({ ...row, user_id: owner.userId, bytes: sealed.length, sealed })
          .execute();
        await note(within, owner, 'link-made', days);
        return { kind: 'made', link: linkOf(row) };
      }),
    async end(owner, id) {
      const isGone = await heldAccount(database, owner.userId, async (within) => {
        const { numDeletedRows } = await within
          .deleteFrom('shared_links')
          .where('user_id', '=', owner.userId)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (numDeletedRows > 0n) await note(within, owner, 'link-ended', 0);
        return numDeletedRows > 0n;
      });
      if (isGone) await database.scrub();
      return isGone;
    },
    wait: (address) => tryAll([asked, address]),
    async open(id) {
      const found = await db
        .selectFrom('shared_links')
        .select(['sealed', 'ends_at'])
        .where('id', '=', id)
        .where('ends_at', '>', iso(now()))
        .executeTakeFirst();
      if (!found) return null;
      await db
        .updateTable('shared_links')
        .set(({ eb }) => ({ opened: eb('opened', '+', 1) }))
        .where('id', '=', id)
        .execute();
      return { sealed: new Uint8Array(found.sealed), ends: timeOf(found.ends_at) };
    },
    sweep,
    close: stop,
  };
}

async function ensureRoom(within: Within, userId: string, added: number): Promise<void> {
  const { links, bytes } = await within
    .selectFrom('shared_links')
    .select(({ fn }) => [fn.countAll().as('links'), fn.sum('bytes').as('bytes')])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  // PostgreSQL counts in numbers that are written as text
  if (Number(links) >= MOST_LINKS || Number(bytes ?? 0) + added > MOST_LINKS_BYTES) throw new TooManyLinks();
}

interface Row {
  readonly id: string;
  readonly report_id: string;
  readonly made_at: string | Date;
  readonly ends_at: string | Date;
  readonly has_report: number;
  readonly opened: number;
}

const linkOf = ({ id, report_id, made_at, ends_at, has_report, opened }: Row): SharedLink => ({
  id,
  report: report_id,
  made: timeOf(made_at),
  ends: timeOf(ends_at),
  hasReport: has_report === 1,
  opened,
});
