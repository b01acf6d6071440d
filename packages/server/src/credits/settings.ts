/** Whether work on the server costs credits: off by default, and then nothing names them. */
import { publicOrigin } from '../origin.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { type Plans, readPlans } from './plans.ts';

export interface StripeSettings {
  readonly secretKey: string;
  /** the newest first: while one is changed, two are good */
  readonly webhookSecrets: readonly string[];
  /** "https://api.stripe.com", or one of this machine that speaks as it does */
  readonly api: string;
}

export interface PaymentSettings {
  readonly plans: Plans;
  readonly stripe: StripeSettings;
  /** the address that others reach the site by */
  readonly origin: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const STRIPE = 'https://api.stripe.com';
const OWN_MACHINE = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Null where all is free. Throws `WrongSetting`, which repeats no secret. */
export function paymentSettings(env: Env): PaymentSettings | null {
  const payments = env.PAYMENTS?.trim() || 'off';
  if (payments === 'off') return null;
  if (payments !== 'stripe') throw new WrongSetting('PAYMENTS is off or stripe. Leave it out where all is free.');
  if ((env.DATABASE_URL?.trim() ?? '') === '')
    throw new WrongSetting('PAYMENTS is stripe but DATABASE_URL is not set: credits belong to accounts.');
  if ((env.API_ACCESS?.trim() ?? '') !== 'key')
    throw new WrongSetting(
      'PAYMENTS is stripe but API_ACCESS is not key: a program would leave its key out, and pay nothing.',
    );
  const origin = publicOrigin(env.PUBLIC_ORIGIN);
  if (origin === null)
    throw new WrongSetting('PAYMENTS is stripe but PUBLIC_ORIGIN is not set: who has paid is led back to it.');
  const path = env.PLANS_FILE?.trim() ?? '';
  if (path === '') throw new WrongSetting('PAYMENTS is stripe but PLANS_FILE is not set. Copy plans.example.yml.');
  return { plans: readPlans(path), stripe: stripeFrom(env), origin };
}

function stripeFrom({ STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API }: Env): StripeSettings {
  const secretKey = STRIPE_SECRET_KEY?.trim() ?? '';
  if (!/^[rs]k_(test|live)_\w+$/.test(secretKey))
    throw new WrongSetting('STRIPE_SECRET_KEY is not a secret key of Stripe, such as sk_test_… or rk_live_….');
  const webhookSecrets = (STRIPE_WEBHOOK_SECRET ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (webhookSecrets.length === 0 || webhookSecrets.some((one) => !/^whsec_[\w+/=-]{16,}$/.test(one)))
    throw new WrongSetting('STRIPE_WEBHOOK_SECRET is not the signing secret of a webhook endpoint, such as whsec_….');
  const api = STRIPE_API?.trim() || STRIPE;
  if (api !== STRIPE && !OWN_MACHINE.test(api))
    throw new WrongSetting('STRIPE_API is for a stand-in on this machine, such as http://127.0.0.1:12111.');
  return { secretKey, webhookSecrets, api };
}
