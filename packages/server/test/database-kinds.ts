/** Both kinds of database for one suite of tests: each call gives the settings of a new, empty one. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { noPostgres, type PostgresServer, postgresServer } from './postgres-server.ts';

export const KINDS = noPostgres ? (['sqlite'] as const) : (['sqlite', 'postgres'] as const);

let server: Promise<PostgresServer> | null = null;

export async function newDatabase(kind: (typeof KINDS)[number]): Promise<DatabaseSettings> {
  if (kind === 'sqlite')
    return { kind, path: join(mkdtempSync(join(tmpdir(), 'readingscan-database-')), 'data', 'readingscan.db') };
  server ??= postgresServer();
  return { kind, url: (await server).newDatabase() };
}

afterAll(async () => {
  const running = server;
  server = null;
  if (running) await (await running).close();
});
