/** When the last backup of a database was made, as far as this program knows. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

const ID = 'backup';

export async function noteBackup(db: Kysely<Tables>, at: Date): Promise<void> {
  const made_at = at.toISOString();
  await db
    .insertInto('last_backups')
    .values({ id: ID, made_at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ made_at }))
    .execute();
}

/** Milliseconds since 1970; null where none is known. */
export async function lastBackup(db: Kysely<Tables>): Promise<number | null> {
  const found = await db.selectFrom('last_backups').select('made_at').where('id', '=', ID).executeTakeFirst();
  return found ? Date.parse(found.made_at) : null;
}
