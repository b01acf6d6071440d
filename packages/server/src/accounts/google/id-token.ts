/** What Google says of who has signed in there, believed only where it is signed by Google, for this site, just now and for this very sign-in. */
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { Refusal, SigningKey } from './provider.ts';

export interface Expected {
  readonly issuer: string;
  readonly clientId: string;
  readonly nonce: string;
  /** milliseconds since 1970 */
  readonly now: number;
  /** the key of this name; null where there is none */
  readonly keyOf: (id: string) => Promise<SigningKey | null>;
}

export interface Vouched {
  /** of the person at Google, for good */
  readonly subject: string;
  /** in small letters */
  readonly email: string;
}

/** Seconds that clocks may differ, and that a token may be old. */
const [DRIFT, OLDEST] = [60, 10 * 60];

const HEADER = z.object({ alg: z.literal('RS256'), kid: z.string().max(200) });
const CLAIMS = z.object({
  iss: z.string(),
  aud: z.string(),
  azp: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
  nonce: z.string(),
  sub: z.string().min(1).max(255),
  email: z.email().max(254).optional(),
  email_verified: z.boolean().optional(),
  hd: z.string().optional(),
});

export async function vouchedFor(token: string, expected: Expected): Promise<Vouched | Refusal> {
  const [head = '', body = '', seal = '', ...more] = token.split('.');
  const header = HEADER.safeParse(jsonOf(head));
  if (!header.success || more.length > 0) return 'signature';
  const key = await expected.keyOf(header.data.kid);
  if (!key || !isSigned(`${head}.${body}`, seal, key)) return 'signature';
  const claims = CLAIMS.safeParse(jsonOf(body));
  if (!claims.success) return 'claims';
  const { iss, aud, azp, exp, iat, nonce, sub, email, email_verified, hd } = claims.data;
  const now = expected.now / 1000;
  const isFromThere = iss === expected.issuer || `https://${iss}` === expected.issuer;
  const isForUs = aud === expected.clientId && (azp === undefined || azp === expected.clientId);
  const isOfNow = exp > now - DRIFT && iat < now + DRIFT && iat > now - OLDEST;
  if (!(isFromThere && isForUs && isOfNow && nonce === expected.nonce)) return 'claims';
  const address = email?.toLowerCase();
  if (address === undefined || email_verified !== true || !isGoogles(address, hd)) return 'unproven';
  return { subject: sub, email: address };
}

/** Of other addresses Google knows only that they were somebody's once. */
const isGoogles = (email: string, hostedDomain: string | undefined): boolean =>
  email.endsWith('@gmail.com') || (hostedDomain !== undefined && email.endsWith(`@${hostedDomain.toLowerCase()}`));

function isSigned(text: string, seal: string, key: SigningKey): boolean {
  try {
    const signed = createPublicKey({ key: { kty: 'RSA', n: key.n, e: key.e }, format: 'jwk' });
    return verify('RSA-SHA256', Buffer.from(text), signed, Buffer.from(seal, 'base64url'));
  } catch {
    return false;
  }
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
