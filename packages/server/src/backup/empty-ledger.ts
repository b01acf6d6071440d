/** The ledger of credits refuses every deletion: only a backup that takes the place of all there is may empty it. */
import { sql, type Transaction } from 'kysely';
import type { DatabaseKind } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';

const FIXED = ['credit_lines', 'credit_entries'] as const;
/** Not of an account, and so not gone with it. */
const BESIDE = ['credit_holds', 'payment_tasks', 'payment_events'] as const;

/** `names`: tables that the database has; an older shape has none of these. */
export async function emptyLedger(
  within: Transaction<Tables>,
  kind: DatabaseKind,
  names: readonly string[],
): Promise<void> {
  if (!names.includes('credit_lines')) return;
  for (const table of BESIDE) await within.deleteFrom(table).execute();
  const again = await (kind === 'postgres' ? ruledOutInPostgres(within) : ruledOutInSqlite(within));
  for (const table of FIXED) await within.deleteFrom(table).execute();
  for (const statement of again) await sql.raw(statement).execute(within);
}

/** Statements that bring the rules back. */
async function ruledOutInPostgres(within: Transaction<Tables>): Promise<readonly string[]> {
  // lines wait for their entries to the end of the transaction: looked at now, so that the table can be altered
  await sql`set constraints all immediate`.execute(within);
  for (const table of FIXED) await sql.raw(`alter table ${table} disable trigger user`).execute(within);
  return [...FIXED.map((table) => `alter table ${table} enable trigger user`), 'set constraints all deferred'];
}

async function ruledOutInSqlite(within: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly name: string; readonly sql: string }>`select name, sql from sqlite_master
    where type = 'trigger' and tbl_name in (${sql.join([...FIXED])})`.execute(within);
  for (const { name } of rows) await sql`drop trigger ${sql.ref(name)}`.execute(within);
  return rows.map((one) => one.sql);
}
