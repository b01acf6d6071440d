/** Schema of a reading. */
import type { Reading } from '@readingscan/engine';
import { z } from 'zod';
import { type Held, held } from './held.ts';
import { basis, certainty, direction, list, modality, span, spans, tier } from './parts.ts';
import { source, warning } from './source.ts';

const ids = list(z.string());

export const study = z.object({
  modality: modality.nullable(),
  regions: list(z.string()),
  contrast: z.enum(['with', 'without', 'with-and-without']).nullable(),
  date: z.string().nullable(),
  comparisonDates: list(z.string()),
  basis,
});

export const section = z.object({
  id: z.string(),
  code: z.enum([
    'history',
    'technique',
    'comparison',
    'findings',
    'impression',
    'findings_impression',
    'recommendation',
    'communication',
    'addendum',
    'procedure',
    'exam',
    'patient',
    'signature',
    'other',
  ]),
  loinc: z.string().optional(),
  heading: span.optional(),
  span,
  implied: z.boolean(),
});

export const assertion = z.object({
  presence: z.enum(['present', 'absent', 'possible', 'conditional', 'hypothetical']),
  certainty,
  temporality: z.enum(['current', 'historical', 'future']),
  experiencer: z.enum(['patient', 'other']),
  basis,
});

export const change = z.object({ direction, basis });

export const finding = z.object({
  id: z.string(),
  statement: z.string(),
  concept: z.string(),
  span,
  assertion,
  anatomy: list(
    z.object({
      concept: z.string(),
      span,
      laterality: z.enum(['left', 'right', 'bilateral', 'midline']).nullable(),
      level: z.string().optional(),
    }),
  ),
  severity: z.enum(['trace', 'mild', 'moderate', 'severe']).nullable(),
  acuity: z.enum(['acute', 'subacute', 'chronic']).nullable(),
  change: change.optional(),
  measurements: ids,
  differential: ids,
});

export const measurement = z.object({
  id: z.string(),
  span,
  mm: list(z.number()).nullable(),
  value: z.union([z.number(), list(z.number())]).nullable(),
  unit: z.string(),
  written: z.string(),
  role: z.enum(['current', 'prior', 'difference']),
  qualifier: z.enum(['range', 'max', 'lt', 'le', 'gt', 'ge']).nullable(),
  prior: z.string().exactOptional(),
});

const interval = z.object({
  min: z.number(),
  max: z.number().nullable(),
  unit: z.enum(['hour', 'day', 'week', 'month', 'year']),
});

export const recommendation = z.object({
  id: z.string(),
  statement: z.string(),
  span,
  action: z.enum([
    'imaging',
    'clinical-correlation',
    'biopsy',
    'referral',
    'laboratory',
    'procedure',
    'surveillance',
    'none-needed',
    'other',
  ]),
  modality: modality.nullable(),
  region: z.string().nullable(),
  interval: interval.nullable(),
  repeat: z.union([z.boolean(), z.string()]).optional(),
  times: list(z.number()).optional(),
  lasting: interval.optional(),
  on: z
    .object({
      span,
      kind: z.enum(['occasion', 'day', 'month', 'year', 'weekday', 'course', 'cycle', 'written']),
      value: z.string(),
      link: z.enum(['in', 'on', 'by']),
    })
    .optional(),
  since: z.object({ span, occasion: z.string().nullable() }).optional(),
  care: z.object({ kind: z.string(), lasting: interval.nullable(), tail: span.nullable() }).optional(),
  relatives: z.literal(true).optional(),
  board: z.object({ kind: z.string().nullable() }).optional(),
  condition: z.object({ span }).nullable(),
  strength: z.enum(['recommended', 'suggested', 'optional']),
  guideline: z.string().nullable(),
});

export const communication = z.object({
  id: z.string(),
  statement: z.string(),
  urgent: z.boolean(),
  to: z.string().nullable(),
  at: z.string().nullable(),
  span,
});

export const score = z.object({
  id: z.string(),
  system: z.string(),
  category: z.string(),
  temporality: z.enum(['current', 'historical']),
  span,
});

export const impressionItem = z.object({
  id: z.string(),
  rank: z.number(),
  span,
  statements: ids,
  findings: ids,
  supportedBy: ids,
  urgency: tier,
  recommendations: ids,
});

export const check = z.object({
  id: z.string(),
  kind: z.enum([
    'laterality-mismatch',
    'measurement-mismatch',
    'level-mismatch',
    'unsupported-impression',
    'finding-not-in-impression',
    'sex-mismatch',
    'date-mismatch',
    'comparison-mismatch',
    'modality-mismatch',
    'score-mismatch',
    'presence-mismatch',
    'amended',
  ]),
  message: z.string(),
  basis,
});

export const reading = z.object({
  schema: z.literal('readingscan.reading/1'),
  version: z.string(),
  source,
  study,
  status: z.enum(['final', 'preliminary', 'addendum', 'corrected']).nullable(),
  sections: list(section),
  statements: list(z.object({ id: z.string(), section: z.string(), span, item: z.number().optional() })),
  findings: list(finding),
  measurements: list(measurement),
  recommendations: list(recommendation),
  communications: list(communication),
  scores: list(score),
  impression: list(impressionItem),
  checks: list(check),
  warnings: list(warning),
  coverage: z.object({ contentWords: z.number(), understood: z.number(), unknown: spans }),
});

held<Held<typeof reading, Reading>>(true);
