/** Brings the database to the shape that this program knows: all steps that are missing, in one transaction, or none. */
import { type Kysely, Migrator, sql } from 'kysely';
import { type DatabaseKind, MIGRATIONS, type MigrationOf } from './migrations/index.ts';

export interface Migrated {
  /** names of the steps taken now */
  readonly taken: readonly string[];
}

/** The database was written by a program that knows steps which this one does not. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
}

/** Rejects where a step fails: then nothing of it stands. */
export async function migrate<T>(
  db: Kysely<T>,
  kind: DatabaseKind,
  steps: Readonly<Record<string, MigrationOf>> = MIGRATIONS,
): Promise<Migrated> {
  const migrator = migratorOf(db, kind, steps);
  await refuseNewer(db, steps);
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return { taken: results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName) };
}

/** Names of the steps that are still to be taken. Changes nothing. */
export async function stepsToTake<T>(
  db: Kysely<T>,
  kind: DatabaseKind,
  steps: Readonly<Record<string, MigrationOf>> = MIGRATIONS,
): Promise<readonly string[]> {
  const migrator = migratorOf(db, kind, steps);
  await refuseNewer(db, steps);
  const known = await migrator.getMigrations();
  return known.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

/** The library's own table of the steps taken. */
const TABLE = 'kysely_migration';

function migratorOf<T>(db: Kysely<T>, kind: DatabaseKind, steps: Readonly<Record<string, MigrationOf>>): Migrator {
  const made = Object.fromEntries(Object.entries(steps).map(([name, of]) => [name, of(kind)]));
  return new Migrator({ db, provider: { getMigrations: async () => made } });
}

async function refuseNewer<T>(db: Kysely<T>, steps: Readonly<Record<string, MigrationOf>>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === TABLE)) return;
  const { rows } = await sql<{ readonly name: string }>`select name from ${sql.table(TABLE)}`.execute(db);
  if (rows.some(({ name }) => !(name in steps))) throw new NewerDatabase();
}
