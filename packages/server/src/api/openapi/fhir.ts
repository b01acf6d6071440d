/** The FHIR side in the description: the same operation, with FHIR's own documents. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { FHIR_EXPLAIN } from '@readingscan/web';
import { FHIR, OPERATION } from '../../fhir/addresses.ts';
import { FHIR_JSON } from '../../fhir/outcome.ts';
import { COUNTED, headersOf, problemAnswers, ref } from './answers.ts';
import { ONCE } from './save-report.ts';

const REPORT = {
  type: 'object',
  required: ['resourceType'],
  properties: { resourceType: { const: 'DiagnosticReport' } },
  description: 'of R4 or R5',
} as const;

const PARAMETERS = {
  type: 'object',
  required: ['resourceType', 'parameter'],
  properties: {
    resourceType: { const: 'Parameters' },
    parameter: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { enum: ['report', 'language'] },
          resource: {
            type: 'object',
            properties: { resourceType: { enum: ['DiagnosticReport', 'Bundle'] } },
            description: 'of "report"',
          },
          valueCode: { enum: LANGUAGES, description: 'of "language"' },
        },
      },
    },
  },
} as const;

const EXAMPLE = {
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'CT of the chest' },
  conclusion: 'Stable 6 mm right upper lobe nodule. Follow-up CT chest in 12 months.',
} as const;

const BODY = { schema: { oneOf: [REPORT, PARAMETERS] }, example: EXAMPLE } as const;

export function fhirPaths(
  security: object,
  { hasKeys, hasPayments = false }: { readonly hasKeys: boolean; readonly hasPayments?: boolean },
): object {
  return {
    [FHIR_EXPLAIN]: {
      post: {
        operationId: 'explainDiagnosticReport',
        tags: ['fhir'],
        summary: 'The explanation of a DiagnosticReport as a document',
        description: 'The words of the report are read as from any file; the narratives are the explanation.',
        ...security,
        ...(hasPayments ? { parameters: [ONCE] } : {}),
        requestBody: {
          required: true,
          content: {
            [FHIR_JSON]: BODY,
            'application/json': BODY,
            'application/fhir+xml': { schema: { type: 'string', description: 'a DiagnosticReport by itself' } },
          },
        },
        responses: {
          '200': {
            description: 'A document of R4 (Composition, DiagnosticReport, Device) for the person the report is about',
            headers: headersOf(COUNTED),
            content: { [FHIR_JSON]: { schema: ref('schemas', 'Bundle') } },
          },
          ...problemAnswers({ hasKeys, hasPayments, isFhir: true }),
        },
      },
    },
    [`${FHIR}/metadata`]: stated('capabilities', 'What this server does for FHIR clients', 'CapabilityStatement'),
    [`${FHIR}/OperationDefinition/${OPERATION}`]: stated(
      'operation',
      'How the operation is asked',
      'OperationDefinition',
    ),
  };
}

const stated = (operationId: string, summary: string, schema: string): object => ({
  get: {
    operationId,
    tags: ['fhir'],
    summary,
    security: [],
    responses: { '200': { description: summary, content: { [FHIR_JSON]: { schema: ref('schemas', schema) } } } },
  },
});
