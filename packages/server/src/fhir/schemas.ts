/** The FHIR resources that are answered, as far as this server fills them in. */
import { LANGUAGES } from '@readingscan/reader/languages';
import { z } from 'zod';

const text = z.string().min(1);

export const FHIR_SCHEMAS = {
  Communication: z.object({
    resourceType: z.literal('Communication'),
    status: z.literal('completed'),
    language: z.enum(LANGUAGES),
    topic: z.object({ text }),
    payload: z.array(z.object({ contentString: text })).length(1),
    note: z.array(z.object({ text })).length(1),
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
