/** The way to Stripe's own pages: one where a pack or a subscription is paid, one where a subscription is looked after. Stripe is told opaque names alone. */
import { randomUUID } from 'node:crypto';
import type { Language } from '@readingscan/reader/languages';
import { heldAccount } from '../../accounts/held.ts';
import type { Offer } from '../plans.ts';
import { CUSTOMER, LINK, SESSION } from '../stripe/objects.ts';
import { StripeFault } from '../stripe/stripe.ts';
import { type PaymentDeps, siteMark } from './payments.ts';

export interface Checkout {
  /** The address of the page where it is paid. Rejects with `StripeFault`: then nothing was begun that could cost anything. */
  begin(userId: string, offer: Offer, language: Language, back: string): Promise<string>;
  /** Null where there is nothing to look after. */
  portal(userId: string, language: Language, back: string): Promise<string | null>;
}

export function openCheckout({ database, purses, plans, stripe, origin, now }: PaymentDeps): Checkout {
  const { db } = database;
  const site = siteMark(origin);

  /** What Stripe calls the person: asked for once, whoever else asks at the same time. */
  async function customerOf(userId: string): Promise<{ readonly customer: string; readonly holder: string }> {
    const { holder, customer: known } = await purses.held(userId, async (own) => own);
    if (known !== null) return { customer: known, holder };
    // no address and no name: what Stripe needs it asks for itself
    const { id } = await stripe.post('/v1/customers', CUSTOMER, { metadata: { site, holder } }, `customer:${holder}`);
    await db.updateTable('credit_holders').set({ customer: id }).where('user_id', '=', userId).execute();
    return { customer: id, holder };
  }

  return {
    async begin(userId, offer, language, back) {
      const { customer, holder } = await customerOf(userId);
      const id = randomUUID();
      const isPack = offer.every === null;
      await heldAccount(database, userId, (within) =>
        within
          .insertInto('purchases')
          .values({
            id,
            user_id: userId,
            kind: isPack ? 'pack' : 'subscription',
            plan: offer.id,
            credits: offer.credits,
            amount: offer.amount,
            currency: plans.currency,
            state: 'open',
            session: null,
            payment: null,
            returned: 0,
            lost: 0,
            version: 0,
            made_at: new Date(now()).toISOString(),
          })
          .execute(),
      );
      const metadata = { site, holder, plan: offer.id, purchase: id };
      const session = await stripe.post(
        '/v1/checkout/sessions',
        SESSION,
        {
          mode: isPack ? 'payment' : 'subscription',
          customer,
          client_reference_id: id,
          line_items: [{ price: offer.price, quantity: 1 }],
          metadata,
          ...(isPack ? { adaptive_pricing: { enabled: false } } : { subscription_data: { metadata } }),
          locale: language,
          success_url: `${origin}${back}?done=paid`,
          cancel_url: `${origin}${back}`,
        },
        `session:${id}`,
      );
      if (!session.url) throw new StripeFault('unreadable', 'no-url');
      await db.updateTable('purchases').set({ session: session.id }).where('id', '=', id).execute();
      return session.url;
    },
    async portal(userId, language, back) {
      const own = await db
        .selectFrom('credit_holders')
        .select('customer')
        .where('user_id', '=', userId)
        .executeTakeFirst();
      if (!own?.customer) return null;
      const { url } = await stripe.post('/v1/billing_portal/sessions', LINK, {
        customer: own.customer,
        locale: language,
        return_url: `${origin}${back}`,
      });
      return url;
    },
  };
}
