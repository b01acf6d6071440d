/** The credits of one person, held for the time of a transaction: nobody else adds to them or takes from them meanwhile. */
import { randomUUID } from 'node:crypto';
import { CREDIT_UNITS, type CreditKind, type CreditUnit } from '@readingscan/web';
import { heldAccount, type Within } from '../../accounts/held.ts';
import type { Database } from '../../database/database.ts';
import { book, lastOf } from './book.ts';

export interface Balance {
  /** of this month's allowance */
  readonly free: number;
  readonly paid: number;
  /** set aside for jobs */
  readonly held: number;
}

/** So many of a kind of work, at a price. */
export interface Work {
  readonly unit: CreditUnit;
  readonly count: number;
  readonly price: number;
}

export interface Purse {
  /** what the ledger calls the person */
  readonly holder: string;
  readonly customer: string | null;
  balance(): Promise<Balance>;
  /** False where this cause was booked before. */
  earn(kind: 'bought' | 'period', reference: string, of: string, credits: number): Promise<boolean>;
  /** The allowance first. Throws `TooFewCredits`. False where this cause was booked before. */
  spend(reference: string, work: readonly Work[]): Promise<boolean>;
  /** Takes up to `credits` of what was bought back; gives how many were there. `sold`: the money went back for so many. */
  takeBack(reference: string, of: string, sold: number): Promise<number>;
  /** The money came back after all: `paid` to the person, `lost` had been spent. */
  restore(reference: string, of: string, paid: number, lost: number): Promise<void>;
  /** All that is left goes with the account. */
  close(): Promise<void>;
}

/** Nothing was done: this much is needed, that much is there. */
export class TooFewCredits extends Error {
  override readonly name = 'TooFewCredits';
  readonly needed: number;
  readonly available: number;
  constructor(needed: number, available: number) {
    super('insufficient-credits');
    this.needed = needed;
    this.available = available;
  }
}

export interface PurseOf {
  /** In a transaction of the caller's own, which holds the account or a job of it. */
  within(within: Within, userId: string): Promise<Purse>;
  /** In one of its own. Rejects with `OwnerGone`. */
  held<T>(userId: string, work: (purse: Purse, within: Within) => Promise<T>): Promise<T>;
}

/** `allowance`: credits given to each account each month. `now` in milliseconds since 1970. */
export function purses(database: Database, allowance: number, now: () => number): PurseOf {
  const within: PurseOf['within'] = async (at, userId) => {
    const row = await holderOf(database, at, userId);
    const { id: holder, customer } = row;
    const put = (
      kind: CreditKind,
      reference: string,
      { of = '', count = 0 }: { readonly of?: string; readonly count?: number },
      own: Parameters<typeof book>[1]['own'],
      house: Parameters<typeof book>[1]['house'],
    ) => book(at, { kind, reference, holder, of, count, at: now(), own, house });
    const balance = async (): Promise<Balance> => ({
      free: (await lastOf(at, holder, 'free')).balance,
      paid: (await lastOf(at, holder, 'paid')).balance,
      held: (await lastOf(at, holder, 'held')).balance,
    });
    const month = monthOf(now());
    // a clock that was set back brings no month twice
    if (row.month < month) {
      const { free } = await balance();
      await put('expired', `expired:${holder}:${row.month}`, { of: row.month }, { free: -free }, { expired: free });
      await put('allowance', `allowance:${holder}:${month}`, { of: month }, { free: allowance }, { given: -allowance });
      await at.updateTable('credit_holders').set({ month }).where('user_id', '=', userId).execute();
    }
    return {
      holder,
      customer,
      balance,
      earn: (kind, reference, of, credits) => put(kind, reference, { of }, { paid: credits }, { sold: -credits }),
      async spend(reference, work) {
        if (await isBooked(at, reference)) return false;
        const needed = costOf(work);
        const { free, paid } = await balance();
        if (needed > free + paid) throw new TooFewCredits(needed, free + paid);
        const { of, count } = summaryOf(work);
        const own = taken(needed, free);
        return put('spent', reference, { of, count }, { free: -own.free, paid: -own.paid }, spentOn(work));
      },
      async takeBack(reference, of, sold) {
        const { paid } = await balance();
        const there = Math.min(paid, sold);
        await put('returned', reference, { of }, { paid: -there }, { lost: there - sold, sold });
        return there;
      },
      async restore(reference, of, paid, lost) {
        await put('restored', reference, { of }, { paid }, { lost, sold: -paid - lost });
      },
      async close() {
        const { free, paid, held } = await balance();
        const own = { free: -free, paid: -paid, held: -held };
        await put('closed', `closed:${holder}`, {}, own, { expired: free + paid + held });
        await at.deleteFrom('credit_holds').where('holder', '=', holder).execute();
      },
    };
  };
  return {
    within,
    held: (userId, work) => heldAccount(database, userId, async (at) => work(await within(at, userId), at)),
  };
}

/** As in 2026-11. */
export const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

export const costOf = (work: readonly Work[]): number => work.reduce((sum, { count, price }) => sum + count * price, 0);

/** The allowance goes first: it does not last. */
export const taken = (credits: number, free: number): { readonly free: number; readonly paid: number } => {
  const first = Math.min(credits, free);
  return { free: first, paid: credits - first };
};

export const spentOn = (work: readonly Work[]): Parameters<typeof book>[1]['house'] =>
  Object.fromEntries(CREDIT_UNITS.map((unit) => [`spent:${unit}`, costOf(work.filter((one) => one.unit === unit))]));

/** What an entry says it was for: the kind of work that stands for the others, and how much of it. */
export function summaryOf(work: readonly Work[]): { readonly of: string; readonly count: number } {
  const priced = work.filter(({ count, price }) => count * price > 0);
  const most = priced.find(({ unit }) => unit === 'page') ?? priced[0];
  return { of: most?.unit ?? '', count: most?.count ?? 0 };
}

export async function isBooked(within: Pick<Within, 'selectFrom'>, reference: string): Promise<boolean> {
  const known = await within
    .selectFrom('credit_entries')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return known !== undefined;
}

/** The row of the person, made when it is first needed, and nobody else's until the transaction ends. */
async function holderOf({ kind }: Database, within: Within, userId: string) {
  await within
    .insertInto('credit_holders')
    .values({ user_id: userId, id: randomUUID(), customer: null, month: '', stored_month: '', stored_megabytes: 0 })
    .onConflict((on) => on.column('user_id').doNothing())
    .execute();
  const own = within.selectFrom('credit_holders').selectAll().where('user_id', '=', userId);
  // SQLite has one writer at a time as it is
  return (kind === 'postgres' ? own.forUpdate() : own).executeTakeFirstOrThrow();
}
