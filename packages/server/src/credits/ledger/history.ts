/** What happened to the credits of one person, for that person to read; and the sums of the whole ledger, for who runs the site. */
import type { CreditEvent, CreditHistory } from '@readingscan/web';
import type { Kysely } from 'kysely';
import { type Tables, timeOf } from '../../database/tables.ts';
import { lastNumber, lastOf } from './book.ts';

export interface LedgerSums {
  /** of each account of the house */
  readonly house: Readonly<Record<string, number>>;
  /** of all people together */
  readonly own: Readonly<Record<'free' | 'paid' | 'held', number>>;
  /** of all lines: 0 */
  readonly all: number;
}

/** The newest first, so many behind the first `after`. */
export async function readHistory(
  db: Kysely<Tables>,
  holder: string,
  after: number,
  most: number,
): Promise<CreditHistory> {
  const length = await lastNumber(db, holder);
  const entries = await db
    .selectFrom('credit_entries')
    .selectAll()
    .where('holder', '=', holder)
    .orderBy('number', 'desc')
    .offset(after)
    .limit(most)
    .execute();
  const lines = await (entries.length === 0
    ? []
    : db
        .selectFrom('credit_lines')
        .select(['entry_id', 'holder', 'account', 'amount'])
        .where(
          'entry_id',
          'in',
          entries.map(({ id }) => id),
        )
        .execute());
  const events = entries.map((entry): CreditEvent => {
    const moved = lines.filter(({ entry_id }) => entry_id === entry.id);
    const sumOf = (...accounts: readonly string[]): number =>
      moved
        .filter((line) => line.holder !== '' && accounts.includes(line.account))
        .reduce((sum, one) => sum + one.amount, 0);
    const lost = moved.find((line) => line.holder === '' && line.account === 'lost')?.amount ?? 0;
    return {
      reference: entry.reference,
      kind: entry.kind,
      of: entry.of_what,
      count: entry.count,
      at: timeOf(entry.at),
      credits: sumOf('free', 'paid'),
      held: sumOf('held'),
      lost: Math.abs(lost),
    };
  });
  return { events, length, after };
}

export async function balanceOf(db: Kysely<Tables>, holder: string) {
  const [free, paid, held] = await Promise.all(
    ['free', 'paid', 'held'].map(async (account) => (await lastOf(db, holder, account)).balance),
  );
  return { free: free ?? 0, paid: paid ?? 0, held: held ?? 0 };
}

export async function ledgerSums(db: Kysely<Tables>): Promise<LedgerSums> {
  const rows = await db
    .selectFrom('credit_lines')
    .select(({ fn }) => ['account', fn.sum('amount').as('sum')])
    .groupBy('account')
    .execute();
  const sums = Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]));
  const { free = 0, paid = 0, held = 0, ...house } = sums;
  return { house, own: { free, paid, held }, all: Object.values(sums).reduce((sum, one) => sum + one, 0) };
}
