/** How a command ends when it cannot do its work: one line for a person, a code for machines. */
import type { ReaderError, ReaderErrorCode } from '@readingscan/reader';

export interface Failure {
  readonly code: ReaderErrorCode;
  readonly message: string;
  readonly hint: string;
  /** of one file, where it holds several */
  readonly reports?: ReaderError['reports'];
}

const EXIT: Readonly<Record<ReaderErrorCode, number>> = {
  usage: 2,
  'several-reports': 2,
  unreadable: 3,
  unsupported: 3,
  'too-large': 3,
  encrypted: 3,
  'no-text': 3,
  'not-a-report': 4,
  'low-quality': 5,
  internal: 1,
};

/** Wrong usage of the command line, told as such. */
export class Usage extends Error {}

export const usage = (message: string): Failure => ({ code: 'usage', message, hint: 'Try readingscan --help.' });

const WHICH = 'See them with extract --list, and choose one with --report N.';

/** Says the failure on stderr, in one line that holds no word of the file, and sets the exit code of the process. */
export function fail({ code, message, hint, reports }: Failure): void {
  process.stderr.write(`readingscan: ${message} ${reports ? WHICH : hint}\n`);
  process.exitCode = EXIT[code];
}
