/** How often one account may ask for its saved reports, whichever page or program asks. */
import { HOUR, MINUTE, type RateLimit, rateLimit, tryAll } from '../accounts/rate-limit.ts';

/** What a request does: each has limits of its own. */
export type Doing = 'look' | 'change' | 'file' | 'share';

export interface SavedLimits {
  /** Counts a try: null where it may be made, else the seconds until one may. */
  wait(doing: Doing, userId: string): number | null;
  /** Drops what counts no more. */
  forget(): void;
}

/** `now` in milliseconds since 1970. */
export function savedLimits(now: () => number): SavedLimits {
  const limits: Readonly<Record<Doing, RateLimit>> = {
    look: rateLimit([{ most: 600, within: MINUTE }], now),
    change: rateLimit(
      [
        { most: 120, within: MINUTE },
        { most: 2000, within: HOUR },
      ],
      now,
    ),
    // all reports at once
    file: rateLimit(
      [
        { most: 6, within: MINUTE },
        { most: 30, within: HOUR },
      ],
      now,
    ),
    // a link to a report
    share: rateLimit(
      [
        { most: 10, within: MINUTE },
        { most: 60, within: HOUR },
      ],
      now,
    ),
  };
  return {
    wait: (doing, userId) => tryAll([limits[doing], userId]),
    forget() {
      for (const one of Object.values(limits)) one.forget();
    },
  };
}
