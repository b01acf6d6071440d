/** Megabytes of saved reports beyond what is free: paid for the month that runs, up to the most that lay there in it, once. */
import { OwnerGone, type Within } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import { codeOf } from '../failure-code.ts';
import { MEGABYTE } from '../saved/room.ts';
import { monthOf, type PurseOf, TooFewCredits } from './ledger/purse.ts';
import type { Plans } from './plans.ts';

export interface Storage {
  /** Within the transaction that saves. Throws `TooFewCredits`: then nothing is saved. */
  pay(within: Within, userId: string, bytes: number): Promise<void>;
  /** A month has begun: what lies there is paid for, where it can be. What cannot be paid stays, and nothing more can be saved. */
  sweep(): Promise<void>;
}

export function storageBy(
  { db }: Database,
  purses: PurseOf,
  { costs, freeMegabytes }: Pick<Plans, 'costs' | 'freeMegabytes'>,
  now: () => number,
  log: (line: string) => void,
): Storage {
  const price = costs.storage;
  const beyond = (bytes: number): number => Math.max(0, Math.ceil(bytes / MEGABYTE) - freeMegabytes);

  async function pay(within: Within, userId: string, bytes: number): Promise<void> {
    const megabytes = beyond(bytes);
    if (price === 0 || megabytes === 0) return;
    const month = monthOf(now());
    const own = await purses.within(within, userId);
    const { stored_month, stored_megabytes } = await within
      .selectFrom('credit_holders')
      .select(['stored_month', 'stored_megabytes'])
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    const before = stored_month === month ? stored_megabytes : 0;
    if (megabytes <= before) return;
    const work = [{ unit: 'storage', count: megabytes - before, price }] as const;
    await own.spend(`storage:${own.holder}:${month}:${megabytes}`, work);
    await within
      .updateTable('credit_holders')
      .set({ stored_month: month, stored_megabytes: megabytes })
      .where('user_id', '=', userId)
      .execute();
  }

  return {
    pay,
    async sweep() {
      if (price === 0) return;
      const owners = await db
        .selectFrom('saved_reports')
        .select(({ fn }) => ['user_id', fn.sum('bytes').as('bytes')])
        .groupBy('user_id')
        .having(({ fn }) => fn.sum('bytes'), '>', freeMegabytes * MEGABYTE)
        .execute();
      for (const { user_id: userId, bytes } of owners)
        try {
          await purses.held(userId, (_, within) => pay(within, userId, Number(bytes)));
        } catch (error) {
          if (!(error instanceof TooFewCredits) && !(error instanceof OwnerGone))
            log(`credits: storage could not be paid for: ${codeOf(error)}`);
        }
    },
  };
}
