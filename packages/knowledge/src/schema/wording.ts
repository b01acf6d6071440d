/** Plain words for the professional words between the terms: "demonstrates" is "shows". */
import { z } from 'zod';
import { form, forms, provenance } from './common.ts';

export const wording = z.strictObject({
  match: forms,
  /**
   * words that take its place, in the same grammatical role, {name} being the word as written; empty to leave it out
   * (only words that carry no fact)
   */
  plain: z.string(),
  class: z.enum(['verb', 'noun', 'adjective', 'adverb', 'connective', 'opening', 'closing']),
  examples: z.array(z.strictObject({ from: form.max(200), to: form.max(200) })).optional(),
  ...provenance,
});
export type WordingEntry = z.infer<typeof wording>;
