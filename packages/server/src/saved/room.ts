/** How long reports are and what an account has room for, looked at before anything is sealed. */
import type { WholeReport } from '@readingscan/web';

export interface Room {
  readonly reports: number;
  readonly bytes: number;
}

/** What is to be saved is more than the account has room for: nothing of it was. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

/** One report is longer than one may be. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** An account has as many links as it may have, or what they hold would be more than it may be. */
export class TooManyLinks extends Error {
  override readonly name = 'TooManyLinks';
}

export const MEGABYTE = 1024 * 1024;
/** Of one report with its originals. */
export const MOST_REPORT_BYTES = 5 * MEGABYTE;
/** Of one shared explanation, sealed, with photographs where they are shared too. */
export const MOST_LINK_BYTES = 5 * MEGABYTE;
/** Of one account. */
export const MOST_LINKS = 30;
export const MOST_LINKS_BYTES = 25 * MEGABYTE;
/** Of what a file says of one report: its words, and its originals with their checksums. */
export const MOST_LISTED = MOST_REPORT_BYTES + 64 * 1024;
/** A file of all that one account can hold is little longer than that. */
export const fileBytesOf = ({ bytes }: Room): number => bytes + 2 * MEGABYTE;
/** Unpacked: the words of each report stand in it twice. */
export const unpackedBytesOf = (most: Room): number => 2 * fileBytesOf(most);

/** Throws `TooLarge`, `NoRoom`. What is sealed is a little longer still: that is looked at when it is put away. */
export function ensureFits(added: readonly WholeReport[], used: Room, most: Room): void {
  if (added.length === 0) return;
  if (used.reports + added.length > most.reports) throw new NoRoom();
  let sum = used.bytes;
  for (const one of added) {
    const bytes = bytesOf(one);
    if (bytes > MOST_REPORT_BYTES) throw new TooLarge();
    sum += bytes;
    if (sum > most.bytes) throw new NoRoom();
  }
}

/** Photographs first: of a report that is too long by them alone no words are written out. */
function bytesOf({ report, files }: WholeReport): number {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return bytes > MOST_REPORT_BYTES ? bytes : bytes + Buffer.byteLength(JSON.stringify(report));
}
