/** What all of payments share: the plans, Stripe, the purses, and the name of the site that Stripe's objects bear. */
import type { Within } from '../../accounts/held.ts';
import type { Database } from '../../database/database.ts';
import type { PurseOf } from '../ledger/purse.ts';
import type { Plans } from '../plans.ts';
import type { Stripe } from '../stripe/stripe.ts';
import type { Tasks } from './tasks.ts';

export interface PaymentDeps {
  readonly database: Database;
  readonly purses: PurseOf;
  readonly plans: Plans;
  readonly stripe: Stripe;
  readonly tasks: Tasks;
  /** "https://reports.example" */
  readonly origin: string;
  readonly log: (line: string) => void;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** in the account's trail */
  readonly note: (
    within: Within,
    userId: string,
    what: 'credits-bought' | 'credits-returned',
    count: number,
  ) => Promise<void>;
}

/** Two sites may share one account at Stripe: each goes by what is its own. */
export const siteMark = (origin: string): string => new URL(origin).host;

/** Whoever Stripe calls by this name, or the ledger; null where the account is gone. */
export async function ownerOf(
  { database: { db } }: Pick<PaymentDeps, 'database'>,
  by: { readonly customer: string | null; readonly holder: string | null },
): Promise<string | null> {
  for (const [column, value] of [
    ['customer', by.customer],
    ['id', by.holder],
  ] as const) {
    if (value === null) continue;
    const found = await db.selectFrom('credit_holders').select('user_id').where(column, '=', value).executeTakeFirst();
    if (found) return found.user_id;
  }
  return null;
}
