/** A subscription began, changed or ended: its state is asked of Stripe. */
import { SUBSCRIPTION } from '../stripe/objects.ts';
import { ownerOf, type PaymentDeps, siteMark } from './payments.ts';

const TRIES = 10;

export function subscriptionChange(deps: PaymentDeps): (id: string) => Promise<void> {
  const { database, purses, plans, stripe, tasks, origin } = deps;
  const { db } = database;
  const site = siteMark(origin);
  return async (id) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await db
        .selectFrom('credit_subscriptions')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirst();
      const told = await stripe.get(`/v1/subscriptions/${id}`, SUBSCRIPTION);
      if (told.metadata.site !== site) return;
      const userId = await ownerOf(deps, { customer: told.customer, holder: told.metadata.holder ?? null });
      if (userId === null) {
        if (told.customer !== null && told.status !== 'canceled') {
          await tasks.add(db, 'leave', told.customer);
          await tasks.run();
        }
        return;
      }
      const [item] = told.items.data;
      const offer =
        plans.offers.find((one) => one.price === item?.price.id) ??
        plans.offers.find((one) => one.id === told.metadata.plan);
      const row = {
        plan: offer?.id ?? '',
        credits: (offer?.credits ?? 0) * (item?.quantity ?? 1),
        state: told.status,
        is_ending: told.cancel_at_period_end ? 1 : 0,
        until: new Date(told.current_period_end * 1000).toISOString(),
      };
      // asked again where somebody else was told something meanwhile: theirs may be newer
      const isKept = await purses.held(userId, async (_, within) => {
        const now = await within
          .selectFrom('credit_subscriptions')
          .select('version')
          .where('id', '=', id)
          .executeTakeFirst();
        if (now?.version !== before?.version) return false;
        const version = (now?.version ?? 0) + 1;
        await within
          .insertInto('credit_subscriptions')
          .values({ id, user_id: userId, ...row, version })
          .onConflict((on) => on.column('id').doUpdateSet({ ...row, version }))
          .execute();
        return true;
      });
      if (isKept) return;
    }
    throw new Error('changed too often');
  };
}
