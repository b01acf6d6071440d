/** The rows of a backup into the tables, a batch at a time; those that are gone are left out and counted. */
import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { BackupFault } from './fault.ts';
import type { Gone } from './gone.ts';
import type { Sums, TableHeading } from './lines.ts';
import { entriesOf } from './read-file.ts';
import { stored, type Written } from './values.ts';

export interface WrittenRows {
  readonly rows: number;
  /** for each table */
  readonly leftOut: Readonly<Record<string, number>>;
  /** reports that were left out, for each account that stays */
  readonly reports: ReadonlyMap<string, number>;
}

/** Of rows that are written at once: so many, or so many characters. */
const MOST = { rows: 50, length: 4 << 20 };

/** Throws `BackupFault` where the file is another one than at the first look. */
export async function writeRows(
  within: Transaction<Tables>,
  path: string,
  looked: Sums,
  gone: Gone,
  onProgress: (rows: number) => Promise<void> | void = () => undefined,
): Promise<WrittenRows> {
  const leftOut: Record<string, number> = {};
  const reports = new Map<string, number>();
  let [rows, length]: [number, number] = [0, 0];
  let table: TableHeading | null = null;
  let batch: (readonly Written[])[] = [];
  const flush = async (): Promise<void> => {
    if (!table || batch.length === 0) return;
    await insert(within, table, batch);
    rows += batch.length;
    [batch, length] = [[], 0];
    await onProgress(rows);
  };
  for await (const entry of entriesOf(path)) {
    if (entry.kind === 'table') {
      await flush();
      table = entry.table;
    } else if (entry.kind === 'row') {
      const { table: name, columns } = entry.table;
      const of = (column: string) => entry.row[columns.findIndex(([one]) => one === column)];
      if (gone.holds(name, of)) {
        leftOut[name] = (leftOut[name] ?? 0) + 1;
        const owner = String(of('user_id'));
        if (name === 'saved_reports' && !gone.holdsAccount(owner)) countUp(reports, owner);
        continue;
      }
      batch.push(entry.row);
      length += entry.row.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
      if (batch.length >= MOST.rows || length >= MOST.length) await flush();
    } else if (entry.kind === 'end') {
      await flush();
      if (entry.sums.sha256 !== looked.sha256)
        throw new BackupFault('unreadable', 'The backup was changed while it was read.');
    }
  }
  return { rows, leftOut, reports };
}

function insert(within: Transaction<Tables>, { table, columns }: TableHeading, rows: readonly (readonly Written[])[]) {
  const names = sql.join(columns.map(([name]) => sql.ref(name)));
  const values = rows.map(
    (row) => sql`(${sql.join(columns.map(([, kind], index) => sql.val(stored(row[index] ?? null, kind))))})`,
  );
  return sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(within);
}

const countUp = (counts: Map<string, number>, of: string): void => void counts.set(of, (counts.get(of) ?? 0) + 1);
