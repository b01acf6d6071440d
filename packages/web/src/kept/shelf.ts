/** Where reports are kept, whichever place it is: what a list and its cards ask of it. */
import type { KeptReport, OriginalFile, WholeReport } from './report.ts';

/** In this browser, or on the server in the person's own account. */
export type Place = 'device' | 'account';

export interface Opening {
  readonly reports: readonly KeptReport[];
  /** rows that are there and could not be opened */
  readonly broken: number;
}

/** Each step happens whole or not at all, and is refused with `KeptError`. */
export interface Shelf {
  reports(): Promise<Opening>;
  originals(report: KeptReport): Promise<readonly OriginalFile[]>;
  keep(whole: readonly WholeReport[]): Promise<void>;
  /** whose it is, its tags */
  change(report: KeptReport): Promise<void>;
  remove(report: KeptReport): Promise<void>;
}
