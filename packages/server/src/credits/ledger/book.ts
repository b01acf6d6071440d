/** Writes an entry into the ledger: two lines or more that sum to zero, once for each cause. The database holds all of it to that again. */
import { randomUUID } from 'node:crypto';
import type { CreditKind, CreditUnit } from '@readingscan/web';
import type { Within } from '../../accounts/held.ts';

/** What a person has: the allowance of a month, what was bought, and what is set aside for jobs. */
export type OwnAccount = 'free' | 'paid' | 'held';

/** Where credits come from and go to. "lost": they were spent before their money went back. */
export type HouseAccount = 'given' | 'sold' | 'expired' | 'lost' | `spent:${CreditUnit}`;

export interface Entry {
  /** of its cause */
  readonly reference: string;
  readonly holder: string;
  readonly kind: CreditKind;
  readonly of: string;
  readonly count: number;
  /** milliseconds since 1970 */
  readonly at: number;
  /** what each account gets, or gives where it is below zero */
  readonly own: Readonly<Partial<Record<OwnAccount, number>>>;
  readonly house: Readonly<Partial<Record<HouseAccount, number>>>;
}

/** The account of a person has not that much. */
export class BelowZero extends Error {
  override readonly name = 'BelowZero';
}

/** Within a transaction that holds the person. False where this cause was booked before: nothing is written then. */
export async function book(within: Within, { own, house, reference, ...entry }: Entry): Promise<boolean> {
  const known = await within
    .selectFrom('credit_entries')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (known) return false;
  const id = randomUUID();
  const lines = [];
  for (const [account, amount] of moved(own)) {
    const last = await lastOf(within, entry.holder, account);
    if (last.balance + amount < 0) throw new BelowZero();
    const place = last.place + 1;
    lines.push({ holder: entry.holder, account, place, amount, balance: last.balance + amount });
  }
  for (const [account, amount] of moved(house)) lines.push({ holder: '', account, place: 0, amount, balance: 0 });
  if (lines.length === 0) return false;
  await within
    .insertInto('credit_lines')
    .values(lines.map((line, index) => ({ entry_id: id, number: index + 1, ...line })))
    .execute();
  const { holder, kind, of, count, at } = entry;
  const number = (await lastNumber(within, holder)) + 1;
  await within
    .insertInto('credit_entries')
    .values({ id, reference, holder, number, kind, of_what: of, count, at: new Date(at).toISOString() })
    .execute();
  return true;
}

/** How many entries a person has: they are numbered from 1. */
export async function lastNumber(within: Pick<Within, 'selectFrom'>, holder: string): Promise<number> {
  const last = await within
    .selectFrom('credit_entries')
    .select('number')
    .where('holder', '=', holder)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.number ?? 0;
}

/** The place and balance of the newest line of an account. */
export async function lastOf(
  within: Pick<Within, 'selectFrom'>,
  holder: string,
  account: string,
): Promise<{ readonly place: number; readonly balance: number }> {
  const last = await within
    .selectFrom('credit_lines')
    .select(['place', 'balance'])
    .where('holder', '=', holder)
    .where('account', '=', account)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { place: 0, balance: 0 };
}

const moved = (accounts: Readonly<Partial<Record<string, number>>>): readonly (readonly [string, number])[] =>
  Object.entries(accounts).flatMap(([account, amount = 0]) => (amount === 0 ? [] : [[account, amount] as const]));
