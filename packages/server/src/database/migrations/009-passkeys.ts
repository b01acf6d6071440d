/** Passkeys: the half of each that opens nothing, and days alone. One that was removed is not brought back by an older copy. */
import { sql } from 'kysely';
import type { DatabaseKind, MigrationOf } from './migration.ts';

export const passkeys: MigrationOf = (kind) => ({
  async up(db) {
    await db.schema
      .createTable('passkeys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('credential_id', 'text', (column) => column.notNull().unique())
      .addColumn('public_key', 'text', (column) => column.notNull())
      // devices count to 2^32
      .addColumn('counter', kind === 'postgres' ? 'double precision' : 'integer', (column) => column.notNull())
      .addColumn('made_on', 'text', (column) => column.notNull())
      .addColumn('used_on', 'text')
      .execute();
    await db.schema.createIndex('passkeys_user_id').on('passkeys').column('user_id').execute();
    await sql.raw(NOTED[kind]).execute(db);
  },
});

/** What goes with its account is told by that of the account. */
const NOTED: Readonly<Record<DatabaseKind, string>> = {
  postgres: `create trigger passkeys_deleted after delete on passkeys for each row execute function deletion_noted('passkey')`,
  sqlite: `create trigger passkeys_deleted after delete on passkeys
    when exists (select 1 from users where id = old.user_id)
    begin
      insert into deletions (id, what, user_id, of_id, deleted_on) values
        (lower(hex(randomblob(16))), 'passkey', old.user_id, old.id, date('now'));
    end`,
};
