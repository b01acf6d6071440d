/** What is full, or cannot be reached, told apart from a fault of ours: by codes of the database and of the machine, never by what a failure says. */

import { codeOf } from './failure-code.ts';
import { WrongSetting } from './wrong-setting.ts';

/** full: no room for it; away: it does not answer, or cannot read or write at this moment */
export type StorageFault = 'full' | 'away';

/** Of a store of ours that says itself which of the two it is. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  readonly fault: StorageFault;
  readonly code: string;
  constructor(fault: StorageFault, code: string) {
    super(code);
    this.fault = fault;
    this.code = code;
  }
}

/** sqlite.org/rescode.html, without their finer kinds: busy, locked, read only, I/O, corrupt, cannot open, no database; full. */
const OF_SQLITE: ReadonlyMap<number, StorageFault> = new Map([
  ...[5, 6, 8, 10, 11, 14, 26].map((code) => [code, 'away'] as const),
  [13, 'full'],
]);
const OF_MACHINE: ReadonlyMap<string, StorageFault> = new Map([
  ...['ENOSPC', 'EDQUOT', 'EFBIG'].map((code) => [code, 'full'] as const),
  ...[
    'EIO',
    'EROFS',
    'EMFILE',
    'ENFILE',
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
  ].map((code) => [code, 'away'] as const),
]);
/** postgresql.org/docs/current/errcodes-appendix.html */
const DISK_FULL = '53100';
const AWAY_IN_POSTGRES = /^(08...|25006|40001|40P01|53...|55P03|57014|57P0[1-5]|58...)$/;
/** What the driver of PostgreSQL says without a code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const DEEPEST = 4;

/** Null where it is something else. */
export function storageFaultOf(error: unknown): StorageFault | null {
  let at = error;
  for (let depth = 0; depth < DEEPEST && typeof at === 'object' && at !== null; depth += 1) {
    const found = faultOf(at);
    if (found) return found;
    at = 'cause' in at ? at.cause : null;
  }
  return null;
}

function faultOf(error: object): StorageFault | null {
  if (error instanceof StorageFailure) return error.fault;
  const { code, sqliteCode, message } = error as {
    readonly code?: unknown;
    readonly sqliteCode?: unknown;
    readonly message?: unknown;
  };
  if (typeof sqliteCode === 'number') return OF_SQLITE.get(sqliteCode & 0xff) ?? null;
  if (typeof code === 'string') {
    if (code === DISK_FULL) return 'full';
    return OF_MACHINE.get(code) ?? (AWAY_IN_POSTGRES.test(code) ? 'away' : null);
  }
  return typeof message === 'string' && LOST.test(message) ? 'away' : null;
}

/** For who runs a command: one line in place of a failure that is no fault of ours. Throws `WrongSetting`. */
export async function orStorageSaid<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const kind = storageFaultOf(error);
    if (kind === null) throw error;
    const what =
      kind === 'full' ? 'No room is left for what is to be kept' : 'What is kept cannot be reached, read or written';
    throw new WrongSetting(`${what} (${codeOf(error)}). Mend that, then run this again: it goes on.`);
  }
}
