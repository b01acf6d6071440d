/** What Stripe tells: taken once each, done again until it is done; and what it may have told while nobody listened is asked for. */
import type { Database } from '../../database/database.ts';
import { EVENTS, type Event } from '../stripe/objects.ts';
import type { Stripe } from '../stripe/stripe.ts';
import type { Changes } from './changes.ts';

export interface Events {
  /** Rejects where it could not be done: told again, it is done then. False where it was done before. */
  take(event: Event): Promise<boolean>;
  /** What was told since so many milliseconds ago, the oldest first. How many were new. */
  catchUp(ago: number): Promise<number>;
  /** Drops what was done long ago, and what nobody has paid. */
  tidy(): Promise<void>;
}

const OF_SESSIONS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
];
const OF_SUBSCRIPTIONS = [
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
];
const OF_MONEY = [
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
];
/** To be chosen for the webhook endpoint. */
export const EVENT_TYPES: readonly string[] = [...OF_SESSIONS, 'invoice.paid', ...OF_SUBSCRIPTIONS, ...OF_MONEY];

const DAY = 24 * 60 * 60_000;
/** Stripe tells an event for three days, and keeps it for thirty. */
const KEPT = 60 * DAY;
const PAGE = 100;
const MOST_PAGES = 50;

export function openEvents({ db }: Database, stripe: Stripe, changes: Changes, now: () => number): Events {
  const at = (ago = 0): string => new Date(now() - ago).toISOString();
  const isDone = async (id: string): Promise<boolean> => {
    const row = await db.selectFrom('payment_events').select('done_at').where('id', '=', id).executeTakeFirst();
    return row !== undefined && row.done_at !== null;
  };

  /** Of the event only names are taken: what is true is asked. */
  async function act({ type, data: { object } }: Event): Promise<unknown> {
    const { id, payment_intent: payment } = object;
    if (OF_MONEY.includes(type)) return payment === null ? null : changes.money(payment);
    if (id === undefined) return null;
    if (OF_SESSIONS.includes(type)) return changes.session(id);
    if (OF_SUBSCRIPTIONS.includes(type)) return changes.subscription(id);
    return type === 'invoice.paid' ? changes.invoice(id) : null;
  }

  const take: Events['take'] = async (event) => {
    await db
      .insertInto('payment_events')
      .values({ id: event.id, kind: event.type, came_at: at(), done_at: null })
      .onConflict((on) => on.column('id').doNothing())
      .execute();
    if (await isDone(event.id)) return false;
    await act(event);
    await db.updateTable('payment_events').set({ done_at: at() }).where('id', '=', event.id).execute();
    return true;
  };

  return {
    take,
    async catchUp(ago) {
      const told: Event[] = [];
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const last = told.at(-1);
        const { data, has_more: hasMore } = await stripe.get('/v1/events', EVENTS, {
          types: EVENT_TYPES,
          created: { gte: Math.floor((now() - ago) / 1000) },
          limit: PAGE,
          ...(last ? { starting_after: last.id } : {}),
        });
        told.push(...data);
        if (!hasMore || data.length === 0) break;
      }
      let taken = 0;
      for (const event of told.reverse()) if (await take(event)) taken += 1;
      return taken;
    },
    async tidy() {
      await db.deleteFrom('payment_events').where('came_at', '<=', at(KEPT)).execute();
      await db
        .deleteFrom('purchases')
        .where('state', 'in', ['open', 'expired'])
        .where('made_at', '<=', at(KEPT))
        .execute();
    },
  };
}
