/** What the page of an account shows of what happened in it; no word of any report. */

export interface TrailView {
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
  /** a device; '' where it is not known, "program" where nobody asked for it, "key" where a program had one */
  readonly who: string;
  readonly what: string;
  readonly count: number;
}
