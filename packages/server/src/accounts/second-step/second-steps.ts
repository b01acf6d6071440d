/** The second step of each account: the key of its app, what was tried with it, and the backup codes beside it. */
import type { Kysely } from 'kysely';
import { type Tables, timeOf } from '../../database/tables.ts';
import { derivedKey } from '../derived-key.ts';
import { backupCodes } from './backup-codes.ts';
import { openKey, sealKey } from './sealed-key.ts';
import { counterOf, isCode, newKey } from './totp.ts';
import { FREE_FAILURES, waitAfter } from './waits.ts';

/** What came of a code that was typed. */
export type Tried =
  | { readonly kind: 'app' }
  | { readonly kind: 'backup' }
  /** `isMany`: just now so many in a row that the owner should know */
  | { readonly kind: 'wrong'; readonly isMany: boolean }
  | { readonly kind: 'codesWait'; readonly seconds: number };

export interface SecondSteps {
  isOn(userId: string): Promise<boolean>;
  /** Since when, in milliseconds since 1970, and how many backup codes are left; null where it is off. */
  state(userId: string): Promise<{ readonly since: number; readonly codesLeft: number } | null>;
  /** Makes a new key that waits for its first code. False where the step is on. */
  begin(userId: string): Promise<boolean>;
  /** The key that waits; null where none does. */
  waiting(userId: string): Promise<Uint8Array | null>;
  /** Switched on by the first code: the backup codes. Null where the code is not the key's. */
  confirm(userId: string, typed: string): Promise<readonly string[] | null>;
  /** A code of the app, or a backup code. Each is good once. */
  attempt(userId: string, typed: string): Promise<Tried>;
  newCodes(userId: string): Promise<readonly string[]>;
  /** Wrong codes of the past hold nobody up any more. */
  calm(userId: string): Promise<void>;
  /** False where it was off. */
  off(userId: string): Promise<boolean>;
}

/** Milliseconds in which a key that was shown is to be confirmed. */
const SET_UP = 30 * 60_000;

/** `now` in milliseconds since 1970. */
export function secondSteps(db: Kysely<Tables>, secret: Uint8Array, now: () => number): SecondSteps {
  const sealing = derivedKey(secret, 'readingscan second step');
  const codes = backupCodes(db, derivedKey(secret, 'readingscan backup codes'), now);
  const at = (): string => new Date(now()).toISOString();
  const rowOf = (userId: string) =>
    db.selectFrom('second_steps').selectAll().where('user_id', '=', userId).executeTakeFirst();
  const change = (userId: string, within: Kysely<Tables> = db) =>
    within.updateTable('second_steps').where('user_id', '=', userId).returning('user_id').set({ updated_at: at() });

  /** The key that waits, and as it lies in its row. */
  async function waiting(userId: string): Promise<{ readonly key: Uint8Array; readonly sealed: string } | null> {
    const row = await rowOf(userId);
    if (!row || row.on_since !== null || now() - timeOf(row.created_at) > SET_UP) return null;
    return { key: openKey(row.sealed_key, userId, sealing), sealed: row.sealed_key };
  }

  async function byApp(userId: string, code: string): Promise<Tried> {
    const row = await rowOf(userId);
    if (!row) return { kind: 'wrong', isMany: false };
    const seconds = waitAfter(row.failures, row.tried_at === null ? null : timeOf(row.tried_at), now());
    if (seconds !== null) return { kind: 'codesWait', seconds };
    // counted before it is looked at, and one at a time: a thousand at once are no thousand tries
    const counted = await change(userId)
      .set({ failures: row.failures + 1, tried_at: at() })
      .where('failures', '=', row.failures)
      .where('last_counter', '=', row.last_counter)
      .executeTakeFirst();
    if (!counted) return { kind: 'codesWait', seconds: 1 };
    const counter = counterOf(openKey(row.sealed_key, userId, sealing), code, now());
    const wrong: Tried = { kind: 'wrong', isMany: row.failures + 1 === FREE_FAILURES };
    if (counter === null) return wrong;
    // a code that was used, and those before it, are good no longer
    const passed = await change(userId)
      .set({ failures: 0, last_counter: counter })
      .where('last_counter', '<', counter)
      .executeTakeFirst();
    return passed ? { kind: 'app' } : wrong;
  }

  const isOn = async (userId: string): Promise<boolean> => ((await rowOf(userId))?.on_since ?? null) !== null;

  return {
    isOn,
    async state(userId) {
      const since = (await rowOf(userId))?.on_since ?? null;
      return since === null ? null : { since: timeOf(since), codesLeft: await codes.left(userId) };
    },
    begin: (userId) =>
      db.transaction().execute(async (within) => {
        await within.deleteFrom('second_steps').where('user_id', '=', userId).where('on_since', 'is', null).execute();
        const made = await within
          .insertInto('second_steps')
          .values({
            user_id: userId,
            sealed_key: sealKey(newKey(), userId, sealing),
            on_since: null,
            last_counter: 0,
            failures: 0,
            tried_at: null,
            created_at: at(),
            updated_at: at(),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('user_id')
          .executeTakeFirst();
        return made !== undefined;
      }),
    waiting: async (userId) => (await waiting(userId))?.key ?? null,
    async confirm(userId, typed) {
      const found = await waiting(userId);
      const counter = found && counterOf(found.key, bare(typed), now());
      if (!found || counter === null) return null;
      // both or neither: nobody is left with a step and without a way around it, or with codes that are good no longer
      return db.transaction().execute(async (within) => {
        const on = await change(userId, within)
          .set({ on_since: at(), last_counter: counter })
          .where('on_since', 'is', null)
          .where('sealed_key', '=', found.sealed)
          .executeTakeFirst();
        return on ? codes.make(userId, within) : null;
      });
    },
    async attempt(userId, typed) {
      const code = bare(typed);
      if (!(await isOn(userId))) return { kind: 'wrong', isMany: false };
      if (isCode(code)) return byApp(userId, code);
      return (await codes.use(userId, code)) ? { kind: 'backup' } : { kind: 'wrong', isMany: false };
    },
    newCodes: (userId) => codes.make(userId),
    async calm(userId) {
      await change(userId).set({ failures: 0 }).execute();
    },
    async off(userId) {
      const gone = await db.transaction().execute(async (within) => {
        await within.deleteFrom('backup_codes').where('user_id', '=', userId).execute();
        return within.deleteFrom('second_steps').where('user_id', '=', userId).returning('on_since').execute();
      });
      return gone.some(({ on_since }) => on_since !== null);
    },
  };
}

/** Without what stands between the signs of a code for the eye; wide figures of Chinese keyboards are figures. */
const bare = (typed: string): string => typed.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
