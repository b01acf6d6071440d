/** A PostgreSQL server, by a small number of connections that are opened when they are needed. */
import { PostgresDialect, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import type { Pool } from 'pg';
import { storageFaultOf } from '../storage-fault.ts';

export interface Connections {
  readonly open: number;
  readonly idle: number;
  /** questions that wait for one */
  readonly waiting: number;
}

const MOST_CONNECTIONS = 10;
/** Milliseconds. */
const WAIT = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, statement_timeout: 10_000 };

/** `onLoss` is told that a connection at rest was lost: the next question opens another. */
export async function openPostgres(
  url: string,
  onLoss: () => void,
): Promise<{ readonly dialect: PostgresDialect; readonly connections: () => Connections }> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    application_name: 'readingscan',
    allowExitOnIdle: true,
    ...WAIT,
  });
  pool.on('error', onLoss);
  // one that is lost while it is asked says so twice: to who asked, and to everybody, which would end the program
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    dialect: new PostgresDialect({ pool: letsGo(pool) }),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}

/** A connection on which the server was lost is given to nobody again: it may take a moment until it knows itself that it is dead. */
const letsGo = (pool: Pool): PostgresPool => ({
  end: () => pool.end(),
  async connect() {
    const client = await pool.connect();
    let isLost = false;
    const query = async (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
      try {
        return (await client.query(text, [...values])) as PostgresQueryResult<unknown>;
      } catch (error) {
        isLost ||= storageFaultOf(error) === 'away';
        throw error;
      }
    };
    // without cursors Kysely asks in this one way
    return { query: query as PostgresPoolClient['query'], release: () => client.release(isLost) };
  },
});
