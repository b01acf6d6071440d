/** Asks Google's servers: for what a code stands for, and for the keys that it signs with. Bounded in time and size; redirects are not followed. */
import { z } from 'zod';
import type { GoogleSettings, Provider, SigningKey } from './provider.ts';

export interface Asking {
  /** The identity token; null where the code is good for none. Throws where nobody answers. */
  redeem(code: string, verifier: string, back: string): Promise<string | null>;
  keyOf(id: string): Promise<SigningKey | null>;
}

const PATIENCE = 10_000;
const MOST_BYTES = 100_000;
/** Keys are asked for again after an hour, and for a new name, but no more than once a minute. */
const [KEEP, PAUSE] = [60 * 60_000, 60_000];

const TOKENS = z.object({ id_token: z.string().max(20_000) });
const KEYS = z.object({
  keys: z.array(z.object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })),
});

/** `now` in milliseconds since 1970. */
export function asking(provider: Provider, { clientId, clientSecret }: GoogleSettings, now: () => number): Asking {
  let keys: readonly (SigningKey & { readonly kid: string })[] = [];
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    async redeem(code, verifier, back) {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uri: back,
        code_verifier: verifier,
      });
      const parsed = TOKENS.safeParse(await answerOf(provider.token, { method: 'POST', body }));
      return parsed.success ? parsed.data.id_token : null;
    },
    async keyOf(id) {
      const known = keys.find(({ kid }) => kid === id);
      const age = now() - askedAt;
      if (known ? age < KEEP : age < PAUSE) return known ?? null;
      askedAt = now();
      const parsed = KEYS.safeParse(await answerOf(provider.keys));
      if (parsed.success) keys = parsed.data.keys;
      return keys.find(({ kid }) => kid === id) ?? null;
    },
  };
}

/** Null where it is refused, or is no JSON. */
async function answerOf(address: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
  const text = await answer.text();
  if (!answer.ok || text.length > MOST_BYTES) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
