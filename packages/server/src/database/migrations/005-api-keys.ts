/** Keys for programs: each as a hash, with what it may do, and days alone. */
import type { MigrationOf } from './migration.ts';

export const apiKeys: MigrationOf = () => ({
  async up(db) {
    await db.schema
      .createTable('api_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('prefix', 'text', (column) => column.notNull())
      .addColumn('key_hash', 'text', (column) => column.notNull().unique())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('made_on', 'text', (column) => column.notNull())
      .addColumn('ends_on', 'text')
      .addColumn('used_on', 'text')
      .execute();
    await db.schema.createIndex('api_keys_user_id').on('api_keys').column('user_id').execute();
    await db.schema.createIndex('api_keys_prefix').on('api_keys').column('prefix').execute();
  },
});
