/** Which findings a conclusion rests on: "nodular liver contour" is a sign of cirrhosis. */
import { z } from 'zod';
import { forms, slug } from './common.ts';
import { REGIONS } from './concept.ts';

export const signs = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no'),
  /** regions of which each has its own signs: spurs of a knee say nothing of the hip */
  apart: z.array(z.enum(REGIONS)),
  entries: z.array(
    z.strictObject({
      /** concepts of conclusions */
      of: z.array(slug),
      /** words of conclusions that are no concept */
      named: forms.optional(),
      /** concepts that the pictures show, each of which speaks for any of them */
      signs: z.array(slug).optional(),
      /** concepts that are not there where it is so: a sac in the womb, for a pregnancy outside of it */
      missing: z.array(slug).optional(),
      /** signs in words that are no concept; any organ may have them, so that they count with its place only: "nodular contour" */
      words: forms.optional(),
      /** words that are used of nothing else: "Murphy" */
      terms: forms.optional(),
      /** words that speak for a denial only: "compressible", where there is no clot */
      normal: forms.optional(),
      source: z.string(),
    }),
  ),
});
