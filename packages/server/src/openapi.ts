/** What the interface takes and gives, as an OpenAPI 3.1 document. */
import { LANGUAGES, READ } from '@readingscan/reader/languages';

const PROBLEM = {
  description: 'What went wrong, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const OPTIONS = {
  language: { type: 'string', enum: LANGUAGES, description: 'BCP 47: the language of the explanation', default: READ },
  level: { type: 'string', enum: ['plain', 'standard'], default: 'plain' },
  region: { type: 'string', description: 'for an emergency number' },
  report: { type: 'integer', minimum: 1, description: 'which of several reports in one file' },
};

const BODY = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['text'],
        properties: { text: { type: 'string', maxLength: 500_000 }, ...OPTIONS },
      },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: {
          file: {
            type: 'array',
            items: { type: 'string', format: 'binary' },
            description: 'one file, or the pictures of one report in order',
          },
          text: { type: 'string' },
          password: { type: 'string', description: 'of a locked PDF' },
          ...OPTIONS,
        },
      },
    },
  },
};

const SEVERAL = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['texts'],
        properties: {
          texts: {
            type: 'array',
            minItems: 2,
            items: { type: 'string', maxLength: 500_000 },
            description: 'oldest first',
          },
          ...OPTIONS,
        },
      },
    },
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: {
          file: {
            type: 'array',
            minItems: 2,
            items: { type: 'string', format: 'binary' },
            description: 'one report each, oldest first',
          },
          ...OPTIONS,
        },
      },
    },
  },
};

const JOBS = [
  ['explain', 'The explanation of a report in plain words', 'readingscan.explanation/1'],
  ['read', 'The structured reading of a report', 'readingscan.reading/1'],
  ['extract', 'The text of a file, with its layout and doubts', 'readingscan.extraction/1'],
  ['deidentify', 'The text of a report without what tells who it is about', 'readingscan.deidentification/1'],
  ['compare', 'What changed between reports of one person', 'readingscan.comparison/1'],
] as const;

export function openApi(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'ReadingScan',
      version,
      description: 'Explains radiology reports in plain words. Nothing that is sent is kept or logged.',
    },
    paths: Object.fromEntries(
      JOBS.map(([name, summary, schema]) => [`/api/v1/${name}`, { post: operation(name, summary, schema) }]),
    ),
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'message', 'hint'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            code: { type: 'string' },
            message: { type: 'string' },
            hint: { type: 'string' },
            document: { type: 'object', description: 'what could be said all the same' },
            text: { type: 'string', description: 'what was recognised' },
            reports: {
              type: 'array',
              items: { type: 'object' },
              description: 'what there is to choose from with `report`',
            },
          },
        },
      },
    },
  };
}

function operation(operationId: string, summary: string, schema: string): object {
  const document = { type: 'object', required: ['schema'], properties: { schema: { const: schema } } };
  const statuses = ['400', '413', '415', '422', '429', '500'];
  return {
    operationId,
    summary,
    requestBody: operationId === 'compare' ? SEVERAL : BODY,
    responses: {
      '200': { description: summary, content: { 'application/json': { schema: document } } },
      ...Object.fromEntries(statuses.map((status) => [status, PROBLEM])),
    },
  };
}
