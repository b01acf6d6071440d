/** What every operation may answer beside its document: problems by their status, and the headers that come along. */
import { FHIR_JSON } from '../../fhir/outcome.ts';
import { codesOf, type ProblemCode } from '../../problem.ts';

export const ref = (kind: 'schemas' | 'headers', name: string): object => ({ $ref: `#/components/${kind}/${name}` });

export const ANSWER_HEADERS = {
  RateLimit: {
    description: 'Points that are left, and the seconds until all are back; where points are counted',
    schema: { type: 'string', examples: ['"points";r=589;t=2'] },
  },
  'RateLimit-Policy': {
    description: 'Points in a minute; where points are counted',
    schema: { type: 'string', examples: ['"points";q=600;w=60'] },
  },
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'string', pattern: '^\\d+$' } },
  'WWW-Authenticate': {
    description: 'What a key is to be like (RFC 6750)',
    schema: { type: 'string', examples: ['Bearer realm="ReadingScan", error="invalid_token"'] },
  },
} as const;

export type HeaderName = keyof typeof ANSWER_HEADERS;

/** Why, with the status it is told by. */
const SAID: Readonly<Record<number, { readonly description: string; readonly headers?: readonly HeaderName[] }>> = {
  400: { description: 'The request holds no report, or an option is not known' },
  401: { description: 'No key, or one that is not good', headers: ['WWW-Authenticate'] },
  402: { description: 'The account has too few credits for that; nothing was done' },
  403: { description: 'The key may not do that', headers: ['WWW-Authenticate'] },
  409: { description: 'The account is full, or the same request is under way', headers: ['Retry-After'] },
  413: { description: 'More than 20 MB, or a text of more than 500,000 characters' },
  415: { description: 'A file of a kind that is not read' },
  422: { description: 'What was sent cannot be read or explained' },
  429: {
    description: 'Too much at this moment, or in this minute',
    headers: ['Retry-After'],
  },
  500: { description: 'A fault of this server' },
  503: { description: 'What is kept here cannot be reached', headers: ['Retry-After'] },
  507: { description: 'This server has no room left: nothing was saved' },
};
/** Told where something is kept alone. */
const OF_KEPT = new Set([503]);
const OF_KEYS = new Set([401, 403]);
/** Told to pages of the site, not to programs. */
const OF_PAGES: ReadonlySet<string> = new Set(['signed-out', 'forbidden'] satisfies ProblemCode[]);

/** Come along wherever points are counted. */
export const COUNTED = ['RateLimit', 'RateLimit-Policy'] as const satisfies readonly HeaderName[];

export const headersOf = (names: readonly HeaderName[]): object =>
  Object.fromEntries(names.map((name) => [name, ref('headers', name)]));

/** Whoever is not let in spends nothing, and what is kept may be away before it is known who asks. */
const UNCOUNTED = new Set([...OF_KEYS, ...OF_KEPT, 507]);

interface Answers {
  readonly hasKeys: boolean;
  /** what the server does costs credits */
  readonly hasPayments?: boolean;
  /** something is made, not read alone */
  readonly isSaving?: boolean;
  /** told as FHIR tells it */
  readonly isFhir?: boolean;
}

/** Of jobs alone, and of what is saved alone. */
const OF_JOBS: ReadonlySet<string> = new Set(['state', 'late'] satisfies ProblemCode[]);
const OF_SAVING: ReadonlySet<string> = new Set(['409', '507']);
const OF_PAYMENTS = '402';
const PROBLEM = { 'application/problem+json': { schema: ref('schemas', 'Problem') } };
const OUTCOME = { [FHIR_JSON]: { schema: ref('schemas', 'OperationOutcome') } };

/** One problem document for each status, with the codes that it may have. */
export function problemAnswers({ hasKeys, hasPayments = false, isSaving = false, isFhir = false }: Answers): object {
  return Object.fromEntries(
    Object.entries(SAID)
      .filter(([status]) => hasKeys || !(OF_KEYS.has(Number(status)) || OF_KEPT.has(Number(status))))
      .filter(([status]) => isSaving || !OF_SAVING.has(status))
      .filter(([status]) => hasPayments || status !== OF_PAYMENTS)
      .map(([status, { description, headers = [] }]) => [
        status,
        {
          description: `${description} (${codesOf(Number(status))
            .filter((code) => !OF_PAGES.has(code) && !OF_JOBS.has(code) && (isSaving || code !== 'other-request'))
            .join(', ')})`,
          headers: headersOf(UNCOUNTED.has(Number(status)) ? headers : [...headers, ...COUNTED]),
          content: isFhir ? OUTCOME : PROBLEM,
        },
      ]),
  );
}

/** Of an operation of jobs: those of its own, by status, with their codes and why. */
export const jobProblems = (said: Readonly<Record<number, string>>): object =>
  Object.fromEntries(
    Object.entries(said).map(([status, description]) => [
      status,
      {
        description,
        headers: headersOf(
          OF_KEYS.has(Number(status))
            ? ['WWW-Authenticate']
            : [
                ...(status === '429' || status === '503' ? (['Retry-After'] as const) : []),
                ...(UNCOUNTED.has(Number(status)) ? [] : COUNTED),
              ],
        ),
        content: PROBLEM,
      },
    ]),
  );
