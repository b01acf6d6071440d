/** Keys for programs: made by who is signed in, kept as hashes, good until their last day or until their owner ends them. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { KEY_SCOPES, type KeyScope, type KeyView, MOST_KEYS } from '@readingscan/web';
import type { Database } from '../../database/database.ts';
import type { Tables } from '../../database/tables.ts';
import { append } from '../../saved/trail.ts';
import { heldAccount } from '../held.ts';
import { newKeyText, readKeyText } from './key-text.ts';

export interface WantedKey {
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  /** the last day on which it is good, as in 2026-11-29; null for no end */
  readonly endsOn: string | null;
}

/** Whoever a program asks for. */
export interface KeyHolder {
  /** of the key: for its limits */
  readonly keyId: string;
  readonly userId: string;
  readonly scopes: readonly KeyScope[];
}

export type Judged =
  | { readonly kind: 'good'; readonly holder: KeyHolder }
  /** it cannot have been given out: a sign is wrong */
  | { readonly kind: 'slip' }
  /** never given out, ended, or its account is gone */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'over' };

interface Maker {
  readonly userId: string;
  readonly device: string;
}

export interface ApiKeys {
  list(userId: string): Promise<readonly KeyView[]>;
  /** The whole key, known to nobody after that. Null where the account has as many as may be. */
  make(who: Maker, wanted: WantedKey): Promise<string | null>;
  /** At once. False where this owner has none of that id. */
  end(who: Maker, id: string): Promise<boolean>;
  judge(written: string): Promise<Judged>;
}

type Row = Tables['api_keys'];

const NOBODY = Buffer.alloc(32);

/** `now` in milliseconds since 1970. */
export function apiKeys(database: Database, now: () => number): ApiKeys {
  const { db } = database;
  const today = (): string => new Date(now()).toISOString().slice(0, 10);
  const isOver = ({ ends_on }: Pick<Row, 'ends_on'>): boolean => ends_on !== null && ends_on < today();
  const note = { count: 1 } as const;

  return {
    async list(userId) {
      const rows = await db
        .selectFrom('api_keys')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('made_on', 'desc')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        prefix: row.prefix,
        scopes: scopesIn(row.scopes),
        madeOn: row.made_on,
        usedOn: row.used_on,
        endsOn: row.ends_on,
        isOver: isOver(row),
      }));
    },
    make: ({ userId, device }, { name, scopes, endsOn }) =>
      heldAccount(database, userId, async (within) => {
        const had = await within.selectFrom('api_keys').select('id').where('user_id', '=', userId).execute();
        if (had.length >= MOST_KEYS) return null;
        const { written, prefix, hash } = newKeyText();
        await within
          .insertInto('api_keys')
          .values({
            id: randomBytes(16).toString('base64url'),
            user_id: userId,
            name,
            prefix,
            key_hash: hash.toString('base64url'),
            scopes: scopes.join(' '),
            made_on: today(),
            ends_on: endsOn,
            used_on: null,
          })
          .execute();
        await append(within, userId, { at: now(), who: device, what: 'key-made', ...note });
        return written;
      }),
    end: ({ userId, device }, id) =>
      heldAccount(database, userId, async (within) => {
        const gone = await within
          .deleteFrom('api_keys')
          .where('user_id', '=', userId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst();
        if (!gone) return false;
        await append(within, userId, { at: now(), who: device, what: 'key-ended', ...note });
        return true;
      }),
    async judge(written) {
      const text = readKeyText(written);
      if (!text) return { kind: 'slip' };
      const rows = await db.selectFrom('api_keys').selectAll().where('prefix', '=', text.prefix).execute();
      // one comparison at least, and each takes the same time whatever is alike
      const [row] = [...rows, null].filter((one) => isSame(text.hash, one));
      if (!row) return { kind: 'unknown' };
      if (isOver(row)) return { kind: 'over' };
      // a day that cannot be noted, as the disk is full, keeps nobody out
      await seen(row).catch(() => undefined);
      return { kind: 'good', holder: { keyId: row.id, userId: row.user_id, scopes: scopesIn(row.scopes) } };
    },
  };

  /** The day, written once: how often and when on it nobody learns. */
  async function seen({ id, used_on }: Row): Promise<void> {
    const day = today();
    if (used_on === day) return;
    await db.updateTable('api_keys').set({ used_on: day }).where('id', '=', id).execute();
  }
}

const isSame = (hash: Buffer, row: Row | null): boolean =>
  timingSafeEqual(hash, row ? Buffer.from(row.key_hash, 'base64url') : NOBODY);

/** A scope that this program does not know any longer allows nothing. */
const scopesIn = (stored: string): readonly KeyScope[] =>
  KEY_SCOPES.filter((scope) => stored.split(' ').includes(scope));
