/** Codes for who has lost the phone: each good once, kept as a keyed hash, so that the database alone tells none of them. */
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../../database/tables.ts';

export interface BackupCodes {
  /** New ones, shown to their owner and known to nobody after that; those before are good no longer. */
  make(userId: string, within?: Transaction<Tables>): Promise<readonly string[]>;
  /** True once for each: of two at the same moment one gets false. */
  use(userId: string, typed: string): Promise<boolean>;
  left(userId: string): Promise<number>;
}

const HOW_MANY = 10;
/** No 0, 1, I or O, which look alike on paper. Ten of 32 are 50 bits. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 10;

/** `now` in milliseconds since 1970. */
export function backupCodes(db: Kysely<Tables>, key: Uint8Array, now: () => number): BackupCodes {
  const hashOf = (userId: string, code: string): string =>
    createHmac('sha256', key).update(`${userId} ${code}`).digest('base64url');
  return {
    async make(userId, whole) {
      const made = Array.from({ length: HOW_MANY }, newCode);
      const created_at = new Date(now()).toISOString();
      const put = async (within: Transaction<Tables>): Promise<void> => {
        await within.deleteFrom('backup_codes').where('user_id', '=', userId).execute();
        await within
          .insertInto('backup_codes')
          .values(made.map((code) => ({ id: newId(), user_id: userId, code_hash: hashOf(userId, code), created_at })))
          .execute();
      };
      await (whole ? put(whole) : db.transaction().execute(put));
      return made.map((code) => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`);
    },
    async use(userId, typed) {
      const used = await db
        .deleteFrom('backup_codes')
        .where('user_id', '=', userId)
        .where('code_hash', '=', hashOf(userId, typed.toUpperCase()))
        .returning('id')
        .executeTakeFirst();
      return used !== undefined;
    },
    async left(userId) {
      const rows = await db.selectFrom('backup_codes').select('id').where('user_id', '=', userId).execute();
      return rows.length;
    },
  };
}

const newId = (): string => randomBytes(16).toString('base64url');

const newCode = (): string => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
