/** One transaction at a time for each account: what counts before it writes counts right. */
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

export type Within = Transaction<Tables>;

/** The account was deleted meanwhile. */
export class OwnerGone extends Error {
  override readonly name = 'OwnerGone';
}

/** Rejects with `OwnerGone`. */
export const heldAccount = <T>(
  { db, kind }: Database,
  userId: string,
  work: (within: Within) => Promise<T>,
): Promise<T> =>
  db.transaction().execute(async (within) => {
    const owner = within.selectFrom('users').select('id').where('id', '=', userId);
    // SQLite has one writer at a time as it is
    const found = await (kind === 'postgres' ? owner.forNoKeyUpdate() : owner).executeTakeFirst();
    if (!found) throw new OwnerGone();
    return work(within);
  });
