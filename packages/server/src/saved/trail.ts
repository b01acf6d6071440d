/** What happened in an account, for its owner to read: each line is bound to the one before it by a hash, so that one that is missing or was changed shows. */
import { createHash } from 'node:crypto';
import type { AccountEvent } from '@readingscan/web';
import type { Kysely, Transaction } from 'kysely';
import { type Tables, timeOf } from '../database/tables.ts';

export interface Trail {
  /** the newest first; none holds a word, a name or a date of a report */
  readonly events: readonly AccountEvent[];
  readonly length: number;
  /** nothing before, between or within them is missing or changed */
  readonly isWhole: boolean;
}

type Happened = Omit<AccountEvent, 'number'>;

/** Who, where nobody asked for it. */
export const PROGRAM = 'program';

/** Within the transaction of what happened: both stand, or neither. The account has to be held by it. */
export async function append(
  within: Transaction<Tables>,
  userId: string,
  { at, who, what, count }: Happened,
): Promise<void> {
  const last = await within
    .selectFrom('account_events')
    .select(['number', 'hash'])
    .where('user_id', '=', userId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const event = { number: (last?.number ?? 0) + 1, at, who, what, count };
  await within
    .insertInto('account_events')
    .values({
      ...event,
      user_id: userId,
      at: new Date(at).toISOString(),
      hash: hashOf(userId, event, last?.hash ?? ''),
    })
    .execute();
}

/** Whether the same was written since. */
export async function isWritten(
  db: Kysely<Tables>,
  userId: string,
  { who, what, at }: Pick<Happened, 'who' | 'what' | 'at'>,
): Promise<boolean> {
  const found = await db
    .selectFrom('account_events')
    .select('number')
    .where('user_id', '=', userId)
    .where('who', '=', who)
    .where('what', '=', what)
    .where('at', '>=', new Date(at).toISOString())
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function readTrail(db: Kysely<Tables>, userId: string, most: number): Promise<Trail> {
  const rows = await db
    .selectFrom('account_events')
    .select(['number', 'at', 'who', 'what', 'count', 'hash'])
    .where('user_id', '=', userId)
    .orderBy('number')
    .execute();
  let before = '';
  let isWhole = true;
  const events = rows.map(({ hash, at, ...row }, index) => {
    const event = { ...row, at: timeOf(at) };
    if (row.number !== index + 1 || hash !== hashOf(userId, event, before)) isWhole = false;
    before = hash;
    return event;
  });
  return { events: events.slice(-most).reverse(), length: events.length, isWhole };
}

const hashOf = (userId: string, { number, at, who, what, count }: AccountEvent, before: string): string =>
  createHash('sha256')
    .update(JSON.stringify([before, userId, number, at, who, what, count]))
    .digest('base64url');
