/** The way to Google and back: what binds the answer to the browser that asked, made from one cookie and kept nowhere else. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isLanguage, type Language } from '@readingscan/reader/languages';
import { parse, serialize } from 'hono/utils/cookie';

export interface Trip {
  readonly state: string;
  readonly nonce: string;
  /** of PKCE: whoever has the code alone can do nothing with it */
  readonly verifier: string;
  readonly language: Language;
}

export interface Trips {
  /** The cookie to set, and what to ask with. */
  begin(language: Language): { readonly cookie: string; readonly trip: Trip };
  /** The trip that this browser is on; null where it is on none, or too long. */
  under(headers: Headers): Trip | null;
  /** Takes the cookie away. */
  readonly end: string;
}

const SECONDS = 10 * 60;

/** `now` in milliseconds since 1970. */
export function trips(key: Uint8Array, origin: string, now: () => number): Trips {
  const secure = origin.startsWith('https:');
  const name = secure ? '__Host-readingscan-google' : 'readingscan-google';
  const cookie = (value: string, maxAge: number): string =>
    serialize(name, value, { path: '/', secure, httpOnly: true, sameSite: 'Lax', maxAge });
  const made = (value: string, language: Language): Trip => {
    const of = (use: string): string => createHmac('sha256', key).update(`${use} ${value}`).digest('base64url');
    return { state: of('state'), nonce: of('nonce'), verifier: of('verifier'), language };
  };
  return {
    begin(language) {
      const value = [language, Math.floor(now() / 1000), randomBytes(32).toString('base64url')].join('.');
      return { cookie: cookie(value, SECONDS), trip: made(value, language) };
    },
    under(headers) {
      const value = parse(headers.get('cookie') ?? '', name)[name] ?? '';
      const [language = '', since = ''] = value.split('.');
      const age = now() / 1000 - Number(since);
      return isLanguage(language) && /^\d{9,11}$/.test(since) && age < SECONDS ? made(value, language) : null;
    },
    end: cookie('', 0),
  };
}

export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** In a time that says nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
