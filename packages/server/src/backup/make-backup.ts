/** A backup of the whole database as it stood at one moment, while servers go on: one file of our own form, the same from SQLite and PostgreSQL. */
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Database, openDatabase } from '../database/database.ts';
import { type DatabaseKind, MIGRATIONS } from '../database/migrations/index.ts';
import type { Tables } from '../database/tables.ts';
import { asFault } from './fault.ts';
import { COPY } from './leftovers.ts';
import { FORMAT, lineOf, type Sums, summing } from './lines.ts';
import { rowsOf } from './rows.ts';
import { HELD } from './shapes.ts';
import { type Disk, type Sink, wholeFile } from './whole-file.ts';

/** The database has to be of this version. Throws `BackupFault`: then there is no file. */
export const makeBackup = (database: Database, path: string, madeAt: Date, disk?: Disk): Promise<Sums> =>
  asFault(
    wholeFile(path, (sink) => stillOf(database, path, (db) => written(db, database.kind, madeAt, sink)), disk),
    (code) => `The database could not be read to its end (${code}), and nothing was left.`,
  );

async function written(db: Kysely<Tables>, kind: DatabaseKind, madeAt: Date, sink: Sink): Promise<Sums> {
  const sum = summing();
  const steps = Object.keys(MIGRATIONS);
  const heading = lineOf({ format: FORMAT, holds: 'everything', madeAt: madeAt.toISOString(), from: kind, steps });
  sum.heading(heading);
  await sink.write(heading);
  for (const [table, shape] of HELD) {
    const line = lineOf({ table, columns: Object.entries(shape.columns) });
    sum.table(line, table);
    await sink.write(line);
    for await (const row of rowsOf(db, kind, table, shape)) {
      const said = lineOf(row);
      sum.row(said);
      await sink.write(said);
    }
  }
  const sums = sum.sums();
  await sink.write(lineOf(sums));
  return sums;
}

/** The database as it stands now, whatever is written meanwhile. */
async function stillOf<T>(database: Database, path: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (database.kind === 'sqlite') return withCopy(database, dirname(path), work);
  return database.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (within) => {
      // a large table is sorted once
      await sql`set local statement_timeout = 0`.execute(within);
      return work(within);
    });
}

/** A copy made in one go: a transaction that reads for long would keep what is deleted meanwhile in the log of SQLite. */
async function withCopy<T>({ db }: Database, folder: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const own = await mkdtemp(join(folder, COPY));
  try {
    const path = join(own, 'copy.db');
    // made by us, so that nobody else may read it
    closeSync(openSync(path, 'wx', 0o600));
    await asFault(sql`vacuum into ${path}`.execute(db), notCopied);
    const copy = await openDatabase({ kind: 'sqlite', path });
    try {
      return await work(copy.db);
    } finally {
      await copy.close();
    }
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

const notCopied = (code: string): string =>
  `The database could not be copied (${code}), and nothing was left. A backup needs room for the database twice over.`;
