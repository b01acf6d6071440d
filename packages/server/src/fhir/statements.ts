/** What this server tells FHIR clients of itself: one operation, and how it is asked. */

import { OPERATION } from './addresses.ts';

const FHIR_VERSION = '4.0.1';
/** Of what is said here, not of the program. */
const WRITTEN = '2026-11-29';

/** `at` is the address of the FHIR side, like "https://example.org/fhir". */
export const capabilityStatement = (at: string, version: string): object => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: WRITTEN,
  kind: 'instance',
  software: { name: 'ReadingScan', version },
  implementation: { description: 'Explains radiology reports in plain words. Nothing is stored.', url: at },
  fhirVersion: FHIR_VERSION,
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'No resource is stored or searched. A DiagnosticReport of R4 or R5 may be sent in JSON or XML; answers are R4 in JSON.',
      resource: [
        {
          type: 'DiagnosticReport',
          operation: [{ name: 'explain', definition: `${at}/OperationDefinition/${OPERATION}` }],
        },
      ],
    },
  ],
});

export const operationDefinition = (at: string): object => ({
  resourceType: 'OperationDefinition',
  id: OPERATION,
  url: `${at}/OperationDefinition/${OPERATION}`,
  name: 'ExplainDiagnosticReport',
  title: 'Explain a radiology report in plain words',
  status: 'active',
  kind: 'operation',
  date: WRITTEN,
  description:
    'Takes the words of a DiagnosticReport (conclusion, presentedForm, narrative, results in a Bundle) and answers with a document for the person it is about: a Composition for the visit, and the report with its explanation as narrative. Education, not diagnosis.',
  affectsState: false,
  code: 'explain',
  resource: ['DiagnosticReport'],
  system: false,
  type: true,
  instance: false,
  parameter: [
    {
      name: 'report',
      use: 'in',
      min: 1,
      max: '1',
      documentation: 'A DiagnosticReport, or a Bundle with one and what it refers to. By itself it may be the body.',
      type: 'Resource',
    },
    { name: 'language', use: 'in', min: 0, max: '1', documentation: 'en, es or zh; default en', type: 'code' },
    {
      name: 'return',
      use: 'out',
      min: 1,
      max: '1',
      documentation: 'A document: Composition, DiagnosticReport with the explanation as narrative, Device',
      type: 'Bundle',
    },
  ],
});
