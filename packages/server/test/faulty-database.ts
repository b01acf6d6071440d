/** A database that fails at a step that a test names, as real ones do: the disk is full, it is gone until it is mended, or its answer is lost. The program does not know of it: the driver is another one. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { dialectOf, openDatabase } from '../src/database/database.ts';
import type { DatabaseKind } from '../src/database/migrations/index.ts';

/** full: no room; broken: reading or writing fails; gone: from this step on nothing works; lost: the step is done, and nobody is told */
export const TROUBLES = ['full', 'broken', 'gone', 'lost'] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface Faults {
  /** The step counts from 1, from now on. */
  arm(step: number, trouble: Trouble): void;
  /** Whether the step was reached. */
  isStruck(): boolean;
  /** Mends it. Whether the step was reached. */
  disarm(): boolean;
}

export interface FaultyDatabase extends Faults {
  readonly openDatabase: typeof openDatabase;
}

interface Armed {
  readonly step: number;
  readonly trouble: Trouble;
}

/** What the state of a step is left to. */
interface Steps {
  readonly kind: DatabaseKind;
  /** Fails before or after `work`, where it is this one's turn. */
  take<T>(connection: DatabaseConnection | null, work: () => Promise<T>, isEnd?: boolean): Promise<T>;
}

export function faultyDatabase(): FaultyDatabase {
  let armed: Armed | null = null;
  let [taken, isStruck]: [number, boolean] = [0, false];
  const stepsOf = (kind: DatabaseKind): Steps => ({
    kind,
    async take(connection, work, isEnd = false) {
      if (!armed) return work();
      // no network lies before SQLite: all that can be in doubt is whether a transaction came to its end
      if (armed.trouble === 'lost' && (kind === 'sqlite' ? !isEnd : connection === null)) return work();
      taken += 1;
      const { step, trouble } = armed;
      if (taken < step || (taken > step && trouble !== 'gone')) return work();
      isStruck = true;
      if (trouble === 'lost') {
        await work();
        await cut(connection, kind);
      }
      throw await fail(connection, kind, trouble);
    },
  });
  return {
    arm(step, trouble) {
      [armed, taken, isStruck] = [{ step, trouble }, 0, false];
    },
    isStruck: () => isStruck,
    disarm() {
      armed = null;
      return isStruck;
    },
    openDatabase: (settings, log) =>
      openDatabase(
        settings,
        log,
        async (...asked) => {
          const reached = await dialectOf(...asked);
          return { ...reached, dialect: faultyDialect(reached.dialect, stepsOf(settings.kind)) };
        },
        // what is tried again by itself would take a step that is meant for what is asked
        () => () => undefined,
      ),
  };
}

const within = new WeakSet<DatabaseConnection>();

/** What the database itself says then. */
async function fail(connection: DatabaseConnection | null, kind: DatabaseKind, trouble: Trouble): Promise<Error> {
  if (kind === 'sqlite') {
    // a full disk takes the transaction back by itself: what takes it back again is refused
    if (trouble === 'full' && connection && within.has(connection)) await run(connection, 'rollback');
    return trouble === 'full' ? ofSqlite(13, 'SQLITE_FULL') : ofSqlite(778, 'SQLITE_IOERR_WRITE');
  }
  if (!connection) return Object.assign(new Error('connect ECONNREFUSED 10.9.8.7:5432'), { code: 'ECONNREFUSED' });
  if (trouble === 'gone') await cut(connection, kind);
  if (trouble === 'lost' || trouble === 'gone') return new Error('Connection terminated unexpectedly');
  return raised(connection, trouble === 'full' ? '53100' : '58030');
}

/** By the server, so that the transaction is as it would be. */
async function raised(connection: DatabaseConnection, code: string): Promise<Error> {
  try {
    await run(connection, `do $$ begin raise exception 'secret place' using errcode = '${code}'; end $$`);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was raised');
}

async function cut(connection: DatabaseConnection | null, kind: DatabaseKind): Promise<void> {
  if (kind === 'postgres' && connection)
    await run(connection, 'select pg_terminate_backend(pg_backend_pid())').catch(() => undefined);
}

const run = (connection: DatabaseConnection, statement: string) =>
  connection.executeQuery(CompiledQuery.raw(statement));

const ofSqlite = (sqliteCode: number, sqliteCodeName: string): Error =>
  Object.assign(new Error('secret place'), { code: 'ERR_SQLITE_ERROR', sqliteCode, sqliteCodeName });

const faultyDialect = (dialect: Dialect, steps: Steps): Dialect => ({
  createAdapter: () => dialect.createAdapter(),
  createDriver: () => faultyDriver(dialect.createDriver(), steps),
  createIntrospector: (db) => dialect.createIntrospector(db),
  createQueryCompiler: () => dialect.createQueryCompiler(),
});

interface Wrapped extends DatabaseConnection {
  readonly inner: DatabaseConnection;
}

function faultyDriver(driver: Driver, steps: Steps): Driver {
  // all of them are made by `acquireConnection`
  const innerOf = (connection: DatabaseConnection): DatabaseConnection => (connection as Wrapped).inner;
  return {
    init: () => driver.init(),
    async acquireConnection(): Promise<Wrapped> {
      const connect = () => driver.acquireConnection();
      // SQLite has one, which is open already
      const inner = await (steps.kind === 'sqlite' ? connect() : steps.take(null, connect));
      return {
        inner,
        executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
          steps.take(inner, () => inner.executeQuery<R>(query)),
        streamQuery: (query, size) => inner.streamQuery(query, size),
      };
    },
    async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
      const inner = innerOf(connection);
      await steps.take(inner, () => driver.beginTransaction(inner, settings));
      within.add(inner);
    },
    async commitTransaction(connection: DatabaseConnection) {
      const inner = innerOf(connection);
      await steps.take(
        inner,
        () => {
          within.delete(inner);
          return driver.commitTransaction(inner);
        },
        true,
      );
    },
    async rollbackTransaction(connection: DatabaseConnection) {
      const inner = innerOf(connection);
      within.delete(inner);
      await driver.rollbackTransaction(inner);
    },
    releaseConnection: (connection) => driver.releaseConnection(innerOf(connection)),
    destroy: () => driver.destroy(),
  };
}
