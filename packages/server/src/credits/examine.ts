/** Is the ledger right, does Stripe answer, and are its prices those of the plans? */
import type { Database } from '../database/database.ts';
import type { Finding } from '../doctor.ts';
import { ledgerSums } from './ledger/history.ts';
import type { PaymentSettings } from './settings.ts';
import { PRICE } from './stripe/objects.ts';
import { openStripe, StripeFault } from './stripe/stripe.ts';

export async function creditsFinding({ db }: Database, payments: PaymentSettings | null): Promise<Finding> {
  const finding = (isWell: boolean, said: string): Finding => ({ what: 'credits', isWell, said });
  const { all, own } = await ledgerSums(db);
  if (all !== 0) return finding(false, `The ledger of credits does not sum to zero but to ${all}.`);
  const questioned = await db.selectFrom('purchases').select('session').where('state', '=', 'questioned').execute();
  if (questioned.length > 0)
    return finding(
      false,
      `${questioned.length} purchases were paid in another amount or currency than the plans say, and nothing was booked: look at them at Stripe.`,
    );
  if (!payments) return finding(true, 'PAYMENTS is off: nothing costs anything.');
  return finding(true, `The ledger sums to zero; ${own.free + own.paid} credits are there, ${own.held} set aside.`);
}

export async function paymentsFinding({ plans, stripe: settings }: PaymentSettings): Promise<Finding> {
  const finding = (isWell: boolean, said: string): Finding => ({ what: 'payments', isWell, said });
  const stripe = openStripe(settings, { patience: 10_000, pause: 200 });
  try {
    for (const { id, price, amount, every } of plans.offers) {
      const told = await stripe.get(`/v1/prices/${price}`, PRICE);
      const isAlike =
        told.active &&
        told.currency === plans.currency &&
        told.unit_amount === amount &&
        (told.recurring?.interval ?? null) === every &&
        (told.recurring?.interval_count ?? 1) === 1;
      if (!isAlike)
        return finding(
          false,
          `The price of "${id}" is another one at Stripe than in PLANS_FILE, or is not active there.`,
        );
    }
  } catch (error) {
    const why = error instanceof StripeFault ? `${error.kind}, ${error.code}` : 'unknown';
    return finding(false, `Stripe does not answer as it should (${why}).`);
  }
  const mode = settings.secretKey.includes('_test_') ? 'in test mode: nobody really pays' : 'in live mode';
  return finding(true, `Stripe answers, ${mode}, with the prices of PLANS_FILE.`);
}
