/** Is this from Stripe, whole and new? Its webhooks are signed with HMAC-SHA256 over the time and the body as it came. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a signature is good for, before and after. */
const TOLERANCE = 5 * 60;
const MOST_SIGNATURES = 16;

/** `header`: as in "t=1732867200,v1=…,v1=…"; `now` in milliseconds since 1970. While a secret is changed, any of several is good. */
export function isSigned(header: string, body: Uint8Array, secrets: readonly string[], now: number): boolean {
  const parts = header.split(',').map((part): readonly [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time) || Math.abs(now / 1000 - Number(time)) > TOLERANCE) return false;
  const given = parts
    .filter(([name, value]) => name === 'v1' && /^[0-9a-f]{64}$/.test(value))
    .slice(0, MOST_SIGNATURES)
    .map(([, value]) => Buffer.from(value, 'hex'));
  // each is compared, so that the time tells nothing
  const found = secrets.flatMap((secret) => given.map((one) => timingSafeEqual(one, signatureOf(time, body, secret))));
  return found.includes(true);
}

export const signatureOf = (time: string, body: Uint8Array, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest();
