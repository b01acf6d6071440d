/** Something changed at Stripe: what is true now is asked of it, and booked once. In whatever order changes are told, and however often, the same comes out. */
import type { Selectable } from 'kysely';
import { OwnerGone } from '../../accounts/held.ts';
import type { Tables } from '../../database/tables.ts';
import { isBooked } from '../ledger/purse.ts';
import { INVOICE, type Invoice, SESSION, type Session, SUBSCRIPTION, type Subscription } from '../stripe/objects.ts';
import { moneyChange } from './money-change.ts';
import { ownerOf, type PaymentDeps, siteMark } from './payments.ts';
import { subscriptionChange } from './subscription-change.ts';

/** Each rejects with `StripeFault` where Stripe does not answer: told again, it is done then. */
export interface Changes {
  /** "waiting": the person has paid, and the money is on its way. */
  session(id: string): Promise<'done' | 'waiting'>;
  invoice(id: string): Promise<void>;
  subscription(id: string): Promise<void>;
  /** Money of a payment went back, or came back. */
  money(payment: string): Promise<void>;
}

type Purchase = Selectable<Tables['purchases']>;

export function openChanges(deps: PaymentDeps): Changes {
  const { database, purses, plans, stripe, tasks, origin, log, now, note } = deps;
  const { db } = database;
  const site = siteMark(origin);

  const purchaseOf = (id: string | null): Promise<Purchase | undefined> =>
    db
      .selectFrom('purchases')
      .selectAll()
      .where('id', '=', id ?? '')
      .executeTakeFirst();

  /** One that this site began. A database that was put back may not know it any longer: Stripe's names say whose it is. */
  async function known(session: Session): Promise<Purchase | 'gone'> {
    const { client_reference_id: id, metadata, customer, mode } = session;
    const found = await purchaseOf(id);
    if (found) return found;
    const userId = await ownerOf(deps, { customer, holder: metadata.holder ?? null });
    const offer = plans.offers.find((one) => one.id === metadata.plan);
    if (userId === null || !offer || id === null) return 'gone';
    const { amount, credits, id: plan } = offer;
    const kind = mode === 'payment' ? 'pack' : 'subscription';
    const row = { id, user_id: userId, kind, plan, credits, amount, currency: plans.currency, state: 'open' };
    const rest = { session: session.id, payment: null, returned: 0, lost: 0, version: 0 };
    await db
      .insertInto('purchases')
      .values({ ...row, ...rest, made_at: new Date(now()).toISOString() })
      .onConflict((on) => on.doNothing())
      .execute();
    return (await purchaseOf(id)) ?? 'gone';
  }

  /** Nobody has it: it goes back to who has paid, unless it was booked while there was somebody. */
  async function sendBack(payment: string | null, reference: string): Promise<void> {
    if (payment === null || (await isBooked(db, reference))) return;
    const again = await db
      .selectFrom('payment_tasks')
      .select('id')
      .where('kind', '=', 'refund')
      .where('object', '=', payment)
      .executeTakeFirst();
    if (!again) await tasks.add(db, 'refund', payment);
    await tasks.run();
  }

  async function paidFor(session: Session, purchase: Purchase): Promise<void> {
    const { id, user_id: userId, plan, credits } = purchase;
    const { payment_intent: payment } = session;
    if (session.currency !== purchase.currency || session.amount_subtotal !== purchase.amount) {
      await stateOf(id, 'questioned');
      log(`payments: ${session.id} was paid in another amount or currency than its offer says: nothing was booked`);
      return;
    }
    try {
      await purses.held(userId, async (own, within) => {
        await within
          .updateTable('purchases')
          .set({ state: 'paid', session: session.id, payment })
          .where('id', '=', id)
          .execute();
        if (await own.earn('bought', `purchase:${id}`, plan, credits))
          await note(within, userId, 'credits-bought', credits);
      });
    } catch (error) {
      if (!(error instanceof OwnerGone)) throw error;
      return sendBack(payment, `purchase:${id}`);
    }
    // also what happened to it before we knew of it
    if (payment !== null) await changes.money(payment);
  }

  const stateOf = (id: string, state: string) =>
    db.updateTable('purchases').set({ state }).where('id', '=', id).where('state', '!=', 'paid').execute();

  /** Credits of the lines of an invoice that are a period of a subscription; null where nobody knows how many. */
  function creditsOf(
    { lines }: Invoice,
    subscription: Subscription,
  ): { readonly plan: string; readonly credits: number } | null {
    const bought = lines.data
      .filter(({ type, proration }) => type === 'subscription' && !proration)
      .map(({ price, quantity }) => ({
        offer:
          plans.offers.find((one) => one.price === price?.id) ??
          plans.offers.find((one) => one.id === subscription.metadata.plan),
        quantity: quantity ?? 1,
      }));
    const [first] = bought;
    if (!first?.offer || bought.some(({ offer }) => !offer)) return null;
    const credits = bought.reduce((sum, { offer, quantity }) => sum + (offer?.credits ?? 0) * quantity, 0);
    return { plan: first.offer.id, credits };
  }

  async function periodPaid(invoice: Invoice, subscription: Subscription): Promise<void> {
    const { id, customer, currency, amount_paid: amount, payment_intent: payment } = invoice;
    const userId = await ownerOf(deps, { customer, holder: subscription.metadata.holder ?? null });
    if (userId === null) return sendBack(payment, `invoice:${id}`);
    const bought = creditsOf(invoice, subscription);
    const isRight = bought !== null && currency === plans.currency;
    if (!isRight) log(`payments: ${id} is of a price or currency that the plans do not know: nothing was booked`);
    const { plan, credits } = bought ?? { plan: '', credits: 0 };
    try {
      await purses.held(userId, async (own, within) => {
        const row = { id, user_id: userId, kind: 'period', plan, credits, amount, currency };
        const rest = { session: null, payment, returned: 0, lost: 0, version: 0 };
        await within
          .insertInto('purchases')
          .values({ ...row, ...rest, state: isRight ? 'paid' : 'questioned', made_at: new Date(now()).toISOString() })
          .onConflict((on) => on.column('id').doNothing())
          .execute();
        if (!isRight) return;
        if (await own.earn('period', `invoice:${id}`, plan, credits))
          await note(within, userId, 'credits-bought', credits);
      });
    } catch (error) {
      if (!(error instanceof OwnerGone)) throw error;
      return sendBack(payment, `invoice:${id}`);
    }
    if (payment !== null) await changes.money(payment);
  }

  const changes: Changes = {
    async session(id) {
      const session = await stripe.get(`/v1/checkout/sessions/${id}`, SESSION);
      if (session.metadata.site !== site) return 'done';
      const isPaid = session.payment_status !== 'unpaid';
      if (session.status === 'open') return 'done';
      const purchase = await known(session);
      if (purchase === 'gone') {
        if (isPaid) await sendBack(session.payment_intent, `purchase:${session.client_reference_id}`);
        return 'done';
      }
      if (session.status === 'expired') {
        await stateOf(purchase.id, 'expired');
        return 'done';
      }
      if (session.mode === 'payment') {
        if (!isPaid) return 'waiting';
        await paidFor(session, purchase);
        return 'done';
      }
      await db
        .updateTable('purchases')
        .set({ state: 'paid', session: session.id })
        .where('id', '=', purchase.id)
        .execute();
      if (session.subscription !== null) await changes.subscription(session.subscription);
      if (session.invoice !== null) await changes.invoice(session.invoice);
      return isPaid ? 'done' : 'waiting';
    },
    async invoice(id) {
      const invoice = await stripe.get(`/v1/invoices/${id}`, INVOICE);
      if (invoice.status !== 'paid' || invoice.amount_paid <= 0 || invoice.subscription === null) return;
      const subscription = await stripe.get(`/v1/subscriptions/${invoice.subscription}`, SUBSCRIPTION);
      if (subscription.metadata.site !== site) return;
      await periodPaid(invoice, subscription);
    },
    subscription: subscriptionChange(deps),
    money: moneyChange(deps),
  };
  return changes;
}
