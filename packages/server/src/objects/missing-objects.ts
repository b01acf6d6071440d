/** Photographs that a database names and the store of files does not have: looked at after a restore. */
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { ObjectName, Objects } from './objects.ts';

const AT_ONCE = 1000;

export async function missingObjects(db: Kysely<Tables>, objects: Pick<Objects, 'list'>): Promise<number> {
  const there = new Set<ObjectName>();
  for await (const { name } of objects.list()) there.add(name);
  let missing = 0;
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('saved_originals')
      .select('object')
      .where('object', '>', after)
      .orderBy('object')
      .limit(AT_ONCE)
      .execute();
    for (const { object } of rows) if (object !== null && !there.has(object)) missing += 1;
    after = rows.at(-1)?.object ?? '';
    if (rows.length < AT_ONCE) return missing;
  }
}

/** Photographs that are not in the database itself. */
export async function objectsNamed(db: Kysely<Tables>): Promise<number> {
  const { count } = await db
    .selectFrom('saved_originals')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('object', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
