/** Why something of jobs was not done, as a program is told it. */
import { LANGUAGES } from '@readingscan/reader/languages';
import type { Fault } from '../problem.ts';
import { JOB_TASKS } from './job.ts';
import type { Left } from './leaving.ts';
import { MOST_FILE_BYTES, MOST_JOB_BYTES, MOST_JOBS, MOST_REPORTS } from './leaving.ts';

const MEGABYTE = 1024 * 1024;

export const JOB_FAULTS = {
  none: {
    code: 'not-found',
    message: 'This key has no such job.',
    hint: 'It may have been deleted, or its time was over. A job is known to the key that made it alone.',
  },
  option: {
    code: 'usage',
    message: 'One of the options is not known.',
    hint: `task is ${JOB_TASKS.join(', ')}; language is ${LANGUAGES.join(', ')}; level is plain or standard; region is a country such as US.`,
  },
  after: { code: 'usage', message: 'This is no place to go on from.', hint: 'after is a whole number of lines.' },
  kind: {
    code: 'usage',
    message: 'This is neither lines of reports nor a file.',
    hint: 'Send lines like {"id": 1, "text": "…"} as application/x-ndjson, or one file as application/pdf.',
  },
  unfinished: {
    code: 'state',
    message: 'This job has neither failed nor been cancelled.',
    hint: 'Ask for its state. A job that is done gives its results.',
  },
  over: { code: 'state', message: 'This job is over already.', hint: 'Ask for its state.' },
  already: {
    code: 'busy',
    message: 'Two jobs, or the results of two, of this account are on their way already.',
    hint: 'Wait until one has arrived, then try again.',
  },
  late: { code: 'late', message: 'Nothing more came for a minute.', hint: 'Nothing was kept. Send the job again.' },
  sealed: {
    code: 'unreadable',
    message: 'This job could not be opened.',
    hint: 'Tell who runs this server: the key that it was sealed with is missing.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const LEFT_FAULTS: Readonly<Record<Exclude<Left['kind'], 'left'>, Fault>> = {
  nothing: { code: 'usage', message: 'This request holds no report.', hint: JOB_FAULTS.kind.hint },
  long: {
    code: 'too-large',
    message: 'This is more than one job can be.',
    hint: `A batch has ${MOST_REPORTS} reports and ${MOST_JOB_BYTES / MEGABYTE} MB at most, a file ${MOST_FILE_BYTES / MEGABYTE} MB. Send it as several jobs.`,
  },
  full: {
    code: 'full',
    message: `An account has room for ${MOST_JOBS} jobs and ${MOST_JOB_BYTES / MEGABYTE} MB in them.`,
    hint: 'Nothing was kept. Delete jobs whose results you have, then try again.',
  },
  other: {
    code: 'other-request',
    message: 'This Idempotency-Key was used for another request.',
    hint: 'Use a new one for each job; the same one only to send the same again.',
  },
  names: {
    code: 'too-often',
    message: 'So many Idempotency-Keys of this account are held already.',
    hint: 'Each is held for 24 hours. Wait, or send the request without one.',
  },
  gone: {
    code: 'not-found',
    message: 'This was done before, and the job has been deleted since.',
    hint: 'To have it done again, send it with another Idempotency-Key.',
  },
};
