/** Credits of jobs, as jobs know them. Where nothing costs anything, or nothing was set aside, nothing is asked. */
import type { Within } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import { type HeldJob, type Holds, type JobPrices, openHolds, setAside } from './ledger/holds.ts';
import type { PurseOf } from './ledger/purse.ts';

export interface JobCredits extends Holds {
  /** Within the transaction that takes a job in, or lets it go on. Throws `TooFewCredits`. */
  hold(within: Within, userId: string, job: HeldJob): Promise<void>;
}

/** `prices`: null where a job costs nothing. What was set aside before is spent and given back all the same. */
export function jobCredits(
  database: Database,
  now: () => number,
  paying: { readonly purses: PurseOf; readonly prices: JobPrices } | null,
): JobCredits {
  return {
    ...openHolds(database, now),
    async hold(within, userId, job) {
      if (!paying) return;
      await setAside(within, await paying.purses.within(within, userId), job, paying.prices, now());
    },
  };
}
