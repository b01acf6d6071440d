/** How often something may be tried by one name or address; held in memory, the name only as a keyed hash. */
import { createHmac, randomBytes } from 'node:crypto';

export interface Rule {
  readonly most: number;
  /** milliseconds */
  readonly within: number;
}

export interface RateLimit {
  /** Seconds until this one may try again; null where it may now. Counts nothing. */
  wait(who: string): number | null;
  /** Counts a try. */
  count(who: string): void;
  /** Drops what counts no more. */
  forget(): void;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Names held at one time: of more, those that tried longest ago are let go. */
const MOST_NAMES = 50_000;

/** `now` in milliseconds since 1970. */
export function rateLimit(rules: readonly Rule[], now: () => number): RateLimit {
  const key = randomBytes(32);
  const longest = Math.max(...rules.map(({ within }) => within));
  const most = Math.max(...rules.map((rule) => rule.most));
  const tries = new Map<string, readonly number[]>();
  const hashed = (who: string): string => createHmac('sha256', key).update(who).digest('base64');
  return {
    wait(who) {
      const made = tries.get(hashed(who)) ?? [];
      const at = now();
      const waits = rules.map((rule) => {
        const first = made.filter((one) => at - one < rule.within).at(-rule.most);
        return first === undefined ? 0 : first + rule.within - at;
      });
      const wait = Math.max(...waits);
      return wait > 0 ? Math.ceil(wait / 1000) : null;
    },
    count(who) {
      const name = hashed(who);
      const made = tries.get(name) ?? [];
      // behind all others: the first of the map tried longest ago
      tries.delete(name);
      tries.set(name, [...made, now()].slice(-most));
      for (const oldest of tries.keys()) {
        if (tries.size <= MOST_NAMES) break;
        tries.delete(oldest);
      }
    },
    forget() {
      for (const [name, made] of tries) if (now() - (made.at(-1) ?? 0) >= longest) tries.delete(name);
    },
  };
}

/** Counts a try of all of them, where none says to wait; else the longest wait in seconds. */
export function tryAll(...limits: readonly (readonly [RateLimit, string])[]): number | null {
  const waits = limits.flatMap(([limit, who]) => limit.wait(who) ?? []);
  if (waits.length > 0) return Math.max(...waits);
  for (const [limit, who] of limits) limit.count(who);
  return null;
}
