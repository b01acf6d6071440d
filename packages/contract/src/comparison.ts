/** Schemas of a comparison and of a de-identified text. */
import type { Comparison, Deidentification } from '@readingscan/engine';
import { z } from 'zod';
import { type Held, held } from './held.ts';
import { due, list, span, spans } from './parts.ts';
import { finding, reading } from './reading.ts';

export const comparison = z.object({
  schema: z.literal('readingscan.comparison/1'),
  reports: list(z.object({ id: z.string(), date: z.string().nullable(), reading })),
  lesions: list(
    z.object({
      id: z.string(),
      concept: z.string(),
      anatomy: finding.shape.anatomy,
      laterality: z.enum(['left', 'right', 'bilateral', 'midline']).nullable(),
      seen: list(z.object({ report: z.string(), finding: z.string(), mm: list(z.number()).nullable(), basis: spans })),
      change: z.enum(['new', 'increased', 'stable', 'decreased', 'gone', 'not-mentioned', 'uncertain']),
    }),
  ),
  recommendations: list(
    z.object({
      report: z.string(),
      recommendation: z.string(),
      due: due.nullable(),
      answered: z.enum(['yes', 'no', 'unknown']),
      by: z.string().nullable(),
    }),
  ),
  summary: list(z.object({ text: z.string(), basis: list(z.object({ report: z.string(), span })) })),
});

export const deidentification = z.object({
  schema: z.literal('readingscan.deidentification/1'),
  text: z.string(),
  spans: list(
    z.object({
      span,
      label: z.enum([
        'NAME',
        'DATE',
        'AGE_OVER_89',
        'MRN',
        'ACCESSION',
        'FACILITY',
        'ADDRESS',
        'PHONE',
        'EMAIL',
        'URL',
        'IP',
        'USERNAME',
        'SSN',
        'NATIONAL_ID',
        'HEALTH_PLAN_ID',
        'LICENSE',
        'DEVICE_ID',
      ]),
      replacement: z.string(),
    }),
  ),
});

held<Held<typeof comparison, Comparison>>(true);
held<Held<typeof deidentification, Deidentification>>(true);
