/** A value of the database as it is written in a backup, the same from either kind of database, and back. */
import type { ColumnKind } from './shapes.ts';

export type Written = string | number | boolean | null;
export type Stored = string | number | boolean | Uint8Array | null;

export function written(value: unknown, kind: ColumnKind): Written {
  if (value === null || value === undefined) return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'number':
      return Number(value);
    case 'truth':
      return Boolean(value);
    case 'time':
      return (value instanceof Date ? value : new Date(String(value))).toISOString();
    case 'bytes':
      return value instanceof Uint8Array
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
        : null;
  }
}

const TYPES = { text: 'string', time: 'string', bytes: 'string', number: 'number', truth: 'boolean' } as const;

export const isWritten = (value: unknown, kind: ColumnKind): value is Written =>
  value === null || typeof value === TYPES[kind];

export const stored = (value: Written, kind: ColumnKind): Stored =>
  kind === 'bytes' && typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
