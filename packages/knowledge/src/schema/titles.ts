/** How titles, techniques and comparisons are written short, and what their plain words are. */
import { z } from 'zod';
import { form, forms } from './common.ts';

export const titles = z.strictObject({
  source: z.string(),
  reviewed: z.union([z.literal(false), z.literal('no')]),
  /** codes of the sections that are written so */
  sections: z.array(z.string()).min(1),
  /** the section that names earlier scans, the words that there is none, and what they are told as */
  comparison: z.strictObject({ section: form, none: forms, told: form }),
  /** words left out behind the name of a scan */
  idle: forms,
  terms: z.array(
    z.strictObject({
      /** test and organ: nouns; side: before or behind an organ; view: how a picture was taken; note: with dye */
      as: z.enum(['test', 'organ', 'side', 'view', 'note']),
      match: forms,
      plain: form,
      number: z.enum(['count', 'mass', 'plural']).default('count'),
    }),
  ),
});
export type Titles = z.infer<typeof titles>;
