/** What was deleted, beside the backups: a file that each backup adds to, so that an older one brings nothing back. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kysely } from 'kysely';
import type { DatabaseKind } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import { asFault } from './fault.ts';
import { FORMAT, lineOf, summing, type TableHeading } from './lines.ts';
import { entriesOf } from './read-file.ts';
import { SHAPES } from './shapes.ts';
import type { Written } from './values.ts';
import { type Disk, wholeFile } from './whole-file.ts';

export type Deletion = Tables['deletions'];
/** By the random name of each. */
export type Deletions = ReadonlyMap<string, Deletion>;

const NAME = 'readingscan.deletions';

export const listBeside = (backup: string): string => join(dirname(backup), NAME);
export const listIn = (folder: string): string => join(folder, NAME);

/** Of a list, or of a backup made later. Throws `BackupFault` where it is not whole. */
export async function deletionsIn(path: string): Promise<Deletions> {
  const found = new Map<string, Deletion>();
  for await (const entry of entriesOf(path)) {
    if (entry.kind !== 'row' || entry.table.table !== 'deletions') continue;
    const deletion = deletionOf(entry.table, entry.row);
    found.set(deletion.id, deletion);
  }
  return found;
}

export function deletionOf({ columns }: TableHeading, row: readonly Written[]): Deletion {
  const of = (name: keyof Deletion): string => String(row[columns.findIndex(([one]) => one === name)] ?? '');
  return { id: of('id'), what: of('what'), user_id: of('user_id'), of_id: of('of_id'), deleted_on: of('deleted_on') };
}

/** All that was there before, and all that the database knows of; how many now. */
export async function addToList(
  path: string,
  { db, kind }: { readonly db: Kysely<Tables>; readonly kind: DatabaseKind },
  madeAt: Date,
  disk?: Disk,
): Promise<number> {
  const known = new Map(existsSync(path) ? await deletionsIn(path) : []);
  const own = await asFault(
    db.selectFrom('deletions').selectAll().execute(),
    (code) => `The database could not be read (${code}): the list is as it was.`,
  );
  for (const deletion of own) known.set(deletion.id, deletion);
  await wholeFile(
    path,
    async (sink) => {
      const sum = summing();
      const heading = lineOf({
        format: FORMAT,
        holds: 'deletions',
        madeAt: madeAt.toISOString(),
        from: kind,
        steps: [],
      });
      sum.heading(heading);
      await sink.write(heading);
      const table = lineOf({ table: 'deletions', columns: Object.entries(SHAPES.deletions.columns) });
      sum.table(table, 'deletions');
      await sink.write(table);
      for (const { id, what, user_id, of_id, deleted_on } of known.values()) {
        const row = lineOf([id, what, user_id, of_id, deleted_on]);
        sum.row(row);
        await sink.write(row);
      }
      await sink.write(lineOf(sum.sums()));
    },
    disk,
  );
  return known.size;
}
