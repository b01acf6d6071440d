/** Stripe over its REST interface: forms in, JSON out, one pinned version; what is sent again after a lost answer is done once. */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { StripeSettings } from '../settings.ts';
import { type Asked, formOf } from './form.ts';

type Form = { readonly [name: string]: Asked };

export interface Stripe {
  /** Each rejects with `StripeFault`. */
  get<T>(path: string, as: z.ZodType<T>, query?: Form): Promise<T>;
  /** `once`: the same one is done once, for a day at least. */
  post<T>(path: string, as: z.ZodType<T>, form: Form, once?: string): Promise<T>;
  remove<T>(path: string, as: z.ZodType<T>): Promise<T>;
}

/** It names no secret and nothing of a person: a kind, a status, and Stripe's own code. */
export class StripeFault extends Error {
  override readonly name = 'StripeFault';
  readonly kind: 'unreachable' | 'busy' | 'refused' | 'unreadable';
  readonly code: string;
  constructor(kind: StripeFault['kind'], code: string) {
    super(`Stripe: ${kind} (${code})`);
    this.kind = kind;
    this.code = code;
  }
}

export interface StripeParts {
  /** milliseconds for each try; default 20 s */
  readonly patience?: number;
  /** milliseconds before the second try, doubled for each next one; default 500 */
  readonly pause?: number;
}

/** The last one whose invoices name their payment and their subscription. */
export const STRIPE_VERSION = '2024-12-18.acacia';
const TRIES = 4;
const MOST_PAUSE = 8_000;
const FAULT = z.object({ error: z.object({ code: z.string().optional(), type: z.string().optional() }) });

export function openStripe(
  { secretKey, api }: StripeSettings,
  { patience = 20_000, pause: first = 500 }: StripeParts = {},
): Stripe {
  async function tried(path: string, init: RequestInit): Promise<Response | StripeFault> {
    try {
      const answer = await fetch(api + path, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        headers: {
          Authorization: `Bearer ${secretKey}`,
          'Stripe-Version': STRIPE_VERSION,
          ...(init.headers as Record<string, string>),
        },
      });
      // read whole here: an answer that breaks off is none
      return new Response(await answer.text(), { status: answer.status, headers: answer.headers });
    } catch (error) {
      return new StripeFault('unreachable', error instanceof Error ? error.name : 'unknown');
    }
  }

  async function asked<T>(path: string, as: z.ZodType<T>, init: RequestInit): Promise<T> {
    for (let number = 1; ; number += 1) {
      const answer = await tried(path, init);
      if (!(answer instanceof StripeFault) && answer.ok) return read(await answer.text(), as);
      const fault = answer instanceof StripeFault ? answer : faultOf(answer.status, await answer.text());
      const told = answer instanceof StripeFault ? null : answer.headers.get('stripe-should-retry');
      if (number >= TRIES || told === 'false' || (fault.kind === 'refused' && told !== 'true')) throw fault;
      const longest = Math.min(MOST_PAUSE, first * 2 ** (number - 1));
      await pause(longest / 2 + randomInt(Math.ceil(longest / 2) + 1));
    }
  }

  return {
    get: (path, as, query = {}) => {
      const written = formOf(query).toString();
      return asked(written === '' ? path : `${path}?${written}`, as, { method: 'GET' });
    },
    post: (path, as, form, once = randomUUID()) =>
      asked(path, as, {
        method: 'POST',
        // text, so that each try sends it anew
        body: formOf(form).toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Idempotency-Key': once },
      }),
    remove: (path, as) => asked(path, as, { method: 'DELETE' }),
  };
}

function read<T>(text: string, as: z.ZodType<T>): T {
  try {
    return as.parse(JSON.parse(text));
  } catch {
    throw new StripeFault('unreadable', 'answer');
  }
}

/** 409: the same request is under way. */
function faultOf(status: number, text: string): StripeFault {
  const kind = status === 429 || status === 409 || status >= 500 ? 'busy' : 'refused';
  let known: z.infer<typeof FAULT> | undefined;
  try {
    known = FAULT.safeParse(JSON.parse(text)).data;
  } catch {
    // not JSON: the status tells
  }
  return new StripeFault(kind, known?.error.code ?? known?.error.type ?? String(status));
}
