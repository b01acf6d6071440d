/** Stripe on this machine, for tests: it speaks its wire format (forms in, JSON out, idempotency keys, signed events), and fails where a test wants it to. */
import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Json = Record<string, unknown>;

export interface FakePrice {
  readonly id: string;
  readonly amount: number;
  readonly currency?: string;
  readonly every?: 'month' | 'year';
}

export interface StripeEvent extends Json {
  readonly id: string;
  readonly type: string;
}

/** What goes wrong with the next requests: each is used once; none: all is well again. */
export type Trouble = 'lost-answer' | 'rate-limit' | 'server' | 'broken-json' | 'refused';

export interface FakeStripe {
  readonly api: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** "POST /v1/customers", with what was sent, of all that came */
  readonly asked: readonly { readonly what: string; readonly form: URLSearchParams; readonly version: string }[];
  /** of all that happened, the oldest first */
  readonly events: readonly StripeEvent[];
  objects(kind: string): readonly Json[];
  trouble(...what: readonly Trouble[]): void;
  /** The person pays on the page. `more`: of the session, where it is not as it was asked. */
  pay(sessionId: string, more?: Json): void;
  expire(sessionId: string): void;
  /** The next period of a subscription is paid: its invoice. */
  renew(subscriptionId: string): string;
  change(subscriptionId: string, more: Json): void;
  refund(payment: string, amount: number): void;
  dispute(payment: string): string;
  settle(disputeId: string, status: 'won' | 'lost'): void;
  event(type: string, object: Json): StripeEvent;
  /** As a webhook brings it. */
  signed(
    event: StripeEvent,
    how?: { readonly secret?: string; readonly time?: number },
  ): RequestInit & { body: string };
  close(): Promise<void>;
}

const PERIOD = 30 * 24 * 60 * 60;

