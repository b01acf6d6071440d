/** A request that a program sends again because no answer came is done once: its name and what it holds are known by keyed hashes, its answer by the id of what was made. */
import { createHmac, randomUUID } from 'node:crypto';
import { derivedKey } from '../../accounts/derived-key.ts';
import { heldAccount, type Within } from '../../accounts/held.ts';
import type { Database } from '../../database/database.ts';
import { timeOf } from '../../database/tables.ts';

export type Begun =
  /** `id`: of what is to be made, the same each time */
  | { readonly kind: 'new'; readonly id: string }
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'running' }
  /** the same name for something else */
  | { readonly kind: 'other' }
  /** so many are held for this account already */
  | { readonly kind: 'full' };

export interface OnceEach {
  /** `name`: as the caller chose it; `content`: all that it asks for. Rejects with `OwnerGone`. */
  begin(userId: string, name: string, content: string): Promise<Begun>;
  /** The same where all of it is done in the caller's own transaction, which holds the account: `id` is of what it makes. */
  settle(
    within: Within,
    userId: string,
    name: string,
    content: string,
    id: string,
  ): Promise<Extract<Begun, { kind: 'new' | 'done' | 'other' | 'full' }>>;
  /** It was made: asked again, this is answered. */
  done(userId: string, name: string): Promise<void>;
  /** It was not made: asked again, it is tried again. */
  failed(userId: string, name: string): Promise<void>;
  /** It may have been made, as an answer of the database was lost: asked again, it is tried again under the same id. Never rejects. */
  unsure(userId: string, name: string): Promise<void>;
}

const MINUTE = 60_000;
/** Milliseconds after which a name may be used anew. */
export const HELD = 24 * 60 * MINUTE;
/** Longer than a request takes: what began before this ended with the server. */
const LOST = 10 * MINUTE;
const MOST = 1000;

/** `now` in milliseconds since 1970. */
export function onceEach(database: Database, secret: Uint8Array, now: () => number): OnceEach {
  const { db } = database;
  // a report could be found by trying what it may say: not without this key, which is not in the database
  const key = derivedKey(secret, 'readingscan requests once');
  const hashed = (userId: string, text: string): string =>
    createHmac('sha256', key).update(`${userId}\n${text}`).digest('base64url');
  const at = (ago = 0): string => new Date(now() - ago).toISOString();
  /** that this program no longer works at, and could not say so */
  const givenUp = new Set<string>();
  const giveUp = (nameHash: string): void => {
    if (givenUp.size >= MOST) givenUp.clear();
    givenUp.add(nameHash);
  };

  /** The row of that name, for the same; what was begun where there is none. */
  async function knownOr(
    within: Within,
    userId: string,
    name: string,
    content: string,
    { id, done_at }: { readonly id: string; readonly done_at: string | null },
  ) {
    const own = () => within.selectFrom('requests_once').where('user_id', '=', userId);
    await within.deleteFrom('requests_once').where('user_id', '=', userId).where('begun_at', '<=', at(HELD)).execute();
    const [name_hash, body_hash] = [hashed(userId, name), hashed(userId, content)];
    const known = await own().selectAll().where('name_hash', '=', name_hash).executeTakeFirst();
    if (known) return known.body_hash === body_hash ? known : ({ kind: 'other' } as const);
    if ((await own().select('name_hash').limit(MOST).execute()).length === MOST) return { kind: 'full' } as const;
    await within
      .insertInto('requests_once')
      .values({ user_id: userId, name_hash, body_hash, report_id: id, begun_at: at(), done_at })
      .execute();
    return { kind: 'new', id } as const;
  }

  return {
    async begin(userId, name, content) {
      const begun = heldAccount(database, userId, async (within): Promise<Begun> => {
        const known = await knownOr(within, userId, name, content, { id: randomUUID(), done_at: null });
        if ('kind' in known) return known;
        if (known.done_at !== null) return { kind: 'done', id: known.report_id };
        if (now() - timeOf(known.begun_at) < LOST && !givenUp.delete(known.name_hash)) return { kind: 'running' };
        await within
          .updateTable('requests_once')
          .set({ begun_at: at() })
          .where('user_id', '=', userId)
          .where('name_hash', '=', hashed(userId, name))
          .execute();
        // with the id of before: what was saved then is known, and is not saved twice
        return { kind: 'new', id: known.report_id };
      });
      try {
        return await begun;
      } catch (error) {
        // it may stand there as begun all the same
        giveUp(hashed(userId, name));
        throw error;
      }
    },
    async settle(within, userId, name, content, id) {
      const known = await knownOr(within, userId, name, content, { id, done_at: at() });
      return 'kind' in known ? known : { kind: 'done', id: known.report_id };
    },
    async done(userId, name) {
      await db
        .updateTable('requests_once')
        .set({ done_at: at() })
        .where('user_id', '=', userId)
        .where('name_hash', '=', hashed(userId, name))
        .execute();
    },
    async unsure(userId, name) {
      const nameHash = hashed(userId, name);
      try {
        await db
          .updateTable('requests_once')
          .set({ begun_at: at(LOST) })
          .where('user_id', '=', userId)
          .where('name_hash', '=', nameHash)
          .where('done_at', 'is', null)
          .execute();
      } catch {
        giveUp(nameHash);
      }
    },
    async failed(userId, name) {
      await db
        .deleteFrom('requests_once')
        .where('user_id', '=', userId)
        .where('name_hash', '=', hashed(userId, name))
        .execute();
    },
  };
}
