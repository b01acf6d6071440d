/** The first look at a backup, before anything is written: is it whole, and what does it know to be deleted? */
import { deletionOf } from './deletion-list.ts';
import { BackupFault } from './fault.ts';
import type { Heading, Sums, TableHeading } from './lines.ts';
import { entriesOf } from './read-file.ts';

export interface Looked {
  readonly heading: Heading;
  readonly tables: readonly TableHeading[];
  readonly sums: Sums;
  /** names of the deletions that were before it */
  readonly known: ReadonlySet<string>;
}

/** Throws `BackupFault`. */
export async function lookThrough(path: string): Promise<Looked> {
  let [heading, sums]: [Heading | null, Sums | null] = [null, null];
  const tables: TableHeading[] = [];
  const known = new Set<string>();
  for await (const entry of entriesOf(path)) {
    if (entry.kind === 'heading') heading = entry.heading;
    if (entry.kind === 'table') tables.push(entry.table);
    if (entry.kind === 'end') sums = entry.sums;
    if (entry.kind === 'row' && entry.table.table === 'deletions') known.add(deletionOf(entry.table, entry.row).id);
  }
  if (!heading || !sums) throw new BackupFault('unreadable', 'The backup ends in the middle: it was cut short.');
  if (heading.holds !== 'everything')
    throw new BackupFault('unreadable', 'This is the list of what was deleted, and no backup.');
  return { heading, tables, sums, known };
}
