/** Words beside which something stands that tells who a text is about. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

export const identifiers = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no').or(z.literal(false)),
  /** a number or code follows */
  fields: z.strictObject({
    MRN: words,
    ACCESSION: words,
    SSN: words,
    NATIONAL_ID: words,
    HEALTH_PLAN_ID: words,
    LICENSE: words,
    DEVICE_ID: words,
    USERNAME: words,
    PHONE: words,
  }),
  /** a person's name follows */
  people: words,
  titles: words,
  /** small words inside a name */
  particles: words,
  /** capitalized words of report heads and signatures that are no names */
  notNames: words,
  facilities: words,
  departments: words,
  streets: words,
  states: words,
  months: words,
  weekdays: words,
});
