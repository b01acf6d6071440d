/** Codes that mails carry: each is good once and for a while, the newest alone, and the database knows only its hash. */
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * "step": the password was right, and the code of an app is owed. It comes in a cookie, not in a mail.
 * "passkey", "passkey-in": what a device signs to make a passkey, or to show one.
 */
export type Purpose = 'join' | 'reset' | 'step' | 'passkey' | 'passkey-in';

export interface OneTimeCodes {
  /** A new code for whom it is; one made before is good no longer. */
  make(purpose: Purpose, whom: string): Promise<string>;
  /** Whom a code is for, which stays good; null where it is good no longer. */
  whose(purpose: Purpose, code: string): Promise<string | null>;
  /** Whom a code is for, once: of two at the same moment one gets null. */
  use(purpose: Purpose, code: string): Promise<string | null>;
  /** All codes of these people are good no longer. */
  drop(...whom: readonly string[]): Promise<void>;
}

const MINUTE = 60_000;
const LIFE: Readonly<Record<Purpose, number>> = {
  join: 60 * MINUTE,
  reset: 30 * MINUTE,
  step: 10 * MINUTE,
  passkey: 10 * MINUTE,
  'passkey-in': 10 * MINUTE,
};

/** `now` in milliseconds since 1970. */
export function oneTimeCodes(db: Kysely<Tables>, now: () => number): OneTimeCodes {
  const at = (later = 0): string => new Date(now() + later).toISOString();
  const nameOf = (stored: string | undefined): string | null => stored?.slice(stored.indexOf(' ') + 1) ?? null;
  return {
    async make(purpose, whom) {
      const code = randomBytes(32).toString('base64url');
      const value = `${purpose} ${whom}`;
      await db.transaction().execute(async (within) => {
        await within.deleteFrom('one_time_codes').where('value', '=', value).execute();
        await within
          .insertInto('one_time_codes')
          .values({
            id: randomBytes(16).toString('base64url'),
            code_hash: hashOf(purpose, code),
            value,
            expires_at: at(LIFE[purpose]),
            created_at: at(),
            updated_at: at(),
          })
          .execute();
      });
      return code;
    },
    async whose(purpose, code) {
      const found = await db
        .selectFrom('one_time_codes')
        .select('value')
        .where('code_hash', '=', hashOf(purpose, code))
        .where('expires_at', '>', at())
        .executeTakeFirst();
      return nameOf(found?.value);
    },
    async use(purpose, code) {
      const found = await db
        .deleteFrom('one_time_codes')
        .where('code_hash', '=', hashOf(purpose, code))
        .where('expires_at', '>', at())
        .returning('value')
        .executeTakeFirst();
      return nameOf(found?.value);
    },
    async drop(...whom) {
      const values = whom.flatMap((one) => Object.keys(LIFE).map((purpose) => `${purpose} ${one}`));
      await db.deleteFrom('one_time_codes').where('value', 'in', values).execute();
    },
  };
}

const hashOf = (purpose: Purpose, code: string): string =>
  createHash('sha256').update(`${purpose} ${code}`).digest('base64url');
