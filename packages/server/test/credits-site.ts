/** A server on which the server's work costs credits, before a Stripe of this machine. */

import type { ProgramReader } from '@readingscan/reader';
import { KEY_SCOPES } from '@readingscan/web';
import { expect } from 'vitest';
import { balanceOf, ledgerSums, readHistory } from '../src/credits/ledger/history.ts';
import type { Plans } from '../src/credits/plans.ts';
import { WEBHOOK } from '../src/credits/webhook-routes.ts';
import { ANA, ORIGIN, PASSWORD, type Visitor } from './account-site.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import type { KINDS } from './database-kinds.ts';
import { type FakeStripe, fakeStripe, type StripeEvent } from './fake-stripe.ts';
import { saving } from './saved-site.ts';

export const PLANS: Plans = {
  currency: 'eur',
  everyMonth: 10,
  costs: { text: 1, page: 5, report: 1, storage: 2 },
  freeMegabytes: 1,
  offers: [
    { id: 'small', credits: 100, amount: 500, price: 'price_small', every: null },
    { id: 'monthly', credits: 40, amount: 300, price: 'price_monthly', every: 'month' },
  ],
};

export interface CreditsSite extends ApiSite {
  readonly stripe: FakeStripe;
  /** somebody signed in: Ana, or who came after her */
  readonly ana: Visitor;
  /** of that person, for everything */
  readonly key: string;
  /** The same site for somebody new, to whom nothing has happened yet. */
  newcomer(): Promise<CreditsSite>;
  newEvents(): readonly StripeEvent[];
  /** The page of Stripe that a purchase leads to. */
  buy(offer: string, browser?: Visitor): Promise<string>;
  /** A webhook; its status. */
  tell(event: StripeEvent, how?: Parameters<FakeStripe['signed']>[1]): Promise<number>;
  /** All that happened and was not told yet, in this order. */
  tellAll(order?: (events: readonly StripeEvent[]) => readonly StripeEvent[]): Promise<void>;
  balance(): Promise<{ readonly free: number; readonly paid: number; readonly held: number }>;
  history(): ReturnType<typeof readHistory>;
  sums(): ReturnType<typeof ledgerSums>;
  explain(text: string, more?: Readonly<Record<string, string>>, key?: string): Promise<Response>;
  sessionId(url: string): string;
}

interface Options {
  readonly plans?: Partial<Plans>;
  readonly reader?: ProgramReader;
  readonly inWeb?: boolean;
}

export async function creditsSite(
  kind: (typeof KINDS)[number],
  { plans = {}, reader, inWeb = true }: Options = {},
): Promise<CreditsSite> {
  const stripe = await fakeStripe([
    { id: 'price_small', amount: 500 },
    { id: 'price_monthly', amount: 300, every: 'month' },
  ]);
  const at = await apiSite(
    kind,
    { access: 'key', perMinute: 1_000_000 },
    {
      saving: saving(),
      ...(reader ? { reader } : {}),
      jobs: { hours: 24, inWeb },
      payments: {
        plans: { ...PLANS, ...plans },
        stripe: { secretKey: stripe.secretKey, webhookSecrets: [stripe.webhookSecret], api: stripe.api },
        origin: ORIGIN,
        waits: { pause: 5, patience: 2000 },
      },
    },
  );
  let people = 0;
  const tell: CreditsSite['tell'] = async (event, how) =>
    (await fetch(at.url + WEBHOOK, stripe.signed(event, { time: Math.floor(at.now() / 1000), ...how }))).status;
  const { db } = at.database;

  async function personOf(ana: Visitor, userId: string, key: string): Promise<CreditsSite> {
    // made when it is first looked at
    await ana.get('/account/credits');
    const { id: holder } = await db
      .selectFrom('credit_holders')
      .select('id')
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    let told = stripe.events.length;
    stripe.trouble();
    return {
      ...at,
      stripe,
      ana,
      anaId: userId,
      key,
      async newcomer() {
        people += 1;
        // far enough for no limit to count
        at.wait(20 * 60_000);
        const email = `person${people}@quillfeather.example`;
        const browser = await at.member(email);
        const { id } = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow();
        const made = await at.rows.make({ userId: id, device: '' }, { name: 'a', scopes: KEY_SCOPES, endsOn: null });
        return personOf(browser, id, made ?? '');
      },
      async buy(offer, browser = ana) {
        at.wait(60_000);
        const answer = await browser.send('/account/credits/buy', { offer });
        expect(answer.status).toBe(200);
        return /href="(http:\/\/127[^"]+)"/.exec(answer.page)?.[1] ?? '';
      },
      tell,
      async tellAll(order = (events) => events) {
        const events = stripe.events.slice(told);
        told = stripe.events.length;
        for (const event of order(events)) expect(await tell(event)).toBe(200);
      },
      newEvents: () => stripe.events.slice(told),
      balance: () => balanceOf(db, holder),
      history: () => readHistory(db, holder, 0, 500),
      sums: () => ledgerSums(db),
      explain: (text, more = {}, by = key) =>
        fetch(`${at.url}/api/v1/explain`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${by}`, 'Content-Type': 'application/json', ...more },
          body: JSON.stringify({ text }),
        }),
      sessionId: (url) => url.split('/').at(-1) ?? '',
      async close() {
        await at.close();
        await stripe.close();
      },
    };
  }
  const ana = at.visitor();
  await ana.send('/account/sign-in', { email: ANA, current: PASSWORD });
  return personOf(ana, at.anaId, at.keys.explain);
}
