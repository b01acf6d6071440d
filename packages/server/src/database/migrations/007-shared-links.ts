/** Links by which somebody shares an explanation: sealed by the browser that made it, with a key that never comes here. */
import type { MigrationOf } from './migration.ts';

export const sharedLinks: MigrationOf = (kind) => {
  const bytes = kind === 'postgres' ? 'bytea' : 'blob';
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('shared_links')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull())
        .addColumn('report_id', 'text', (column) => column.notNull())
        .addColumn('made_at', time, (column) => column.notNull())
        .addColumn('ends_at', time, (column) => column.notNull())
        .addColumn('has_report', 'integer', (column) => column.notNull())
        .addColumn('opened', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('sealed', bytes, (column) => column.notNull())
        // gone with its report, and so with the account too
        .addForeignKeyConstraint(
          'shared_links_report',
          ['user_id', 'report_id'],
          'saved_reports',
          ['user_id', 'id'],
          (constraint) => constraint.onDelete('cascade'),
        )
        .execute();
      await db.schema.createIndex('shared_links_owner').on('shared_links').columns(['user_id', 'report_id']).execute();
      await db.schema.createIndex('shared_links_ends_at').on('shared_links').column('ends_at').execute();
    },
  };
};
