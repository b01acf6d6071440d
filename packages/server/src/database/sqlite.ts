/** SQLite in one file: written through before it is answered, read while it is written, readable by this program's user only. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';

type Opened = Extract<SqliteDialectConfig['database'], object>;
type Value = null | number | bigint | string | Uint8Array;

/** Milliseconds that one program waits for another that writes. */
const WAIT = 5_000;

export async function openSqlite(path: string): Promise<SqliteDialect> {
  const { DatabaseSync: Sqlite } = await import('@photostructure/sqlite');
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // made by us, so that nobody else may read it; the files that SQLite puts beside it are as it is
  closeSync(openSync(path, 'a', 0o600));
  const database = new Sqlite(path);
  // waiting comes first: the others may have to
  for (const pragma of [
    `busy_timeout = ${WAIT}`,
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    // what is deleted is not left to be read in the file
    'secure_delete = ON',
  ])
    database.exec(`PRAGMA ${pragma}`);
  return new WritingFirst({ database: asKyselyAsks(database) }, () => database.isTransaction);
}

/** A transaction asks for the right to write when it begins, so that it cannot be refused in the middle. */
class WritingFirst extends SqliteDialect {
  readonly config: SqliteDialectConfig;
  /** whether a transaction is under way */
  readonly isWithin: () => boolean;
  constructor(config: SqliteDialectConfig, isWithin: () => boolean) {
    super(config);
    this.config = config;
    this.isWithin = isWithin;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.config, this.isWithin);
  }
  override createAdapter(): SqliteAdapter {
    return new WholeSteps();
  }
}

/** SQLite takes back a half-made table as it does a row: all steps of a migration stand in one transaction. */
class WholeSteps extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly isWithin: () => boolean;
  constructor(config: SqliteDialectConfig, isWithin: () => boolean) {
    super(config);
    this.isWithin = isWithin;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  /** Where the disk is full SQLite has taken the transaction back itself: a second time would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.isWithin()) await super.rollbackTransaction(connection);
  }
}

function asKyselyAsks(database: DatabaseSyncInstance): Opened {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        // rows without a prototype are no objects to some libraries
        all: (values) => statement.all(...bound(values)).map((row) => ({ ...(row as object) })),
        run: (values) => statement.run(...bound(values)),
        *iterate(values) {
          for (const row of statement.iterate(...bound(values))) yield { ...(row as object) };
        },
      };
    },
  };
}

/** SQLite knows neither true nor times. */
const bound = (values: readonly unknown[]): Value[] =>
  values.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (value instanceof Date) return value.toISOString();
    return (value ?? null) as Value;
  });
