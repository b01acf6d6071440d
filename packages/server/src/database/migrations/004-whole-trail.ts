/** What happened in an account cannot be emptied at once either: rules for rows do not see a table that is truncated. */
import { sql } from 'kysely';
import type { MigrationOf } from './migration.ts';

export const wholeTrail: MigrationOf = (kind) => ({
  async up(db) {
    // SQLite has no such statement
    if (kind !== 'postgres') return;
    for (const statement of FIXED) await sql.raw(statement).execute(db);
  },
});

const FIXED = [
  `create function account_events_whole() returns trigger language plpgsql as $$
   begin raise exception 'events are never deleted'; end $$`,
  `create trigger account_events_whole before truncate on account_events
   for each statement execute function account_events_whole()`,
];
