/** Rows of people, their passwords and sessions: what is asked of the database without the library. */
import { randomBytes } from 'node:crypto';
import type { SignedInDevice } from '@readingscan/web';
import { HELD } from '../api/saving/once-each.ts';
import type { Database } from '../database/database.ts';
import { timeOf } from '../database/tables.ts';

export interface People {
  idOf(email: string): Promise<string | null>;
  emailOf(userId: string): Promise<string | null>;
  /** Whom a provider knows by this name; null where nobody is. */
  byLogin(provider: string, subject: string): Promise<string | null>;
  /** One name for each provider: false where the user has another one there. */
  addLogin(userId: string, provider: string, subject: string): Promise<boolean>;
  /** As it is kept; null where somebody else vouches for the person. */
  passwordOf(userId: string): Promise<string | null>;
  /** All sessions end with it. */
  setPassword(userId: string, hash: string): Promise<void>;
  /** The newest first. */
  devices(userId: string, thisSession: string, now: number): Promise<readonly SignedInDevice[]>;
  endSession(userId: string, sessionId: string): Promise<void>;
  endAll(userId: string): Promise<void>;
  /** All but this one. */
  endOthers(userId: string, sessionId: string): Promise<void>;
  /** With all that belongs to the user: the database holds them together. */
  remove(userId: string): Promise<void>;
  /** Sessions that have run out or are older than `longest`, codes that have run out, and requests that were to be done once. Times in milliseconds. */
  dropOld(now: number, longest: number): Promise<void>;
}

/** The provider of who signs in with a password. */
const PASSWORD = 'credential';

export function peopleOf({ db }: Database): People {
  const ended = (userId: string) => db.deleteFrom('sessions').where('user_id', '=', userId);
  return {
    async idOf(email) {
      const found = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirst();
      return found?.id ?? null;
    },
    async emailOf(userId) {
      const found = await db.selectFrom('users').select('email').where('id', '=', userId).executeTakeFirst();
      return found?.email ?? null;
    },
    async byLogin(provider, subject) {
      const found = await db
        .selectFrom('logins')
        .select('user_id')
        .where('provider', '=', provider)
        .where('subject', '=', subject)
        .executeTakeFirst();
      return found?.user_id ?? null;
    },
    addLogin: (userId, provider, subject) =>
      db.transaction().execute(async (within) => {
        const has = await within
          .selectFrom('logins')
          .select('id')
          .where('user_id', '=', userId)
          .where('provider', '=', provider)
          .executeTakeFirst();
        if (has) return false;
        const at = new Date().toISOString();
        const id = randomBytes(16).toString('base64url');
        await within
          .insertInto('logins')
          .values({ id, user_id: userId, provider, subject, password: null, created_at: at, updated_at: at })
          .execute();
        return true;
      }),
    async passwordOf(userId) {
      const found = await db
        .selectFrom('logins')
        .select('password')
        .where('user_id', '=', userId)
        .where('provider', '=', PASSWORD)
        .executeTakeFirst();
      return found?.password ?? null;
    },
    async setPassword(userId, hash) {
      await db.transaction().execute(async (within) => {
        await within
          .updateTable('logins')
          .set({ password: hash, updated_at: new Date().toISOString() })
          .where('user_id', '=', userId)
          .where('provider', '=', PASSWORD)
          .execute();
        await within.deleteFrom('sessions').where('user_id', '=', userId).execute();
      });
    },
    async devices(userId, thisSession, now) {
      const rows = await db
        .selectFrom('sessions')
        .select(['id', 'device', 'created_at'])
        .where('user_id', '=', userId)
        .where('expires_at', '>', new Date(now).toISOString())
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(({ id, device, created_at }) => ({
        id,
        device,
        since: timeOf(created_at),
        isThis: id === thisSession,
      }));
    },
    async endSession(userId, sessionId) {
      await ended(userId).where('id', '=', sessionId).execute();
    },
    async endAll(userId) {
      await ended(userId).execute();
    },
    async endOthers(userId, sessionId) {
      await ended(userId).where('id', '!=', sessionId).execute();
    },
    async remove(userId) {
      await db.deleteFrom('users').where('id', '=', userId).execute();
    },
    async dropOld(now, longest) {
      const at = new Date(now).toISOString();
      await db
        .deleteFrom('sessions')
        .where((is) =>
          is.or([is('expires_at', '<=', at), is('created_at', '<=', new Date(now - longest).toISOString())]),
        )
        .execute();
      await db.deleteFrom('one_time_codes').where('expires_at', '<=', at).execute();
      const heldNoLonger = new Date(now - HELD).toISOString();
      await db.deleteFrom('requests_once').where('begun_at', '<=', heldNoLonger).execute();
    },
  };
}
