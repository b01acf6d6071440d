/** Money of a payment went back, or came back: its credits follow, as far as they are there. */
import { CHARGES, DISPUTES } from '../stripe/objects.ts';
import type { PaymentDeps } from './payments.ts';

const TRIES = 10;
/** The money is gone while it is argued about; an inquiry takes none. */
const TAKEN = ['needs_response', 'under_review', 'lost'];

/** What Stripe says now is booked unless somebody booked what they were told meanwhile: then it is asked again. */
export function moneyChange({
  database: { db },
  purses,
  stripe,
  note,
}: PaymentDeps): (payment: string) => Promise<void> {
  /** In the smallest unit: what of a payment is no longer ours. */
  async function goneOf(payment: string): Promise<{ readonly amount: number; readonly gone: number }> {
    const charges = await stripe.get('/v1/charges', CHARGES, { payment_intent: payment, limit: 100 });
    const disputes = await stripe.get('/v1/disputes', DISPUTES, { payment_intent: payment, limit: 100 });
    const paid = charges.data.filter(({ status }) => status === 'succeeded');
    const amount = paid.reduce((sum, one) => sum + one.amount, 0);
    const refunded = paid.reduce((sum, one) => sum + one.amount_refunded, 0);
    const disputed = disputes.data
      .filter(({ status }) => TAKEN.includes(status))
      .reduce((sum, one) => sum + one.amount, 0);
    return { amount, gone: Math.min(amount, refunded + disputed) };
  }

  return async (payment) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await db.selectFrom('purchases').selectAll().where('payment', '=', payment).executeTakeFirst();
      // not booked yet: who books it looks here then
      if (!before) return;
      const { amount, gone } = await goneOf(payment);
      const wanted = amount === 0 ? 0 : Math.ceil((before.credits * gone) / amount);
      const isKept = await purses.held(before.user_id, async (own, within) => {
        const now = await within.selectFrom('purchases').selectAll().where('id', '=', before.id).executeTakeFirst();
        if (!now || now.version !== before.version) return false;
        const version = now.version + 1;
        const more = now.state === 'paid' ? wanted - now.returned : 0;
        let lost = now.lost;
        if (more > 0) {
          const there = await own.takeBack(`returned:${now.id}:${version}`, now.plan, more);
          lost += more - there;
        }
        if (more < 0) {
          const again = Math.min(-more, now.lost);
          await own.restore(`restored:${now.id}:${version}`, now.plan, -more - again, again);
          lost -= again;
        }
        if (more !== 0) await note(within, now.user_id, 'credits-returned', Math.abs(more));
        await within
          .updateTable('purchases')
          .set({ returned: now.returned + more, lost, version })
          .where('id', '=', now.id)
          .execute();
        return true;
      });
      if (isKept) return;
    }
    throw new Error('changed too often');
  };
}
