/** Stock phrases of reports, each for what it means and what it does not mean. */
import { z } from 'zod';
import { examples, forms, provenance, slug } from './common.ts';

export const phrase = z.strictObject({
  slug,
  group: z.enum([
    'certainty',
    'normality',
    'comparison',
    'limitation',
    'incidental',
    'recommendation',
    'communication',
    'status',
    'false-friend',
    'other',
  ]),
  match: forms,
  /** words that can stand in its place in a sentence; absent where the phrase is only explained */
  plain: z.string().optional(),
  /** 4 to 80 words, second person, grade 8 at most */
  means: z.string(),
  doesNotMean: z.string(),
  examples,
  ...provenance,
});
export type PhraseEntry = z.infer<typeof phrase>;
