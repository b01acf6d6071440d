/** A backup put back: looked through to its last byte first, then written in one transaction, without what was deleted after it was made. */
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { MIGRATIONS } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import { append, PROGRAM } from '../saved/trail.ts';
import type { Deletion, Deletions } from './deletion-list.ts';
import { emptyLedger } from './empty-ledger.ts';
import { asFault, BackupFault } from './fault.ts';
import { goneAfter } from './gone.ts';
import type { Heading, Sums, TableHeading } from './lines.ts';
import { type Looked, lookThrough } from './look-through.ts';
import { type WrittenRows, writeRows } from './write-rows.ts';

export interface RestoreOptions {
  /** what is in the database goes; what it knows to be deleted stays deleted */
  readonly replace: boolean;
  /** from a list or a later backup; null where nobody named one */
  readonly deletions: Deletions | null;
  /** told after each batch how many rows were written */
  readonly onProgress?: (rows: number) => Promise<void> | void;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
}

export interface Restored {
  readonly madeAt: string;
  readonly rows: number;
  /** rows that were left out, as they were deleted after the backup was made */
  readonly leftOut: number;
}

/** Throws `BackupFault`: then the database holds what it held before (a new one has its tables, and nothing in them). */
export async function restore(database: Database, path: string, options: RestoreOptions): Promise<Restored> {
  const looked = await lookThrough(path);
  await asFault(bringToShapeOf(looked.heading, database), refused);
  const done = await asFault(
    database.db.transaction().execute(async (within) => {
      await hold(within, database, looked);
      return putBack(within, database, path, looked, options);
    }),
    refused,
  );
  await asFault(
    database.migrate(),
    (code) =>
      `All of it is back, but the database could not be brought to this version (${code}): run readingscan migrate.`,
  );
  await database.scrub();
  return done;
}

const refused = (code: string): string => `The database did not take the backup (${code}). Nothing was kept of it.`;

/** A new database gets the shape that the backup was made in; later steps are taken when it is whole. */
async function bringToShapeOf({ steps }: Heading, database: Database): Promise<void> {
  const all = Object.keys(MIGRATIONS);
  if (steps.some((step) => !all.includes(step)))
    throw new BackupFault('refused', 'The backup was made by a newer version of this program. Use that one.');
  const missing = await database.stepsToTake();
  const taken = all.filter((step) => !missing.includes(step));
  if (taken.some((step) => !steps.includes(step)))
    throw new BackupFault('refused', 'The backup is of an older version than this database. Give it a new one.');
  const own = Object.fromEntries(Object.entries(MIGRATIONS).filter(([step]) => steps.includes(step)));
  await migrate(database.db, database.kind, own);
}

/** Nobody writes meanwhile. The tables have to be those of the backup. */
async function hold(within: Transaction<Tables>, { kind }: Database, { tables }: Looked): Promise<void> {
  const found = new Map(
    (await within.introspection.getTables()).map(({ name, columns }) => [name, columns.map((one) => one.name)]),
  );
  const isAlike = ({ table, columns }: TableHeading): boolean =>
    inOrder(found.get(table) ?? []) === inOrder(columns.map(([name]) => name));
  if (!tables.every(isAlike)) throw new BackupFault('unreadable', 'The backup does not fit its own version.');
  if (kind === 'sqlite') return;
  await sql`set local statement_timeout = 0`.execute(within);
  await sql`lock table ${sql.join([...found.keys()].map((name) => sql.table(name)))} in exclusive mode`.execute(within);
}

async function putBack(
  within: Transaction<Tables>,
  database: Pick<Database, 'kind'>,
  path: string,
  { heading, tables, sums, known }: Looked,
  { replace, deletions, onProgress, now = Date.now }: RestoreOptions,
): Promise<Restored> {
  const names = tables.map(({ table }) => table);
  const notes = names.includes('deletions');
  const living: readonly Deletion[] = notes ? await within.selectFrom('deletions').selectAll().execute() : [];
  const counts = await countsOf(within, names);
  const isEmpty = names.every((name) => name === 'deletions' || counts[name] === 0);
  if (!isEmpty && !replace)
    throw new BackupFault(
      'refused',
      'The database is not empty. Name a new one, or write --replace to lose what is in it.',
    );
  if (!deletions && living.length === 0 && isEmpty) throw new BackupFault('refused', NO_LIST);
  const all = new Map([...(deletions ?? []), ...living.map((one) => [one.id, one] as const)]);
  const after = [...all.values()].filter(({ id }) => !known.has(id));

  await within.deleteFrom('users').execute();
  await within.deleteFrom('one_time_codes').execute();
  await emptyLedger(within, database.kind, names);
  // also what was noted just now
  if (notes) await within.deleteFrom('deletions').execute();
  const written = await writeRows(within, path, sums, goneAfter(after), onProgress);
  // what was in the database a moment ago lies there still: it is held again
  if (heading.steps.includes(OBJECTS))
    await within
      .deleteFrom('loose_objects')
      .where(
        'name',
        'in',
        within
          .selectFrom('saved_originals')
          .select('object')
          .where('object', 'is not', null)
          .$castTo<{ object: string }>(),
      )
      .execute();
  if (notes) for (const deletion of after) await within.insertInto('deletions').values(deletion).execute();

  ensureAllThere(await countsOf(within, names), sums, written, after.length);
  for (const [userId, count] of written.reports)
    await append(within, userId, { at: now(), who: PROGRAM, what: 'removed', count });
  const leftOut = Object.values(written.leftOut).reduce((sum, count) => sum + count, 0);
  return { madeAt: heading.madeAt, rows: written.rows, leftOut };
}

/** The step since which photographs may lie in a store of files. */
const OBJECTS = '012-objects';

const NO_LIST =
  'There is no list of what was deleted after the backup was made. Name it, or a later backup, with --deletions FILE; write --deletions none where nothing was.';

async function countsOf(within: Transaction<Tables>, names: readonly string[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) {
    const { rows } = await sql<{ readonly count: unknown }>`select count(*) as count from ${sql.table(name)}`.execute(
      within,
    );
    counts[name] = Number(rows[0]?.count);
  }
  return counts;
}

function ensureAllThere(
  counts: Readonly<Record<string, number>>,
  { tables }: Sums,
  { leftOut }: WrittenRows,
  noted: number,
): void {
  const expected = (name: string, rows: number): number =>
    rows - (leftOut[name] ?? 0) + (name === 'deletions' ? noted : 0);
  if (Object.entries(tables).some(([name, { rows }]) => counts[name] !== expected(name, rows)))
    throw new BackupFault('failed', 'Not all rows are there after they were written. Nothing was kept.');
}

const inOrder = (names: readonly string[]): string => [...names].sort().join();
