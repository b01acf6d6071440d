/** Errors as RFC 9457 documents: one sentence on what happened, one on what to do. */

import type { ReaderError, ReaderErrorCode, ReaderResult } from '@readingscan/reader/browser';
import { LANGUAGES } from '@readingscan/reader/languages';
import type { Refusal } from '@readingscan/web';
import { storageFaultOf } from './storage-fault.ts';

export type ProblemCode =
  | ReaderErrorCode
  | 'not-found'
  | 'method'
  | 'busy'
  | 'forbidden'
  | 'signed-out'
  | 'no-key'
  | 'wrong-key'
  | 'scope'
  | 'too-often'
  | 'full'
  | 'running'
  | 'state'
  | 'other-request'
  | 'late'
  | 'insufficient-credits'
  | 'unavailable'
  | 'no-storage';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
  /** what could be said all the same */
  readonly document?: unknown;
  /** what was recognised stays with the one who sent it */
  readonly text?: string;
  /** beside `several-reports`: what `report` chooses from */
  readonly reports?: ReaderError['reports'];
  /** beside `insufficient-credits`: nothing was done, and nothing is paid */
  readonly credits?: { readonly needed: number; readonly available: number };
}

const STATUS: Readonly<Record<ProblemCode, number>> = {
  usage: 400,
  'signed-out': 401,
  'no-key': 401,
  'wrong-key': 401,
  'insufficient-credits': 402,
  forbidden: 403,
  scope: 403,
  'not-found': 404,
  method: 405,
  late: 408,
  full: 409,
  running: 409,
  state: 409,
  'too-large': 413,
  unsupported: 415,
  unreadable: 422,
  encrypted: 422,
  'no-text': 422,
  'not-a-report': 422,
  'low-quality': 422,
  'other-request': 422,
  'several-reports': 422,
  busy: 429,
  'too-often': 429,
  internal: 500,
  unavailable: 503,
  'no-storage': 507,
};

// a record of all codes has no other keys
export const PROBLEM_CODES = Object.keys(STATUS) as readonly ProblemCode[] as readonly [ProblemCode, ...ProblemCode[]];

/** Codes that are told by a status. */
export const codesOf = (status: number): readonly ProblemCode[] =>
  PROBLEM_CODES.filter((code) => STATUS[code] === status);

/** What went wrong: its reason is known to the pages in every language. */
export interface Fault extends Refusal {
  readonly code: ProblemCode;
}

export function problemOf(
  { code, message, hint }: Fault,
  more: Pick<Problem, 'document' | 'text' | 'reports' | 'credits'> = {},
): Problem {
  return {
    type: `urn:readingscan:problem:${code}`,
    title: message,
    status: STATUS[code],
    detail: hint,
    code,
    message,
    hint,
    ...more,
  };
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** A reader's refusal, with all that it could give. */
export function problemOfResult(result: Extract<ReaderResult<unknown>, { ok: false }>): Problem {
  return problemOf(result.error, {
    ...(result.document === undefined ? {} : { document: result.document }),
    ...(result.text === undefined ? {} : { text: result.text }),
    ...(result.error.reports === undefined ? {} : { reports: result.error.reports }),
  });
}

export const FAULTS = {
  notFound: { code: 'not-found', message: 'There is nothing at this address.', hint: 'See /api/v1/openapi.json.' },
  method: { code: 'method', message: 'This address does not take that method.', hint: 'Send a POST request.' },
  forbidden: {
    code: 'forbidden',
    reason: 'other-site',
    message: 'This form was sent from another site.',
    hint: 'Open the reader on this server and send it from there.',
  },
  tooLarge: {
    code: 'too-large',
    reason: 'too-much',
    message: 'This is more than 20 MB.',
    hint: 'Send smaller photos, or only the pages of the report.',
  },
  tooLong: {
    code: 'too-large',
    reason: 'too-long',
    message: 'This text is longer than a report can be.',
    hint: 'Send one report at a time, at most 500,000 characters.',
  },
  busy: { code: 'busy', reason: 'busy', message: 'The server is busy.', hint: 'Try again in a few seconds.' },
  body: {
    code: 'usage',
    reason: 'no-report',
    message: 'This request holds no report.',
    hint: 'Send files as multipart/form-data, or JSON like {"text": "…"}.',
  },
  few: {
    code: 'usage',
    message: 'A comparison needs an older and a newer report.',
    hint: 'Send two to twenty files, the oldest first, or JSON like {"texts": ["…", "…"]}.',
  },
  labels: {
    code: 'usage',
    message: 'Whose the report is, or its tags, cannot be read.',
    hint: 'person has at most 80 letters; tags are at most 20, of 80 letters each.',
  },
  option: {
    code: 'usage',
    reason: 'unknown-option',
    message: 'One of the options is not known.',
    hint: `language is ${LANGUAGES.join(', ')}; level is plain or standard; region is a country such as US; report is a number from 1.`,
  },
  internal: {
    code: 'internal',
    reason: 'server-failed',
    message: 'Something went wrong on the server.',
    hint: 'Try again.',
  },
  away: {
    code: 'unavailable',
    reason: 'server-failed',
    message: 'What is kept here cannot be reached at this moment.',
    hint: 'Wait a minute, look whether it was done, then try again.',
  },
  noStorage: {
    code: 'no-storage',
    reason: 'server-failed',
    message: 'This server has no room left.',
    hint: 'Nothing was saved. Tell who runs it, and try again later.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** Of a failure that nobody foresaw: what is full or away is told as that, all else as ours. */
export function unforeseen(error: unknown): Fault {
  const kind = storageFaultOf(error);
  if (kind === null) return FAULTS.internal;
  return kind === 'full' ? FAULTS.noStorage : FAULTS.away;
}

/** The answer to such a failure. */
export function unforeseenResponse(error: unknown): Response {
  const fault = unforeseen(error);
  return problemResponse(problemOf(fault), fault.code === 'unavailable' ? { 'Retry-After': AWAY } : {});
}

/** Seconds until what is away may be asked for again. */
const AWAY = '10';

export type { ReaderError };
