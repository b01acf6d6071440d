/** Payments: whatever Stripe tells, in whatever order and however often, the same is booked. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCredits } from '../src/credits/credits.ts';
import { EVENT_TYPES } from '../src/credits/payments/events.ts';
import { formOf } from '../src/credits/stripe/form.ts';
import { CUSTOMER } from '../src/credits/stripe/objects.ts';
import { isSigned } from '../src/credits/stripe/signature.ts';
import { openStripe, STRIPE_VERSION, StripeFault } from '../src/credits/stripe/stripe.ts';
import { WEBHOOK } from '../src/credits/webhook-routes.ts';
import { readTrail } from '../src/saved/trail.ts';
import { ORIGIN, PASSWORD, SECRET } from './account-site.ts';
import { type CreditsSite, creditsSite, PLANS } from './credits-site.ts';
import { KINDS } from './database-kinds.ts';
import { fakeStripe, type StripeEvent } from './fake-stripe.ts';

const NOW = Date.parse('2026-11-29T08:00:00Z');
const SIGNING = 'whsec_0123456789abcdef';

describe('a signature', () => {
  const body = new TextEncoder().encode('{"id": "evt_1"}');
  const seal = (time: number, secret = SIGNING, of = body) =>
    createHmac('sha256', secret).update(`${time}.`).update(of).digest('hex');
  const time = NOW / 1000;
  const judge = (header: string, of: Uint8Array = body) =>
    isSigned(header, of, ['whsec_older_0123456789', SIGNING], NOW);

  test('is good for the body as it came, by any of the secrets, for five minutes', () => {
    expect(judge(`t=${time},v1=${seal(time)}`)).toBe(true);
    expect(judge(`t=${time},v1=${'0'.repeat(64)},v1=${seal(time)},v0=1`)).toBe(true);
    expect(judge(`t=${time},v1=${seal(time, 'whsec_older_0123456789')}`)).toBe(true);
    for (const ago of [-300, 300]) expect(judge(`t=${time + ago},v1=${seal(time + ago)}`)).toBe(true);
  });

  test('of another secret, body or time, too old, or none is refused', () => {
    expect(judge(`t=${time},v1=${seal(time, 'whsec_another_one_01234')}`)).toBe(false);
    expect(judge(`t=${time},v1=${seal(time)}`, new TextEncoder().encode('{"id":"evt_1"}'))).toBe(false);
    expect(judge(`t=${time + 1},v1=${seal(time)}`)).toBe(false);
    for (const ago of [-301, 301]) expect(judge(`t=${time + ago},v1=${seal(time + ago)}`)).toBe(false);
    for (const header of [
      '',
      't=',
      `t=${time}`,
      `v1=${seal(time)}`,
      `t=${time},v0=${seal(time)}`,
      `t=x,v1=${seal(time)}`,
    ])
      expect(judge(header)).toBe(false);
  });
});

describe('what Stripe is asked', () => {
  test('is a form whose names tell the nesting', () => {
    expect(
      decodeURIComponent(
        formOf({ mode: 'payment', line_items: [{ price: 'p', quantity: 1 }], a: { b: true } }).toString(),
      ),
    ).toBe('mode=payment&line_items[0][price]=p&line_items[0][quantity]=1&a[b]=true');
  });

  test('is sent again after a lost answer, a limit or a fault of theirs, and done once; what it refuses is told', async () => {
    const fake = await fakeStripe([]);
    const stripe = openStripe(
      { secretKey: fake.secretKey, api: fake.api, webhookSecrets: [] },
      { pause: 1, patience: 500 },
    );
    fake.trouble('lost-answer', 'rate-limit', 'server');
    await stripe.post('/v1/customers', CUSTOMER, { metadata: { site: 'a' } }, 'one');
    expect(fake.objects('customer')).toHaveLength(1);
    expect(fake.asked.map(({ version }) => version)).toEqual(Array(4).fill(STRIPE_VERSION));
    fake.trouble('refused');
    const refused = await stripe.get('/v1/customers/cus_1', CUSTOMER).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StripeFault);
    expect(refused).toMatchObject({ kind: 'refused', code: 'parameter_invalid' });
    fake.trouble('broken-json');
    await expect(stripe.get('/v1/customers/cus_1', CUSTOMER)).rejects.toMatchObject({ kind: 'unreadable' });
    fake.trouble('server', 'server', 'server', 'server');
    await expect(stripe.get('/v1/customers/cus_1', CUSTOMER)).rejects.toMatchObject({ kind: 'busy' });
    await fake.close();
    await expect(stripe.get('/v1/customers/cus_1', CUSTOMER)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

describe.each(KINDS)('on %s', (kind) => {
  let at: CreditsSite | undefined;
  beforeAll(async () => {
    at = await creditsSite(kind);
  });
  afterAll(() => at?.close());
  const begin = async (): Promise<CreditsSite> => {
    if (!at) throw new Error('not started');
    return at.newcomer();
  };
  const sessionsOf = (site: CreditsSite) =>
    site.database.db.selectFrom('purchases').selectAll().where('user_id', '=', site.anaId);
  const bought = async (site: CreditsSite): Promise<string> => {
    const session = site.sessionId(await site.buy('small'));
    site.stripe.pay(session);
    return session;
  };
  const paymentOf = (site: CreditsSite): string => String(site.stripe.objects('charge').at(-1)?.payment_intent);

  test('a pack that is paid is booked once, whatever is told and how often; Stripe learns opaque names alone', async () => {
    const site = await begin();
    const session = await bought(site);
    await site.tellAll((events) => [...events, ...events]);
    expect(await site.balance()).toEqual({ free: 10, paid: 100, held: 0 });
    const { events: all } = site.stripe;
    expect(await Promise.all(all.map((event) => site.tell(event)))).toEqual(all.map(() => 200));
    expect(await site.balance()).toMatchObject({ paid: 100 });
    const { events } = await readTrail(site.database.db, site.anaId, 9);
    expect(events[0]).toMatchObject({ what: 'credits-bought', count: 100 });
    const asked = site.stripe.asked.map(({ what, form }) => `${what} ${form}`).join('\n');
    expect(asked).not.toMatch(/ana|quillfeather|report[^s]|health|lung/i);
    expect(asked).toContain('metadata%5Bsite%5D=reports.example');
    const purchase = await sessionsOf(site).executeTakeFirstOrThrow();
    expect(purchase).toMatchObject({ state: 'paid', session, payment: paymentOf(site), credits: 100, amount: 500 });
  });

  test('who comes back from paying has the credits, though no event has come; one that is on its way is said to be', async () => {
    const site = await begin();
    await bought(site);
    const { page } = await site.ana.get('/account/credits?done=paid');
    expect(page).toContain('your credits are here');
    expect(await site.balance()).toMatchObject({ paid: 100 });
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 100 });
    const slow = site.sessionId(await site.buy('small'));
    site.stripe.pay(slow, { payment_status: 'unpaid' });
    expect((await site.ana.get('/account/credits?done=paid')).page).toContain('not confirmed yet');
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 100 });
  });

  test('what is unsigned, signed by another, changed, old or no event is refused and changes nothing', async () => {
    const site = await begin();
    await bought(site);
    const event = site.stripe.events.at(-1) as StripeEvent;
    expect(await site.tell(event, { secret: 'whsec_another_secret_0123' })).toBe(400);
    expect(await site.tell(event, { time: Math.floor(site.now() / 1000) - 301 })).toBe(400);
    const { body, headers = {} } = site.stripe.signed(event, { time: Math.floor(site.now() / 1000) });
    const post = (more: RequestInit) => fetch(site.url + WEBHOOK, { method: 'POST', body, ...more });
    expect((await post({})).status).toBe(400);
    expect((await post({ headers, body: `${body} ` })).status).toBe(400);
    expect((await fetch(site.url + WEBHOOK)).status).toBe(405);
    const broken = { id: 'evt_1', type: 'x' } as StripeEvent;
    expect(await site.tell(broken)).toBe(400);
    expect(await site.balance()).toMatchObject({ paid: 0 });
    expect(await site.tell(event)).toBe(200);
    expect(await site.balance()).toMatchObject({ paid: 100 });
    // replayed as it was, within its time
    expect((await post({ headers })).status).toBe(200);
    expect(await site.balance()).toMatchObject({ paid: 100 });
  });

  test('what Stripe does not answer for is told again, and done then; what nobody knows is acknowledged', async () => {
    const site = await begin();
    await bought(site);
    const event = site.stripe.events.at(-1) as StripeEvent;
    site.stripe.trouble('server', 'server', 'server', 'server');
    expect(await site.tell(event)).toBe(500);
    expect(await site.balance()).toMatchObject({ paid: 0 });
    site.stripe.trouble('lost-answer', 'rate-limit');
    expect(await site.tell(event)).toBe(200);
    expect(await site.balance()).toMatchObject({ paid: 100 });
    expect(await site.tell(site.stripe.event('payout.paid', { id: 'po_1' }))).toBe(200);
    expect(await site.tell(site.stripe.event('invoice.upcoming', { object: 'invoice' }))).toBe(200);
  });

  test('another amount or currency than the offer says books nothing, and the operator is told', async () => {
    const site = await begin();
    for (const more of [{ currency: 'usd' }, { amount_subtotal: 5 }]) {
      const session = site.sessionId(await site.buy('small'));
      site.stripe.pay(session, more);
    }
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 0 });
    const rows = await sessionsOf(site).execute();
    expect(rows.map(({ state }) => state)).toEqual(['questioned', 'questioned']);
    expect(site.lines.filter((line) => line.includes('nothing was booked'))).toHaveLength(2);
  });

  test('a session of another site at the same Stripe is nobody’s here', async () => {
    const site = await begin();
    const session = site.sessionId(await site.buy('small'));
    site.stripe.pay(session, { metadata: { site: 'elsewhere.example' } });
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 0 });
    expect(site.stripe.objects('refund')).toEqual([]);
  });

  test('what nobody told is asked for at the next start, also where the database was put back and knows of no purchase', async () => {
    const site = await begin();
    await bought(site);
    await bought(site);
    const [forgotten] = await sessionsOf(site).execute();
    await site.database.db
      .deleteFrom('purchases')
      .where('id', '=', forgotten?.id ?? '')
      .execute();
    const { secretKey, webhookSecret, api } = site.stripe;
    const again = openCredits(
      site.database,
      { plans: PLANS, stripe: { secretKey, api, webhookSecrets: [webhookSecret] }, origin: ORIGIN },
      { secret: SECRET, log: () => undefined, every: () => () => undefined, waits: { pause: 1 } },
    );
    await expect.poll(async () => (await site.balance()).paid, { timeout: 20_000 }).toBe(200);
    again.close();
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 200 });
  });

  test('money that goes back takes its credits, as many as are there; won back, it brings them again; in any order', async () => {
    const site = await begin();
    await bought(site);
    await site.tellAll();
    const payment = paymentOf(site);
    site.stripe.refund(payment, 250);
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 50 });
    const dispute = site.stripe.dispute(payment);
    site.stripe.settle(dispute, 'won');
    // the end of it first, and each twice
    await site.tellAll((events) => [...events.toReversed(), ...events]);
    expect(await site.balance()).toMatchObject({ paid: 50 });
    site.stripe.dispute(payment);
    await site.tellAll();
    expect(await site.balance()).toMatchObject({ paid: 0 });
    expect((await site.history()).events[0]).toMatchObject({ kind: 'returned', credits: -50, lost: 0 });
    expect((await site.sums()).all).toBe(0);
  });

  test('a refund that is told before the purchase counts when the purchase is', async () => {
    const site = await begin();
    await bought(site);
    site.stripe.refund(paymentOf(site), 500);
    await site.tellAll((events) => events.toReversed());
    expect(await site.balance()).toMatchObject({ free: 10, paid: 0 });
  });

  test('a subscription brings its credits with each payment, says its state, and ends', async () => {
    const site = await begin();
    site.stripe.pay(site.sessionId(await site.buy('monthly')));
    // the invoice first of all
    await site.tellAll((events) => events.toSorted((one) => (one.type === 'invoice.paid' ? -1 : 1)));
    expect(await site.balance()).toMatchObject({ paid: 40 });
    const id = String(site.stripe.objects('subscription').at(-1)?.id);
    site.stripe.renew(id);
    await site.tellAll((events) => [...events.toReversed(), ...events]);
    expect(await site.balance()).toMatchObject({ paid: 80 });
    expect((await site.ana.get('/account/credits')).page).toContain('40 credits with each payment');
    site.stripe.change(id, { cancel_at_period_end: true });
    site.stripe.change(id, { status: 'canceled' });
    const two = site.stripe.events.slice(-2).toReversed();
    for (const event of two) expect(await site.tell(event)).toBe(200);
    expect((await site.ana.get('/account/credits')).page).not.toContain('with each payment');
    const portal = await site.ana.send('/account/credits/portal');
    expect([portal.status, portal.page.includes(`${site.stripe.api}/portal/`)]).toEqual([200, true]);
  });

  test('an account that is deleted ends its subscription and its open pages; what is paid after that goes back', async () => {
    const site = await begin();
    site.stripe.pay(site.sessionId(await site.buy('monthly')));
    await site.tellAll();
    const open = site.sessionId(await site.buy('small'));
    const late = site.sessionId(await site.buy('small'));
    const refunds = site.stripe.objects('refund').length;
    site.stripe.trouble('server', 'server', 'server', 'server');
    // paid at the same moment
    site.stripe.pay(late);
    const answer = await site.ana.send('/account/delete', { current: PASSWORD });
    expect(answer.to).toBe('/account/sign-in?done=deleted');
    // Stripe did not answer at first
    await expect.poll(async () => site.lines.some((line) => line.includes('leave could not be done yet'))).toBe(true);
    site.wait(2 * 60_000);
    await site.tellAll();
    await expect.poll(async () => site.database.db.selectFrom('payment_tasks').select('id').execute()).toEqual([]);
    expect(site.stripe.objects('subscription').at(-1)).toMatchObject({ status: 'canceled' });
    expect(site.stripe.objects('checkout.session').find(({ id }) => id === open)).toMatchObject({ status: 'expired' });
    expect(site.stripe.objects('refund')).toHaveLength(refunds + 1);
    for (const table of ['credit_holders', 'purchases', 'credit_subscriptions'] as const)
      expect(await site.database.db.selectFrom(table).selectAll().where('user_id', '=', site.anaId).execute()).toEqual(
        [],
      );
    expect(await site.balance()).toEqual({ free: 0, paid: 0, held: 0 });
    expect((await site.sums()).all).toBe(0);
  });

  test('events in any order, doubled and broken off: the same comes out', async () => {
    const site = await begin();
    let paid = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 500 }), async (chance, refunded) => {
        const session = await bought(site);
        const payment = String(
          site.stripe.objects('checkout.session').find(({ id }) => id === session)?.payment_intent,
        );
        if (refunded > 0) site.stripe.refund(payment, refunded);
        const dispute = site.stripe.dispute(payment);
        site.stripe.settle(dispute, 'won');
        const draw = (): number => chance.next().value ?? 0;
        const ordered = site.stripe.events
          .slice(-3 - (refunded > 0 ? 1 : 0))
          .flatMap((event) => [event, event])
          .map((event) => [draw(), event] as const)
          .toSorted(([one], [other]) => one - other);
        for (const [drawn, event] of ordered) {
          if (drawn % 5 === 0) site.stripe.trouble('server', 'server', 'server', 'server');
          await site.tell(event);
        }
        site.stripe.trouble();
        for (const [, event] of ordered) await expect.poll(() => site.tell(event)).toBe(200);
        paid += 100 - Math.ceil((100 * refunded) / 500);
        expect(await site.balance()).toMatchObject({ paid });
      }),
      { numRuns: 6, endOnFailure: true },
    );
    expect((await site.sums()).all).toBe(0);
  });
});

test('all events that are acted on are among those to be chosen for the endpoint', () => {
  for (const type of [
    'checkout.session.completed',
    'invoice.paid',
    'customer.subscription.updated',
    'customer.subscription.deleted',
    'charge.refunded',
    'charge.dispute.created',
    'charge.dispute.closed',
  ])
    expect(EVENT_TYPES).toContain(type);
});
