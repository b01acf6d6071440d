/** The library that signs people in, set up so that it keeps little, asks nobody and serves no address of its own. */
import { randomBytes } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { getAdapter } from 'better-auth/db/adapter';
import { betterAuth } from 'better-auth/minimal';
import type { Database } from '../database/database.ts';
import { beginsSessions } from './begins-sessions.ts';
import { derivedKey } from './derived-key.ts';
import { deviceOf } from './device.ts';
import { keepingLittle } from './kept-columns.ts';
import type { Passwords } from './passwords.ts';

const DAY = 24 * 60 * 60;
/** Seconds after which a session that is not used ends. */
export const SESSION_SECONDS = 14 * DAY;

const TIMES = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export type Library = Awaited<ReturnType<typeof openLibrary>>;

export async function openLibrary({ db, kind }: Database, secret: Uint8Array, origin: string, passwords: Passwords) {
  const options = optionsOf(secret, origin, passwords);
  const adapter = await getAdapter({ ...options, database: { db, type: kind, transaction: true } });
  return betterAuth({ ...options, database: () => keepingLittle(adapter) });
}

function optionsOf(secret: Uint8Array, origin: string, passwords: Passwords) {
  const cookie = cookiesOf(origin);
  return {
    baseURL: origin,
    // never mounted: the routes of the site are the only way in
    basePath: '/account/library',
    secret: derivedKey(secret, 'readingscan sessions').toString('base64'),
    trustedOrigins: [origin],
    logger: { disabled: true },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    rateLimit: { enabled: false },
    plugins: [beginsSessions],
    user: { modelName: 'users', fields: { emailVerified: 'email_verified', ...TIMES } },
    account: {
      modelName: 'logins',
      fields: { accountId: 'subject', providerId: 'provider', userId: 'user_id', ...TIMES },
    },
    session: {
      modelName: 'sessions',
      fields: { token: 'token_hash', userId: 'user_id', userAgent: 'device', expiresAt: 'expires_at', ...TIMES },
      expiresIn: SESSION_SECONDS,
      updateAge: DAY,
      cookieCache: { enabled: false },
    },
    verification: {
      modelName: 'one_time_codes',
      fields: { identifier: 'code_hash', expiresAt: 'expires_at', ...TIMES },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      // the rules of the site are stricter, and count characters as people do
      minPasswordLength: 1,
      maxPasswordLength: 2048,
      password: {
        hash: (password) => passwords.hash(password),
        verify: ({ hash, password }) => passwords.verify(hash, password),
      },
    },
    databaseHooks: {
      // there is a user only once the address was proven
      user: { create: { before: async (user) => ({ data: { ...user, emailVerified: true } }) } },
      session: {
        create: { before: async (session) => ({ data: { ...session, userAgent: deviceOf(session.userAgent) } }) },
      },
    },
    advanced: {
      database: { generateId: () => randomBytes(16).toString('base64url'), validateSchema: false },
      ipAddress: { disableIpTracking: true },
      // its own prefix is another one
      useSecureCookies: false,
      cookies: {
        session_token: { ...cookie, name: cookie.name },
        dont_remember: { ...cookie, name: `${cookie.name}-once` },
      },
    },
  } satisfies BetterAuthOptions;
}

/** Sent to this site alone, never to its scripts; over TLS alone, but for a site that never leaves its machine. */
function cookiesOf(origin: string) {
  const secure = origin.startsWith('https:');
  return {
    name: secure ? '__Host-readingscan' : 'readingscan',
    attributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
  } as const;
}

/** Null where the library refuses; what else goes wrong stays an error. */
export async function refused<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (REFUSALS.has(String((error as { readonly body?: { readonly code?: unknown } } | null)?.body?.code)))
      return null;
    throw error;
  }
}

const REFUSALS: ReadonlySet<string> = new Set(['INVALID_PASSWORD']);
