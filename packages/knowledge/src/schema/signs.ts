/** Which findings a conclusion rests on: "nodular liver contour" is a sign of cirrhosis. */
import { z } from 'zod';
import { slug } from './common.ts';

export const signs = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no'),
  entries: z.array(
    z.strictObject({
      /** concepts of conclusions */
      of: z.array(slug).min(1),
      /** concepts that the pictures show, each of which speaks for any of them */
      signs: z.array(slug).min(1),
      source: z.string(),
    }),
  ),
});
