/** Users, the ways they sign in by, their sessions, and the codes that mails carry. */
import type { MigrationOf } from './migration.ts';

export const accounts: MigrationOf = (kind) => {
  const time = kind === 'postgres' ? 'timestamptz' : 'text';
  const truth = kind === 'postgres' ? 'boolean' : 'integer';
  return {
    async up(db) {
      await db.schema
        .createTable('users')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('email_verified', truth, (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('logins')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('provider', 'text', (column) => column.notNull())
        .addColumn('subject', 'text', (column) => column.notNull())
        .addColumn('password', 'text')
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .addUniqueConstraint('logins_provider_subject', ['provider', 'subject'])
        .execute();
      await db.schema.createIndex('logins_user_id').on('logins').column('user_id').execute();
      await db.schema
        .createTable('sessions')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('device', 'text', (column) => column.notNull())
        .addColumn('expires_at', time, (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('sessions_user_id').on('sessions').column('user_id').execute();
      await db.schema.createIndex('sessions_expires_at').on('sessions').column('expires_at').execute();
      await db.schema
        .createTable('one_time_codes')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('code_hash', 'text', (column) => column.notNull().unique())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('expires_at', time, (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('one_time_codes_value').on('one_time_codes').column('value').execute();
      await db.schema.createIndex('one_time_codes_expires_at').on('one_time_codes').column('expires_at').execute();
    },
  };
};
