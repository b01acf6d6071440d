/** How much one key or one address may cost in a minute: points that come back as time goes on; held in memory, the name only as a keyed hash. */
import { createHmac, randomBytes } from 'node:crypto';

export interface CostLimit {
  spend(who: string, cost: number): Spent;
}

export interface Spent {
  readonly isAllowed: boolean;
  /** as `RateLimit` and `RateLimit-Policy` tell it, and `Retry-After` where it is too much */
  readonly headers: Readonly<Record<string, string>>;
}

const MINUTE = 60_000;
/** Held at one time: of more, those that asked longest ago are let go, with all their points. */
const MOST_NAMES = 50_000;

/** `now` in milliseconds since 1970. */
export function costLimit(perMinute: number, now: () => number): CostLimit {
  const key = randomBytes(32);
  const held = new Map<string, { readonly left: number; readonly at: number }>();
  const rate = perMinute / MINUTE;
  const seconds = (points: number): number => Math.max(0, Math.ceil(points / rate / 1000));
  return {
    spend(who, cost) {
      const name = createHmac('sha256', key).update(who).digest('base64');
      const before = held.get(name) ?? { left: perMinute, at: now() };
      const there = Math.min(perMinute, before.left + Math.max(0, now() - before.at) * rate);
      // what costs more than all there can be is let in where all is there, and owes the rest
      const needed = Math.min(cost, perMinute);
      const isAllowed = there >= needed;
      const left = isAllowed ? there - cost : there;
      // behind all others: the first of the map asked longest ago
      held.delete(name);
      held.set(name, { left, at: now() });
      for (const oldest of held.keys()) {
        if (held.size <= MOST_NAMES) break;
        held.delete(oldest);
      }
      return {
        isAllowed,
        headers: {
          'RateLimit-Policy': `"points";q=${perMinute};w=60`,
          RateLimit: `"points";r=${Math.max(0, Math.floor(left))};t=${seconds(perMinute - left)}`,
          ...(isAllowed ? {} : { 'Retry-After': String(Math.max(1, seconds(needed - there))) }),
        },
      };
    },
  };
}
