/** How a reader of one format says that it cannot go on: a reason from the closed list, never a word of the file. */
import { OcrTimeout } from './ocr/recognizer.ts';
import type { Listed, Reason } from './outcome.ts';

export class Refusal extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.reason = reason;
  }
}

/** A file that holds several reports, none of which was chosen. */
export class Several extends Error {
  readonly reports: readonly Listed[];

  constructor(reports: readonly Listed[]) {
    super('several-reports');
    this.reports = reports;
  }
}

/** Whatever was thrown, as a reason of the closed list. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof Refusal) return error.reason;
  return error instanceof OcrTimeout ? 'slow' : 'binary';
}
