/** Why something of saved reports was not done, as a program is told it; the pages have words of their own. */
import { LongReport, NotKeptFile } from '@readingscan/web';
import { OwnerGone } from '../accounts/held.ts';
import type { Fault } from '../problem.ts';
import { CannotOpen } from './master-keys.ts';
import { MEGABYTE, MOST_LINKS, MOST_LINKS_BYTES, NoRoom, type Room, TooLarge, TooManyLinks } from './room.ts';

export const SAVED_FAULTS = {
  signedOut: { code: 'signed-out', message: 'Nobody is signed in.', hint: 'Sign in at /account/sign-in.' },
  none: {
    code: 'not-found',
    message: 'There is no such report in this account.',
    hint: 'It may have been deleted. Ask for the list again.',
  },
  elsewhere: {
    code: 'forbidden',
    message: 'This was sent from another site.',
    hint: 'Open this site and do it there.',
  },
  often: { code: 'busy', message: 'That was very often in a short time.', hint: 'Wait a minute, then try again.' },
  already: {
    code: 'busy',
    message: 'Something of this account is being sent or made already.',
    hint: 'Wait until that is done, then try again.',
  },
  late: {
    code: 'late',
    message: 'This took longer than a minute to arrive.',
    hint: 'Nothing was saved. Try again where the connection is faster.',
  },
  shape: {
    code: 'usage',
    message: 'This is no report that can be saved.',
    hint: 'Send the report as JSON, or as multipart/form-data with "report" and its originals.',
  },
  change: {
    code: 'usage',
    message: 'This is no change of a saved report.',
    hint: 'Send JSON like {"person": "Mother", "tags": ["knee"]}: at most 20 tags, 80 letters each.',
  },
  long: {
    code: 'too-large',
    message: 'One report with its photos can have 5 MB at most.',
    hint: 'Save it without the photos, or with smaller ones.',
  },
  longFile: {
    code: 'too-large',
    message: 'This file is larger than an account can be.',
    hint: 'Bring in a smaller one.',
  },
  longLink: {
    code: 'too-large',
    message: 'What is shared by one link can have 5 MB at most.',
    hint: 'Share it without the whole report.',
  },
  link: {
    code: 'usage',
    message: 'This is no link that can be made.',
    hint: 'Send the sealed bytes, with the id of a saved report and 1, 7 or 30 days.',
  },
  noLink: {
    code: 'not-found',
    message: 'There is no such link in this account.',
    hint: 'It may have ended. Ask for the list again.',
  },
  file: {
    code: 'unreadable',
    message: 'This is no file of kept reports, or it is damaged.',
    hint: 'Nothing was brought in. Choose the ZIP that was saved from a dashboard.',
  },
  broken: {
    code: 'unreadable',
    message: 'This saved report could not be opened.',
    hint: 'Tell who runs this site. Nothing of it was changed.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Null where it is none that is known. */
export function savedFaultOf(error: unknown, most: Room): Fault | null {
  if (error instanceof OwnerGone) return SAVED_FAULTS.signedOut;
  if (error instanceof TooLarge || error instanceof LongReport) return SAVED_FAULTS.long;
  if (error instanceof NotKeptFile) return SAVED_FAULTS.file;
  if (error instanceof CannotOpen) return SAVED_FAULTS.broken;
  if (error instanceof TooManyLinks)
    return {
      code: 'full',
      message: `An account can have ${MOST_LINKS} links at one time, and ${MOST_LINKS_BYTES / MEGABYTE} MB in them.`,
      hint: 'Nothing was shared. End a link that you no longer need, then try again.',
    };
  if (!(error instanceof NoRoom)) return null;
  return {
    code: 'full',
    message: `An account has room for ${most.reports} reports and ${Math.floor(most.bytes / MEGABYTE)} MB.`,
    hint: 'Nothing was saved. Delete what you no longer need, then try again.',
  };
}
