/** Jobs in the description: left with a key, taken by the same key. */
import { LANGUAGES, READ } from '@readingscan/reader/languages';
import { API } from '@readingscan/web';
import { BATCH_TYPES, FILE_TYPES } from '../../jobs/asked-job.ts';
import { JOB_TASKS, SCOPE_OF } from '../../jobs/job.ts';
import { MOST_FILE_BYTES, MOST_JOB_BYTES, MOST_JOBS, MOST_REPORTS } from '../../jobs/leaving.ts';
import { COUNTED, headersOf, jobProblems, ref } from './answers.ts';
import { ONCE } from './save-report.ts';

const MEGABYTE = 1024 * 1024;
const ANY = [{ key: [] }];
const OF_TASK = [...new Set(JOB_TASKS.map((task) => SCOPE_OF[task]))].map((scope) => ({ key: [scope] }));
const KEY = { 401: 'No key, or one that is not good (no-key, wrong-key)' };
const TOO_FEW = { 402: 'The account has too few credits for that; nothing was done (insufficient-credits)' };
const NONE = { 404: 'This key has no such job (not-found)' };
const OFTEN = { 429: 'Too much at this moment, or in this minute (busy, too-often)' };
const FAULT = {
  500: 'A fault of this server (internal)',
  503: 'What is kept here cannot be reached (unavailable)',
};
const NO_ROOM = { 507: 'This server has no room left: nothing was done (no-storage)' };
const SEALED = { 422: 'It cannot be opened (unreadable)' };

const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});
const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const job = (description: string, more: readonly 'RateLimit'[] = []) => ({
  description,
  headers: headersOf([...COUNTED, ...more]),
  content: { 'application/json': { schema: ref('schemas', 'Job') } },
});
const LINE = { type: 'string', contentMediaType: 'application/x-ndjson' };

const leave = (hasPayments: boolean): object => ({
  operationId: 'leaveJob',
  tags: ['jobs'],
  summary: 'Leaves many reports, or a large file, to be read',
  description: `Up to ${MOST_REPORTS} lines like {"id": 1, "text": "…"} (${MOST_JOB_BYTES / MEGABYTE} MB), or one file (${MOST_FILE_BYTES / MEGABYTE} MB). It is there when this is answered. An account has room for ${MOST_JOBS} jobs and ${MOST_JOB_BYTES / MEGABYTE} MB. The key needs the scope of the task. What is sent is sealed, and deleted as it is read; the job goes with its results after a time ("goesAt"), or when you delete it, or end the key. With an Idempotency-Key the same is done once in 24 hours.`,
  security: OF_TASK,
  parameters: [
    query('task', { type: 'string', enum: JOB_TASKS, default: 'explain' }, 'what is done with each report'),
    query('language', { type: 'string', enum: LANGUAGES, default: READ }, 'of explanations'),
    query('level', { type: 'string', enum: ['plain', 'standard'], default: 'plain' }, 'how plain the words are'),
    query('region', { type: 'string', maxLength: 8 }, 'a country such as US, for an emergency number'),
    ONCE,
  ],
  requestBody: {
    required: true,
    content: Object.fromEntries([
      ...BATCH_TYPES.map((type) => [type, { schema: LINE }]),
      ...FILE_TYPES.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    ]),
  },
  responses: {
    '202': {
      ...job('It is left, and will be done'),
      headers: {
        ...headersOf(COUNTED),
        Location: { description: 'Where the job is', schema: { type: 'string' } },
        'Idempotency-Replayed': {
          description: 'It was left when this was asked before',
          schema: { type: 'string', const: 'true' },
        },
      },
    },
    ...jobProblems({
      400: 'Neither lines nor a file, nothing in it, or an option is not known (usage)',
      ...KEY,
      ...(hasPayments ? TOO_FEW : {}),
      403: 'The key may not do that (scope)',
      404: 'It was left under this Idempotency-Key before, and deleted since (not-found)',
      408: 'Nothing more came for a minute (late)',
      409: 'The account is full (full)',
      413: 'More than one job can be (too-large)',
      422: 'The Idempotency-Key was used for something else (other-request)',
      ...OFTEN,
      ...FAULT,
      ...NO_ROOM,
    }),
  },
});

export const jobPaths = (hasPayments: boolean): object => ({
  [`${API}/jobs`]: {
    post: leave(hasPayments),
    get: {
      operationId: 'listJobs',
      tags: ['jobs'],
      summary: 'The jobs of this key, the newest first',
      security: ANY,
      parameters: [query('after', { type: 'string', format: 'uuid' }, '"next" of the page before')],
      responses: {
        '200': {
          description: 'Fifty at most',
          headers: headersOf(COUNTED),
          content: { 'application/json': { schema: ref('schemas', 'Jobs') } },
        },
        ...jobProblems({ ...KEY, ...NONE, ...OFTEN, ...FAULT }),
      },
    },
  },
  [`${API}/jobs/{id}`]: {
    get: {
      operationId: 'showJob',
      tags: ['jobs'],
      parameters: [ID],
      summary: 'How far a job is',
      security: ANY,
      responses: { '200': job('The job'), ...jobProblems({ ...KEY, ...NONE, ...OFTEN, ...FAULT }) },
    },
    delete: {
      operationId: 'deleteJob',
      tags: ['jobs'],
      parameters: [ID],
      summary: 'Deletes a job with all that is in it',
      description: 'Whatever its state: what is under way ends.',
      security: ANY,
      responses: {
        '204': { description: 'It is gone', headers: headersOf(COUNTED) },
        ...jobProblems({ ...KEY, ...NONE, ...OFTEN, ...FAULT, ...NO_ROOM }),
      },
    },
  },
  [`${API}/jobs/{id}/results`]: {
    get: {
      operationId: 'takeResults',
      tags: ['jobs'],
      summary: 'The results, in the order of what was sent',
      description:
        'Lines of {id, …document} or {id, error: {code, message}}, as far as they are there: of a job that runs, those so far. A stream that broke is gone on with by "after": the lines that you have.',
      security: ANY,
      parameters: [ID, query('after', { type: 'integer', minimum: 0, default: 0 }, 'lines that you have already')],
      responses: {
        '200': {
          description: 'One line for each report',
          headers: headersOf(COUNTED),
          content: { 'application/x-ndjson': { schema: LINE } },
        },
        ...jobProblems({
          400: '"after" is no number of lines (usage)',
          ...KEY,
          ...NONE,
          ...SEALED,
          ...OFTEN,
          ...FAULT,
        }),
      },
    },
  },
  [`${API}/jobs/{id}/cancel`]: moved(
    'cancelJob',
    'Stops a job: what is done stays to be taken',
    'It is over already',
    {},
  ),
  [`${API}/jobs/{id}/retry`]: moved(
    'retryJob',
    'Goes on with a job that failed or was cancelled',
    'It has neither failed nor been cancelled',
    hasPayments ? TOO_FEW : {},
  ),
});

function moved(
  operationId: string,
  summary: string,
  otherwise: string,
  more: Readonly<Record<number, string>>,
): object {
  return {
    post: {
      operationId,
      tags: ['jobs'],
      parameters: [ID],
      summary,
      security: ANY,
      responses: {
        '200': job('The job as it is now'),
        ...jobProblems({ ...KEY, ...more, ...NONE, 409: `${otherwise} (state)`, ...OFTEN, ...FAULT, ...NO_ROOM }),
      },
    },
  };
}
