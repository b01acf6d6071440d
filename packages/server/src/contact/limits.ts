/** How many messages are taken from one address and by the whole installation; held in memory, the address only as a keyed hash. */
import { createHmac, randomBytes } from 'node:crypto';

export interface Limits {
  /** Counts a message of `address`. Null where it may be taken, else the seconds until one may be. */
  take(address: string): number | null;
  /** Drops what counts no more. */
  forget(): void;
  /** Gives one back that was counted but not taken after all. */
  giveBack(address: string): void;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const RULES = [
  { most: 3, within: HOUR, ofAll: false },
  { most: 10, within: DAY, ofAll: false },
  { most: 200, within: DAY, ofAll: true },
] as const;

interface Taken {
  readonly who: string;
  readonly at: number;
}

/** `now` in milliseconds since 1970. What is held never outgrows the most of a day. */
export function limits(now: () => number): Limits {
  const key = randomBytes(32);
  const hashed = (address: string): string => createHmac('sha256', key).update(address).digest('base64');
  let taken: readonly Taken[] = [];
  const forget = (): void => {
    const at = now();
    taken = taken.filter((one) => at - one.at < DAY);
  };
  return {
    forget,
    take(address) {
      const who = hashed(address);
      const at = now();
      forget();
      const waits = RULES.map(({ most, within, ofAll }) => {
        const counted = taken.filter((one) => (ofAll || one.who === who) && at - one.at < within);
        const first = counted[counted.length - most];
        return first ? first.at + within - at : 0;
      });
      const wait = Math.max(...waits);
      if (wait > 0) return Math.ceil(wait / 1000);
      taken = [...taken, { who, at }];
      return null;
    },
    giveBack(address) {
      const who = hashed(address);
      const last = taken.findLastIndex((one) => one.who === who);
      taken = taken.filter((_, index) => index !== last);
    },
  };
}
