/** What was deleted, so that no older copy brings it back: random names alone, noted by the database itself in the same transaction. And when the last backup was made. */
import { sql } from 'kysely';
import type { DatabaseKind, MigrationOf } from './migration.ts';

export const deletions: MigrationOf = (kind) => ({
  async up(db) {
    await db.schema
      .createTable('deletions')
      // random: a report that is saved again and deleted again has two
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('what', 'text', (column) => column.notNull())
      // of nobody any longer: it may outlive its account
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('of_id', 'text', (column) => column.notNull())
      .addColumn('deleted_on', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('last_backups')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('made_at', 'text', (column) => column.notNull())
      .execute();
    if (kind === 'postgres') await sql.raw(NOTED_IN_POSTGRES).execute(db);
    for (const one of NOTED) await sql.raw(triggerOf(one, kind)).execute(db);
  },
});

interface Noted {
  readonly table: string;
  readonly what: string;
}

/** Their rows are named by `id`, and, but for users, belong to the `user_id` beside it. */
const NOTED: readonly Noted[] = [
  { table: 'users', what: 'account' },
  { table: 'saved_reports', what: 'report' },
  { table: 'api_keys', what: 'key' },
  { table: 'backup_codes', what: 'code' },
];

/** What goes with its account is told by that of the account. */
function triggerOf({ table, what }: Noted, kind: DatabaseKind): string {
  const isAccount = what === 'account';
  if (kind === 'postgres')
    return `create trigger ${table}_deleted after delete on ${table} for each row execute function deletion_noted('${what}')`;
  return `create trigger ${table}_deleted after delete on ${table}
    ${isAccount ? '' : 'when exists (select 1 from users where id = old.user_id)'}
    begin
      insert into deletions (id, what, user_id, of_id, deleted_on) values
        (lower(hex(randomblob(16))), '${what}', old.${isAccount ? 'id' : 'user_id'}, old.id, date('now'));
    end`;
}

const NOTED_IN_POSTGRES = `create function deletion_noted() returns trigger language plpgsql as $$
  declare owner text := case when tg_argv[0] = 'account' then to_jsonb(old) ->> 'id' else to_jsonb(old) ->> 'user_id' end;
  begin
    if tg_argv[0] = 'account' or exists (select 1 from users where id = owner) then
      insert into deletions (id, what, user_id, of_id, deleted_on) values
        (replace(gen_random_uuid()::text, '-', ''), tg_argv[0], owner, to_jsonb(old) ->> 'id',
         to_char(now() at time zone 'utc', 'YYYY-MM-DD'));
    end if;
    return old;
  end $$`;
