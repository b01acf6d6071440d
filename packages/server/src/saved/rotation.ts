/** From older master keys to the newest: the keys of reports are wrapped anew, one row at a time, so that a kill leaves each row good under one key or the other and the next run goes on. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { jobKeyBound } from '../jobs/packing.ts';
import { boundTo } from './bound-to.ts';
import { CannotOpen, type KeyService, type WrappedKey } from './master-keys.ts';

export interface Rotated {
  /** wrapped anew now */
  readonly done: number;
  /** left as they are: they do not open with the keys there are */
  readonly failed: number;
}

/** Reports that no key that there is opens. */
export interface LostKey {
  readonly keyId: string;
  readonly reports: number;
}

/** Where keys that a master key wraps lie. */
const PLACES = {
  saved_reports: (userId: string, id: string): Uint8Array => boundTo(userId, id, 'key'),
  jobs: jobKeyBound,
} as const;
type Place = keyof typeof PLACES;

const AT_ONCE = 200;
const COLUMNS = ['user_id', 'id', 'key_id', 'wrapped_key'] as const;
type Row = Pick<Tables['saved_reports'], (typeof COLUMNS)[number]>;

/** The bodies of reports are neither read nor written. A server may go on meanwhile, where it has both keys. */
export async function rotate(
  db: Kysely<Tables>,
  keys: KeyService,
  onProgress: (done: number) => void = () => undefined,
): Promise<Rotated> {
  let [done, failed] = [0, 0];
  for (const place of ['saved_reports', 'jobs'] as const) {
    let last: Row | undefined;
    do {
      const rows = await oldRows(db, place, keys.newest, last);
      for (const row of rows) {
        if (await rewrapped(db, place, keys, row)) done += 1;
        else failed += 1;
      }
      last = rows.at(-1);
      if (last) onProgress(done);
    } while (last);
  }
  return { done, failed };
}

/** Reports, or jobs, for each master key. */
export async function keysInUse(db: Kysely<Tables>, place: Place = 'saved_reports'): Promise<readonly LostKey[]> {
  const rows = await db
    .selectFrom(place)
    .select(({ fn }) => ['key_id', fn.countAll().as('reports')])
    .groupBy('key_id')
    .orderBy('key_id')
    .execute();
  return rows.map(({ key_id, reports }) => ({ keyId: key_id, reports: Number(reports) }));
}

/** Looked at with one report of each. */
export async function lostKeys(db: Kysely<Tables>, keys: KeyService): Promise<readonly LostKey[]> {
  const lost: LostKey[] = [];
  for (const used of await keysInUse(db)) {
    const row = await db
      .selectFrom('saved_reports')
      .select(COLUMNS)
      .where('key_id', '=', used.keyId)
      .orderBy('user_id')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (row && !(await keyOf('saved_reports', row, keys))) lost.push(used);
  }
  return lost;
}

function oldRows(db: Kysely<Tables>, place: Place, newest: string, after: Row | undefined): Promise<Row[]> {
  const old = db
    .selectFrom(place)
    .select(COLUMNS)
    .where('key_id', '!=', newest)
    .orderBy('user_id')
    .orderBy('id')
    .limit(AT_ONCE);
  if (!after) return old.execute();
  return old
    .where((is) =>
      is.or([is('user_id', '>', after.user_id), is.and([is('user_id', '=', after.user_id), is('id', '>', after.id)])]),
    )
    .execute();
}

/** One statement: it is done or it is not. */
async function rewrapped(db: Kysely<Tables>, place: Place, keys: KeyService, row: Row): Promise<boolean> {
  const key = await keyOf(place, row, keys);
  if (!key) return false;
  const wrapped: WrappedKey = await keys.wrap(key, PLACES[place](row.user_id, row.id));
  key.fill(0);
  await db
    .updateTable(place)
    .set({ key_id: wrapped.keyId, wrapped_key: wrapped.bytes })
    .where('user_id', '=', row.user_id)
    .where('id', '=', row.id)
    // deleted and saved again meanwhile: another key, which is not touched
    .where('wrapped_key', '=', row.wrapped_key)
    .execute();
  return true;
}

async function keyOf(place: Place, row: Row, keys: KeyService): Promise<Uint8Array | null> {
  try {
    return await keys.unwrap({ keyId: row.key_id, bytes: row.wrapped_key }, PLACES[place](row.user_id, row.id));
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}
