/** What is said when reports of one person are compared, and what counts as growth. */
import { z } from 'zod';

export const comparison = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no').or(z.literal(false)),
  otherPerson: z.string(),
  growth: z.strictObject({ mm: z.number(), share: z.number() }),
  birth: z.array(z.string()).min(1),
  change: z.strictObject({
    new: z.string(),
    increased: z.string(),
    stable: z.string(),
    decreased: z.string(),
    gone: z.string(),
    'not-mentioned': z.string(),
    uncertain: z.string(),
  }),
  only: z.string(),
  sizes: z.string(),
  answered: z.strictObject({ yes: z.string(), no: z.string() }),
  sides: z.strictObject({ left: z.string(), right: z.string(), bilateral: z.string(), midline: z.string() }),
});
