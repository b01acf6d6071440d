/** What the page of an account shows of saved reports: how many and for how long; no word of any. */

/** Years after which a saved report goes by itself; null: when its owner deletes it. */
export const KEEP_YEARS = [null, 1, 2, 5] as const;
export type KeepYears = (typeof KEEP_YEARS)[number];

export interface SavedView {
  readonly reports: number;
  readonly bytes: number;
  readonly mostReports: number;
  readonly mostBytes: number;
  readonly keepYears: KeepYears;
}
