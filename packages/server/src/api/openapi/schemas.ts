/** Schemas of all documents and problems: those of the contract, which the compiler holds to what the engine gives. */
import { DOCUMENTS, type DocumentName, failure, jsonSchema } from '@readingscan/contract';
import { z } from 'zod';
import { FHIR_SCHEMAS } from '../../fhir/schemas.ts';
import { jobDocument, jobsDocument } from '../../jobs/job-document.ts';
import { PROBLEM_CODES } from '../../problem.ts';

const DOCUMENT_NAMES = {
  Explanation: 'explanation',
  Reading: 'reading',
  Extraction: 'extraction',
  Comparison: 'comparison',
  Deidentification: 'deidentification',
} as const satisfies Readonly<Record<string, DocumentName>>;

const DRAFT = { target: 'draft-2020-12', io: 'output' } as const;

export type SchemaName = keyof typeof DOCUMENT_NAMES;

/** RFC 9457, with a sentence on what happened and one on what to do. */
const problem = z.object({
  type: z.string().regex(/^urn:readingscan:problem:[a-z-]+$/),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(PROBLEM_CODES),
  message: z.string().describe('what happened, in one sentence'),
  hint: z.string().describe('what to do, in one sentence'),
  document: DOCUMENTS.explanation.optional().describe('beside low-quality: what could be said all the same'),
  text: z.string().optional().describe('what was sent or recognised: it is never lost'),
  credits: z
    .object({ needed: z.int(), available: z.int() })
    .optional()
    .describe('beside insufficient-credits: nothing was done, and nothing is paid'),
  reports: failure.shape.error.shape.reports.describe('beside several-reports: what `report` chooses from'),
});

/** What was put away. */
const saved = z.object({ schema: z.literal('readingscan.saved/1'), id: z.uuid() });

const JOB_DOCUMENTS = [
  ['Job', jobDocument],
  ['Jobs', jobsDocument],
] as const;

export function schemas({
  hasSaving,
  hasJobs,
}: {
  hasSaving: boolean;
  hasJobs: boolean;
}): Readonly<Record<string, object>> {
  const documents = Object.entries(DOCUMENT_NAMES).map(([name, of]) => [name, bare(jsonSchema(of))] as const);
  const problems = z.toJSONSchema(problem, DRAFT);
  const savedOne = z.toJSONSchema(saved, DRAFT);
  return Object.fromEntries([
    ...Object.entries(FHIR_SCHEMAS).map(([name, of]) => [name, bare(z.toJSONSchema(of, DRAFT))] as const),
    ...documents,
    ['Problem', bare(problems)],
    ...(hasSaving ? [['Saved', bare(savedOne)]] : []),
    ...(hasJobs ? JOB_DOCUMENTS.map(([name, of]) => [name, bare(z.toJSONSchema(of, DRAFT))]) : []),
  ]);
}

/** Which draft it is in, OpenAPI 3.1 says for all. */
function bare(schema: object): object {
  const { $schema: _, ...own } = schema as { readonly $schema?: unknown };
  return own;
}
