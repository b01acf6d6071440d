/** Work that programs leave here to be done: what is to be read and what came of it, sealed, a chunk a row; each chunk taken by one worker for a time. */
import type { MigrationOf } from './migration.ts';

export const jobs: MigrationOf = (kind) => {
  const bytes = kind === 'postgres' ? 'bytea' : 'blob';
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  return {
    async up(db) {
      await db.schema
        .createTable('jobs')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        // a key that is ended takes its jobs with it
        .addColumn('api_key_id', 'text', (column) => column.notNull().references('api_keys.id').onDelete('cascade'))
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('task', 'text', (column) => column.notNull())
        .addColumn('options', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('total', 'integer')
        .addColumn('done', 'integer', (column) => column.notNull())
        .addColumn('refused', 'integer', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('made_at', time, (column) => column.notNull())
        .addColumn('served_at', time, (column) => column.notNull())
        .addColumn('started_at', time)
        .addColumn('ended_at', time)
        .addColumn('goes_at', time, (column) => column.notNull())
        .addColumn('error', 'text')
        .addColumn('key_id', 'text', (column) => column.notNull())
        .addColumn('wrapped_key', bytes, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('jobs_owner').on('jobs').columns(['user_id', 'api_key_id']).execute();
      await db.schema.createIndex('jobs_api_key').on('jobs').column('api_key_id').execute();
      await db.schema.createIndex('jobs_turn').on('jobs').columns(['state', 'served_at']).execute();
      await db.schema.createIndex('jobs_goes_at').on('jobs').column('goes_at').execute();
      await db.schema.createIndex('jobs_key_id').on('jobs').column('key_id').execute();
      const part = (name: string) =>
        db.schema
          .createTable(name)
          .addColumn('job_id', 'text', (column) => column.notNull().references('jobs.id').onDelete('cascade'))
          .addColumn('number', 'integer', (column) => column.notNull())
          .addColumn('first', 'integer', (column) => column.notNull())
          .addColumn('count', 'integer', (column) => column.notNull())
          .addColumn('sealed', bytes, (column) => column.notNull())
          .addPrimaryKeyConstraint(`${name}_key`, ['job_id', 'number']);
      await part('job_inputs')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('leased_by', 'text')
        .addColumn('leased_until', time)
        .execute();
      await part('job_results').execute();
    },
  };
};
