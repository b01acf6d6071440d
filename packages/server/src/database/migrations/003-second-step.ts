/** The second step at sign-in: the key of an authenticator app, and the backup codes that stand in for it. */
import type { MigrationOf } from './migration.ts';

export const secondStep: MigrationOf = (kind) => {
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('second_steps')
        .addColumn('user_id', 'text', (column) => column.primaryKey().references('users.id').onDelete('cascade'))
        .addColumn('sealed_key', 'text', (column) => column.notNull())
        .addColumn('on_since', time)
        .addColumn('last_counter', 'integer', (column) => column.notNull())
        .addColumn('failures', 'integer', (column) => column.notNull())
        .addColumn('tried_at', time)
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('backup_codes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('code_hash', 'text', (column) => column.notNull().unique())
        .addColumn('created_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('backup_codes_user_id').on('backup_codes').column('user_id').execute();
    },
  };
};
