/** Which findings a conclusion rests on: "nodular liver contour" is a sign of cirrhosis. */
import { z } from 'zod';
import { forms, slug } from './common.ts';

export const signs = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no'),
  entries: z.array(
    z.strictObject({
      /** concepts of conclusions */
      of: z.array(slug),
      /** words of conclusions that are no concept */
      named: forms.optional(),
      /** concepts that the pictures show, each of which speaks for any of them */
      signs: z.array(slug).optional(),
      /** the same in words that are no concept: "nodular contour" */
      words: forms.optional(),
      source: z.string(),
    }),
  ),
});
