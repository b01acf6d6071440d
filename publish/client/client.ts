/** Asks a server: one call for each job, a typed error for whatever goes wrong, and patience where it is asked for. */
import { type Operations, PATHS, type Problem } from './api.ts';

type Job = keyof Operations;
type Body<J extends Job> = Operations[J]['body'];

/** A report as text, or as files: one file, or the pictures of one report in order; to be compared, one file each. */
export type Report<J extends Job> =
  | Body<J>
  | (Omit<Body<J>, 'text' | 'texts'> & { readonly files: readonly Blob[]; readonly password?: string });

export interface Asked {
  /** gives up, with its reason */
  readonly signal?: AbortSignal;
  /** sent again with the same, a report is saved once, and paid once where a server takes credits; default: a new one for each call */
  readonly idempotencyKey?: string;
}

export interface ClientOptions {
  /** where the server is, such as https://reports.example.org */
  readonly url: string;
  /** rs_…; none where the server is open */
  readonly key?: string;
  /** seconds that a call may wait in all when the server says "later"; default 60, 0: never */
  readonly patience?: number;
  /** default: that of the platform */
  readonly fetch?: typeof fetch;
}

export type Client = {
  readonly [J in Job]: (report: Report<J>, asked?: Asked) => Promise<Operations[J]['answer']>;
};

/** What the server says went wrong. `message` holds no word of a report; `problem.text` may. */
export interface ProblemError extends Error {
  readonly name: 'ProblemError';
  readonly problem: Problem;
  /** seconds after which it may be asked again; null where it did not say */
  readonly retryAfter: number | null;
}

/** Whether a call failed because the server said so. */
export const isProblemError = (error: unknown): error is ProblemError =>
  error instanceof Error && error.name === 'ProblemError';

const PATIENCE = 60;
const TIMES = 5;

/** Each call resolves with a document, or rejects: with a `ProblemError`, with the reason of its signal, or as `fetch` does. */
export function openClient(options: ClientOptions): Client {
  const call =
    <J extends Job>(job: J) =>
    (report: Report<J>, asked: Asked = {}): Promise<Operations[J]['answer']> =>
      ask(job, report, asked, options);
  return {
    explain: call('explain'),
    read: call('read'),
    extract: call('extract'),
    compare: call('compare'),
    deidentify: call('deidentify'),
    save: call('save'),
  };
}

async function ask<J extends Job>(job: J, report: Report<J>, asked: Asked, options: ClientOptions) {
  const { url, key, patience = PATIENCE, fetch: send = fetch } = options;
  const { signal = null, idempotencyKey = crypto.randomUUID() } = asked;
  const headers = new Headers({ Accept: 'application/json' });
  if (key !== undefined) headers.set('Authorization', `Bearer ${key}`);
  // sent again, a report is saved once, and paid once where that is to be paid
  headers.set('Idempotency-Key', idempotencyKey);
  const body = bodyOf(report);
  if (typeof body === 'string') headers.set('Content-Type', 'application/json');
  let left = patience;
  for (let time = 1; ; time += 1) {
    const answer = await send(new URL(PATHS[job], url), { method: 'POST', headers, body, signal, redirect: 'error' });
    if (answer.ok) return (await answer.json()) as Operations[J]['answer'];
    const error = await errorOf(answer);
    const wait = error.retryAfter;
    if (wait === null || wait > left || time >= TIMES) throw error;
    left -= wait;
    await pause(wait * 1000, signal);
  }
}

/** Text goes as JSON, files as a form. */
function bodyOf({
  files,
  ...fields
}: {
  readonly files?: readonly Blob[];
  readonly [field: string]: unknown;
}): string | FormData {
  if (!files) return JSON.stringify(fields);
  const form = new FormData();
  for (const file of files) form.append('file', file);
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) form.append(name, Array.isArray(value) ? value.join(',') : String(value));
  return form;
}

async function errorOf(answer: Response): Promise<ProblemError> {
  const seconds = answer.headers.get('Retry-After') ?? '';
  const problem = await problemIn(answer);
  return Object.assign(new Error(`${problem.message} ${problem.hint}`), {
    name: 'ProblemError' as const,
    problem,
    retryAfter: /^\d{1,6}$/.test(seconds) ? Number(seconds) : null,
  });
}

/** A proxy on the way may answer with something else. */
async function problemIn(answer: Response): Promise<Problem> {
  const isProblem = answer.headers.get('Content-Type')?.startsWith('application/problem+json');
  if (isProblem) return (await answer.json()) as Problem;
  const [message, hint] = [`The server answered with ${answer.status}.`, 'Try again later, or ask who runs it.'];
  const code = answer.status === 429 || answer.status === 503 ? 'busy' : 'internal';
  return {
    type: `urn:readingscan:problem:${code}`,
    title: message,
    status: answer.status,
    detail: hint,
    code,
    message,
    hint,
  };
}

/** Milliseconds; rejects with the reason of the signal. */
function pause(time: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, time);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}
