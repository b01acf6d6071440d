/** What is to be asked of Stripe even if it does not answer now: noted in the transaction that it belongs to, tried until it is done. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Within } from '../../accounts/held.ts';
import type { Database } from '../../database/database.ts';
import { REFUND, SESSIONS, SUBSCRIPTIONS } from '../stripe/objects.ts';
import { type Stripe, StripeFault } from '../stripe/stripe.ts';

/** "leave": a customer whose account is gone: nothing of theirs goes on. "refund": paid for an account that is gone. */
export type TaskKind = 'leave' | 'refund';

export interface Tasks {
  add(within: Pick<Within, 'insertInto'>, kind: TaskKind, object: string): Promise<void>;
  /** Those whose time has come. How many are left. */
  run(): Promise<number>;
}

const MINUTE = 60_000;
const MOST_WAIT = 6 * 60 * MINUTE;
const AT_ONCE = 20;
const ANYTHING = z.unknown();
/** Stripe has nothing to do any more. */
const DONE = ['resource_missing', 'charge_already_refunded', 'payment_intent_unexpected_state'];

export function openTasks({ db }: Database, stripe: Stripe, now: () => number, log: (line: string) => void): Tasks {
  /** Subscriptions end, and a page that is open somewhere takes no more money. */
  async function leave(customer: string): Promise<void> {
    const { data } = await stripe.get('/v1/subscriptions', SUBSCRIPTIONS, { customer, limit: 100 });
    for (const { id } of data) await orDone(stripe.remove(`/v1/subscriptions/${id}`, ANYTHING));
    const open = await stripe.get('/v1/checkout/sessions', SESSIONS, { customer, status: 'open', limit: 100 });
    for (const { id } of open.data)
      await orDone(stripe.post(`/v1/checkout/sessions/${id}/expire`, ANYTHING, {}, `expire:${id}`));
  }
  const doing: Readonly<Record<TaskKind, (object: string) => Promise<unknown>>> = {
    leave,
    refund: (payment) => orDone(stripe.post('/v1/refunds', REFUND, { payment_intent: payment }, `refund:${payment}`)),
  };

  return {
    async add(within, kind, object) {
      await within
        .insertInto('payment_tasks')
        .values({ id: randomUUID(), kind, object, tries: 0, due_at: new Date(now()).toISOString() })
        .execute();
    },
    async run() {
      const due = await db
        .selectFrom('payment_tasks')
        .selectAll()
        .where('due_at', '<=', new Date(now()).toISOString())
        .orderBy('due_at')
        .limit(AT_ONCE)
        .execute();
      for (const { id, kind, object, tries } of due) {
        try {
          // written by `add`: one boundary
          await doing[kind as TaskKind](object);
          await db.deleteFrom('payment_tasks').where('id', '=', id).execute();
        } catch (error) {
          log(`payments: ${kind} could not be done yet: ${error instanceof StripeFault ? error.message : 'database'}`);
          const wait = Math.min(MOST_WAIT, MINUTE * 2 ** Math.min(tries, 12));
          await db
            .updateTable('payment_tasks')
            .set({ tries: tries + 1, due_at: new Date(now() + wait).toISOString() })
            .where('id', '=', id)
            .execute();
        }
      }
      const { count } = await db
        .selectFrom('payment_tasks')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

async function orDone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StripeFault) || !DONE.includes(error.code)) throw error;
  }
}
