/** A step from one shape of the database to the next: the same steps for both kinds, with the types of each. */
import type { Migration } from 'kysely';

export type DatabaseKind = 'sqlite' | 'postgres';

export type MigrationOf = (kind: DatabaseKind) => Migration;
