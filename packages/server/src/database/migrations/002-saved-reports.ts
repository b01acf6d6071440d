/** Reports saved in an account, sealed; how long they are to stay; and what happened in the account, which no statement can rewrite. */
import { sql } from 'kysely';
import type { MigrationOf } from './migration.ts';

export const savedReports: MigrationOf = (kind) => {
  const bytes = kind === 'postgres' ? 'bytea' : 'blob';
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('saved_reports')
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('saved_on', 'text', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('key_id', 'text', (column) => column.notNull())
        .addColumn('wrapped_key', bytes, (column) => column.notNull())
        .addColumn('sealed', bytes, (column) => column.notNull())
        // of one owner: nobody learns from an id that another has it
        .addPrimaryKeyConstraint('saved_reports_key', ['user_id', 'id'])
        .execute();
      await db.schema.createIndex('saved_reports_key_id').on('saved_reports').column('key_id').execute();
      await db.schema
        .createTable('saved_originals')
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('report_id', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('sealed', bytes, (column) => column.notNull())
        .addPrimaryKeyConstraint('saved_originals_key', ['user_id', 'report_id', 'id'])
        .addForeignKeyConstraint(
          'saved_originals_report',
          ['user_id', 'report_id'],
          'saved_reports',
          ['user_id', 'id'],
          (constraint) => constraint.onDelete('cascade'),
        )
        .execute();
      await db.schema
        .createTable('saving_choices')
        .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
        .addColumn('keep_years', 'integer')
        .execute();
      await db.schema
        .createTable('account_events')
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('at', time, (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('account_events_key', ['user_id', 'number'])
        .execute();
      for (const statement of kind === 'postgres' ? FIXED_IN_POSTGRES : FIXED_IN_SQLITE)
        await sql.raw(statement).execute(db);
    },
  };
};

/** An event goes with its account and in no other way. */
const FIXED_IN_SQLITE = [
  `create trigger account_events_stay before update on account_events
   begin select raise(abort, 'events are never changed'); end`,
  `create trigger account_events_remain before delete on account_events
   when exists (select 1 from users where id = old.user_id)
   begin select raise(abort, 'events are never deleted'); end`,
];
const FIXED_IN_POSTGRES = [
  `create function account_events_fixed() returns trigger language plpgsql as $$
   begin
     if tg_op = 'DELETE' and not exists (select 1 from users where id = old.user_id) then return old; end if;
     raise exception 'events are never changed';
   end $$`,
  `create trigger account_events_stay before update or delete on account_events
   for each row execute function account_events_fixed()`,
];
