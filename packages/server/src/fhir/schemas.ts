/** The FHIR resources that are answered, as far as this server fills them in. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { LANGUAGE_TAG } from '@readingscan/web';
import { z } from 'zod';

const text = z.string().min(1);
const tag = z.enum(LANGUAGES.map((language) => LANGUAGE_TAG[language]));
const narrative = z.object({ status: text, div: text });
const entryOf = <T extends z.ZodRawShape>(kind: string, shape: T) =>
  z.object({ fullUrl: text, resource: z.looseObject({ resourceType: z.literal(kind), ...shape }) });

export const FHIR_SCHEMAS = {
  /** a document: a Composition for the visit, the report it explains, and who made it */
  Bundle: z.looseObject({
    resourceType: z.literal('Bundle'),
    identifier: z.object({ system: text, value: text }),
    type: z.literal('document'),
    timestamp: z.iso.datetime({ offset: true }),
    entry: z.tuple([
      entryOf('Composition', {
        language: tag,
        status: text,
        type: z.looseObject({ text }),
        title: text,
        section: z.array(z.looseObject({ title: text, text: narrative })).min(1),
      }),
      entryOf('DiagnosticReport', { language: tag, status: text, code: z.looseObject({}), text: narrative }),
      entryOf('Device', {}),
    ]),
  }),
  OperationOutcome: z.object({
    resourceType: z.literal('OperationOutcome'),
    issue: z
      .array(
        z.object({
          severity: z.literal('error'),
          code: text,
          details: z.object({ coding: z.array(z.object({ system: text, code: text })).length(1), text }),
          diagnostics: text,
        }),
      )
      .length(1),
  }),
  CapabilityStatement: z.looseObject({
    resourceType: z.literal('CapabilityStatement'),
    status: z.literal('active'),
    date: z.iso.date(),
    kind: z.literal('instance'),
    fhirVersion: z.literal('4.0.1'),
    format: z.array(text).min(1),
    rest: z.array(z.looseObject({ mode: z.literal('server') })).length(1),
  }),
  OperationDefinition: z.looseObject({
    resourceType: z.literal('OperationDefinition'),
    url: z.url(),
    name: z.string().regex(/^[A-Z]\w{0,254}$/),
    status: z.literal('active'),
    kind: z.literal('operation'),
    code: z.literal('explain'),
    system: z.boolean(),
    type: z.boolean(),
    instance: z.boolean(),
    parameter: z.array(z.looseObject({ name: text, use: z.enum(['in', 'out']), min: z.int(), max: text })),
  }),
} as const;
