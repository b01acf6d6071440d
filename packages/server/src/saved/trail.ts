/** What happened in an account, for its owner to read: each line is bound to the one before it by a hash, so that one that is missing or was changed shows. */
import { createHash } from 'node:crypto';
import type { AccountEvent } from '@readingscan/web';
import type { Kysely, Transaction } from 'kysely';
import { type Tables, timeOf } from '../database/tables.ts';

export interface Trail {
  /** the newest first; none holds a word, a name or a date of a report */
  readonly events: readonly AccountEvent[];
  /** of the whole trail */
  readonly length: number;
  /** nothing between or within the newest 2,000 is missing or changed */
  readonly isWhole: boolean;
}

type Happened = Omit<AccountEvent, 'number'>;

/** Lines that are held to those before them: what happened in years. */
const LOOKED_AT = 2000;

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

/** The newest lines: `most` of them are shown, so many again and more are looked at. */
export async function readTrail(db: Kysely<Tables>, userId: string, most: number): Promise<Trail> {
  const rows = await db
    .selectFrom('account_events')
    .select(['number', 'at', 'who', 'what', 'count', 'hash'])
    .where('user_id', '=', userId)
    .orderBy('number', 'desc')
    .limit(LOOKED_AT + 1)
    .execute();
  const isWhole = rows.slice(0, LOOKED_AT).every(({ hash, at, ...row }, index) => {
    const before = rows[index + 1];
    const event = { ...row, at: timeOf(at) };
    return (before?.number ?? 0) === row.number - 1 && hash === hashOf(userId, event, before?.hash ?? '');
  });
  const events = rows.slice(0, most).map(({ hash: _, at, ...row }) => ({ ...row, at: timeOf(at) }));
  return { events, length: rows[0]?.number ?? 0, isWhole };
}

const hashOf = (userId: string, { number, at, who, what, count }: AccountEvent, before: string): string =>
  createHash('sha256')
    .update(JSON.stringify([before, userId, number, at, who, what, count]))
    .digest('base64url');
