/** Requests of programs that are to be done once: by hashes, with the id of what was made, for a day. */
import type { MigrationOf } from './migration.ts';

export const requestsOnce: MigrationOf = (kind) => {
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('requests_once')
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('name_hash', 'text', (column) => column.notNull())
        .addColumn('body_hash', 'text', (column) => column.notNull())
        .addColumn('report_id', 'text', (column) => column.notNull())
        .addColumn('begun_at', time, (column) => column.notNull())
        .addColumn('done_at', time)
        .addPrimaryKeyConstraint('requests_once_key', ['user_id', 'name_hash'])
        .execute();
      await db.schema.createIndex('requests_once_begun_at').on('requests_once').column('begun_at').execute();
    },
  };
};
