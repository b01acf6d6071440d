/** Where Stripe tells what has changed: taken only as it was signed, answered when it is done, so that what was not done is told again. */
import { Hono } from 'hono';
import { drain, readBody } from '../body.ts';
import { budget } from '../budget.ts';
import { codeOf } from '../failure-code.ts';
import { FAULTS, problemOf, problemResponse } from '../problem.ts';
import type { Credits } from './credits.ts';
import { EVENT } from './stripe/objects.ts';
import { isSigned } from './stripe/signature.ts';
import { StripeFault } from './stripe/stripe.ts';

interface Deps {
  readonly credits: Pick<Credits, 'events' | 'webhookSecrets' | 'now'>;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

export const WEBHOOK = '/api/payments/stripe';
const MOST_BYTES = 1024 * 1024;
/** Of all that come at one time. */
const MEMORY = 32 * MOST_BYTES;

const UNSIGNED = {
  code: 'usage',
  message: 'This is not signed by Stripe, or it is too old.',
  hint: 'Check the signing secret of the endpoint and the clock of this server.',
} as const;

export function webhookRoutes({ credits, onFailure }: Deps): Hono {
  const routes = new Hono();
  const memory = budget(MEMORY);
  routes.post(WEBHOOK, async (c) => {
    const leave = memory.spend(MOST_BYTES);
    if (!leave) {
      await drain(c.req.raw);
      return problemResponse(problemOf(FAULTS.busy), { 'Retry-After': '5' });
    }
    try {
      const body = await readBody(c.req.raw, MOST_BYTES);
      if (body.kind === 'too-large') return problemResponse(problemOf(FAULTS.tooLarge));
      const signature = c.req.header('stripe-signature') ?? '';
      if (!isSigned(signature, body.bytes, credits.webhookSecrets, credits.now()))
        return problemResponse(problemOf(UNSIGNED));
      const event = EVENT.safeParse(jsonIn(body.bytes)).data;
      if (!event) return problemResponse(problemOf(FAULTS.body));
      await credits.events.take(event);
      return c.json({ received: true });
    } catch (error) {
      onFailure(error instanceof StripeFault ? `stripe-${error.kind}` : codeOf(error), WEBHOOK);
      return problemResponse(problemOf(FAULTS.internal));
    } finally {
      leave();
    }
  });
  routes.all(WEBHOOK, () => problemResponse(problemOf(FAULTS.method), { Allow: 'POST' }));
  return routes;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
