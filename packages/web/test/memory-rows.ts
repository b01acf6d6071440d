/** Rows in memory, with the same promises as the browser's: a change happens whole or not at all. */
import { KeptError } from '../src/kept/failure.ts';
import type { LockRow, Rows, SealedRow } from '../src/kept/rows.ts';

export interface MemoryRows extends Rows {
  /** as they lie there */
  readonly raw: Map<string, SealedRow>;
  lockNow: LockRow | null;
}

export function memoryRows(): MemoryRows {
  const raw = new Map<string, SealedRow>();
  const rows: MemoryRows = {
    raw,
    lockNow: null,
    lock: async () => rows.lockNow,
    all: async (kind) => [...raw.values()].filter((row) => row.kind === kind),
    some: async (ids) => ids.flatMap((id) => raw.get(id) ?? []),
    count: async (kind) => [...raw.values()].filter((row) => row.kind === kind).length,
    change: async ({ under, of, lock, put = [], remove = [] }) => {
      const isSame = !of || (of.length === raw.size && of.every((id) => raw.has(id)));
      if ((rows.lockNow?.id ?? null) !== under || !isSame) throw new KeptError('changed');
      if (lock) rows.lockNow = lock;
      for (const row of put) raw.set(row.id, row);
      for (const id of remove) raw.delete(id);
    },
    clear: async () => {
      raw.clear();
      rows.lockNow = null;
    },
  };
  return rows;
}
