/** How a report is saved in the account of the key's owner: once for each Idempotency-Key. */
import { COUNTED, headersOf, problemAnswers, ref } from './answers.ts';
import { ONE_REPORT } from './bodies.ts';

const LABELS = {
  person: { type: 'string', maxLength: 80, description: 'whose it is; empty: the owner of the account' },
} as const;
const tag = { type: 'string', maxLength: 80 } as const;
const [json, form] = [ONE_REPORT.content['application/json'], ONE_REPORT.content['multipart/form-data']];

/** How a request is told again. */
export const ONCE = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A name of this request, new for each report, such as a UUID',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
} as const;

export const saveReport = (hasPayments: boolean): object => ({
  operationId: 'save',
  tags: ['reports'],
  summary: 'Saves a report in the account of the owner of the key',
  description:
    'Sealed under a key of its own. A key can put reports away and opens none. Send an Idempotency-Key with it: sent again within 24 hours with the same report, it is answered the same and saved once. Only the id is held for that, no word of the report.',
  security: [{ key: ['save'] }],
  parameters: [ONCE],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        ...json,
        schema: {
          ...json.schema,
          properties: {
            ...json.schema.properties,
            ...LABELS,
            tags: { type: 'array', maxItems: 20, items: tag },
          },
        },
      },
      'multipart/form-data': {
        ...form,
        schema: {
          ...form.schema,
          properties: {
            ...form.schema.properties,
            ...LABELS,
            tags: { type: 'string', description: 'with commas between' },
          },
        },
      },
    },
  },
  responses: {
    '201': {
      description: 'It is saved',
      headers: {
        ...headersOf(COUNTED),
        'Idempotency-Replayed': {
          description: 'It was saved when this was asked before',
          schema: { type: 'string', const: 'true' },
        },
      },
      content: { 'application/json': { schema: ref('schemas', 'Saved') } },
    },
    ...problemAnswers({ hasKeys: true, hasPayments, isSaving: true }),
  },
});
