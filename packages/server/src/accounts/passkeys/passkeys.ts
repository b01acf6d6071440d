/** Passkeys of accounts: made by who is signed in, shown by who wants to be, kept without anything that opens them. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { MOST_PASSKEYS, type PasskeyView } from '@readingscan/web';
import type { Database } from '../../database/database.ts';
import { append } from '../../saved/trail.ts';
import { derivedKey } from '../derived-key.ts';
import { heldAccount } from '../held.ts';
import type { OneTimeCodes } from '../one-time-codes.ts';
import { ALGORITHMS, madeCredential, type RelyingParty, shownCredential } from './ceremony.ts';

/** Whose passkey is made or removed. */
export interface PasskeyOwner {
  readonly userId: string;
  readonly email: string;
  readonly device: string;
}

export interface Passkeys {
  list(userId: string): Promise<readonly PasskeyView[]>;
  /** What a browser is asked with to make one, good once and for ten minutes. Null where the account has as many as may be. */
  begin(who: PasskeyOwner): Promise<object | null>;
  /** "gone": nothing was begun by this person, or it was too long ago. */
  finish(who: PasskeyOwner, name: string, written: string): Promise<'made' | 'gone' | 'wrong'>;
  /** At once. False where this owner has none of that id. */
  remove(who: PasskeyOwner, id: string): Promise<boolean>;
  /** What a browser is asked with to show one: the same for everybody but for its challenge. */
  ask(): Promise<object>;
  /** Whose passkey was shown; null where it is nobody's, or not as it should be. */
  whose(written: string): Promise<string | null>;
}

export interface PasskeyParts {
  readonly database: Database;
  readonly secret: Uint8Array;
  readonly codes: OneTimeCodes;
  readonly site: RelyingParty;
  /** milliseconds since 1970 */
  readonly now: () => number;
}

const NAME = 'ReadingScan';
/** Milliseconds that a browser waits for a person. */
const PATIENCE = 5 * 60_000;

export function passkeysOf({ database, secret, codes, site, now }: PasskeyParts): Passkeys {
  const { db } = database;
  const naming = derivedKey(secret, 'readingscan passkeys');
  // what the device keeps: it tells nobody the user's own name, and is the same for all passkeys of one account
  const handleOf = (userId: string): Buffer => createHmac('sha256', naming).update(userId).digest();
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  const rowsOf = (userId: string) => db.selectFrom('passkeys').selectAll().where('user_id', '=', userId);

  return {
    async list(userId) {
      const rows = await rowsOf(userId).orderBy('made_on', 'desc').orderBy('id').execute();
      return rows.map(({ id, name, made_on, used_on }) => ({ id, name, madeOn: made_on, usedOn: used_on }));
    },
    async begin({ userId, email }) {
      const had = await rowsOf(userId).execute();
      if (had.length >= MOST_PASSKEYS) return null;
      return {
        challenge: await codes.make('passkey', userId),
        rp: { id: site.id, name: NAME },
        user: { id: handleOf(userId).toString('base64url'), name: email, displayName: email },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
        timeout: PATIENCE,
        attestation: 'none',
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        excludeCredentials: had.map(({ credential_id }) => ({ type: 'public-key', id: credential_id })),
      };
    },
    async finish({ userId, device }, name, written) {
      const said = await madeCredential(written, site);
      if (!said) return 'wrong';
      if ((await codes.use('passkey', said.challenge)) !== userId) return 'gone';
      const made = await said.check();
      if (!made) return 'wrong';
      return heldAccount(database, userId, async (within) => {
        const had = await within.selectFrom('passkeys').select('id').where('user_id', '=', userId).execute();
        if (had.length >= MOST_PASSKEYS) return 'gone';
        const added = await within
          .insertInto('passkeys')
          .values({
            id: randomBytes(16).toString('base64url'),
            user_id: userId,
            name,
            credential_id: made.id,
            public_key: made.publicKey,
            counter: made.counter,
            made_on: today(),
            used_on: null,
          })
          // of a device that made up the name of another's
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!added) return 'wrong';
        await append(within, userId, { at: now(), who: device, what: 'passkey-made', count: 1 });
        return 'made';
      });
    },
    remove: ({ userId, device }, id) =>
      heldAccount(database, userId, async (within) => {
        const gone = await within
          .deleteFrom('passkeys')
          .where('user_id', '=', userId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        if (!gone) return false;
        await append(within, userId, { at: now(), who: device, what: 'passkey-removed', count: 1 });
        return true;
      }),
    ask: async () => ({
      // of nobody yet: each browser that asks has its own
      challenge: await codes.make('passkey-in', randomBytes(16).toString('base64url')),
      rpId: site.id,
      timeout: PATIENCE,
      userVerification: 'required',
    }),
    async whose(written) {
      const shown = await shownCredential(written, site);
      // used up whatever comes of it: nothing can be tried twice
      if (!shown || (await codes.use('passkey-in', shown.challenge)) === null) return null;
      const row = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('credential_id', '=', shown.credentialId)
        .executeTakeFirst();
      if (!row || !isSame(shown.userHandle, handleOf(row.user_id))) return null;
      const counter = await shown.check({ id: row.credential_id, publicKey: row.public_key, counter: row.counter });
      if (counter === null) return null;
      // of two at the same moment that show the same count one is a copy
      const counted = await db
        .updateTable('passkeys')
        .set({ counter, used_on: today() })
        .where('id', '=', row.id)
        .where('counter', '=', row.counter)
        .returning('user_id')
        .executeTakeFirst();
      return counted?.user_id ?? null;
    },
  };
}

function isSame(given: string, own: Buffer): boolean {
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === own.length && timingSafeEqual(bytes, own);
}
