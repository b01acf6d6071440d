/** Pieces that every kind of knowledge entry shares. */
import { z } from 'zod';
import { expand, MOST_FORMS, widthOf } from '../expand.ts';

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is kebab-case: pleural-effusion');
/** a written form; {a|b} stands for alternatives */
export const form = z
  .string()
  .min(1)
  .max(400)
  .refine((pattern) => widthOf(pattern) <= MOST_FORMS, `stands for more than ${MOST_FORMS} forms: make two of it`);
export const forms = z.array(form).min(1);
/** the same, every form that the patterns stand for */
export const written = forms.transform((list) => list.flatMap(expand));

/** Where the entry comes from and who has looked at it. `reviewed: no` until a clinician has signed. */
export const provenance = {
  source: z.string().min(3),
  reviewed: z
    .union([z.literal(false), z.literal('no'), z.strictObject({ by: z.string(), date: z.iso.date() })])
    .default(false),
};

/** Sentences that must, and must not, be matched by the entry. They run in the engine's tests and are never shipped. */
export const examples = z.strictObject({ hit: z.array(z.string()).min(1), miss: z.array(z.string()).default([]) });
