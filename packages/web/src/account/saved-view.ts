/** What the page of an account shows of saved reports: how many and for how long, and what happened; no word of any. */

/** Years after which a saved report goes by itself; null: when its owner deletes it. */
export const KEEP_YEARS = [null, 1, 2, 5] as const;
export type KeepYears = (typeof KEEP_YEARS)[number];

export interface SavedView {
  readonly reports: number;
  readonly bytes: number;
  readonly mostReports: number;
  readonly mostBytes: number;
  readonly keepYears: KeepYears;
  /** the newest first */
  readonly events: readonly AccountEvent[];
  /** of the whole trail */
  readonly length: number;
  /** nothing of the trail is missing or changed */
  readonly isWhole: boolean;
}

export interface AccountEvent {
  readonly number: number;
  /** milliseconds since 1970 */
  readonly at: number;
  /** a device; '' where it is not known, "program" where nobody asked for it */
  readonly who: string;
  readonly what: string;
  readonly count: number;
}
