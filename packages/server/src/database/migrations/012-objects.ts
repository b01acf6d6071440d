/** Photographs may lie in a store of files: their row names them there. What is on its way in, and what no row names any longer, is written down until it is gone. */
import { sql } from 'kysely';
import type { DatabaseKind, MigrationOf } from './migration.ts';

export const objects: MigrationOf = (kind) => ({
  async up(db) {
    // null: the bytes stand in the row
    await db.schema.alterTable('saved_originals').addColumn('object', 'text').execute();
    await db.schema.createIndex('saved_originals_object').on('saved_originals').column('object').execute();
    await db.schema
      .createTable('loose_objects')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('goes_at', kind === 'postgres' ? 'timestamptz' : 'text', (column) => column.notNull())
      .addColumn('is_going', 'integer', (column) => column.notNull())
      .execute();
    for (const statement of LOOSE[kind]) await sql.raw(statement).execute(db);
  },
});

/** By the transaction that deletes the row, in whatever way it goes. */
const LOOSE: Readonly<Record<DatabaseKind, readonly string[]>> = {
  postgres: [
    `create function object_loose() returns trigger language plpgsql as $$
     begin
       insert into loose_objects (name, goes_at, is_going) values (old.object, now(), 1)
         on conflict (name) do update set is_going = 1;
       return old;
     end $$`,
    `create trigger saved_originals_loose after delete on saved_originals
     for each row when (old.object is not null) execute function object_loose()`,
  ],
  sqlite: [
    `create trigger saved_originals_loose after delete on saved_originals when old.object is not null
     begin
       insert into loose_objects (name, goes_at, is_going)
         values (old.object, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 1)
         on conflict (name) do update set is_going = 1;
     end`,
  ],
};
