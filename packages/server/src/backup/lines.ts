/** The lines of a backup (`readingscan.backup/1`): one that says what it is; for each table its columns and its rows; the sums of all. */
import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { DatabaseKind } from '../database/migrations/index.ts';
import type { ColumnKind } from './shapes.ts';
import type { Written } from './values.ts';

export const FORMAT = 'readingscan.backup/1';

/** `deletions`: only the list of what was deleted. */
export type Holds = 'everything' | 'deletions';

export interface Heading {
  readonly format: typeof FORMAT;
  readonly holds: Holds;
  readonly madeAt: string;
  readonly from: DatabaseKind;
  /** of the database, in their order: its shape */
  readonly steps: readonly string[];
}

export interface TableHeading {
  readonly table: string;
  readonly columns: readonly (readonly [string, ColumnKind])[];
}

/** Of one table: how many rows, and the SHA-256 of their lines. */
export interface Sum {
  readonly rows: number;
  readonly sha256: string;
}

export interface Sums {
  readonly tables: Readonly<Record<string, Sum>>;
  /** of all lines before this one */
  readonly sha256: string;
}

const NAME = z.string().regex(/^[a-z_]{1,60}$/);
const HEADING: z.ZodType<Heading> = z.strictObject({
  format: z.literal(FORMAT),
  holds: z.enum(['everything', 'deletions']),
  madeAt: z.iso.datetime(),
  from: z.enum(['sqlite', 'postgres']),
  steps: z.array(z.string().regex(/^[\w-]{1,80}$/)),
});
const TABLE: z.ZodType<TableHeading> = z.strictObject({
  table: NAME,
  columns: z.array(z.tuple([NAME, z.enum(['text', 'number', 'time', 'truth', 'bytes'])])).min(1),
});

export const headingIn = (line: string): Heading | null => HEADING.safeParse(jsonIn(line)).data ?? null;
export const tableIn = (line: string): TableHeading | null => TABLE.safeParse(jsonIn(line)).data ?? null;

export function rowIn(line: string): readonly unknown[] | null {
  const row = jsonIn(line);
  return Array.isArray(row) ? row : null;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export const lineOf = (value: Heading | TableHeading | Sums | readonly Written[]): string =>
  `${JSON.stringify(value)}\n`;

export interface Summing {
  heading(line: string | Uint8Array): void;
  table(line: string | Uint8Array, name: string): void;
  row(line: string | Uint8Array): void;
  sums(): Sums;
}

/** The same for who writes and who reads: lines as they come, each with its end. */
export function summing(): Summing {
  const whole = createHash('sha256');
  const tables: Record<string, Sum> = {};
  let own: { readonly name: string; readonly hash: Hash; rows: number } | null = null;
  const endOwn = (): void => {
    if (own) tables[own.name] = { rows: own.rows, sha256: own.hash.digest('hex') };
    own = null;
  };
  return {
    heading: (line) => void whole.update(line),
    table(line, name) {
      endOwn();
      whole.update(line);
      own = { name, hash: createHash('sha256'), rows: 0 };
    },
    row(line) {
      whole.update(line);
      if (!own) return;
      own.hash.update(line);
      own.rows += 1;
    },
    sums() {
      endOwn();
      return { tables, sha256: whole.digest('hex') };
    },
  };
}
