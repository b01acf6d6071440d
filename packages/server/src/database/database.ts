/** The one place where the database is opened, asked whether it answers, and closed. */
import { type Dialect, Kysely, sql } from 'kysely';
import { codeOf } from '../failure-code.ts';
import { orStorageSaid } from '../storage-fault.ts';
import { unheld } from '../unheld.ts';
import { WrongSetting } from '../wrong-setting.ts';
import { type Migrated, migrate, NewerDatabase, stepsToTake } from './migrate.ts';
import type { DatabaseKind } from './migrations/index.ts';
import { type Connections, openPostgres } from './postgres.ts';
import type { DatabaseSettings } from './settings.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export interface Database {
  readonly kind: DatabaseKind;
  readonly db: Kysely<Tables>;
  /** Takes all steps that are missing, or none. Throws `WrongSetting` where this program is older than the database. */
  migrate(): Promise<Migrated>;
  /** Names of the steps that `migrate` would take. */
  stepsToTake(): Promise<readonly string[]>;
  /** False where it does not answer within two seconds. */
  answers(): Promise<boolean>;
  /** What was deleted is no longer to be read in the files of SQLite. Where that fails it is tried again by itself: the deletion is done. PostgreSQL sees to it in its own time. */
  scrub(): Promise<void>;
  /** to PostgreSQL; null for SQLite, which has one */
  connections(): Connections | null;
  close(): Promise<void>;
}

const PATIENCE = 2_000;
/** Milliseconds until what could not be overwritten is tried again. */
const AGAIN = 20_000;

/** Throws `WrongSetting` where there is no database at that place: it names the kind of failure, never the address. */
export async function openDatabase(
  settings: DatabaseSettings,
  log: (line: string) => void = () => undefined,
  reach: Reach = dialectOf,
  every: typeof unheld = unheld,
): Promise<Database> {
  const { kind } = settings;
  const { dialect, connections } = await reach(settings, log);
  const db = new Kysely<Tables>({ dialect });
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw notReached(error);
  }
  let owed: (() => void) | null = null;
  const scrub = async (): Promise<void> => {
    if (kind !== 'sqlite') return;
    try {
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
      owed?.();
      owed = null;
    } catch (error) {
      log(`database: what was deleted is not overwritten yet: ${codeOf(error)}`);
      owed ??= every(AGAIN, () => void scrub());
    }
  };
  return {
    kind,
    db,
    migrate: () => orStorageSaid(asSetting(migrate(db, kind))),
    stepsToTake: () => asSetting(stepsToTake(db, kind)),
    answers: () => within(PATIENCE, sql`select 1`.execute(db)),
    scrub,
    connections,
    async close() {
      await scrub();
      owed?.();
      await db.destroy();
    },
  };
}

/** How the database is spoken to. */
export type Reach = (
  settings: DatabaseSettings,
  log: (line: string) => void,
) => Promise<{ readonly dialect: Dialect; readonly connections: () => Connections | null }>;

export const dialectOf: Reach = async (settings, log) => {
  try {
    return settings.kind === 'sqlite'
      ? { dialect: await openSqlite(settings.path), connections: () => null }
      : await openPostgres(settings.url, () => log('database: a connection was lost'));
  } catch (error) {
    throw notReached(error);
  }
};

const notReached = (error: unknown): WrongSetting =>
  new WrongSetting(
    `The database of DATABASE_URL does not answer (${codeOf(error)}). Check that it is there and that this program may use it.`,
  );

async function asSetting<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NewerDatabase)) throw error;
    throw new WrongSetting('The database was made by a newer version of this program. Start that one.');
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
