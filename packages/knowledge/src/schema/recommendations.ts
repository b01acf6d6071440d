/** Words of advice: what is to be done, how strongly it is asked for, when, on what condition, after which guideline. */
import { z } from 'zod';
import { forms, provenance } from './common.ts';
import { MODALITIES } from './study.ts';

const words = { match: z.array(z.string()).default([]), exact: z.array(z.string()).default([]) };
const unit = z.enum(['hour', 'day', 'week', 'month', 'year']);

export const ACTIONS = [
  'imaging',
  'clinical-correlation',
  'biopsy',
  'referral',
  'laboratory',
  'procedure',
  'surveillance',
  'none-needed',
  'other',
] as const;

export const recommendations = z.strictObject({
  ...provenance,
  /** words that ask; `side`: where the thing asked for stands */
  triggers: z.array(
    z.strictObject({
      strength: z.enum(['recommended', 'suggested', 'optional']),
      side: z.enum(['after', 'before', 'both']),
      /** asks for whatever follows at the start of a clause, known or not */
      strong: z.boolean().default(false),
      ...words,
    }),
  ),
  actions: z.array(
    z.strictObject({
      action: z.enum(ACTIONS),
      modality: z.enum(MODALITIES).optional(),
      region: z.string().optional(),
      /** counts only beside a trigger, a test or an order */
      weak: z.boolean().default(false),
      ...words,
    }),
  ),
  /** sorts of words by their part in the sentence */
  words: z.strictObject({
    /** tests without a modality: scan, imaging, study */
    scan: forms,
    follow: forms,
    surveil: forms,
    repeat: forms,
    workup: forms,
    specialty: forms,
    consult: forms,
    'consult-alone': forms,
    correlate: forms,
    clinical: forms,
    exam: forms,
    aspect: forms,
    laboratory: forms,
    outside: forms,
    guided: forms,
    purpose: forms,
    no: forms,
    need: forms,
    'no-need': forms,
    'no-way': forms,
    past: forms,
    seen: forms,
    pointing: forms,
    filler: forms,
    condition: forms,
    'condition-closed': forms,
    sooner: forms,
    otherwise: forms,
    soon: forms,
    now: forms,
    by: forms,
    imperative: forms,
  }),
  numbers: z.record(z.string(), z.number()),
  units: z.array(z.strictObject({ unit, match: forms })),
  /** words that hold number and unit: annual, fortnightly, two-week-wait */
  periods: z.array(
    z.strictObject({
      min: z.number(),
      max: z.number(),
      unit,
      repeat: z.boolean(),
      match: forms,
    }),
  ),
  /** words before a time: within, at least, every, for */
  bounds: z.array(
    z.strictObject({
      bound: z.enum(['within', 'at-least', 'at-most', 'every', 'exact', 'duration', 'past']),
      match: forms,
    }),
  ),
  /** words after a time that take it out: ago, of age */
  'not-times': forms,
  guidelines: z.array(z.strictObject({ guideline: z.string(), classification: z.boolean().default(false), ...words })),
});