export async function fakeStripe(prices: readonly FakePrice[], now: () => number = Date.now): Promise<FakeStripe> {
  const secretKey = `sk_test_${randomBytes(12).toString('hex')}`;
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`;
  const stored = new Map<string, Json>();
  const answered = new Map<string, { readonly asked: string; readonly status: number; readonly body: Json }>();
  const asked: { what: string; form: URLSearchParams; version: string }[] = [];
  const events: StripeEvent[] = [];
  const troubles: Trouble[] = [];
  let made = 0;
  const seconds = (): number => Math.floor(now() / 1000);
  const idOf = (prefix: string): string => {
    made += 1;
    return `${prefix}_${made}_${randomBytes(6).toString('hex')}`;
  };
  const put = (object: Json): Json => {
    stored.set(String(object.id), object);
    return object;
  };
  const get = (id: unknown): Json => {
    const found = stored.get(String(id));
    if (!found) throw new Missing(String(id));
    return found;
  };
  const objects = (kind: string): Json[] => [...stored.values()].filter(({ object }) => object === kind);
  const event: FakeStripe['event'] = (type, object) => {
    // a snapshot, as Stripe's are: what is true later is another thing
    const one = {
      id: idOf('evt'),
      object: 'event',
      api_version: '2020-08-27',
      created: seconds(),
      livemode: false,
      pending_webhooks: 1,
      type,
      data: { object: structuredClone(object) },
    };
    events.push(one);
    return one;
  };
  const priceOf = (id: unknown): FakePrice => {
    const found = prices.find((one) => one.id === id);
    if (!found) throw new Missing(String(id));
    return found;
  };
  const list = (all: readonly Json[], query: URLSearchParams): Json => {
    const newest = all.toReversed();
    const after = query.get('starting_after');
    const from = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1;
    const limit = Number(query.get('limit') ?? 10);
    const data = newest.slice(from, from + limit);
    return { object: 'list', data, has_more: newest.length > from + limit };
  };
  const paid = (customer: unknown, amount: unknown, currency: unknown): string => {
    const payment = idOf('pi');
    put({ id: payment, object: 'payment_intent', status: 'succeeded', amount, currency, customer });
    put({
      id: idOf('ch'),
      object: 'charge',
      status: 'succeeded',
      amount,
      amount_refunded: 0,
      currency,
      payment_intent: payment,
      disputed: false,
    });
    return payment;
  };
  const invoiceOf = (subscription: Json, reason: string): Json => {
    const [item] = (subscription.items as { data: { price: { id: string } }[] }).data;
    const price = priceOf(item?.price.id);
    const currency = price.currency ?? 'eur';
    const invoice = put({
      id: idOf('in'),
      object: 'invoice',
      status: 'paid',
      billing_reason: reason,
      amount_paid: price.amount,
      currency,
      customer: subscription.customer,
      subscription: subscription.id,
      payment_intent: paid(subscription.customer, price.amount, currency),
      lines: {
        object: 'list',
        has_more: false,
        data: [{ id: idOf('il'), type: 'subscription', proration: false, quantity: 1, price: { id: price.id } }],
      },
    });
    event('invoice.paid', invoice);
    return invoice;
  };

  const posted: Readonly<Record<string, (form: URLSearchParams) => Json>> = {
    '/v1/customers': (form) => put({ id: idOf('cus'), object: 'customer', metadata: nested(form, 'metadata') }),
    '/v1/checkout/sessions': (form) => {
      const price = priceOf(form.get('line_items[0][price]'));
      const mode = form.get('mode');
      if ((mode === 'subscription') !== (price.every !== undefined)) throw new Refused('parameter_invalid');
      get(form.get('customer'));
      const id = idOf('cs_test');
      const amount = price.amount * Number(form.get('line_items[0][quantity]'));
      return put({
        id,
        object: 'checkout.session',
        url: `http://127.0.0.1:${port()}/pay/${id}`,
        mode,
        status: 'open',
        payment_status: 'unpaid',
        amount_subtotal: amount,
        amount_total: amount,
        currency: price.currency ?? 'eur',
        customer: form.get('customer'),
        payment_intent: null,
        subscription: null,
        invoice: null,
        client_reference_id: form.get('client_reference_id'),
        metadata: nested(form, 'metadata'),
        _price: price.id,
        _subscription: nested(form, 'subscription_data', 'metadata'),
      });
    },
    '/v1/billing_portal/sessions': (form) => {
      get(form.get('customer'));
      const id = idOf('bps');
      return put({ id, object: 'billing_portal.session', url: `http://127.0.0.1:${port()}/portal/${id}` });
    },
    '/v1/refunds': (form) => {
      const payment = form.get('payment_intent') ?? '';
      const charge = chargeOf(payment);
      if (charge.amount_refunded === charge.amount) throw new Refused('charge_already_refunded');
      fake.refund(payment, Number(charge.amount) - Number(charge.amount_refunded));
      return put({ id: idOf('re'), object: 'refund', payment_intent: payment, status: 'succeeded' });
    },
  };

  function answer(method: string, path: string, query: URLSearchParams, form: URLSearchParams): Json {
    const [, , kind = '', id, act] = path.replace('/v1/checkout/', '/v1/checkout_').split('/');
    if (method === 'POST') {
      if (kind === 'checkout_sessions' && act === 'expire') {
        if (get(id).status !== 'open') throw new Refused('resource_missing');
        fake.expire(id ?? '');
        return get(id);
      }
      const make = posted[path];
      if (!make) throw new Missing(path);
      return make(form);
    }
    if (method === 'DELETE' && kind === 'subscriptions') {
      const subscription = get(id);
      if (subscription.status === 'canceled') throw new Refused('resource_missing');
      subscription.status = 'canceled';
      event('customer.subscription.deleted', subscription);
      return subscription;
    }
    if (kind === 'prices') {
      const { amount, currency = 'eur', every } = priceOf(id);
      const recurring = every ? { interval: every, interval_count: 1 } : null;
      return { id, object: 'price', active: true, currency, unit_amount: amount, recurring };
    }
    if (id !== undefined) return get(id);
    const by = (name: string) => (one: Json) => query.get(name) === null || one[name] === query.get(name);
    if (kind === 'events') {
      const types = [...query].filter(([name]) => name.startsWith('types[')).map(([, value]) => value);
      const since = Number(query.get('created[gte]') ?? 0);
      return list(
        events.filter((one) => types.includes(one.type) && Number(one.created) >= since),
        query,
      );
    }
    const named: Readonly<Record<string, string>> = {
      charges: 'charge',
      disputes: 'dispute',
      subscriptions: 'subscription',
      checkout_sessions: 'checkout.session',
    };
    const found = objects(named[kind] ?? '')
      .filter(by('payment_intent'))
      .filter(by('customer'))
      .filter(by('status'))
      .filter(({ object, status }) => object !== 'subscription' || status !== 'canceled');
    return list(found, query);
  }

  const chargeOf = (payment: string): Json => {
    const found = objects('charge').find((one) => one.payment_intent === payment);
    if (!found) throw new Missing(payment);
    return found;
  };

  async function answers(request: IncomingMessage): Promise<{ status: number; body: string } | null> {
    const url = new URL(request.url ?? '/', 'http://stripe');
    const form = new URLSearchParams(await text(request));
    const { method = 'GET', headers } = request;
    const what = `${method} ${url.pathname}`;
    asked.push({ what, form, version: String(headers['stripe-version']) });
    const json = (status: number, body: Json) => ({ status, body: JSON.stringify(body) });
    const fault = (status: number, code: string) => json(status, { error: { code, type: 'api_error', message: '' } });
    if (headers.authorization !== `Bearer ${secretKey}`) return fault(401, 'api_key_invalid');
    const trouble = troubles.shift();
    if (trouble === 'rate-limit') return fault(429, 'rate_limit');
    if (trouble === 'server') return fault(503, 'api_error');
    if (trouble === 'refused') return fault(400, 'parameter_invalid');
    if (trouble === 'broken-json') return { status: 200, body: '{"id": "cut' };
    const done = (): { status: number; body: Json } => {
      const name = headers['idempotency-key'];
      const key = typeof name === 'string' && method === 'POST' ? name : null;
      const same = key === null ? undefined : answered.get(key);
      const written = `${what} ${form}`;
      if (same)
        return same.asked === written
          ? same
          : { status: 400, body: { error: { type: 'idempotency_error', code: 'idempotency_key_in_use' } } };
      try {
        const body = answer(method, url.pathname, url.searchParams, form);
        if (key !== null) answered.set(key, { asked: written, status: 200, body: structuredClone(body) });
        return { status: 200, body };
      } catch (error) {
        if (error instanceof Missing) return { status: 404, body: { error: { code: 'resource_missing' } } };
        if (error instanceof Refused) return { status: 400, body: { error: { code: error.message } } };
        throw error;
      }
    };
    const { status, body } = done();
    // it was done, and nobody learns of it
    return trouble === 'lost-answer' ? null : json(status, body);
  }

  const server = createServer((request, response) => {
    void answers(request).then((told) => {
      if (!told) return request.socket.destroy();
      response.writeHead(told.status, { 'Content-Type': 'application/json' });
      response.end(told.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (): number => (server.address() as AddressInfo).port;

  const fake: FakeStripe = {
    api: `http://127.0.0.1:${port()}`,
    secretKey,
    webhookSecret,
    asked,
    events,
    objects,
    trouble(...what) {
      if (what.length === 0) troubles.length = 0;
      troubles.push(...what);
    },
    pay(sessionId, more = {}) {
      const session = get(sessionId);
      if (session.status !== 'open') return;
      Object.assign(session, { status: 'complete', payment_status: 'paid' }, more);
      if (session.mode === 'payment') {
        if (session.payment_status === 'paid')
          session.payment_intent = paid(session.customer, session.amount_total, session.currency);
      } else {
        const subscription = put({
          id: idOf('sub'),
          object: 'subscription',
          status: 'active',
          customer: session.customer,
          cancel_at_period_end: false,
          current_period_end: seconds() + PERIOD,
          metadata: session._subscription,
          items: { object: 'list', has_more: false, data: [{ price: { id: session._price }, quantity: 1 }] },
        });
        session.subscription = subscription.id;
        event('customer.subscription.created', subscription);
        session.invoice = invoiceOf(subscription, 'subscription_create').id;
      }
      event('checkout.session.completed', session);
    },
    expire(sessionId) {
      const session = get(sessionId);
      session.status = 'expired';
      event('checkout.session.expired', session);
    },
    renew(subscriptionId) {
      const subscription = get(subscriptionId);
      subscription.current_period_end = Number(subscription.current_period_end) + PERIOD;
      event('customer.subscription.updated', subscription);
      return String(invoiceOf(subscription, 'subscription_cycle').id);
    },
    change(subscriptionId, more) {
      event('customer.subscription.updated', Object.assign(get(subscriptionId), more));
    },
    refund(payment, amount) {
      const charge = chargeOf(payment);
      charge.amount_refunded = Math.min(Number(charge.amount), Number(charge.amount_refunded) + amount);
      event('charge.refunded', charge);
    },
    dispute(payment) {
      const charge = chargeOf(payment);
      charge.disputed = true;
      const { id, amount } = charge;
      const dispute = { id: idOf('dp'), object: 'dispute', charge: id, payment_intent: payment, amount };
      event('charge.dispute.created', put({ ...dispute, status: 'needs_response' }));
      return dispute.id;
    },
    settle(disputeId, status) {
      event('charge.dispute.closed', Object.assign(get(disputeId), { status }));
    },
    event,
    signed(one, { secret = webhookSecret, time = seconds() } = {}) {
      const body = JSON.stringify(one);
      const seal = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
      return {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${time},v1=${seal},v0=${seal}` },
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

class Missing extends Error {}
class Refused extends Error {}

/** "metadata[site]=x" → {site: x} */
function nested(form: URLSearchParams, ...path: readonly string[]): Record<string, string> {
  const [first = '', ...rest] = path;
  const prefix = `${first}${rest.map((one) => `[${one}]`).join('')}[`;
  return Object.fromEntries(
    [...form]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length, -1), value]),
  );
}
