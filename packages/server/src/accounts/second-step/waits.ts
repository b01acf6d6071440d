/** How long wrong codes of an app hold up the next: kept in the database, so that no restart and no other server starts the count anew. */

const MINUTE = 60_000;
const LONGEST = 24 * 60 * MINUTE;
/** A slip of the finger is free. */
export const FREE_FAILURES = 5;

/** Seconds until the next code is looked at, null where it is now: a minute after the fifth wrong one in a row, then twice as long each time. Times in milliseconds. */
export function waitAfter(failures: number, triedAt: number | null, now: number): number | null {
  if (failures < FREE_FAILURES || triedAt === null) return null;
  const wait = triedAt + Math.min(MINUTE * 2 ** (failures - FREE_FAILURES), LONGEST) - now;
  return wait > 0 ? Math.ceil(wait / 1000) : null;
}
