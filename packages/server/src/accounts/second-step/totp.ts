/** Codes of an authenticator app, as RFC 6238 (TOTP) and RFC 4226 (HOTP) have them: six digits, new every thirty seconds. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What all apps take without being told: longer ones, or another hash, some of them get wrong. */
const DIGITS = 6;
const PERIOD = 30_000;
/** 160 bits, as the standard advises. */
const KEY_BYTES = 20;
/** Steps that a clock may be off, before and after. */
const DRIFT = 1;

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

/** The step that a moment is in, in milliseconds since 1970. */
export const counterAt = (now: number): number => Math.floor(now / PERIOD);

/** The code of one step. */
export function codeAt(key: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0xf) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code this is, the present one or one beside it; null where it is none. All are looked at, so that the time tells nothing. */
export function counterOf(key: Uint8Array, code: string, now: number): number | null {
  const given = Buffer.from(code.padEnd(DIGITS).slice(0, DIGITS));
  const steps = Array.from({ length: 2 * DRIFT + 1 }, (_, at) => counterAt(now) + DRIFT - at);
  const found = steps.filter((step) => {
    const known = Buffer.from(codeAt(key, step));
    return given.length === known.length && timingSafeEqual(given, known);
  });
  return isCode(code) ? (found.at(0) ?? null) : null;
}

export const isCode = (typed: string): boolean => /^[0-9]{6}$/.test(typed);

/** What an app reads from a link or a picture. `account` is shown beside the code. */
export function keyAddress(key: Uint8Array, site: string, account: string): string {
  const label = `${encodeURIComponent(site)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=${encodeURIComponent(site)}`;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, without padding: apps do not take it. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('');
}
