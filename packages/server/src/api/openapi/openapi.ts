/** What the interface takes and gives, as an OpenAPI 3.1 document: of this installation, with what it asks of callers. */
import { API, API_JOB_NAMES, API_JOBS, scopesOf } from '@readingscan/web';
import type { ApiSettings } from '../settings.ts';
import { ANSWER_HEADERS, COUNTED, headersOf, problemAnswers, ref } from './answers.ts';
import { ONE_REPORT, SEVERAL_REPORTS } from './bodies.ts';
import { fhirPaths } from './fhir.ts';
import { jobPaths } from './job-paths.ts';
import { JOB_TEXTS } from './job-texts.ts';
import { ONCE, saveReport } from './save-report.ts';
import { schemas } from './schemas.ts';

export interface Described {
  /** of the program */
  readonly version: string;
  readonly access: ApiSettings['access'];
  /** people can have keys here */
  readonly hasKeys: boolean;
  /** and save reports in their account */
  readonly hasSaving: boolean;
  /** and leave jobs to be done */
  readonly hasJobs: boolean;
  /** and what the server does for them costs credits; default: nothing does */
  readonly hasPayments?: boolean;
}

export function openApi(described: Described): object {
  const { version, hasKeys, hasSaving, hasPayments = false } = described;
  return {
    openapi: '3.1.0',
    info: {
      title: 'ReadingScan',
      version,
      summary: 'Explains radiology reports in plain words.',
      description:
        'Reports go in as text or files, documents come out in which every sentence carries the words of the report that it rests on. Nothing that is sent is kept or logged, but for what is saved on purpose. This is education, not diagnosis.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'fhir', description: 'The same for FHIR clients' },
      { name: 'reports', description: 'What is done with a report' },
      ...(described.hasJobs ? [{ name: 'jobs', description: 'Many reports, or a large file, to be taken later' }] : []),
      { name: 'about', description: 'This document' },
    ],
    paths: {
      ...Object.fromEntries(API_JOB_NAMES.map((job) => [`${API}/${job}`, { post: jobOperation(job, described) }])),
      ...(described.hasSaving ? { [`${API}/reports`]: { post: saveReport(hasPayments) } } : {}),
      ...(described.hasJobs ? jobPaths(hasPayments) : {}),
      ...fhirPaths(security('explain', described), described),
      [`${API}/openapi.json`]: {
        get: {
          operationId: 'describe',
          tags: ['about'],
          summary: 'This document',
          security: [],
          responses: {
            '200': {
              description: 'An OpenAPI 3.1 document',
              content: { 'application/json': { schema: { type: 'object', required: ['openapi', 'info', 'paths'] } } },
            },
          },
        },
      },
    },
    components: {
      schemas: schemas(described),
      headers: ANSWER_HEADERS,
      ...(hasKeys
        ? {
            securitySchemes: {
              key: {
                type: 'http',
                scheme: 'bearer',
                bearerFormat: 'rs_ and 42 letters and figures',
                description: `A key that somebody made at /account/keys. Scopes: ${scopesOf(hasSaving).join(', ')}.`,
              },
            },
          }
        : {}),
    },
  };
}

function jobOperation(job: keyof typeof API_JOBS, described: Described): object {
  const { summary, description, schema } = JOB_TEXTS[job];
  return {
    operationId: job,
    tags: ['reports'],
    summary,
    description,
    ...security(API_JOBS[job], described),
    ...(described.hasPayments ? { parameters: [ONCE] } : {}),
    requestBody: job === 'compare' ? SEVERAL_REPORTS : ONE_REPORT,
    responses: {
      '200': {
        description: summary,
        headers: headersOf(COUNTED),
        content: { 'application/json': { schema: ref('schemas', schema) } },
      },
      ...problemAnswers(described),
    },
  };
}

/** Where all is open a key may be sent all the same: it has points and limits of its own. */
function security(scope: string, { access, hasKeys }: Described): object {
  if (!hasKeys) return { security: [] };
  return { security: access === 'key' ? [{ key: [scope] }] : [{}, { key: [scope] }] };
}
