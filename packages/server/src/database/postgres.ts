/** A PostgreSQL server, by a small number of connections that are opened when they are needed. */
import { PostgresDialect } from 'kysely';

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
  return {
    dialect: new PostgresDialect({ pool }),
    connections: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}
