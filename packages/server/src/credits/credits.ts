/** Credits, as the routes know them: what somebody has, buys and spends; opened only where the operator asks for payments. */
import type { CreditHistory, CreditsView } from '@readingscan/web';
import { heldAccount } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import { timeOf } from '../database/tables.ts';
import { codeOf } from '../failure-code.ts';
import { atOnce } from '../saved/at-once.ts';
import { append, PROGRAM } from '../saved/trail.ts';
import { unheld } from '../unheld.ts';
import { type Charging, chargingBy } from './charging.ts';
import { type JobCredits, jobCredits } from './job-credits.ts';
import { readHistory } from './ledger/history.ts';
import { purses as openPurses, type PurseOf } from './ledger/purse.ts';
import { openChanges } from './payments/changes.ts';
import { type Checkout, openCheckout } from './payments/checkout.ts';
import { type Events, openEvents } from './payments/events.ts';
import { openTasks } from './payments/tasks.ts';
import type { Plans } from './plans.ts';
import type { PaymentSettings } from './settings.ts';
import { type Storage, storageBy } from './storage.ts';
import { openStripe, StripeFault, type StripeParts } from './stripe/stripe.ts';

export interface Credits {
  readonly plans: Plans;
  readonly webhookSecrets: readonly string[];
  readonly charging: Charging;
  readonly jobs: JobCredits;
  readonly storage: Storage;
  readonly checkout: Checkout;
  readonly events: Events;
  /** So many events behind the first `after`. */
  view(userId: string, after?: number): Promise<CreditsView>;
  /** All of it. */
  history(userId: string): Promise<CreditHistory>;
  /** Asks Stripe for what the person has just paid, should its own word not have come yet. */
  lookAgain(userId: string): Promise<'done' | 'waiting'>;
  /** The account and all that leads from it to the ledger: subscriptions end. */
  leave(userId: string): Promise<void>;
  /** Gives back what was set aside for nothing, and does what could not be done before. */
  sweep(): Promise<void>;
  now(): number;
  close(): void;
}

export interface CreditParts {
  /** of the operator: keys are made from it */
  readonly secret: Uint8Array;
  readonly log: (line: string) => void;
  readonly now?: () => number;
  readonly every?: (milliseconds: number, call: () => void) => () => void;
  /** how long Stripe is waited for; default: as long as is usual */
  readonly waits?: StripeParts;
}

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
const EVERY = 15 * SECOND;
/** Stripe keeps what it told for thirty days. */
const [FIRST_LOOK, NEXT_LOOK] = [30 * 24 * HOUR, 3 * 24 * HOUR];
/** What somebody who comes back from paying waits for. */
const PATIENCE = 6 * SECOND;
export const SHOWN_EVENTS = 50;
const MOST_EVENTS = 100_000;

export function openCredits(
  database: Database,
  { plans, stripe: at, origin }: PaymentSettings,
  parts: CreditParts,
): Credits {
  const { log, now = Date.now, every = unheld, secret } = parts;
  const { db } = database;
  const stripe = openStripe(at, parts.waits);
  const purses: PurseOf = openPurses(database, plans.everyMonth, now);
  const tasks = openTasks(database, stripe, now, log);
  const note: Parameters<typeof openChanges>[0]['note'] = (within, userId, what, count) =>
    append(within, userId, { at: now(), who: PROGRAM, what, count });
  const deps = { database, purses, plans, stripe, tasks, origin, log, now, note };
  const changes = openChanges(deps);
  const events = openEvents(database, stripe, changes, now);
  const jobs = jobCredits(database, now, { purses, prices: plans.costs });
  const storage = storageBy(database, purses, plans, now, log);
  // who presses again and again asks Stripe once
  const looks = atOnce(1);

  async function orTold(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log(`credits: ${what}: ${error instanceof StripeFault ? error.message : codeOf(error)}`);
    }
  }
  async function sweep(): Promise<void> {
    await orTold('what was set aside could not be given back', jobs.sweep);
    await orTold('what is to be asked of Stripe could not be', tasks.run);
  }
  async function hourly(ago: number): Promise<void> {
    await orTold('what Stripe has told could not be asked for', () => events.catchUp(ago));
    await orTold('old events could not be dropped', events.tidy);
    await orTold('storage could not be looked at', storage.sweep);
  }
  const stops = [every(EVERY, () => void sweep()), every(HOUR, () => void hourly(NEXT_LOOK))];
  void sweep().then(() => hourly(FIRST_LOOK));

  async function view(userId: string, after = 0): Promise<CreditsView> {
    const { holder, balance } = await purses.held(userId, async (own) => ({
      holder: own.holder,
      balance: await own.balance(),
    }));
    const subscriptions = await db
      .selectFrom('credit_subscriptions')
      .selectAll()
      .where('user_id', '=', userId)
      .where('state', 'not in', ['canceled', 'incomplete_expired'])
      .execute();
    return {
      ...balance,
      allowance: plans.everyMonth,
      prices: plans.costs,
      freeMegabytes: plans.freeMegabytes,
      currency: plans.currency,
      offers: plans.offers.map(({ price: _, ...offer }) => offer),
      subscriptions: subscriptions.map(({ credits, state, is_ending, until }) => ({
        credits,
        state,
        isEnding: is_ending === 1,
        until: timeOf(until),
      })),
      isWaiting: false,
      history: await readHistory(db, holder, after, SHOWN_EVENTS),
    };
  }

  return {
    plans,
    webhookSecrets: at.webhookSecrets,
    charging: chargingBy(database, purses, plans, secret),
    jobs,
    storage,
    checkout: openCheckout(deps),
    events,
    view,
    async history(userId) {
      const holder = await purses.held(userId, async (own) => own.holder);
      return readHistory(db, holder, 0, MOST_EVENTS);
    },
    async lookAgain(userId) {
      const way = looks.enter(userId);
      if (!way) return 'waiting';
      try {
        const open = await db
          .selectFrom('purchases')
          .select('session')
          .where('user_id', '=', userId)
          .where('state', '=', 'open')
          .where('session', 'is not', null)
          .orderBy('made_at', 'desc')
          .limit(3)
          .execute();
        const asked = Promise.all(open.map(({ session }) => changes.session(session ?? '')));
        const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), PATIENCE).unref());
        const told = await Promise.race([asked, late]);
        return told === 'late' || told.includes('waiting') ? 'waiting' : 'done';
      } catch (error) {
        const why = error instanceof StripeFault ? error.message : codeOf(error);
        log(`credits: what was paid could not be asked for: ${why}`);
        return 'waiting';
      } finally {
        way();
      }
    },
    async leave(userId) {
      await heldAccount(database, userId, async (within) => {
        // jobs before the person, as everywhere: a worker may be at one of them
        await within.deleteFrom('jobs').where('user_id', '=', userId).execute();
        const own = await purses.within(within, userId);
        if (own.customer !== null) await tasks.add(within, 'leave', own.customer);
        await own.close();
        await within.deleteFrom('users').where('id', '=', userId).execute();
      });
      // the answer does not wait for Stripe
      void orTold('what is to be asked of Stripe could not be', tasks.run);
    },
    sweep,
    now,
    close() {
      for (const stop of stops) stop();
    },
  };
}
