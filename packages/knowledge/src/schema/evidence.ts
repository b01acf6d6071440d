/** Words that speak for and against a text being the report of an imaging examination. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

export const evidence = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no').or(z.literal(false)),
  /** names of examinations and of how they are done */
  imaging: words,
  /** what reports tell of */
  seen: words,
  /** laboratory sheets, letters, bills, recipes */
  against: words,
  /** of a request for a scan or of an appointment for one */
  asks: words,
});
