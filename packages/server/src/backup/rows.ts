/** The rows of a table in the order of their keys, a few at a time: the same order in either kind of database. */
import { type Kysely, sql } from 'kysely';
import type { DatabaseKind } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import type { Shape } from './shapes.ts';
import { type Written, written } from './values.ts';

type Row = Readonly<Record<string, unknown>>;

/** Of rows that can hold megabytes, and of others. */
const [FEW, MANY] = [8, 500];

export async function* rowsOf(
  db: Kysely<Tables>,
  kind: DatabaseKind,
  table: string,
  shape: Shape,
): AsyncGenerator<readonly Written[]> {
  const columns = Object.entries(shape.columns);
  const atOnce = columns.some(([, of]) => of === 'bytes') ? FEW : MANY;
  const pages = kind === 'postgres' ? pagesOfPostgres : pagesOfSqlite;
  for await (const rows of pages(db, table, shape, atOnce))
    for (const row of rows) yield columns.map(([name, of]) => written(row[name], of));
}

/** Within one transaction. Sorted once, and by bytes, as SQLite does: a language would sort in another way. */
async function* pagesOfPostgres(db: Kysely<Tables>, table: string, shape: Shape, most: number) {
  const order = sql.join(
    shape.key.map((name) =>
      shape.columns[name] === 'text' ? sql`${sql.ref(name)} collate "C"` : sql`${sql.ref(name)}`,
    ),
  );
  const cursor = sql.raw('backup_rows');
  await sql`declare ${cursor} no scroll cursor for
    select ${listOf(shape)} from ${sql.table(table)} order by ${order}`.execute(db);
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.raw(String(most))} from ${cursor}`.execute(db);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close ${cursor}`.execute(db);
}

async function* pagesOfSqlite(db: Kysely<Tables>, table: string, shape: Shape, most: number) {
  const key = sql.join(shape.key.map((name) => sql.ref(name)));
  let last: Row | undefined;
  for (;;) {
    const after = last && sql`where (${key}) > (${sql.join(shape.key.map((name) => last?.[name]))})`;
    const { rows } = await sql<Row>`select ${listOf(shape)} from ${sql.table(table)} ${after ?? sql``}
      order by ${key} limit ${most}`.execute(db);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1);
  }
}

const listOf = (shape: Shape) => sql.join(Object.keys(shape.columns).map((name) => sql.ref(name)));
