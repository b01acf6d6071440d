/** What is read of Stripe's objects, and nothing else of them: names, amounts, states and times. */
import { z } from 'zod';

const id = z.string().min(1).max(255);
/** An object, or its name alone. */
const reference = z
  .union([id, z.object({ id })])
  .nullish()
  .transform((one) => (typeof one === 'string' ? one : (one?.id ?? null)));
const metadata = z
  .record(z.string(), z.string())
  .nullish()
  .transform((one) => one ?? {});
const listOf = <T extends z.ZodType>(one: T) => z.object({ data: z.array(one), has_more: z.boolean().default(false) });

export const CUSTOMER = z.object({ id });
export const LINK = z.object({ id, url: z.url() });
export const REFUND = z.object({ id });

export const SESSION = z.object({
  id,
  url: z.url().nullish(),
  mode: z.enum(['payment', 'subscription', 'setup']),
  status: z.enum(['open', 'complete', 'expired']).nullable(),
  payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
  amount_subtotal: z.int().nullable(),
  currency: z.string().nullable(),
  customer: reference,
  payment_intent: reference,
  subscription: reference,
  invoice: reference,
  client_reference_id: z.string().nullable(),
  metadata,
});
export type Session = z.infer<typeof SESSION>;
export const SESSIONS = listOf(z.object({ id }));

export const SUBSCRIPTION = z.object({
  id,
  status: z.string(),
  customer: reference,
  cancel_at_period_end: z.boolean(),
  /** seconds since 1970 */
  current_period_end: z.int(),
  metadata,
  items: listOf(z.object({ price: z.object({ id }), quantity: z.int().default(1) })),
});
export type Subscription = z.infer<typeof SUBSCRIPTION>;
export const SUBSCRIPTIONS = listOf(z.object({ id }));

export const INVOICE = z.object({
  id,
  status: z.string().nullable(),
  amount_paid: z.int(),
  currency: z.string(),
  customer: reference,
  subscription: reference,
  payment_intent: reference,
  lines: listOf(
    z.object({
      type: z.string(),
      proration: z.boolean(),
      quantity: z.int().nullable(),
      price: z.object({ id }).nullable(),
    }),
  ),
});
export type Invoice = z.infer<typeof INVOICE>;

export const CHARGES = listOf(z.object({ id, status: z.string(), amount: z.int(), amount_refunded: z.int() }));
export const DISPUTES = listOf(z.object({ id, status: z.string(), amount: z.int() }));

export const PRICE = z.object({
  id,
  active: z.boolean(),
  currency: z.string(),
  unit_amount: z.int().nullable(),
  recurring: z.object({ interval: z.string(), interval_count: z.int() }).nullable(),
});

export const EVENT = z.object({
  id,
  type: z.string().max(255),
  /** seconds since 1970 */
  created: z.int(),
  data: z.object({ object: z.object({ id: id.optional(), payment_intent: reference }) }),
});
export type Event = z.infer<typeof EVENT>;
export const EVENTS = listOf(EVENT);
