/** Credits set aside for a job: taken when it is taken in, spent as it is done, and given back for what is not. What it costs is what it cost when it was left. */
import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Within } from '../../accounts/held.ts';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { book, lastOf } from './book.ts';
import { costOf, isBooked, type Purse, spentOn, summaryOf, TooFewCredits, taken, type Work } from './purse.ts';

export interface JobPrices {
  readonly text: number;
  readonly page: number;
  readonly report: number;
}

/** A batch of so many reports, or a file of nobody knows how many pages. */
export type HeldJob =
  | { readonly kind: 'batch'; readonly id: string; readonly reports: number }
  | { readonly kind: 'file'; readonly id: string };

/** Of one chunk: reports that were answered with a document; of a file whether it was, and its pages that had to be recognised. */
export interface DoneWork {
  readonly reports: number;
  readonly pages: number;
}

export interface Holds {
  /** "short": it cost more than was set aside, and the rest is not there. Where nothing was set aside nothing is asked. */
  settle(
    within: Within,
    jobId: string,
    kind: HeldJob['kind'],
    chunk: number,
    done: DoneWork,
  ): Promise<'well' | 'short'>;
  /** What is left of it. */
  release(within: Within, jobId: string): Promise<void>;
  /** Gives back what was set aside for jobs that are no more, or are over. How many. */
  sweep(): Promise<number>;
}

type Hold = Selectable<Tables['credit_holds']>;

/** A file may have so many. */
const MOST_PAGES = 30;

/** Within the transaction that takes the job in. Throws `TooFewCredits`: of a file as much is set aside as it may cost, or all there is. */
export async function setAside(within: Within, purse: Purse, job: HeldJob, prices: JobPrices, at: number) {
  const least = job.kind === 'batch' ? job.reports * prices.report : prices.text;
  const most = job.kind === 'batch' ? least : prices.text + MOST_PAGES * prices.page;
  const { free, paid } = await purse.balance();
  if (least > free + paid) throw new TooFewCredits(least, free + paid);
  const credits = Math.min(most, free + paid);
  if (credits === 0) return;
  const own = taken(credits, free);
  const { month } = await within
    .selectFrom('credit_holders')
    .select('month')
    .where('id', '=', purse.holder)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  await book(within, {
    reference: `held:${id}`,
    holder: purse.holder,
    kind: 'held',
    of: job.kind === 'batch' ? 'report' : 'page',
    count: job.kind === 'batch' ? job.reports : 0,
    at,
    own: { free: -own.free, paid: -own.paid, held: credits },
    house: {},
  });
  await within
    .insertInto('credit_holds')
    .values({
      id,
      holder: purse.holder,
      job_id: job.id,
      month,
      ...own,
      text_price: prices.text,
      page_price: prices.page,
      report_price: prices.report,
    })
    .execute();
}

/** Jobs are locked before the person is, here as everywhere. */
export function openHolds({ db, kind: database }: Database, now: () => number): Holds {
  async function holdOf(
    within: Within,
    jobId: string,
  ): Promise<{ readonly hold: Hold; readonly month: string } | null> {
    const found = await within
      .selectFrom('credit_holds')
      .select('holder')
      .where('job_id', '=', jobId)
      .executeTakeFirst();
    if (!found) return null;
    const person = within.selectFrom('credit_holders').select('month').where('id', '=', found.holder);
    const locked = await (database === 'postgres' ? person.forUpdate() : person).executeTakeFirst();
    const hold = await within.selectFrom('credit_holds').selectAll().where('job_id', '=', jobId).executeTakeFirst();
    return hold ? { hold, month: locked?.month ?? '' } : null;
  }

  /** What a job cost beyond what was set aside. False where it is not there. */
  async function setMoreAside(within: Within, { id, holder }: Hold, credits: number, reference: string) {
    const [free, paid] = [await lastOf(within, holder, 'free'), await lastOf(within, holder, 'paid')];
    if (credits > free.balance + paid.balance) return null;
    const own = taken(credits, free.balance);
    await book(within, {
      reference: `held:${id}:${reference}`,
      holder,
      kind: 'held',
      of: 'page',
      count: 0,
      at: now(),
      own: { free: -own.free, paid: -own.paid, held: credits },
      house: {},
    });
    return own;
  }

  async function release(within: Within, jobId: string): Promise<void> {
    const found = await holdOf(within, jobId);
    if (!found) return;
    const { hold, month } = found;
    // an allowance does not outlast its month by being set aside
    const isOver = hold.month !== month;
    await book(within, {
      reference: `released:${hold.id}`,
      holder: hold.holder,
      kind: 'released',
      of: '',
      count: 0,
      at: now(),
      own: { held: -hold.free - hold.paid, free: isOver ? 0 : hold.free, paid: hold.paid },
      house: { expired: isOver ? hold.free : 0 },
    });
    await within.deleteFrom('credit_holds').where('id', '=', hold.id).execute();
  }

  return {
    async settle(within, jobId, kind, chunk, done) {
      const found = await holdOf(within, jobId);
      if (!found || (await isBooked(within, `settled:${found.hold.id}:${chunk}`))) return 'well';
      const { hold } = found;
      const work: readonly Work[] =
        kind === 'batch'
          ? [{ unit: 'report', count: done.reports, price: hold.report_price }]
          : [
              { unit: 'text', count: done.reports, price: hold.text_price },
              { unit: 'page', count: done.reports === 0 ? 0 : done.pages, price: hold.page_price },
            ];
      const cost = costOf(work);
      if (cost === 0) return 'well';
      const beyond = Math.max(0, cost - hold.free - hold.paid);
      const more = beyond === 0 ? { free: 0, paid: 0 } : await setMoreAside(within, hold, beyond, String(chunk));
      if (!more) return 'short';
      await book(within, {
        reference: `settled:${hold.id}:${chunk}`,
        holder: hold.holder,
        kind: 'settled',
        ...summaryOf(work),
        at: now(),
        own: { held: -cost },
        house: spentOn(work),
      });
      const has = { free: hold.free + more.free, paid: hold.paid + more.paid };
      const gone = taken(cost, has.free);
      await within
        .updateTable('credit_holds')
        .set({ free: has.free - gone.free, paid: has.paid - gone.paid })
        .where('id', '=', hold.id)
        .execute();
      return 'well';
    },
    release,
    async sweep() {
      const over = await db
        .selectFrom('credit_holds')
        .select('job_id')
        .where((is) =>
          is.not(
            is.exists(
              is
                .selectFrom('jobs')
                .select('jobs.id')
                .whereRef('jobs.id', '=', 'credit_holds.job_id')
                .where('jobs.state', 'in', ['queued', 'running', 'receiving']),
            ),
          ),
        )
        .execute();
      for (const { job_id } of over) await db.transaction().execute((within) => release(within, job_id));
      return over.length;
    },
  };
}
